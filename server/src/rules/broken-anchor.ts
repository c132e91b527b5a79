import { readable } from "../syntax/document.ts";
import { message } from "../messages/message.ts";
import { anchorsOf, leadsTo, nearestAnchor } from "../syntax/anchors.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { encoded, fragmentSpan, linkedIn, type Linked, type LinkedAsked } from "./support/links.ts";

interface BrokenAnchor extends Problem {
  readonly linked: Linked;
}

const template = "# Design\n\n## Goals\n\nWhat it is for.\n";

export default defineRule<BrokenAnchor>({
  id: "broken-anchor",
  summary: "A link to a heading names none that is there.",
  why: "The link opens the page at its top, and the reader has to look for the place. It happens when a heading is reworded. Anchors are those that GitHub makes of headings, `{#id}`, ids in HTML and footnotes; one that differs only in case or in the number of hyphens is never told, as renderers differ there.",
  severity: levels("information", "warning", "warning"),
  needs: ["targets"],
  examples: [
    {
      title: "a heading that was reworded",
      template,
      text: "# Sync engine\n\n## Goals\n\nSee [the rest](⟦#non-goal⟧).\n\n## Non-Goals\n\nNo chat.\n",
      fixed: "# Sync engine\n\n## Goals\n\nSee [the rest](#non-goals).\n\n## Non-Goals\n\nNo chat.\n",
    },
    {
      title: "a heading of another document",
      template,
      text: "# Sync engine\n\n## Goals\n\nBuilds on [the storage](2026-01-05-storage-design.md⟦#data-modell⟧).\n",
      fixed:
        "# Sync engine\n\n## Goals\n\nBuilds on [the storage](2026-01-05-storage-design.md#data-model).\n",
      given: {
        say: "That document has the headings “Storage” and “Data Model”.",
        facts: {
          targets: new Map([
            [
              "2026-01-05-storage-design.md",
              {
                kind: "file",
                uri: "file:///w/docs/designs/2026-01-05-storage-design.md",
                anchors: new Set(["storage", "data-model"]),
              },
            ],
          ]),
        },
      },
    },
    {
      title: "headings that are there, however a renderer spells them",
      template,
      text: "# Sync engine\n\n## Goals & Limits\n\nSee [above](#Goals--Limits), [again](#goals-limits) and [the top](#top).\n",
    },
  ],

  *check(context) {
    const { doc, facts } = context;
    const anchors = anchorsOf(doc);
    const own = leadsTo(anchors);
    const others = new Map<string, (fragment: string) => boolean>();
    const isWanted = ({ link: { path, fragment }, isImage, url }: LinkedAsked): boolean => {
      // `?plain=1#L3` is a line of the source.
      if (fragment === undefined || isImage || url.includes("?")) return false;
      let leads = path === "" ? own : others.get(path);
      if (!leads) {
        const there = anchorsAt(path, facts);
        if (!there) return false;
        leads = leadsTo(there);
        others.set(path, leads);
      }
      return !leads(fragment);
    };
    for (const linked of linkedIn(context, {
      by: "broken-anchor",
      given: [anchors, facts.targets],
      isWanted,
    })) {
      const { path, fragment = "" } = linked.link;
      const told =
        path === ""
          ? message("broken-anchor.here", { fragment })
          : message("broken-anchor.there", { fragment, path });
      yield { span: fragmentSpan(readable(doc), linked), message: told, linked };
    }
  },

  fixes({ linked, span }, { doc, facts }) {
    const { path, fragment = "" } = linked.link;
    const anchors = path === "" ? anchorsOf(doc) : anchorsAt(path, facts);
    const near = anchors && nearestAnchor(fragment, anchors);
    if (near === undefined || !linked.isExact) return [];
    const title = message("broken-anchor.fix", { fragment: near });
    return [{ title, edits: [{ span, text: `#${encoded(near)}` }] }];
  },
});

/** The anchors of a file that is linked; nothing where they are not known. */
function anchorsAt(path: string, { targets }: RuleContext["facts"]): ReadonlySet<string> | undefined {
  const fact = targets?.get(path);
  return fact?.kind === "file" ? fact.anchors : undefined;
}
