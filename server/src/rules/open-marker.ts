import { message } from "../messages/message.ts";
import { inText, type Block } from "../syntax/document.ts";
import { allIn, firstFrom, type FoundAt } from "../syntax/found-in.ts";
import { childrenOf, plainText, type Node } from "../syntax/node.ts";
import { parentsIn, type SectionAnswer } from "../template/align.ts";
import { partExtent, partHeading, type Part } from "../template/parts.ts";
import { ownStretch } from "../template/own-state.ts";
import { blocksIn } from "../template/units.ts";
import { contains, meets, shift, slice, trimmed, type Span } from "../text/span.ts";
import { defineRule, type Problem, type Reach, type RuleContext } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { markersIn, mayHaveMarkers } from "./support/markers.ts";
import { namedIn } from "./support/named.ts";
import { openQuestionsOf, partsAsking } from "./support/open-questions.ts";
import { proseIn } from "./support/prose.ts";
import type { OpenQuestion } from "./support/questions.ts";
import { speaksEnglish } from "./support/said.ts";
import { saysNotApplicable } from "./support/section.ts";

const template =
  "# Design\n\n## Goals\n\nWhat it is for.\n\n## Launch Checklist\n\n<!-- design-docs: expect: checklist -->\n\nWhat has to be done.\n";

export default defineRule<Problem>({
  id: "open-marker",
  summary: "A marker says that something is still to be written, decided or done.",
  why: "Whoever builds from an approved design decides what was left open, mostly without knowing it. What is told: `TODO`, `TBD`, `TBA`, `TBC` and `FIXME` in capitals before a colon or a bracket, or where a sentence, line, entry or cell begins or ends with them; `XXX` before a colon; `???` as a word of its own; `[NEEDS CLARIFICATION: …]`, which is an error once the design is approved; and from approval on, boxes that are not ticked in a section that is a checklist. A text that merely speaks of such words, code, comments, addresses, the header and what is struck out are passed over. Among open questions it is information at most, and a question that is marked as open is told by [open-question-at-approval](open-question-at-approval.md) alone. A section with nothing but TBD is told as empty.",
  severity: levels("hint", "information", "warning"),
  reads: (context) => stretchesRead(context),
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
    const isChecked = looksAtBoxes(context);
    const marked = allIn(doc, withMarkers);
    const hasMarkers = marked.length > 0;
    if (!hasMarkers && !(isChecked && doc.text.includes("[ ]"))) return;
    const parents = parentsIn(context.alignment);
    const answers = new Map(context.alignment.sections.map((answer) => [answer.part, answer]));
    const inMarkers = hasMarkers ? markersWith(context) : () => [];
    yield* inMarkers(leadOf(context));
    for (const part of context.alignment.parts) {
      if (!isChecked && !holdsOne(part, marked)) continue;
      const around = [...withParents(part, parents)];
      if (around.some((one) => answers.has(one) && context.states.get(one)?.state === "empty")) continue;
      const told: Problem[] = [];
      const asksQuestions = around.some((one) =>
        answers.get(one)?.wanted.expects.some(({ name }) => name === "questions"),
      );
      const isHeader = part === context.alignment.title;
      const stretch = ownStretch(context.doc, part, context.instructions);
      told.push(...inMarkers({ stretch, isHeader, asksQuestions, passed: leftIn(context, part) }));
      if (isChecked && around.some((one) => isChecklist(one, answers.get(one))))
        told.push(...openTasks(context, part));
      yield* told.toSorted((a, b) => a.span.start - b.span.start);
    }
  },
});

const looksAtBoxes = ({ stage }: RuleContext): boolean => stage === "approved" || stage === "implemented";

const holdsOne = ({ from, bodyEnd }: Part, marked: readonly FoundAt<true>[]): boolean =>
  (marked[firstFrom(marked, from.block)]?.block ?? Infinity) <= bodyEnd.block;

