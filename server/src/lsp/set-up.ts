import { plannedOn } from "./planned-on.ts";
import { ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { message } from "../messages/message.ts";
import type * as protocol from "../protocol/protocol.ts";
import { isPresetName, presetNames, presets } from "../template/presets.ts";
import type { Span } from "../text/span.ts";
import { findDesignPlace } from "../workspace/design-place.ts";
import { planSetUp, type SetUpChange } from "../workspace/set-up.ts";
import { canonical } from "../workspace/uris.ts";
import { render } from "./messages.ts";
import type { Session } from "./session.ts";
import { toTextEdit } from "./to-proto.ts";

/** Answers {@link protocol.Presets}. */
export const listPresets = (
  session: Session,
  { folder: workspaceFolder }: protocol.PresetsParams,
): Promise<protocol.PresetsResult> =>
  Promise.all(
    presetNames.map(async (name) => {
      const { title, summary, folder, fileName } = presets[name];
      const found =
        workspaceFolder === undefined
          ? undefined
          : await findDesignPlace(workspaceFolder, name, session.files);
      return {
        name,
        title: render(title),
        summary: render(summary),
        folder: found?.path ?? folder,
        fileName,
      };
    }),
  );

/** Answers {@link protocol.SetUp}; with an error for people where nothing can be written. */
export async function setUp(
  session: Session,
  { folder, preset, designFolder }: protocol.SetUpParams,
): Promise<protocol.SetUpResult | ResponseError<never>> {
  if (!isPresetName(preset)) {
    const told = message("set-up.unknown-preset", { name: preset, names: presetNames.join(", ") });
    return new ResponseError<never>(ErrorCodes.InvalidParams, render(told));
  }
  const openDocument = (uri: string): TextDocument | undefined =>
    session.documents.all().find((document) => canonical(document.uri) === canonical(uri));
  const { settings } = await session.settings.of(folder);
  const answer = await planSetUp(
    { folder, preset, designFolder, today: session.host.today(), settings },
    session.files,
    (uri) => openDocument(uri)?.getText(),
  );
  if ("refused" in answer)
    return new ResponseError<never>(LSPErrorCodes.RequestFailed, render(answer.refused));
  const { create, change, notes, template } = answer.plan;
  return {
    files: create,
    edits: change ? [toFileEdit(change, openDocument(change.uri))] : [],
    notes: notes.map(render),
    open: template,
  };
}

function toFileEdit(
  { uri, text, edits }: SetUpChange,
  open: TextDocument | undefined,
): protocol.SetUpResult["edits"][number] {
  const { document, ...about } = plannedOn(open, { uri, languageId: "jsonc", text });
  const shift = text.length - document.getText().length;
  const back = ({ start, end }: Span): Span => ({
    start: Math.max(0, start - shift),
    end: Math.max(0, end - shift),
  });
  return {
    ...about,
    edits: edits.map((edit) => toTextEdit(document, { ...edit, span: back(edit.span) })),
  };
}
