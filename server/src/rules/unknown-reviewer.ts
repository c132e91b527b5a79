import { message } from "../messages/message.ts";
import { slip } from "../template/names.ts";
import type { Span } from "../text/span.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { reviewersIn } from "./support/people.ts";

interface UnknownReviewer extends Problem {
  readonly span: Span;
  /** The known handle that it may be a slip of. */
  readonly meant: string | undefined;
}

const template = "# Design\n\nStatus: DRAFT\nReviewers: @owner1, @owner2\n\n## Goals\n\nWhat it is for.\n";
const given = {
  say: "`CODEOWNERS` names `@grace` and `@ada-l`.",
  facts: { owners: new Set(["@grace", "@ada-l"]) },
};

export default defineRule<UnknownReviewer>({
  id: "unknown-reviewer",
  summary: "No CODEOWNERS or OWNERS file names the reviewer.",
  why: "A handle with a slip in it asks nobody, and nobody notices. Where owners files name teams, their members are not known, so a person is told only if the handle looks like a slip of a known one. Without such a file nothing is told.",
  severity: levels("hint", "hint", "hint"),
  reads: [],
  needs: ["owners"],
  examples: [
    {
      title: "a slip of the keyboard",
      template,
      given,
      text: "# Sync engine\n\nStatus: DRAFT\nReviewers: @ada-l, ⟦@grcae⟧\n\n## Goals\n\nPhones work offline.\n",
      fixed:
        "# Sync engine\n\nStatus: DRAFT\nReviewers: @ada-l, @grace\n\n## Goals\n\nPhones work offline.\n",
    },
    {
      title: "case does not matter",
      template,
      given,
      text: "# Sync engine\n\nStatus: DRAFT\nReviewers: @Grace (storage)\n\n## Goals\n\nPhones work offline.\n",
    },
  ],

  *check(context) {
    const { owners } = context.facts;
    if (!owners || owners.size === 0) return;
    const namesTeams = [...owners].some(isTeam);
    const told = new Set<string>();
    for (const { handle, span } of reviewersIn(context)) {
      const key = handle.toLowerCase();
      if (owners.has(key) || told.has(key)) continue;
      const meant = meantBy(key, context);
      if (meant === undefined && namesTeams && !isTeam(key)) continue;
      told.add(key);
      const found =
        meant === undefined
          ? message("unknown-reviewer.found", { handle })
          : message("unknown-reviewer.meant", { handle, meant });
      yield { span, message: found, meant };
    }
  },

  fixes({ span, meant }) {
    if (meant === undefined) return [];
    return [{ title: message("unknown-reviewer.fix", { handle: meant }), edits: [{ span, text: meant }] }];
  },
});

const isTeam = (handle: string): boolean => handle.includes("/");

/** The one known handle that is nearest to `key` by slips of typing, and that the header does not name itself. */
function meantBy(key: string, context: RuleContext): string | undefined {
  const named = new Set(reviewersIn(context).map(({ handle }) => handle.toLowerCase()));
  const near = [...(context.facts.owners ?? [])]
    .filter((known) => isTeam(known) === isTeam(key) && !named.has(known))
    .flatMap((known) => {
      const edits = slip(key.slice(1), known.slice(1));
      return edits === undefined ? [] : [{ known, edits }];
    })
    .toSorted((a, b) => a.edits - b.edits);
  const [first, second] = near;
  return first && first.edits !== second?.edits ? first.known : undefined;
}
