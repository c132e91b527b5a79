import { plannedOn } from "./planned-on.ts";
import type { CreateFile, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver";
import { noBaseline, printBaseline, withDocument, withFingerprints } from "../config/baseline.ts";
import { fingerprintsOf } from "../rules/support/fingerprint.ts";
import type { Finding } from "../service.ts";
import { difference } from "../text/edit.ts";
import { lineEnding } from "../text/lines.ts";
import { canonical } from "../workspace/uris.ts";
import type { Opened, Session } from "./session.ts";
import { toTextEdit } from "./to-proto.ts";

/**
 * The edit that writes a finding into the baseline of its document. Nothing where there is no baseline, where its
 * file cannot be read as one, or where it is not there and the client makes no files.
 */
export function acceptingEdit(
  { client, documents }: Pick<Session, "client" | "documents">,
  { analysis, baseline }: Pick<Opened, "analysis" | "baseline">,
  { rule, problem }: Finding,
): WorkspaceEdit | undefined {
  if (!baseline || baseline.problem) return undefined;
  const { uri, path, accepted } = baseline;
  // Editors do not count the mark in front of a text.
  const text = baseline.text?.replace(/^\uFEFF/, "");
  const prints = fingerprintsOf(rule.id, problem, analysis);
  const printed = printBaseline(
    withDocument(
      text === undefined ? noBaseline : baseline.baseline,
      path,
      withFingerprints(accepted, prints),
    ),
  );
  if (text === undefined) {
    if (!client.createsFiles) return undefined;
    const create: CreateFile = { kind: "create", uri, options: { ignoreIfExists: true } };
    const start = { line: 0, character: 0 };
    const fill: TextDocumentEdit = {
      textDocument: { uri, version: null },
      edits: [{ range: { start, end: start }, newText: printed }],
    };
    return { documentChanges: [create, fill] };
  }
  const changed = difference(text, printed.replaceAll("\n", lineEnding(text)));
  if (!changed) return undefined;
  const open = documents.all().find((document) => canonical(document.uri) === uri);
  const { document, ...textDocument } = plannedOn(open, { uri, languageId: "json", text });
  // Who cannot be told the version could not refuse the edit.
  if (open !== undefined && textDocument.version !== open.version) return undefined;
  const edit = toTextEdit(document, changed);
  if (!client.versionedEdits) return { changes: { [textDocument.uri]: [edit] } };
  return { documentChanges: [{ textDocument, edits: [edit] }] };
}
