import { message } from "../messages/message.ts";
import { firstLine } from "../syntax/document.ts";
import { extentOf, hardlyFollows, titlesOfGroup, type Extent } from "../template/asked.ts";
import { insertionsOf } from "../template/insertion.ts";
import { partHeading, type Part } from "../template/parts.ts";
import { missingSections, placementOf, shownAt, standIn } from "../template/placement.ts";
import type { TemplateSection } from "../template/template.ts";
import { defineRule, type Fix, type Problem, type RuleContext } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { openComments } from "./support/open-comments.ts";
import { renameHeading } from "./support/heading-links.ts";
import { isShort, isStub } from "./support/stub.ts";

interface MissingSections extends Problem {
  /** In the template's order; all of them belong at one place. */
  readonly wanted: readonly TemplateSection[];
  /** A heading of another name that has the subsections of the one section that is wanted. */
  readonly other?: Part;
}

const template =
  "# Design\n\n## Goals\n\nWhat it is for.\n\n## Risks\n\nWhat may go wrong.\n\n## Notes (optional)\n\nAnything else.\n";

export default defineRule<MissingSections>({
  id: "missing-section",
  summary: "A section that the template requires is absent.",
  why: "Reviewers look for the same sections in every design; where one is absent, they cannot tell whether its question was answered or forgotten. While a document is a draft, the sections that are still to come at one place are told together and quietly, on the heading that they should follow. A document with less than a quarter of the sections, of which at least five are absent, was written to another form or is just begun: that is one finding at its title, at every stage. A short document that says that it was moved, replaced or withdrawn needs no sections.",
  severity: levels("information", "warning", "error"),
  // A comment may hide headings, and a stub is told by its words.
  first: true,
  reads: ({ doc }) =>
    isShort(doc) || openComments(doc).some(({ hidesHeading }) => hidesHeading) ? undefined : [],
  examples: [
    {
      title: "the section is inserted behind the one that it follows in the template",
      template,
      stage: "review",
      text: "# Sync engine\n\n⟦## Goals⟧\n\nPhones work offline.\n",
      fixed: "# Sync engine\n\n## Goals\n\nPhones work offline.\n\n## Risks\n\nWhat may go wrong.\n",
    },
    {
      title: "in a draft, sections that are missing at one place are one finding",
      template,
      text: "⟦# Sync engine⟧\n",
      fixed: "# Sync engine\n\n## Goals\n\nWhat it is for.\n\n## Risks\n\nWhat may go wrong.\n",
    },
    {
      title:
        "a section under a name that the template does not have, with the subsections of the one that is missing",
      template:
        "# Design\n\n## Goals\n\nWhat it is for.\n\n## Effects\n\nWhat comes of it.\n\n### Good\n\n### Bad\n",
      stage: "review",
      text: "# Sync engine\n\n## Goals\n\nPhones work offline.\n\n⟦## What it does to us⟧\n\n### Good\n\nLess traffic.\n\n### Bad\n\nConflicts.\n",
      fixed:
        "# Sync engine\n\n## Goals\n\nPhones work offline.\n\n## Effects\n\n### Good\n\nLess traffic.\n\n### Bad\n\nConflicts.\n",
    },
    {
      title: "a document written to another form has one finding",
      template: "# Design\n\n## Goals\n\n## Scope\n\n## Proposal\n\n## Tests\n\n## Costs\n\n## Risks\n",
      stage: "approved",
      text: "⟦# Sync engine⟧\n\n## Goals\n\nPhones work offline.\n\n## How it went\n\nWell.\n",
    },
    {
      title: "a document that went elsewhere needs no sections",
      template,
      stage: "approved",
      text: "# Sync engine\n\nThis document was moved to [the handbook](https://example.com/sync).\n",
    },
    {
      title: "two sections under one heading, and the name that others give to a section",
      template: "# Design\n\n## Goals\n\n## Non-Goals\n\n## Unresolved Questions\n",
      stage: "approved",
      text: "# Sync engine\n\n## Goals and Non-Goals\n\nPhones work offline; web stays online.\n\n## Open Issues\n\nWho pays?\n",
    },
    {
      title:
        "names are compared without case, numbering, plural and markers such as “(optional)”, and optional sections may be absent",
      template,
      stage: "approved",
      text: "# Sync engine\n\n## 1. goal\n\nPhones work offline.\n\n## 2. Risk\n\nConflicts.\n",
    },
  ],

  *check(context) {
    // Headings that a comment hides by mistake are there, and the comment is told.
    if (openComments(context.doc).some(({ hidesHeading }) => hidesHeading)) return;
    if (isStub(context)) return;
    const extent = extentOf(context.alignment);
    if (hardlyFollows(extent)) {
      yield mostMissing(context, extent);
      return;
    }
    const places = new Map<number, MissingSections>();
    for (const { wanted } of missingSections(context)) {
      const other = standIn(context, wanted);
      if (other) {
        const span = partHeading(context.doc, other);
        yield { span, message: oneMissing(wanted, context), wanted: [wanted], other };
        continue;
      }
      const placement = placementOf(context, wanted);
      const span = shownAt(context, placement);
      const atPlace = places.get(placement.offset);
      if (context.stage !== "draft" || !atPlace) {
        const problem = {
          span,
          message: oneMissing(wanted, context),
          wanted: [wanted],
          about: [wanted.title],
        };
        if (context.stage === "draft") places.set(placement.offset, problem);
        else yield problem;
      } else {
        const all = [...atPlace.wanted, wanted];
        const titles = titlesOf(all, context);
        const told = message("missing-section.many", { count: all.length, titles });
        const about = all.map(({ title }) => title);
        places.set(placement.offset, { ...atPlace, message: told, wanted: all, about });
      }
    }
    yield* places.values();
  },

  fixes({ wanted, other }, context) {
    const [first] = wanted;
    if (!first) return [];
    // Beside another heading, its subsections would stay with that.
    if (other) {
      const title = message("missing-section.fix-rename", { from: other.title, title: first.title });
      return [{ title, edits: renameHeading(context.doc, other, first.title) }];
    }
    const all = missingSections(context).map((answer) => answer.wanted);
    const fixes: Fix[] = [];
    const title =
      wanted.length > 1
        ? message("missing-section.fix-here", { count: wanted.length })
        : first.isTitle
          ? message("missing-section.fix-title")
          : message("missing-section.fix", { title: first.title });
    const edits = insertionsOf(context, wanted);
    if (edits.length > 0) fixes.push({ title, edits });
    if (all.length > wanted.length && edits.length > 0) {
      fixes.push({ title: message("missing-section.fix-all"), edits: insertionsOf(context, all) });
    }
    return fixes;
  },
});

function oneMissing(wanted: TemplateSection, { alignment }: RuleContext): Problem["message"] {
  if (wanted.isTitle) return message("missing-section.title");
  const titles = titlesOfGroup(alignment, wanted);
  return titles.length > 1
    ? message("missing-section.group", { titles: titles.join(", ") })
    : message("missing-section.one", { title: wanted.title });
}

/** The one finding on a document that has so few sections that the others have one cause. */
function mostMissing(context: RuleContext, { asked, found }: Extent): MissingSections {
  const { doc, alignment } = context;
  const wanted = missingSections(context).map((answer) => answer.wanted);
  const span = alignment.title ? partHeading(doc, alignment.title) : firstLine(doc);
  const told = message("missing-section.most", { asked, found, titles: titlesOf(wanted, context) });
  return { span, message: told, wanted, about: wanted.map(({ title }) => title) };
}

const titlesOf = (wanted: readonly TemplateSection[], { alignment }: RuleContext): string =>
  wanted.map((section) => titlesOfGroup(alignment, section).join(" / ")).join(", ");
