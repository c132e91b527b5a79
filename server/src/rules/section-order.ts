import { message } from "../messages/message.ts";
import { setApart, takeOut } from "../template/insertion.ts";
import { misplaced } from "../template/order.ts";
import { partHeading, type Part } from "../template/parts.ts";
import { isSwallowed, movableExtent, placementOf } from "../template/placement.ts";
import type { SectionAnswer } from "../template/align.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { openComments } from "./support/open-comments.ts";

interface SectionOrder extends Problem {
  readonly answer: SectionAnswer;
  readonly part: Part;
}

const template =
  "# Design\n\n## Goals\n\nWhat it is for.\n\n## Proposal\n\nWhat to build.\n\n## Risks\n\nWhat may go wrong.\n";

export default defineRule<SectionOrder>({
  id: "section-order",
  summary: "A section stands in another place than in the template.",
  why: "The template’s order leads a reader from the question to the answer, and lets one who knows it jump. Only the fewest sections whose move restores the order are told, each with the nearest section that it should follow or precede.",
  severity: levels("warning", "warning", "warning"),
  first: true,
  reads: [],
  examples: [
    {
      title: "the section moves with everything below it",
      template,
      text: "# Sync engine\n\n⟦## Risks⟧\n\nConflicts.\n\n### How often\n\nDaily.\n\n## Goals\n\nPhones work offline.\n\n## Proposal\n\nA log of edits.\n",
      fixed:
        "# Sync engine\n\n## Goals\n\nPhones work offline.\n\n## Proposal\n\nA log of edits.\n\n## Risks\n\nConflicts.\n\n### How often\n\nDaily.\n",
    },
    {
      title: "sections of the author’s own may stand anywhere",
      template,
      text: "# Sync engine\n\n## Goals\n\nPhones work offline.\n\n## Prior work\n\nTwo papers.\n\n## Proposal\n\nA log of edits.\n\n## Risks\n\nConflicts.\n",
    },
  ],

  *check(context) {
    const wrong = misplaced(context.alignment, context.template);
    const ignored = new Set(wrong.map(({ part }) => part));
    for (const { answer, part } of wrong) {
      // A name or a level that is wrong, or a second section of the name, is told first: it may be all that is wrong.
      if (answer.by === "typo" || answer.duplicates.length > 0) continue;
      if (part.depth !== answer.wanted.depth + context.alignment.shift) continue;
      const told = direction(context, answer, ignored);
      // What a section of another name is about, nobody can be sure of.
      const bound = answer.by === "short" ? ({ atMost: "hint" } as const) : {};
      if (told) yield { span: partHeading(context.doc, part), message: told, answer, part, ...bound };
    }
  },

  fixes({ answer, part }, context) {
    const { text } = context.doc;
    const { offset } = placementOf(context, answer.wanted);
    const extent = movableExtent(context, part);
    if (offset >= extent.start && offset <= extent.end) return [];
    // Where a comment ends hangs on what stands behind it, so nothing is moved while one is open.
    if (openComments(context.doc).length > 0) return [];
    if (isSwallowed(context.doc, offset) || isSwallowed(context.doc, extent.end)) return [];
    const section = text.slice(extent.start, extent.end).trimEnd();
    const title = message("section-order.fix", { title: part.title });
    return [{ title, edits: [setApart(text, offset, section), takeOut(text, extent)] }];
  },
});

/** The nearest section that is in its place and that this one should follow, else the nearest that it should precede. */
function direction(
  { alignment }: RuleContext,
  { wanted, part }: SectionAnswer,
  ignored: ReadonlySet<Part>,
): Problem["message"] | undefined {
  const title = part?.title ?? wanted.title;
  const siblings = alignment.sections.filter(
    (other) =>
      other.wanted.parent === wanted.parent && other.part && !ignored.has(other.part) && other.by !== "title",
  );
  const before = siblings.findLast((other) => other.wanted.index < wanted.index)?.part;
  if (before) return message("section-order.after", { title, other: before.title });
  const after = siblings.find((other) => other.wanted.index > wanted.index)?.part;
  if (after) return message("section-order.before", { title, other: after.title });
  const around = alignment.sections[wanted.parent]?.part;
  return around && message("section-order.after", { title, other: around.title });
}
