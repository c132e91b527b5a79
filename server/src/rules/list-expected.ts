import { message } from "../messages/message.ts";
import { partHeading } from "../template/parts.ts";
import type { Edit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { levels } from "./support/levels.ts";
import {
  hasBrokenLines,
  hasList,
  paragraphsIn,
  readsAsList,
  sentenceCount,
  type Paragraph,
} from "./support/listed.ts";
import { listOfLines, listOfParagraphs, markedLines } from "./support/list-marks.ts";
import { wordCount } from "./support/words.ts";
import { writtenSections, type Written } from "./support/section.ts";

const template =
  "# Design\n\n## Goals\n\n<!-- design-docs: expect: list -->\n\nWhat it is for.\n\n## Proposal\n\nWhat to build.\n";

const proposal = "## Proposal\n\nThe phone keeps a log of all that was done to a note.\n";

interface Found extends Problem {
  /** What makes a list of the text, where that is only a matter of marks. */
  readonly edits: readonly Edit[];
  readonly count: number;
}

export default defineRule<Found>({
  id: "list-expected",
  summary: "A section that should list its points is running text.",
  why: "Goals and requirements are ticked off one by one, and people refer to “the second goal”. A list, a table, a section for each point, or paragraphs that begin with a label or a number are all fine, and so is a single short sentence. It is asked for in the sections of which the template expects `list`.",
  severity: levels("hint", "information", "warning"),
  reads: ["list"],
  waitsFor: "section",
  examples: [
    {
      title: "running text",
      template,
      text: `# Sync engine\n\n⟦## Goals⟧\n\nPhones should work in the field without a network. Nothing that was written may be lost, even if two people edit the same note. After an hour a sync should be short.\n\n${proposal}`,
    },
    {
      title: "marks that make no list in Markdown",
      template,
      text: `# Sync engine\n\n## Goals\n\n⟦• Phones work without a network.\n• Nothing that was written is lost.⟧\n\n${proposal}`,
      fixed: `# Sync engine\n\n## Goals\n\n- Phones work without a network.\n- Nothing that was written is lost.\n\n${proposal}`,
    },
    {
      title: "a paragraph for each point",
      template,
      text: `# Sync engine\n\n⟦## Goals⟧\n\nPhones work in the field without a network.\n\nNothing that was written is lost, even if two people edit the same note.\n\nAfter an hour a sync is short.\n\n${proposal}`,
      fixed: `# Sync engine\n\n## Goals\n\n- Phones work in the field without a network.\n\n- Nothing that was written is lost, even if two people edit the same note.\n\n- After an hour a sync is short.\n\n${proposal}`,
    },
    {
      title: "a list",
      template,
      text: `# Sync engine\n\n## Goals\n\n- Phones work without a network.\n- Nothing that was written is lost.\n\n${proposal}`,
    },
    {
      title: "labels",
      template,
      text: `# Sync engine\n\n## Goals\n\n**Field work:** phones work without a network.\n\n**No loss:** nothing that was written is lost. That holds even if two people edit the same note.\n\n${proposal}`,
    },
  ],

  *check(context) {
    const { doc } = context;
    for (const written of writtenSections(context, "list")) {
      const stretch = stretchOf(context, written);
      if (hasList(doc, stretch)) continue;
      const paragraphs = paragraphsIn(doc, stretch);
      const marked = inMarks(doc.text, paragraphs);
      if (marked) yield marked;
      else if (!hasBrokenLines(doc, stretch) && !readsAsList(paragraphs) && isLong(paragraphs)) {
        const { title } = written.part;
        const points = pointsOf(doc.text, paragraphs);
        yield {
          span: partHeading(doc, written.part),
          message: message("list-expected.found", { title }),
          edits: listOfParagraphs(doc.text, points),
          count: points.length,
        };
      }
    }
  },

  fixes: ({ edits, count }) =>
    edits.length === 0 ? [] : [{ title: message("list-expected.fix", { count }), edits }],
});

/** All of a section, unless another of the template's stands in it: then only its own text. */
const stretchOf = ({ doc, alignment }: RuleContext, { part, body, whole }: Written): Span =>
  alignment.sections.some(
    (other) => other.part && other.part !== part && isIn(whole, partHeading(doc, other.part)),
  )
    ? body
    : whole;

const isIn = (outer: Span, { start, end }: Span): boolean => outer.start <= start && end <= outer.end;

/** The paragraphs whose lines begin with marks, as one problem. */
function inMarks(source: string, paragraphs: readonly Paragraph[]): Found | undefined {
  const found = paragraphs.flatMap((paragraph) => {
    const lines = markedLines(source, paragraph);
    return lines ? [{ paragraph, lines }] : [];
  });
  const first = found.at(0)?.lines;
  const last = found.at(-1)?.lines;
  const mark = first?.items[0]?.mark;
  if (!first || !last || mark === undefined) return undefined;
  const count = found.reduce((sum, { lines }) => sum + lines.items.length, 0);
  return {
    span: { start: first.span.start, end: last.span.end },
    ...(found.every(({ lines }) => lines.isBroken)
      ? // They look like a list to those who see them.
        { message: message("list-expected.broken", { mark, count }), atMost: "information" as const }
      : {
          message: message(mark === "-" ? "list-expected.hyphen" : "list-expected.marks", { mark, count }),
        }),
    edits: found.flatMap(({ paragraph, lines }) => listOfLines(source, paragraph, lines)),
    count,
  };
}

/** Whether there is more than one point that a short sentence or two would make. */
function isLong(paragraphs: readonly Paragraph[]): boolean {
  const words = paragraphs.reduce((sum, { text }) => sum + wordCount(text), 0);
  const sentences = paragraphs.reduce((sum, { text }) => sum + sentenceCount(text), 0);
  return words > 40 || sentences > 2 || (sentences > 1 && words > 25);
}

/** The paragraphs that are one point each: sentences by themselves, behind one that introduces them. */
function pointsOf(source: string, paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const [first, ...rest] = paragraphs;
  const introduces = first !== undefined && source.charAt(first.span.end - 1) === ":";
  const points = introduces ? rest : paragraphs;
  const isEach = points.every(({ isWhole, text }) => isWhole && sentenceCount(text) === 1);
  return points.length > 1 && isEach ? points : [];
}
