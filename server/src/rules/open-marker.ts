import { message } from "../messages/message.ts";
import { inText } from "../syntax/document.ts";
import { childrenOf, plainText, type Node } from "../syntax/node.ts";
import { parentsIn, type SectionAnswer } from "../template/align.ts";
import type { Part } from "../template/parts.ts";
import { ownStretch } from "../template/states.ts";
import { blocksIn } from "../template/units.ts";
import { contains, meets, shift, slice, trimmed, type Span } from "../text/span.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { markersIn, mayHaveMarkers } from "./support/markers.ts";
import { namedIn } from "./support/named.ts";
import { proseIn } from "./support/prose.ts";
import { speaksEnglish } from "./support/said.ts";
import { saysNotApplicable } from "./support/section.ts";

const template =
  "# Design\n\n## Goals\n\nWhat it is for.\n\n## Launch Checklist\n\n<!-- design-docs: expect: checklist -->\n\nWhat has to be done.\n";

export default defineRule<Problem>({
  id: "open-marker",
  summary: "A marker says that something is still to be written, decided or done.",
  why: "Whoever builds from an approved design decides what was left open, mostly without knowing it. What is told: `TODO`, `TBD`, `TBA`, `TBC` and `FIXME` in capitals before a colon or a bracket, or where a sentence, line, entry or cell begins or ends with them; `XXX` before a colon; `???` as a word of its own; `[NEEDS CLARIFICATION: …]`, which is an error once the design is approved; and from approval on, boxes that are not ticked in a section that is a checklist. A text that merely speaks of such words, code, comments, addresses, the header and what is struck out are passed over. Among open questions it is information at most, and a section with nothing but TBD is told as empty.",
  severity: levels("hint", "information", "warning"),
  waitsFor: "section",
  examples: [
    {
      title: "markers",
      template,
      stage: "review",
      text: "# Sync engine\n\n## Goals\n\nPhones work offline. ⟦TODO⟧: name the oldest model.\n\n- Tablets: ⟦TBD⟧\n- Notes of up to ⟦???⟧ MB\n- ⟦[NEEDS CLARIFICATION: are watches in scope?]⟧\n",
    },
    {
      title: "boxes that are not ticked",
      template,
      stage: "approved",
      text: "# Sync engine\n\n## Goals\n\nPhones work offline.\n\n## Launch Checklist\n\n- [x] Load test\n- [ ] ⟦Runbook⟧\n- [ ] N/A: translations\n",
    },
    {
      title: "words that are spoken of",
      template,
      stage: "approved",
      text: "# Sync engine\n\n## Goals\n\nNotes become entries of a TODO list. The linter counts TODO and FIXME comments, such as `TODO: later`, and ~~TBD~~ nothing else.\n",
    },
  ],

  *check(context) {
    const { doc } = context;
    const isChecked = context.stage === "approved" || context.stage === "implemented";
    const hasMarkers = mayHaveMarkers(doc.text);
    if (!hasMarkers && !(isChecked && doc.text.includes("[ ]"))) return;
    const parents = parentsIn(context.alignment);
    const answers = new Map(context.alignment.sections.map((answer) => [answer.part, answer]));
    let english: boolean | undefined;
    const isEnglishAt = (span: Span): boolean => (english ??= speaksEnglish(context, span));
    for (const part of context.alignment.parts) {
      const around = [...withParents(part, parents)];
      if (around.some((one) => answers.has(one) && context.states.get(one)?.state === "empty")) continue;
      const told: Problem[] = [];
      if (hasMarkers) told.push(...markersOf(context, part, around, answers, isEnglishAt));
      if (isChecked && around.some((one) => isChecklist(one, answers.get(one))))
        told.push(...openTasks(context, part));
      yield* told.toSorted((a, b) => a.span.start - b.span.start);
    }
  },
});

function* withParents(part: Part, parents: ReadonlyMap<Part, Part | undefined>): Generator<Part> {
  for (let one: Part | undefined = part; one; one = parents.get(one)) yield one;
}

