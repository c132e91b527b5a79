import type { Document } from "../../syntax/document.ts";
import type { Edit } from "../../text/edit.ts";
import { lineAt, lineEnding } from "../../text/lines.ts";
import type { Approval } from "./approval.ts";
import type { Entry } from "./entries.ts";
import { cellsOf, roleOf, sayApproval } from "./log-columns.ts";

// A list mark, a label with the marks round it, and its colon; or the first cell of a row.
const keyHead = /^(?:\|?[^|\r\n]{1,200}\||[^:\r\n]{1,200}:(?:\*\*|__|\*|_)?)/;

/**
 * The edit that adds an approval to a log that describes each decision key by key (`Date: …`, `Approver: …`):
 * the keys of its last decision, spelt as they are there. Nothing where a log is written otherwise.
 */
export function keysOfApproval(
  doc: Document,
  entries: readonly Entry[],
  approval: Approval,
): Edit | undefined {
  const isKeyed = entries.every(({ label, rest }) => roleOf(label) !== undefined && rest !== "");
  const [first] = entries;
  const last = entries.at(-1);
  if (!first || !last || entries.length < 2 || !isKeyed) return undefined;
  const from = entries.findLastIndex(({ label }) => label.toLowerCase() === first.label.toLowerCase());
  const group = entries.slice(from);
  const values = cellsOf(
    group.map(({ label }) => label),
    approval,
    group.map(({ rest }) => rest),
  );
  if (!sayApproval(values, approval)) return undefined;
  const lines = group.flatMap(({ span, kind }, index): readonly string[] => {
    const line = lineAt(doc.text, span.start);
    const head = keyHead.exec(doc.text.slice(span.start, line.end))?.[0];
    const value = values[index] ?? "";
    if (head === undefined || value === "") return [];
    const indent = doc.text.slice(line.start, span.start);
    return [`${indent}${head} ${value}${kind === "row" ? " |" : ""}`];
  });
  const eol = lineEnding(doc.text);
  const gap = last.kind === "label" ? eol + eol : eol;
  const { end } = last.kind === "row" ? lineAt(doc.text, last.span.end) : last.span;
  return { span: { start: end, end }, text: lines.map((line) => gap + line).join("") };
}
