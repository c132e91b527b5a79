import { message } from "../messages/message.ts";
import { titleSpan } from "../syntax/document.ts";
import { keyOf, nearestName } from "../template/names.ts";
import { partHeading, type Part } from "../template/parts.ts";
import type { TemplateSection } from "../template/template.ts";
import { lineEnding, nextLine } from "../text/lines.ts";
import type { Edit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { levels } from "./support/levels.ts";

interface MisspelledSection extends Problem {
  readonly wanted: TemplateSection;
  readonly part: Part;
  readonly name: string;
}

const template =
  "# Design\n\n## Goals\n\nWhat it is for.\n\n## Alternatives Considered\n\nWhat was not chosen, and why.\n";

export default defineRule<MisspelledSection>({
  id: "misspelled-section",
  summary:
    "A heading is nearly the name of a section, a short form of it, or bold text in place of a heading.",
  why: "Readers and tools look for the template’s names. A heading that is a slip of the keyboard away, or a line of bold text with the name of a section that has no heading, answers the section all the same; it is told so that it can be mended. A short form (“Alternatives” for “Alternatives Considered”) is reported as a hint only.",
  severity: levels("warning", "warning", "warning"),
  examples: [
    {
      title: "a slip of the keyboard",
      template,
      text: "# Sync engine\n\n## ⟦Gaols⟧\n\nPhones work offline.\n\n## Alternatives Considered\n\nA server only: no offline work.\n",
      fixed:
        "# Sync engine\n\n## Goals\n\nPhones work offline.\n\n## Alternatives Considered\n\nA server only: no offline work.\n",
    },
    {
      title: "a short form, reported as a hint",
      template,
      text: "# Sync engine\n\n## Goals\n\nPhones work offline.\n\n## ⟦Alternatives⟧\n\nA server only: no offline work.\n",
      fixed:
        "# Sync engine\n\n## Goals\n\nPhones work offline.\n\n## Alternatives Considered\n\nA server only: no offline work.\n",
    },
    {
      title: "bold text in place of a heading",
      template,
      text: "# Sync engine\n\n⟦**Goals**⟧\nPhones work offline.\n\n## Alternatives Considered\n\nA server only: no offline work.\n",
      fixed:
        "# Sync engine\n\n## Goals\n\nPhones work offline.\n\n## Alternatives Considered\n\nA server only: no offline work.\n",
    },
  ],

  *check(context) {
    const { doc, alignment } = context;
    for (const { wanted, part, by } of alignment.sections) {
      if (!part) continue;
      const found = part.title;
      const name = nearestName(wanted.title, found);
      const about = { wanted, part, name };
      // Of a short form at a wrong level, the level is told: that is the fault, the other a matter of taste.
      const isLevel = part.depth === wanted.depth + alignment.shift;
      if (part.kind === "bold") {
        yield {
          span: partHeading(doc, part),
          message: message("misspelled-section.bold", { found }),
          ...about,
        };
      } else if (by === "typo") {
        yield {
          span: nameSpan(context, part),
          message: message("misspelled-section.typo", { found, title: name }),
          ...about,
        };
      } else if (by === "short" && isLevel && !isOneOfSeveral(wanted, part, alignment.parts)) {
        const told = message("misspelled-section.short", { title: name });
        yield { span: nameSpan(context, part), message: told, atMost: "hint", ...about };
      }
    }
  },

  fixes(problem, context) {
    const { part, name } = problem;
    if (part.kind === "bold") {
      return [
        {
          title: message("misspelled-section.fix-bold", { title: name }),
          edits: [headingFromBold(problem, context)],
        },
      ];
    }
    return [
      {
        title: message("misspelled-section.fix", { title: name }),
        edits: [{ span: nameSpan(context, part), text: name }],
      },
    ];
  },
});

/** A name that the author split into several sections ("Drawbacks", "Open Questions") is answered by all of them. */
const isOneOfSeveral = (wanted: TemplateSection, part: Part, parts: readonly Part[]): boolean =>
  parts.some(
    (other) => other !== part && other.kind === "heading" && wanted.shortKeys.has(keyOf(other.title)),
  );

// What may stand round a name and stays when the name is changed: marks, tags, numbers and emoji before it,
const before =
  /^(?:<[^<>]*>|\s|(?:section|part)\s+(?=\d)|\d+(?:\.\d+)*[.):\]]?(?=\s|\p{L})|[a-z][.)]\s|[^\p{L}\p{N}<])*/iu;
// and behind it an id, a comment, and marks.
const behind = /(?:\{#[^{}]*\}|<[^<>]*>|\]\([^()]*\)|\s|[^\p{L}\p{N}\s)>}])$/u;

/** The words of a heading without what may stand round a name. */
function nameSpan({ doc }: RuleContext, part: Part): Span {
  const section = doc.sections.find((other) => other.block === part.from.block);
  if (!section) return partHeading(doc, part);
  const span = titleSpan(doc, section);
  const source = doc.text.slice(span.start, span.end);
  const start = before.exec(source)?.[0].length ?? 0;
  let end = source.length;
  for (let rest = behind.exec(source); rest && end > start; rest = behind.exec(source.slice(0, end))) {
    end -= rest[0].length;
  }
  return end > start ? { start: span.start + start, end: span.start + end } : span;
}

/** The line of bold text as a heading, set off from the lines around it. */
function headingFromBold({ part, name }: MisspelledSection, { doc }: RuleContext): Edit {
  const eol = lineEnding(doc.text);
  const { start, end } = partHeading(doc, part);
  const isFirst = part.from.offset === 0;
  const next = nextLine(doc.text, end);
  const goesOn = /\S/.test(doc.text.slice(next, nextLine(doc.text, next)));
  const heading = `${isFirst ? "" : eol}${"#".repeat(Math.min(6, part.depth))} ${name}`;
  return { span: { start, end: goesOn ? next : end }, text: goesOn ? heading + eol + eol : heading };
}
