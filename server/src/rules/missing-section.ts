import { message } from "../messages/message.ts";
import { firstLine } from "../syntax/document.ts";
import { hardlyFollows, titlesOfGroup } from "../template/asked.ts";
import { insertionsOf } from "../template/insertion.ts";
import { partHeading } from "../template/parts.ts";
import { missingSections, placementOf, shownAt } from "../template/placement.ts";
import type { TemplateSection } from "../template/template.ts";
import { defineRule, type Fix, type Problem, type RuleContext } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { openComments } from "./support/open-comments.ts";
import { isStub } from "./support/stub.ts";

interface MissingSections extends Problem {
  /** In the template's order; all of them belong at one place. */
  readonly wanted: readonly TemplateSection[];
}

const template =
  "# Design\n\n## Goals\n\nWhat it is for.\n\n## Risks\n\nWhat may go wrong.\n\n## Notes (optional)\n\nAnything else.\n";

export default defineRule<MissingSections>({
  id: "missing-section",
  summary: "A section that the template requires is absent.",
  why: "Reviewers look for the same sections in every design; where one is absent, they cannot tell whether its question was answered or forgotten. While a document is a draft, the sections that are still to come at one place are told together and quietly, on the heading that they should follow.",
  severity: levels("information", "warning", "error"),
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
      title: "names are compared without case, numbering and plural, and optional sections may be absent",
      template,
      stage: "approved",
      text: "# Sync engine\n\n## 1. goal\n\nPhones work offline.\n\n## 2. Risk\n\nConflicts.\n",
    },
  ],

  *check(context) {
    // Headings that a comment hides by mistake are there, and the comment is told.
    if (openComments(context.doc).some(({ hidesHeading }) => hidesHeading)) return;
    if (isStub(context)) return;
    if (hardlyFollows(context.alignment)) {
      yield mostMissing(context);
      return;
    }
    const places = new Map<number, MissingSections>();
    for (const { wanted } of missingSections(context)) {
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

  fixes({ wanted }, context) {
    const [first] = wanted;
    if (!first) return [];
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
function mostMissing(context: RuleContext): MissingSections {
  const { doc, alignment } = context;
  const wanted = missingSections(context).map((answer) => answer.wanted);
  const span = alignment.title ? partHeading(doc, alignment.title) : firstLine(doc);
  return { span, message: message("missing-section.most", { titles: titlesOf(wanted, context) }), wanted };
}

const titlesOf = (wanted: readonly TemplateSection[], { alignment }: RuleContext): string =>
  wanted.map((section) => titlesOfGroup(alignment, section).join(" / ")).join(", ");
