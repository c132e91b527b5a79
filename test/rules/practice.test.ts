// Edge cases of the rules about what a design has to think of; their examples are tested in examples.test.ts.
import { describe, it } from "node:test";
import { rules } from "../../server/src/rules/index.ts";
import type { Stage } from "../../server/src/template/status.ts";
import { checkRule } from "../kit/check.ts";

/** By rule: what the template asks, and by what a case shows, the section's text with marks or a whole document. */
const cases: Readonly<Record<string, readonly [string, Readonly<Record<string, string>>]>> = {
  "alternative-without-reason": [
    "alternatives",
    {
      "a numbered list with one bare name": "1. ⟦Redis⟧\n2. MySQL, which is slower.",
      "a row of a table": "| # | Option |\n|---|---|\n| 1 | ⟦Redis⟧ |\n| 2 | MySQL: too slow |",
      "a bold label": "⟦**Redis.**⟧ A store in memory.\n\n**MySQL.** Slower.",
      "what follows a name in a list is a remark on it":
        "- Redis: rewriting ninety queries\n- **MySQL.** About 4k a month\n- Files. Another disk to run.",
      "a few sentences below a heading":
        "### Redis\n\nThe phones of the field teams are a week away from any server.",
      "all of three bare names are one fault": "- Redis\n- MySQL\n- Files",
      "two bare names are told each": "- ⟦Redis⟧\n- ⟦MySQL⟧",
      "nested pros and cons": "- Redis\n  - Pro: fast\n  - Con: memory\n- MySQL\n  - rejected",
      "a matrix of criteria": "| Option | Speed | Price |\n|-|-|-|\n| Redis | 5 | 3 |\n| MySQL | 2 | 4 |",
      "a sentence that speaks of all": "- Redis\n- MySQL\n\nBoth would need a server on the phone.",
      "a link to where it is discussed": "- [Redis](redis.md)\n- ~~MySQL~~",
      "prose lists nothing": "We looked at a store in memory. We like the log.",
      details: "<details><summary>Redis</summary>\n\n- a store\n\n</details>",
      "another language": "- Redis als Speicher\n- ein Speicher auf dem Telefon",
      "none, with a reason": "No alternatives were considered, because the law asks for this one.",
      "not applicable": "N/A: a prototype.",
      "weighed in another section": "- Redis\n- MySQL\n\n## Decision Outcome\n\nRedis.",
    },
  ],
  "decision-log-entry": [
    "decisions",
    {
      "a date alone": "- ⟦@ada approved Redis, since it is there.⟧",
      "a date that could be two days is one": "- 03/04/2026: @ada approved it, since it is there.",
      "a verdict gives its reason behind the colon": "- 2026-03-01, approved by @ada: simple, and it exists.",
      "a link to the minutes": "- 2026-03-01 @ada: use Redis ([minutes](minutes.md))",
      "a link to a person is no reason": "- ⟦2026-03-01 [@ada](people/ada.md): use Redis⟧",
      "keys and values make one entry": "- ⟦Decision: Redis⟧\n- Date: 2026-03-01\n- Rationale: fast",
      "a sign-off needs no reason of its own":
        "- 2026-03-01: design approved by @ada\n- 2026-03-02: LGTM (@grace)",
      "an event is no decision": "- 2026-03-01: initial draft\n- 2026-03-02: merged",
      "a task is not decided yet": "- [ ] Security sign-off",
      "a go is an approval": "- 2026-03-01, @ada: go.\n- 04-02: go (grace)",
      "two without who are told each":
        "- ⟦2026-03-01: Redis, since it is there⟧\n- ⟦2026-03-02: MySQL, since it is there⟧",
      "nothing to record": "None so far.",
      "sentences that introduce a log": "Each decision is recorded here with its reason.",
      "only an open one": "- 2026-03-01, open: which store.",
    },
  ],
  "milestone-date": [
    "milestones",
    {
      "sprints, versions and T+2": "- Start: T+2 weeks\n- Test: sprint 14\n- End: v2.1",
      "what is done or still to be decided":
        "- [x] Prototype\n- ~~Demo~~\n- Release: TBD\n- Test in May 2026",
      "a column for it": "| What | ETA |\n|-|-|\n| Test | soon |\n| ⟦Release⟧ | |",
      "weeks as columns": "| What | W1 | W2 |\n|-|-|-|\n| Test | x | |\n| Release | | x |",
      "all of them without a date are one fault": "- Test\n- Release",
      "months alone": "- May\n  - Test\n- March:\n  - Release",
      "as soon as something else": "It starts as soon as the design is approved.",
      "a sentence for all": "- Test\n- Release\n\nAll of it takes two months.",
      "a chart": "- Test\n- Release\n\n![plan](plan.png)",
      "sections below": "### Test\n\nIn Q2.\n\n⟦### Release⟧\n\nFor all.",
    },
  ],
  "rollback-expected": [
    "rollback",
    {
      "not needed": "No rollout is needed.",
      "switched back": "All get it. Operators can switch a phone back to the old engine.",
      "said elsewhere": "All get it.\n\n## Operations\n\nA rollback takes a minute.",
      "switched back for all":
        "All of the users get it in a week, and each can be switched back to the old way.",
      "another language": "Alle bekommen die neue App im März, danach ist alles neu.",
      "in a comment only": "All get it. <!-- roll back? -->",
    },
  ],
  "metric-expected": [
    "signals",
    {
      "a name in code": "We look at `sync.failed`.",
      "a picture": "![what we look at](board.png)",
      "none needed": "Nothing new is needed.",
    },
  ],
  "success-measure": [
    "success",
    { "a number": "Unit tests, and 99 % of syncs.", "no tests": "Types are validated by the parser." },
  ],
  "diagram-expected": [
    "diagram",
    {
      "ASCII art": `${"Some words about it. ".repeat(60)}\n\n\`\`\`\n+---+\n| A |\n+---+\n\`\`\``,
      "a drawing tool": `${"Some words about it. ".repeat(60)}\n\n[Drawing](https://excalidraw.com/#json=1)`,
      HTML: `${"Some words about it. ".repeat(60)}\n\n<p><img src="a.png"></p>`,
    },
  ],
  "example-expected": [
    "example",
    {
      "a table": "| Call | Answer |\n|-|-|\n| sync | operations |",
      "indented code": "Phones call this:\n\n    sync(since)",
      "a path in prose": "Phones call GET /sync for it.",
    },
  ],
  "flow-expected": [
    "flow",
    { steps: "1. The phone\n2. The server", arrows: "phone → server", "a picture": "![f](f.png)" },
  ],
  "migration-unmentioned": [
    "schema, migration",
    {
      SQL: "This is how:\n\n```sql\n⟦ALTER TABLE⟧ notes ADD device text;\n```",
      "code between": "We ⟦add a `device` column⟧ to it.",
      "old rows": "We add a column. Old rows get none.",
      "no schema": "We add a word to the text in the table.",
    },
  ],
  "dependency-owner": [
    "owners",
    {
      none: "None.",
      "a version": "- The API client 2.4\n- ⟦The billing API⟧",
      "an owner in the row": "| Service | Team |\n|-|-|\n| Billing service | Payments |",
      "a person": "- Billing service (@ada)\n- Search service, maintained by Grace",
    },
  ],
};

