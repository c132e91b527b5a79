import { message } from "../messages/message.ts";
import type { Analysed } from "../template/analysed.ts";
import { parentsIn } from "../template/align.ts";
import { keyOf } from "../template/names.ts";
import { partHeading } from "../template/parts.ts";
import { lineAt } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import type { Completion, Suggestions } from "./completion.ts";
import { blockKindAt } from "./place.ts";

export const withAt = (handle: string): string => (handle.startsWith("@") ? handle : `@${handle}`);

/** The handles as what can be written over `entry`, behind `gap`, the caret standing in the entry. */
export function completeHandles(
  text: string,
  entry: Span,
  offset: number,
  handles: Suggestions["handles"],
  gap = "",
): readonly Completion[] {
  const typed = text.slice(entry.start, offset).toLowerCase();
  // A name that is typed without its sign is meant all the same.
  const wanting = typed === "" || typed.startsWith("@") ? "@" : "";
  const named = handles.map(({ handle, detail }) => ({ name: withAt(handle).slice(1), detail }));
  const isBegun = named.some(({ name }) => (wanting + name).toLowerCase().startsWith(typed));
  return named.map(({ name, detail }, order): Completion => ({
    label: `@${name}`,
    kind: "person",
    detail: message("feature.seen", { where: detail }),
    span: entry,
    text: `${gap}@${name}`,
    // What begins no handle, such as a placeholder, is to be written over by any.
    filter: isBegun ? wanting + name : text.slice(entry.start, offset) + name,
    order,
  }));
}

// Where people are named in running text: who decided, who approved.
const decisionKeys = new Set(
  ["Decision Log", "Decision", "Decision Record", "Approval", "Sign-off"].map(keyOf),
);

/** The handles behind an `@` in a section that records decisions; none elsewhere, where an `@` may be anything. */
export function completeMentions(
  analysed: Analysed,
  offset: number,
  { handles }: Suggestions,
): readonly Completion[] {
  const { doc } = analysed;
  const line = lineAt(doc.text, offset);
  const begun = /(?:^|[\s(|])(@[\w./-]*)$/.exec(doc.text.slice(line.start, offset))?.[1];
  if (begun === undefined || !recordsDecisions(analysed, offset)) return [];
  const start = offset - begun.length;
  const kind = blockKindAt(doc, start);
  if (kind === "code" || kind === "html" || kind === "heading") return [];
  const rest = /^[\w./-]*/.exec(doc.text.slice(offset, line.end))?.[0].length ?? 0;
  return completeHandles(doc.text, { start, end: offset + rest }, offset, handles);
}

/** Whether the part around `offset`, or one around that, is a decision log. */
function recordsDecisions({ doc, alignment }: Analysed, offset: number): boolean {
  const parents = parentsIn(alignment);
  const titles = new Map(alignment.sections.map(({ part, wanted }) => [part, wanted.title]));
  let part = alignment.parts.findLast((other) => partHeading(doc, other).end <= offset);
  for (; part; part = parents.get(part)) {
    if ([part.title, titles.get(part) ?? ""].some((title) => decisionKeys.has(keyOf(title)))) return true;
  }
  return false;
}