function* markersOf(
  context: RuleContext,
  part: Part,
  around: readonly Part[],
  answers: ReadonlyMap<Part | undefined, SectionAnswer>,
  isEnglishAt: (span: Span) => boolean,
): Generator<Problem> {
  const { doc, stage } = context;
  const stretch = ownStretch(doc, part, context.instructions);
  if (!mayHaveMarkers(slice(doc.text, stretch))) return;
  const asksQuestions = around.some((one) =>
    answers.get(one)?.wanted.expects.some(({ name }) => name === "questions"),
  );
  const passed = [...settledIn(context, stretch), ...leftIn(context, part), ...headerSpans(context, part)];
  for (const { span, text, kind, inList } of proseIn(doc, stretch)) {
    // Before the first section, lists and tables are the header.
    if (part === context.alignment.title && (kind === "cell" || inList)) continue;
    for (const marker of markersIn(text, slice(doc.text, span))) {
      const place = shift(marker.span, span.start);
      if (passed.some((other) => meets(other, place))) continue;
      if (!marker.isSure && !isEnglishAt(place)) continue;
      if (marker.kind === "clarify")
        yield {
          span: place,
          message: message("open-marker.clarify"),
          ...((stage === "approved" || stage === "implemented") && { atLeast: "error" }),
        };
      else
        yield {
          span: place,
          message: message("open-marker.found", { marker: slice(doc.text, place) }),
          ...(asksQuestions && { atMost: "information" }),
        };
    }
  }
}

/** What is struck out or ticked. */
function settledIn({ doc }: RuleContext, stretch: Span): readonly Span[] {
  const found: Span[] = [];
  const collect = (block: number, node: Node): void => {
    if (node.kind === "delete" || (node.kind === "item" && node.checked === true))
      found.push(inText(doc, block, node));
    else for (const child of childrenOf(node)) collect(block, child);
  };
  for (const block of blocksIn(doc, stretch)) {
    const node = doc.blocks[block]?.node;
    if (node) collect(block, node);
  }
  return found;
}

/** Text of the template, which is told as such. */
const leftIn = ({ states }: RuleContext, part: Part): readonly Span[] =>
  states.get(part)?.leftovers.map(({ span }) => span) ?? [];

const headerSpans = ({ doc, alignment }: RuleContext, part: Part): readonly Span[] =>
  part === alignment.title ? doc.header.fields.map(({ block, whole }) => inText(doc, block, whole)) : [];

const checklist = /\bcheck[- ]?lists?\b|\bsign[- ]?offs?\b/i;

const isChecklist = ({ title }: Part, answer: SectionAnswer | undefined): boolean =>
  checklist.test(title.slice(0, 200)) ||
  answer?.wanted.expects.some(({ name }) => name === "checklist") === true;

/** The boxes that are not ticked. Of an entry with boxes below it, those tell what is left. */
function openTasks(context: RuleContext, part: Part): readonly Problem[] {
  const { doc } = context;
  const stretch = ownStretch(doc, part, context.instructions);
  const left = leftIn(context, part);
  const found: Problem[] = [];
  const collect = (block: number, node: Node): boolean => {
    let isBelow = false;
    for (const child of childrenOf(node)) if (collect(block, child)) isBelow = true;
    if (isBelow || node.kind !== "item" || node.checked !== false) return isBelow;
    const [lead] = node.children;
    const text = lead ? plainText(lead).trim() : "";
    if (!lead || text === "") return false;
    const place = inText(doc, block, lead);
    const span = trimmed(doc.text, {
      start: place.start,
      end: Math.min(place.end, lineEnd(doc.text, place)),
    });
    const isSetAside =
      saysNotApplicable(text) || /[(:–—-]\s?(?:n\/a|not applicable)\b/i.test(text.slice(0, 500));
    const isStruck = childrenOf(lead)[0]?.kind === "delete";
    if (isSetAside || isStruck || left.some((other) => meets(other, span))) return true;
    found.push({ span, message: message("open-marker.task", { name: namedIn(text) }) });
    return true;
  };
  for (const block of blocksIn(doc, stretch)) {
    const node = doc.blocks[block]?.node;
    if (node) collect(block, node);
  }
  return found.filter(({ span }) => contains(stretch, span));
}

function lineEnd(text: string, { start, end }: Span): number {
  const found = text.slice(start, end).search(/[\r\n]/);
  return found < 0 ? end : start + found;
}
