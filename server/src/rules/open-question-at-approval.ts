import { message } from "../messages/message.ts";
import { parentsIn } from "../template/align.ts";
import type { Part } from "../template/parts.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { openHeading, openQuestionsIn } from "./support/questions.ts";
import { writtenSections } from "./support/section.ts";

const template =
  "# Design\n\nStatus: DRAFT\n\n## Drawbacks and Open Questions\n\n<!-- design-docs: expect: questions -->\n\nWhat is wrong with it, and what is not known yet.\n";
const head = "# Sync engine\n\nStatus: APPROVED\n\n## Drawbacks and Open Questions\n\n";

export default defineRule<Problem>({
  id: "open-question-at-approval",
  summary: "An approved design still has an open question.",
  why: "What is open when the design is approved is decided by whoever comes to it first, and nobody hears of it. An item, a row or a heading of the section that ends in a question is open, until something stands behind or below it that is no question, or it is ticked or struck out. Running text about drawbacks asks nothing, but a paragraph that is only a question does, where a heading speaks of open questions.",
  severity: levels("off", "off", "warning"),
  waitsFor: "section",
  examples: [
    {
      title: "a question without an answer",
      template,
      stage: "approved",
      text: `${head}- The log grows with every edit.\n- ⟦Who pays for the storage?⟧\n- ⟦Is a day enough? TBD⟧\n`,
    },
    {
      title: "answers, in some of their forms",
      template,
      stage: "approved",
      text: `${head}- Who pays for the storage? The platform team.\n- Is a day enough?\n  - Yes: nobody was offline for longer.\n- ~~Which database?~~\n- [x] How large may it grow?\n`,
    },
  ],

  *check(context) {
    const told = new Set<number>();
    for (const { part, paragraphs } of partsWithQuestions(context)) {
      const heading = openHeading(context, part);
      const spans = heading ? [heading] : openQuestionsIn(context, part, paragraphs);
      for (const span of spans) {
        if (told.has(span.start)) continue;
        told.add(span.start);
        yield { span, message: message("open-question-at-approval.found") };
      }
    }
  },
});

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
