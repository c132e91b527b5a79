import { message } from "../messages/message.ts";
import type { Block, Document } from "../syntax/document.ts";
import { allIn } from "../syntax/found-in.ts";
import { partHeading } from "../template/parts.ts";
import { defineRule, type Problem } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { sectionsLacking } from "./support/said.ts";
import { sectionsAsked } from "./support/section.ts";

const template =
  "# Design\n\n## Goals\n\nWhat it is for.\n\n## Rollout\n\n<!-- design-docs: expect: rollback -->\n\nHow it reaches its users.\n";

const goals = "# Sync engine\n\n## Goals\n\nPhones work in the field without a network.\n\n";

// Any hint at a way back is enough, a flag too: what can be switched on can be switched off.
const wayBack =
  /\b(?:roll(?:s|ed|ing)?[ -]?(?:\w+ )?backs?|rollbacks?|revert\w*|undo\w*|undone|disabl\w+|deactivat\w+|(?:switch|turn|toggl|flip|shut|tak)\w* (?:\S+ ){0,6}off|off\b|opt(?:ing)?[ -]?out|(?:feature |experiment |killer? )?(?:flags?|switch|toggles?)|flagged|gated?|kill[ -]?switch|backwards?|go(?:es|ing)? back|(?:switch|turn|flip|mov|chang|put|set)\w* (?:\S+ ){0,4}back|back(?:ing)? out|back[ -]?up|fall(?:s|ing)?[ -]?back|restor\w+|downgrad\w+|abort\w*|uninstall\w*|redeploy\w*|re-deploy\w*|unpublish\w*|previous (?:\w+ )?(?:version|release|build|image)s?|old(?:er)? (?:\w+ )?(?:version|release|path|code|system|service|behaviou?r)s?|blue[ -/]green|revers(?:e|es|ed|al|ible|ibly)|irreversibl[ey]|one-way|no way back|remov(?:e|ed|ing) (?:it|the (?:flag|feature|change))|stop(?:s|ped)? (?:the )?(?:rollout|deployment|migration)|yank\w*|withdraw\w*|unset\w*|retract\w*)\b/i;

// What says it in any section.
const anywhere =
  /\b(?:roll(?:s|ed|ing)?[ -]?backs?|rollbacks?|kill[ -]?switch|back[ -]?out plan|go(?:es|ing)? back (?:to|means))\b/i;

/** Whether a block says it, as a list with something in it or nothing. */
const sayingSo = (_: Block, source: string): readonly true[] =>
  anywhere.test(source.includes("<!--") ? source.replace(/<!--[^]*?(?:-->|$)/g, " ") : source) ? yes : no;

const yes: readonly true[] = [true];
const no: readonly true[] = [];

const isSaidIn = (doc: Document): boolean => allIn(doc, sayingSo).length > 0;

export default defineRule<Problem>({
  id: "rollback-expected",
  summary: "The rollout does not say how to go back.",
  why: "When a release goes wrong, the way back has to be known already. It is asked for in the section of which the template expects `rollback`. Any mention is enough: a flag that can be switched off, a revert, a restore, a downgrade, a fallback, or that there is no way back. Where another section speaks of a rollback, nothing is told. Only English texts are looked at.",
  severity: levels("off", "information", "information"),
  // Where no other section speaks of it, each word that is written may be the first that does.
  reads: (context) => (isSaidIn(context.doc) ? sectionsAsked(context, ["rollback"]) : undefined),
  waitsFor: "section",
  examples: [
    {
      title: "forwards only",
      template,
      stage: "review",
      text: `${goals}⟦## Rollout⟧\n\nAll customers get the new app in March.\n`,
    },
    {
      title: "a flag",
      template,
      stage: "review",
      text: `${goals}## Rollout\n\nAll customers get the new app in March, behind the flag \`sync\`.\n`,
    },
    {
      title: "no way back",
      template,
      stage: "review",
      text: `${goals}## Rollout\n\nAll customers get the new app in March. This is irreversible.\n`,
    },
  ],

  *check(context) {
    const { doc } = context;
    for (const { part } of sectionsLacking(context, "rollback", (says) => says(wayBack))) {
      if (isSaidIn(doc)) continue;
      yield {
        span: partHeading(doc, part),
        message: message("rollback-expected.found", { title: part.title }),
      };
    }
  },
});
