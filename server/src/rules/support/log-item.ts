import type { Document } from "../../syntax/document.ts";
import type { Edit } from "../../text/edit.ts";
import { lineAt, lineEnding } from "../../text/lines.ts";
import { approvalText, type Approval } from "./approval.ts";
import type { Entry } from "./entries.ts";
import { newestFirst } from "./log-order.ts";

// What stands before the words of an item: its mark, the day with the marks round it, and what sets it off.
const itemHead =
  /^(?<mark>[-*+]|\d{1,9}[.)])(?<space>[ \t]+)(?:(?<bold>\*\*|__|`|)\d{4}-\d{2}-\d{2}(?<inner>[:.,]?)\k<bold>(?<gap>[ \t]*[:,–—-]?[ \t]+))?/;

/** The edit that adds an approval to a list, as an item like the others; before the first where the newest comes first. */
export function itemOfApproval(doc: Document, items: readonly Entry[], approval: Approval): Edit {
  const eol = lineEnding(doc.text);
  const isNewestFirst = newestFirst(items.map(({ text }) => text));
  const like = items.at(isNewestFirst ? 0 : -1)?.span ?? { start: 0, end: 0 };
  const source = doc.text.slice(like.start, Math.min(like.end, like.start + 100));
  const { mark = "-", space = " ", bold = "", inner = "", gap } = itemHead.exec(source)?.groups ?? {};
  const sentence = approvalText(approval, { date: true });
  const goesOn = gap !== undefined && (inner + gap).includes(",");
  const words = goesOn ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
  const day = gap === undefined ? `${approval.day}: ` : bold + approval.day + inner + bold + gap;
  const indent = doc.text.slice(lineAt(doc.text, like.start).start, like.start);
  const between = areApart(doc, items) ? eol + eol : eol;
  if (isNewestFirst) {
    const text = `${mark}${space}${day}${words}.${between}${indent}`;
    return { span: { start: like.start, end: like.start }, text };
  }
  const text = `${between}${indent}${next(mark, doc, items)}${space}${day}${words}.`;
  return { span: { start: like.end, end: like.end }, text };
}

/** Whether a blank line stands between the last two items. */
function areApart(doc: Document, items: readonly Entry[]): boolean {
  const [one, other] = items.slice(-2);
  return (
    one !== undefined &&
    other !== undefined &&
    doc.text.slice(one.span.end, other.span.start).split(/\r\n|\n|\r/).length > 2
  );
}

/** The mark behind the last one: of numbers the next, unless all are the same. */
function next(mark: string, doc: Document, items: readonly Entry[]): string {
  const [, digits, dot = ""] = /^(\d+)([.)])$/.exec(mark) ?? [];
  const before = items.at(-2)?.span.start;
  if (digits === undefined || (before !== undefined && doc.text.startsWith(mark, before))) return mark;
  return `${Number(digits) + 1}${dot}`;
}
