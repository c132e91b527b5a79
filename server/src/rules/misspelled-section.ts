import { message } from "../messages/message.ts";
import { keyOf, nearestName } from "../template/names.ts";
import { partHeading, type Part } from "../template/parts.ts";
import type { TemplateSection } from "../template/template.ts";
import { lineEnding, nextLine } from "../text/lines.ts";
import type { Edit } from "../text/edit.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { renameHeading } from "./support/heading-links.ts";
import { nameSpan } from "./support/heading-name.ts";
import { levels } from "./support/levels.ts";

/** A heading, or what stands for one, and the name that it should have. */
interface Misnamed {
  readonly part: Part;
  readonly name: string;
}

interface MisspelledSection extends Problem {
  /** One, but for short forms, which are told together. */
  readonly misnamed: readonly [Misnamed, ...Misnamed[]];
}

const template =
  "# Design\n\n## Goals\n\nWhat it is for.\n\n## Alternatives Considered\n\nWhat was not chosen, and why.\n";

export default defineRule<MisspelledSection>({
  id: "misspelled-section",
  summary:
    "A heading is nearly the name of a section, another name of it, or a line that was meant as a heading.",
  why: "Readers and tools look for the template’s names. A heading that is a slip of the keyboard away answers the section all the same, and so does a line of bold text, or one of `##` without a blank behind it, with the name of a section that has no heading; it is told so that it can be mended. Short forms (“Alternatives” for “Alternatives Considered”) and other names of the same section (“Open Questions” for “Unresolved Questions”) are one hint a document. Other spellings, numbers, and markers such as “(optional)” are not told.",
  severity: levels("warning", "warning", "warning"),
  first: true,
  reads: [],
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
      title: "another name of the section, and the links to it",
      template,
      text: "# Sync engine\n\nIn short: see [the goals](#objectives).\n\n## ⟦Objectives⟧\n\nPhones work offline.\n\n## Alternatives Considered\n\nA server only: no offline work.\n",
      fixed:
        "# Sync engine\n\nIn short: see [the goals](#goals).\n\n## Goals\n\nPhones work offline.\n\n## Alternatives Considered\n\nA server only: no offline work.\n",
    },
    {
      title: "marks without a blank behind them",
      template,
      text: "# Sync engine\n\n⟦##Goals⟧\nPhones work offline.\n\n## Alternatives Considered\n\nA server only: no offline work.\n",
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
    const short: Misnamed[] = [];
    const problems: MisspelledSection[] = [];
    for (const { wanted, part, by } of alignment.sections) {
      if (!part || by === "joint") continue;
      // Most are named as they should be, and no name is looked for.
      if (part.kind !== "bold" && by !== "typo" && by !== "short") continue;
      const found = part.title;
      const name = nearestName(wanted.title, found);
      const misnamed = [{ part, name }] as const;
      // Of a short form at a wrong level, the level is told: that is the fault, the other a matter of taste.
      const isLevel = part.depth === wanted.depth + alignment.shift;
      if (part.kind === "bold") {
        const span = partHeading(doc, part);
        const isMarked = doc.text.startsWith("#", span.start);
        const told = message(isMarked ? "misspelled-section.marks" : "misspelled-section.bold", { found });
        problems.push({ span, message: told, misnamed });
      } else if (by === "typo") {
        const told = message("misspelled-section.typo", { found, title: name });
        problems.push({ span: nameSpan(doc, part), message: told, misnamed });
      } else if (by === "short" && isLevel && !isOneOfSeveral(wanted, part, alignment.parts)) {
        short.push({ part, name });
      }
    }
    const [first, ...rest] = short.toSorted(
      (a, b) => partHeading(doc, a.part).start - partHeading(doc, b.part).start,
    );
    if (first) problems.push(shortForms(context, [first, ...rest]));
    yield* problems.toSorted((a, b) => a.span.start - b.span.start);
  },

  fixes({ misnamed }, context) {
    const [{ part, name }, ...rest] = misnamed;
    if (part.kind === "bold") {
      const title = message("misspelled-section.fix-bold", { title: name });
      return [{ title, edits: [headingFromBold({ part, name }, context)] }];
    }
    const all = misnamed.flatMap((one) => renameHeading(context.doc, one.part, one.name));
    const title = message("misspelled-section.fix", { title: name });
    if (rest.length === 0) return [{ title, edits: all }];
    const count = misnamed.length;
    return [
      { title: message("misspelled-section.fix-all", { count }), edits: all },
      { title, edits: renameHeading(context.doc, part, name) },
    ];
  },
});

/** One hint for all short forms, on the first of them: they are a habit, and no fault of each. */
function shortForms(context: RuleContext, misnamed: readonly [Misnamed, ...Misnamed[]]): MisspelledSection {
  const { doc } = context;
  const [first, ...rest] = misnamed;
  const told =
    rest.length === 0
      ? message("misspelled-section.short", { title: first.name })
      : message("misspelled-section.short-many", {
          count: rest.length,
          title: first.name,
          titles: rest.map(({ part, name }) => `“${part.title}” (“${name}”)`).join(", "),
        });
  return { span: nameSpan(doc, first.part), message: told, atMost: "hint", misnamed };
}

/** A name that the author split into several sections ("Drawbacks", "Open Questions") is answered by all of them. */
const isOneOfSeveral = (wanted: TemplateSection, part: Part, parts: readonly Part[]): boolean =>
  parts.some(
    (other) => other !== part && other.kind === "heading" && wanted.shortKeys.has(keyOf(other.title)),
  );

/** The line of bold text, or with marks that nothing sets apart, as a heading, set off from the lines around it. */
function headingFromBold({ part, name }: Misnamed, { doc }: RuleContext): Edit {
  const eol = lineEnding(doc.text);
  const { start, end } = partHeading(doc, part);
  const isFirst = part.from.offset === 0;
  const next = nextLine(doc.text, end);
  const goesOn = /\S/.test(doc.text.slice(next, nextLine(doc.text, next)));
  const heading = `${isFirst ? "" : eol}${"#".repeat(Math.min(6, part.depth))} ${name}`;
  return { span: { start, end: goesOn ? next : end }, text: goesOn ? heading + eol + eol : heading };
}