const english =
  "This is the context of the design, and it is here so that the document has some words of its language.";

const german =
  "Das ist der Zusammenhang des Entwurfs, und er steht hier, damit das Dokument einige Worte seiner Sprache hat.";

for (const [id, [expects, texts]] of Object.entries(cases)) {
  describe(id, () => {
    const rule = rules.find((other) => other.id === id);
    if (!rule) throw new Error(`There is no rule ${id}.`);
    const template = `# D\n\n## Context\n\nWhy.\n\n## Part\n\n<!-- design-docs: expect: ${expects} -->\n\nAll.\n`;
    for (const [name, body] of Object.entries(texts)) {
      const isForeign = name === "another language";
      // A marked heading cannot stand in the body, so a case that tells the whole section says so by its name.
      const isWhole = name === "in a comment only" || name.startsWith("all of ");
      const heading = isWhole ? "⟦## Part⟧" : "## Part";
      const text = `# X\n\n## Context\n\n${isForeign ? german : english}\n\n${heading}\n\n${body}\n`;
      const stages: readonly Stage[] = ["review", "approved"];
      for (const stage of stages) it(`${name} (${stage})`, () => checkRule(rule, { template, text, stage }));
      it(`${name} (CRLF)`, () =>
        checkRule(rule, { template, text: text.replaceAll("\n", "\r\n"), stage: "review" }));
    }
  });
}
