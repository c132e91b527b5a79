import { message, type Message } from "../messages/message.ts";
import type { SectionAnswer } from "../template/align.ts";
import type { Analysed } from "../template/analysed.ts";
import { parentsOf, partExtent, partHeading, type Part } from "../template/parts.ts";
import { readStatus } from "../template/status.ts";
import { groupBy } from "../text/group.ts";
import type { Span } from "../text/span.ts";
import { missingBelow } from "./missing-below.ts";
import { nameOf } from "./place.ts";
import { progress } from "./progress.ts";

/** A heading of the document with what stands below it. */
export interface OutlineItem {
  /** The heading as read; never empty, since protocols forbid that. */
  readonly name: string;
  /** What is to be said of it on one line, in pieces. */
  readonly detail: readonly Message[];
  /** `extra` for headings that answer nothing in the template. */
  readonly kind: "title" | "section" | "extra";
  /** From the heading to the next one of its depth or less; lies within the span of the item around it. */
  readonly span: Span;
  /** The heading; lies within the span. */
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

/** The outline of a document: its headings, each with how far its section has come. */
export function outline(analysed: Analysed): readonly OutlineItem[] {
  const { parts, sections } = analysed.alignment;
  const answers = new Map(sections.map((answer) => [answer.part, answer]));
  const parents = parentsOf(parts);
  const below = groupBy([...parts.entries()], ([index]) => parents[index] ?? -1);
  const itemsOf = (parent: number): readonly OutlineItem[] =>
    (below.get(parent) ?? []).map(([index, part]) =>
      itemOf(analysed, part, answers.get(part), itemsOf(index)),
    );
  return itemsOf(-1);
}

function itemOf(
  analysed: Analysed,
  part: Part,
  answer: SectionAnswer | undefined,
  children: readonly OutlineItem[],
): OutlineItem {
  const { doc, alignment } = analysed;
  const selection = partHeading(doc, part);
  const isTitle = part === alignment.title;
  return {
    name: nameOf(doc, part),
    detail: isTitle ? titleDetail(analysed) : answer ? sectionDetail(analysed, part, answer) : [],
    kind: isTitle ? "title" : answer ? "section" : "extra",
    span: partExtent(doc, part),
    selection,
    children,
  };
}

function titleDetail(analysed: Analysed): readonly Message[] {
  const { alignment, template } = analysed;
  const value = alignment.fields.find(({ wanted }) => wanted.shape === "status")?.field?.value ?? "";
  const status = readStatus(value, template.statuses)?.name ?? value;
  const { written, total } = progress(analysed);
  return [
    ...(status === "" ? [] : [message("feature.outline-status", { status })]),
    ...(total === 0 ? [] : [message("feature.outline-progress", { written, total })]),
  ];
}

const stateIds = {
  written: "feature.outline-written",
  empty: "feature.outline-empty",
  placeholder: "feature.outline-placeholder",
} as const;

function sectionDetail(analysed: Analysed, part: Part, answer: SectionAnswer): readonly Message[] {
  const state = analysed.states.get(part)?.state ?? "empty";
  const titles = missingBelow(analysed, answer).join(", ");
  return [
    message(stateIds[state]),
    ...(titles === "" ? [] : [message("feature.outline-missing", { titles })]),
  ];
}
