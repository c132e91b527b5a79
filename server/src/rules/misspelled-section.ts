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
  why: "Readers and tools look for the template’s names. A heading that is a slip of the keyboard away, or a line of bold text with the name of a section that has no heading, answers the section all the same; it is told so that it can be mended. A short form (“Alternatives” for “Alternatives Considered”) is told at hint only.",
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
      title: "a short form, told at hint",
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
      } else if (by === "short" && !isOneOfSeveral(wanted, part, alignment.parts)) {
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

/** The heading's text without a number before it, which stays when the name is changed. */
function nameSpan({ doc }: RuleContext, part: Part): Span {
  const section = doc.sections.find((other) => other.block === part.from.block);
  if (!section) return partHeading(doc, part);
  const span = titleSpan(doc, section);
  const number = /^\d+(?:\.\d+)*[.)]?\s+/.exec(doc.text.slice(span.start, span.end))?.[0].length ?? 0;
  return { start: span.start + number, end: span.end };
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