/** The texts with markers, and the questions among which they may be. Where boxes count, all may be read. */
function stretchesRead(context: RuleContext): readonly Reach[] | undefined {
  const { doc, alignment, states } = context;
  if (looksAtBoxes(context)) return undefined;
  const marked = allIn(doc, withMarkers);
  if (marked.length === 0) return [];
  const parents = parentsIn(alignment);
  const answering = new Set(alignment.sections.map(({ part }) => part));
  const parts = partsHolding(alignment.parts, marked);
  // Whether the section around it is empty hangs on all that is below that.
  const isInEmpty = (part: Part): boolean =>
    [...withParents(part, parents)].some((one) => answering.has(one) && states.get(one)?.state === "empty");
  if (parts.some(isInEmpty)) return undefined;
  const end = alignment.parts[0]?.from ?? { block: doc.blocks.length, offset: 0 };
  return [
    { from: { block: 0, offset: 0 }, extentEnd: end },
    ...parts.map(({ from, bodyEnd }) => ({ from, extentEnd: bodyEnd })),
    ...partsAsking(context),
  ];
}

/** The parts in whose own text there is one of what was found; both are in the order of the text. */
const partsHolding = (parts: readonly Part[], marked: readonly FoundAt<true>[]): readonly Part[] =>
  parts.filter((part) => holdsOne(part, marked));

/** Whether a block may have a marker, as a list with something in it or nothing. */
const withMarkers = (_: Block, source: string): readonly true[] => (mayHaveMarkers(source) ? yes : no);

const yes: readonly true[] = [true];
const no: readonly true[] = [];

function* withParents(part: Part, parents: ReadonlyMap<Part, Part | undefined>): Generator<Part> {
  for (let one: Part | undefined = part; one; one = parents.get(one)) yield one;
}

interface Stretch {
  readonly stretch: Span;
  /** The header stands in it. */
  readonly isHeader: boolean;
  /** The template expects questions there. */
  readonly asksQuestions: boolean;
  /** What is told for another reason. */
  readonly passed: readonly Span[];
}

/** What stands above the first heading, which is often the header. */
function leadOf({ doc, alignment, instructions }: RuleContext): Stretch {
  const [first] = alignment.parts;
  const end = first ? partHeading(doc, first).start : doc.text.length;
  const passed = instructions ? [instructions.span] : [];
  return { stretch: { start: 0, end }, isHeader: true, asksQuestions: false, passed };
}

/** Finds the markers of a stretch; what hangs on the whole document is asked once, and only where it matters. */
function markersWith(context: RuleContext): (stretch: Stretch) => readonly Problem[] {
  const { doc, stage } = context;
  let english: boolean | undefined;
  let questions: readonly OpenQuestion[] | undefined;
  // A question that is marked as open is one open question, whichever rule tells it, and when.
  const isAsked = (place: Span): boolean =>
    partsAsking(context).some((part) => meets(partExtent(doc, part), place)) &&
    (questions ??= openQuestionsOf(context)).some(({ whole }) => meets(whole, place));
  return ({ stretch, isHeader, asksQuestions, passed: other }) => {
    if (!mayHaveMarkers(slice(doc.text, stretch))) return [];
    const header = isHeader ? doc.header.fields.map(({ block, whole }) => inText(doc, block, whole)) : [];
    const passed = [...settledIn(context, stretch), ...other, ...header];
    // Before the first section, lists and tables are the header.
    return proseIn(doc, stretch)
      .filter(({ kind, inList }) => !isHeader || (kind !== "cell" && !inList))
      .flatMap(({ span, text }) =>
        markersIn(text, slice(doc.text, span)).flatMap((marker): readonly Problem[] => {
          const place = shift(marker.span, span.start);
          if (passed.some((one) => meets(one, place))) return [];
          if (marker.kind === "clarify") {
            const isError = stage === "approved" || stage === "implemented";
            return [
              { span: place, message: message("open-marker.clarify"), ...(isError && { atLeast: "error" }) },
            ];
          }
          if (!marker.isSure && !(english ??= speaksEnglish(context, place))) return [];
          if (isAsked(place)) return [];
          const told = message("open-marker.found", { marker: slice(doc.text, place) });
          return [{ span: place, message: told, ...(asksQuestions && { atMost: "information" }) }];
        }),
      );
  };
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
