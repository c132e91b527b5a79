import { createMemory } from "../../text/memory.ts";
import type { Document } from "../../syntax/document.ts";
import type { SectionAnswer } from "../../template/align.ts";
import type { Analysed } from "../../template/analysed.ts";
import type { Expectation, ExpectationName } from "../../template/expectations.ts";
import { partBody, partExtent, type Part } from "../../template/parts.ts";
import { ownStretch } from "../../template/own-state.ts";
import { stages } from "../../template/status.ts";
import type { Span } from "../../text/span.ts";
import type { Problem, RuleContext } from "../rule.ts";
import { proseText } from "./prose.ts";

/** A section that is written, and what the template asks of it. */
export interface Written {
  readonly answer: SectionAnswer;
  readonly part: Part;
  readonly expectation: Expectation;
  /** Its own text: from behind the heading to the next heading. */
  readonly body: Span;
  /** Its text with that of the sections below it. */
  readonly whole: Span;
}

/**
 * The sections of which the template asks `name` and that can be judged: written, without guidance left in,
 * and not set aside by “N/A: reason”. What is wrong with the others is told by other rules. The text of a
 * part for which `isMeant` is false is not looked at.
 */
export function* writtenSections(
  context: Analysed,
  name: ExpectationName,
  isMeant: (part: Part) => boolean = () => true,
): Generator<Written> {
  for (const answer of context.alignment.sections) {
    const expectation = answer.wanted.expects.find((one) => one.name === name);
    const { part } = answer;
    if (!expectation || !part || answer.wanted.isTitle || !isMeant(part)) continue;
    const state = context.states.get(part);
    if (state?.state !== "written" || state.leftovers.length > 0) continue;
    const body = ownStretch(context.doc, part, context.instructions);
    const whole = { start: partBody(context.doc, part).start, end: extentOf(context, part).end };
    if (isNotApplicable(context.doc, whole)) continue;
    yield { answer, part, expectation, body, whole };
  }
}

/** The parts that answer sections of which the template asks one of some things. */
export function sectionsAsked(
  { alignment }: Pick<RuleContext, "alignment">,
  names: readonly ExpectationName[],
): readonly Part[] {
  let known = asked.get(alignment.sections);
  if (!known) asked.set(alignment.sections, (known = new Map()));
  const key = names.join(" ");
  let parts = known.get(key);
  if (!parts) {
    parts = alignment.sections.flatMap(({ wanted, part }) =>
      part && wanted.expects.some(({ name }) => names.includes(name)) ? [part] : [],
    );
    known.set(key, parts);
  }
  return parts;
}

// Two dozen rules ask at each edit, and most edits leave the alignment as it was.
const asked = createMemory<readonly SectionAnswer[], Map<string, readonly Part[]>>();

/** From a part’s heading to behind its last subsection, without the template’s instructions where they stand in it. */
export function extentOf({ doc, instructions }: Pick<Analysed, "doc" | "instructions">, part: Part): Span {
  const { start, end } = partExtent(doc, part);
  const body = partBody(doc, part).start;
  // Instructions in front of a part take nothing of it away.
  if (!instructions || instructions.span.start < body) return { start, end };
  return { start, end: Math.max(body, Math.min(end, instructions.rule?.start ?? instructions.span.start)) };
}

const notApplicable =
  /^(?:n\/?a\b|n\.a\.|not (?:applicable|needed|required|relevant|planned)\b|does not apply\b|none\b|nothing\b|no changes?\b)/i;

// Who writes more has something to say.
const longest = 600;

/** Whether a section's text says that there is nothing to say: “N/A: reason”, “None, since …”. */
export const saysNotApplicable = (text: string): boolean =>
  text.length < longest && notApplicable.test(text.trim());

/** The same of a stretch of a document, of which no more is read than tells. */
export const isNotApplicable = (doc: Document, stretch: Span): boolean =>
  mayBegin.test(proseText(doc, stretch, 1)) && saysNotApplicable(proseText(doc, stretch, longest));

// Of most sections the first letter tells.
const mayBegin = /^\s*[nd]/i;

/** What bounds a finding about a section that need not be written yet: a hint at most. */
export const whileNotDue = (
  { wanted }: SectionAnswer,
  { stage }: Pick<RuleContext, "stage">,
): Pick<Problem, "atMost"> => (stages.indexOf(wanted.due) <= stages.indexOf(stage) ? {} : { atMost: "hint" });
