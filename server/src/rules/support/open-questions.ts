import { parentsIn } from "../../template/align.ts";
import { partExtent, type Part } from "../../template/parts.ts";
import type { RuleContext } from "../rule.ts";
import { openHeading, openQuestionsIn, type OpenQuestion } from "./questions.ts";
import { partsNamed } from "./parts-named.ts";
import { sectionsAsked, writtenSections } from "./section.ts";

/**
 * The questions of a document that nothing answers, in its order, whatever its stage: those in the sections
 * of which the template expects `questions`, and in those that are named after them.
 */
export function openQuestionsOf(context: RuleContext): readonly OpenQuestion[] {
  const told = new Set<number>();
  return partsWithQuestions(context).flatMap(({ part, paragraphs }) => {
    const heading = openHeading(context, part);
    const questions: readonly OpenQuestion[] = heading
      ? [{ span: heading, whole: partExtent(context.doc, part) }]
      : openQuestionsIn(context, part, paragraphs);
    return questions.filter(({ span }) => {
      const isNew = !told.has(span.start);
      told.add(span.start);
      return isNew;
    });
  });
}

/** The parts in which such questions are looked for, with those below them. */
export const partsAsking = (context: RuleContext): readonly Part[] => [
  ...sectionsAsked(context, ["questions"]),
  ...partsNamed(context, openName),
];

interface Asking {
  readonly part: Part;
  /** Its heading speaks of nothing but questions, so that a paragraph may be one. */
  readonly paragraphs: boolean;
}

const openName =
  /\b(?:open|unresolved|outstanding|unanswered|remaining)\b.{0,30}\b(?:questions?|issues?|points?|items?)\b/i;
const mixedName = /\b(?:drawbacks?|risks?|downsides?|concerns?|limitations?)\b/i;
const closedName = /\b(?:resolved|answered|closed|decided|settled)\b/i;

/** The parts whose questions are judged, in the order of the text. */
function partsWithQuestions(context: RuleContext): readonly Asking[] {
  const { alignment, states } = context;
  const written = new Set([...writtenSections(context, "questions")].map(({ part }) => part));
  const answering = new Map(alignment.sections.map(({ part, wanted }) => [part, wanted]));
  const parents = parentsIn(alignment);
  const found: Asking[] = [];
  const within = new Map<Part, boolean>();
  for (const part of alignment.parts) {
    const title = part.title.slice(0, 200);
    const parent = parents.get(part);
    const wanted = answering.get(part);
    const isQuestions = openName.test(title) && !mixedName.test(title);
    const around = parent ? within.get(parent) : undefined;
    // A section of the template that lacks its text, or is set aside, is told as that, or fine.
    const isSection = wanted !== undefined && wanted.isTitle === false;
    const isJudged = isSection
      ? written.has(part) || (isQuestions && states.get(part)?.state === "written")
      : around !== undefined || isQuestions;
    if (!isJudged || closedName.test(title)) continue;
    const paragraphs = isQuestions || around === true;
    within.set(part, paragraphs);
    found.push({ part, paragraphs });
  }
  return found;
}
