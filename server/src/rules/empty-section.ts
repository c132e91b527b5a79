import { message } from "../messages/message.ts";
import { parentsIn, type SectionAnswer } from "../template/align.ts";
import { takeOut } from "../template/insertion.ts";
import { asText, guidancePieces } from "../template/pieces.ts";
import { movableExtent } from "../template/placement.ts";
import { partExtent, partHeading, type Part } from "../template/parts.ts";
import { stages } from "../template/status.ts";
import { lineEnding } from "../text/lines.ts";
import { contains, slice, type Span } from "../text/span.ts";
import { defineRule, type Fix, type Problem, type RuleContext } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { openComments } from "./support/open-comments.ts";

interface EmptySection extends Problem {
  readonly answer: SectionAnswer;
  readonly part: Part;
  readonly filler: Span | undefined;
}

const template = "# Design\n\n## Goals\n\nWhat it is for.\n\n## Risks\n\nWhat may go wrong.\n";

export default defineRule<EmptySection>({
  id: "empty-section",
  summary: "A section of the template has nothing in it, or only words such as TBD.",
  why: "An empty section looks like an answer in the outline and is none. `TBD`, `TODO`, `...`, `-` and a bare `N/A` say no more; “N/A: reason” does, and counts as written. In an optional section a bare `N/A` is enough, and under a team’s own template it is a hint at most. A section whose subsections are written is not empty. A section that is not due yet, such as a decision log before approval, is reported as a hint at most.",
  severity: levels("hint", "warning", "error"),
  // Who writes over all of a section passes an empty one, a new list for example.
  waitsFor: "section",
  examples: [
    {
      title: "nothing below the heading",
      template,
      stage: "review",
      text: "# Sync engine\n\n## Goals\n\nPhones work offline.\n\n⟦## Risks⟧\n",
      fixed: "# Sync engine\n\n## Goals\n\nPhones work offline.\n\n## Risks\n\nWhat may go wrong.\n",
    },
    {
      title: "a word that says nothing",
      template,
      stage: "review",
      text: "# Sync engine\n\n## Goals\n\nPhones work offline.\n\n## Risks\n\n⟦TBD⟧\n",
      fixed: "# Sync engine\n\n## Goals\n\nPhones work offline.\n\n## Risks\n\nWhat may go wrong.\n",
    },
    {
      title: "a reason is an answer",
      template,
      stage: "approved",
      text: "# Sync engine\n\n## Goals\n\nPhones work offline.\n\n## Risks\n\nN/A: nothing that is deployed changes.\n",
    },
  ],

  *check(context) {
    const parents = parentsIn(context.alignment);
    // What a parent lacks is told on the template's sections below it.
    const told = new Set<Part>();
    const empty = context.alignment.sections.flatMap((answer) => {
      const part = answer.part;
      const state = part && context.states.get(part);
      // Headings of the author's own where the template has a pattern may be there for what is below them.
      if (answer.by === "pattern" || answer.by === "joint") return [];
      if (!part || state?.state !== "empty" || saidByTitle(answer, context)) return [];
      for (let above = parents.get(part); above; above = parents.get(above)) told.add(above);
      return [{ answer, part, filler: state.filler }];
    });
    // What stands in a section may be hidden by a comment that is not closed, which is told.
    const comments = openComments(context.doc);
    for (const { answer, part, filler } of empty) {
      if (told.has(part)) continue;
      // Whoever could have left the section out has answered it by saying that it does not apply.
      const isAnswered = filler !== undefined && notApplicable.test(slice(context.doc.text, filler));
      if (!answer.wanted.required && isAnswered) continue;
      const extent = partExtent(context.doc, part);
      if (comments.some(({ span }) => contains(extent, span))) continue;
      const { title } = part;
      const found = filler
        ? {
            span: filler,
            message: message("empty-section.filler", { title, filler: slice(context.doc.text, filler) }),
          }
        : { span: partHeading(context.doc, part), message: message("empty-section.empty", { title }) };
      // A reason is what our own template asks for. In a team's template the bare word may be the customary answer.
      const isCustomary = isAnswered && context.template.uri !== undefined;
      const isHint = isCustomary || !isDue(answer, context);
      yield { ...found, answer, part, filler, ...(isHint && { atMost: "hint" }) };
    }
  },

  fixes({ answer, part, filler, span }, context) {
    const { doc, template: governing } = context;
    const eol = lineEnding(doc.text);
    const fixes: Fix[] = [];
    const guidance = asText(guidancePieces(governing, answer.wanted, eol));
    // Filler that stands in several blocks may have a comment or a link definition of the author's between them.
    const isOneLine = !filler || !/[\r\n]/.test(slice(doc.text, filler));
    // Guidance in comments alone leaves the section as empty as it was.
    const isShown = answer.wanted.texts.some(
      ({ kind, text }) => kind !== "hidden" && !text.startsWith("<!--"),
    );
    if (guidance !== "" && isShown && isOneLine) {
      const rest = doc.text.slice(span.end);
      const after =
        rest === "" || /^(?:\r\n|\n|\r(?!\n)){2}/.test(rest) || rest.trim() === ""
          ? ""
          : /^[\r\n]/.test(rest)
            ? eol
            : eol + eol;
      const edit = filler
        ? { span, text: guidance }
        : { span: { start: span.end, end: span.end }, text: eol + eol + guidance + after };
      fixes.push({ title: message("empty-section.fix-guidance"), edits: [edit] });
    }
    if (!answer.wanted.required && !context.states.get(part)?.hasParts) {
      const title = message("empty-section.fix-remove", { title: part.title });
      fixes.push({ title, edits: [takeOut(doc.text, movableExtent(context, part))] });
    }
    return fixes;
  },
});

const notApplicable = /^\s*(?:n\/?a|n\.a\.|not applicable)\b/i;

/** A `## Title` with nothing below it, where the H1 says the title already. */
const saidByTitle = ({ wanted, by }: SectionAnswer, { alignment }: RuleContext): boolean =>
  wanted.isTitle && (by === "title" || alignment.title !== undefined);

/** Whether a section has to be written at the document's stage. */
const isDue = ({ wanted }: SectionAnswer, { stage }: RuleContext): boolean =>
  stages.indexOf(wanted.due) <= stages.indexOf(stage);
