import { message } from "../messages/message.ts";
import type { Analysed } from "../template/analysed.ts";
import { headingOf, titleSpan } from "../syntax/document.ts";
import { partHeading, parentsOf, type Part } from "../template/parts.ts";
import type { Edit } from "../text/edit.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { levels } from "./support/levels.ts";

interface SectionLevel extends Problem {
  readonly part: Part;
  /** By how many levels it has to go deeper. */
  readonly by: number;
}

const template =
  "# Design\n\n## Proposal\n\nWhat to build.\n\n### Data Flow\n\nWhat goes where.\n\n## Risks\n\nWhat may go wrong.\n";

export default defineRule<SectionLevel>({
  id: "section-level",
  summary: "A section’s heading is of another level than in the template.",
  why: "The level of a heading says to which section it belongs. At a wrong level, the outline, folding and links to the section show another structure than the one that was meant. A document whose sections are all one level off is a matter of taste and is not told. Below a heading of the author’s own, among others, it is a hint.",
  severity: levels("warning", "warning", "warning"),
  reads: [],
  examples: [
    {
      title: "a subsection that has become a section",
      template,
      text: "# Sync engine\n\n## Proposal\n\nA log of edits.\n\n⟦## Data Flow⟧\n\nPhone to server.\n\n### Retries\n\nThree.\n\n## Risks\n\nConflicts.\n",
      fixed:
        "# Sync engine\n\n## Proposal\n\nA log of edits.\n\n### Data Flow\n\nPhone to server.\n\n#### Retries\n\nThree.\n\n## Risks\n\nConflicts.\n",
    },
    {
      title: "all sections one level deeper",
      template,
      text: "# Sync engine\n\n### Proposal\n\nA log of edits.\n\n#### Data Flow\n\nPhone to server.\n\n### Risks\n\nConflicts.\n",
    },
  ],

  *check(context) {
    const wrong = wrongLevels(context);
    const { parts, shift } = context.alignment;
    const parents = parentsOf(parts);
    for (const [index, part] of parts.entries()) {
      const by = wrong.get(part);
      const around = parts[parents[index] ?? -1];
      // What is wrong by as much as the section around it is put right together with that.
      if (by === undefined || (around && wrong.get(around) === by)) continue;
      const answer = context.alignment.sections.find((other) => other.part === part);
      const told = message(shift === 0 ? "section-level.found" : "section-level.shifted", {
        title: part.title,
        found: part.depth,
        wanted: part.depth + by,
      });
      // A subsection “Validation” may be about something else than “Testing and Validation”, and one among
      // others of the author's own, below a heading of theirs, may be meant to stand there.
      const isOwn = by < 0 && around !== undefined && isAmongOwn(context, around, part);
      const bound = answer?.by === "short" || isOwn ? ({ atMost: "hint" } as const) : {};
      yield { span: partHeading(context.doc, part), message: told, part, by, ...bound };
    }
  },

  fixes({ part, by }, context) {
    const title = message("section-level.fix", { title: part.title, wanted: part.depth + by });
    return [{ title, edits: subtree(context, part).flatMap((other) => changeLevel(context, other, by)) }];
  },
});

/** Whether a part stands below one that answers nothing, beside others that answer nothing. */
function isAmongOwn({ alignment }: Analysed, around: Part, part: Part): boolean {
  const { parts, sections } = alignment;
  const answering = new Set(sections.map((answer) => answer.part));
  if (answering.has(around) || around === alignment.title) return false;
  const from = parts.indexOf(around) + 1;
  const end = parts.findIndex((other, index) => index >= from && other.depth <= around.depth);
  const below = parts.slice(from, end < 0 ? parts.length : end);
  return below.some((other) => other !== part && other.depth === part.depth && !answering.has(other));
}

/**
 * The parts at a wrong level, with the number of levels that they have to go deeper. Where the section around
 * is missing, that is what is told; and of a name that stands below several headings of the author's, none is
 * the one at a wrong level.
 */
function wrongLevels({ alignment }: Analysed): ReadonlyMap<Part, number> {
  const wrong = new Map<Part, number>();
  for (const { wanted, part, by, others } of alignment.sections) {
    if ((by !== "name" && by !== "short") || part?.kind !== "heading") continue;
    if (others.length > 0 || wanted.isPattern) continue;
    const around = alignment.sections[wanted.parent];
    if (around && (!around.part || around.wanted.isPattern)) continue;
    const depth = Math.min(6, Math.max(1, wanted.depth + alignment.shift));
    if (part.depth !== depth) wrong.set(part, depth - part.depth);
  }
  return wrong;
}

/** A part and those below it, without the ones that stand at their right level already and what is below these. */
function subtree(context: RuleContext, part: Part): readonly Part[] {
  const { parts, sections } = context.alignment;
  const wrong = wrongLevels(context);
  const answering = new Set(
    sections.filter(({ by }) => by === "name" || by === "short").map((answer) => answer.part),
  );
  const result = [part];
  let rightDepth = Number.POSITIVE_INFINITY;
  for (const other of parts.slice(parts.indexOf(part) + 1)) {
    if (other.depth <= part.depth) break;
    if (other.depth <= rightDepth)
      rightDepth = answering.has(other) && !wrong.has(other) ? other.depth : Number.POSITIVE_INFINITY;
    if (rightDepth === Number.POSITIVE_INFINITY && other.kind === "heading") result.push(other);
  }
  return result;
}

function changeLevel({ doc }: RuleContext, part: Part, by: number): readonly Edit[] {
  const section = doc.sections.find((other) => other.block === part.from.block);
  const node = section && headingOf(doc, section);
  if (!section || !node) return [];
  const depth = Math.min(6, Math.max(1, part.depth + by));
  const heading = partHeading(doc, part);
  const marks = "#".repeat(depth);
  if (!node.setext) return [{ span: { start: heading.start, end: heading.start + part.depth }, text: marks }];
  // An underlined heading knows two levels only, so it becomes one with marks.
  const title = titleSpan(doc, section);
  const text = doc.text.slice(title.start, title.end).replace(/\s*[\r\n]\s*/g, " ");
  return [{ span: heading, text: `${marks} ${text}` }];
}
