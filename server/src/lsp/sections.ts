import { guidanceIn } from "../features/guidance.ts";
import { inlayHints } from "../features/inlay-hints.ts";
import { moveSection, type Destination } from "../features/move-section.ts";
import { progress } from "../features/progress.ts";
import { sectionTree, type SectionItem } from "../features/section-tree.ts";
import { message } from "../messages/message.ts";
import type * as protocol from "../protocol/sections.ts";
import { applyEdits } from "../text/edit.ts";
import { partExtent, partHeading, type Part } from "../template/parts.ts";
import type { CancellationToken, InlayHint, InlayHintParams } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { toOffset, toSpan } from "./from-proto.ts";
import { render } from "./messages.ts";
import type { Opened, Session } from "./session.ts";
import { toRange, toTextEdit } from "./to-proto.ts";

/** Answers {@link protocol.Sections}. */
export async function sections(
  session: Session,
  { uri }: protocol.SectionsParams,
): Promise<protocol.SectionsResult> {
  const opened = await session.opened(uri);
  if (!opened) return null;
  const { document, analysis } = opened;
  const { written, total } = progress(analysis);
  const tree = sectionTree(analysis).map((item) => toNode(document, item));
  return { version: document.version, written, total, sections: tree };
}

function toNode(document: TextDocument, item: SectionItem): protocol.SectionNode {
  const { name, state, kind, required, place, wanted, children } = item;
  return {
    name,
    state,
    own: kind === "extra",
    required,
    ...(place && {
      place: {
        heading: toRange(document, place.heading),
        extent: toRange(document, place.extent),
        movable: place.movable,
        anchor: place.anchor,
      },
    }),
    ...(wanted && { wanted }),
    children: children.map((child) => toNode(document, child)),
  };
}

/** Answers {@link protocol.MoveSection}. */
export async function moveSectionEdits(
  session: Session,
  { uri, position, to }: protocol.MoveSectionParams,
): Promise<protocol.MoveSectionResult> {
  const opened = await session.opened(uri);
  if (!opened) return null;
  const { document, analysis } = opened;
  const part = partAround(opened, toOffset(document, position));
  if (!part) return { kind: "refused", reason: render(message("section-move.none")) };
  const heading = partHeading(analysis.doc, part);
  const destination: Destination = typeof to === "string" ? to : { before: toOffset(document, to.before) };
  const move = moveSection(analysis, heading.start, destination);
  if (move.kind === "refused") return { kind: "refused", reason: render(move.reason) };
  const after = TextDocument.create(uri, "markdown", 0, applyEdits(document.getText(), move.edits));
  return {
    kind: "moved",
    version: document.version,
    edits: move.edits.map((edit) => toTextEdit(document, edit)),
    from: toRange(document, partExtent(analysis.doc, part)),
    at: after.positionAt(move.offset),
    note: move.numbered && move.edits.length > 0 ? render(message("section-move.numbered")) : "",
  };
}

/** The innermost section around a place. */
function partAround({ analysis: { doc, alignment } }: Opened, offset: number): Part | undefined {
  return alignment.parts.findLast((part) => {
    const { start, end } = partExtent(doc, part);
    return start <= offset && (offset < end || end === doc.text.length);
  });
}

/** Answers {@link protocol.Guidance}. */
export async function guidance(
  session: Session,
  { uri }: protocol.GuidanceParams,
): Promise<protocol.GuidanceResult> {
  const opened = await session.opened(uri);
  if (!opened) return null;
  const { document, analysis } = opened;
  return {
    version: document.version,
    ranges: guidanceIn(analysis).map((span) => toRange(document, span)),
  };
}

/** Answers `textDocument/inlayHint`. */
export async function inlayHintsIn(
  session: Session,
  { textDocument, range }: InlayHintParams,
  token?: CancellationToken,
): Promise<InlayHint[]> {
  const opened = await session.opened(textDocument.uri, token);
  if (!opened) return [];
  const { document, analysis } = opened;
  return inlayHints(analysis, toSpan(document, range)).map(({ offset, label, tooltip }) => ({
    position: document.positionAt(offset),
    label: render(label),
    tooltip: render(tooltip),
    paddingLeft: true,
  }));
}
