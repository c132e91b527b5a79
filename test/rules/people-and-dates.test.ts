import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rules } from "../../server/src/rules/index.ts";
import type { Example } from "../../server/src/rules/rule.ts";
import { saysNobody } from "../../server/src/rules/support/people.ts";
import { analyse } from "../kit/analyse.ts";
import { checkRule } from "../kit/check.ts";

type Case = Omit<Example, "title" | "template">;

const template =
  "# Design\n\nStatus: DRAFT\nAuthor: YOUR NAME <you@example.com>\nDate: YYYY-MM-DD\nLast updated: YYYY-MM-DD\nReviewers: @owner1, @owner2\n";
const review = (head: string): Pick<Case, "stage" | "text"> => ({
  stage: "review",
  text: `# X\n\nStatus: IN REVIEW\n${head}\n`,
});
const people = {
  say: "",
  options: { people: { "ada@lovelace.dev": "@ada", "grace hopper": "@grace" } },
};
const owners = (...handles: readonly string[]): NonNullable<Case["given"]> => ({
  say: "",
  facts: { owners: new Set(handles) },
});
const english =
  "\n\nPhones work offline, and what is written there is not lost when they come back to the reach of a network.\n";

/** By rule: what an author may well write, and what is told of it. */
const cases: Readonly<Record<string, Readonly<Record<string, Case>>>> = {
  "reviewer-missing": {
    "other words for nobody": review("Reviewers: ⟦TBD (ask mobile)⟧"),
    "a list of nobody": review("- **Reviewers:** ⟦none yet, unassigned⟧"),
    "somebody beside a gap": review("Reviewers: @grace, none yet"),
    "an empty field and a placeholder are told elsewhere": review("Reviewers:\nOther: @owner1"),
    "the template’s handles are told elsewhere": review("Reviewers: @owner1"),
  },
  "invalid-reviewers": {
    "nobody is no handle that is spelt wrong": review("Reviewers: none yet"),
    "a name beside a gap": review("Reviewers: ⟦Grace Hopper⟧, none yet"),
  },
  "self-review": {
    "by address": { ...review("Author: A. Lovelace <Ada@Lovelace.dev>\nReviewers: ⟦@ADA⟧"), given: people },
    "one of two authors": {
      ...review("Authors: Grace Hopper <g@navy.org>, Jun <j@park.dev>\nReviewers: ⟦@grace⟧"),
      given: people,
    },
    "an author who writes a handle": { ...review("Author: @jun\nReviewers: ⟦@jun⟧, @Jun"), given: people },
    "an author whom nobody knows": {
      ...review("Author: Jun Park <j@park.dev>\nReviewers: @jun"),
      given: people,
    },
    "names of the language are nobody’s handles": {
      ...review("Author: constructor <c@park.dev>\nReviewers: @jun"),
      given: people,
    },
  },
  "unknown-reviewer": {
    "no owners file": review("Reviewers: @nobody-knows"),
    "an owners file that names nobody": {
      ...review("Reviewers: @nobody-knows"),
      given: owners(),
    },
    "a person whom no file names": { ...review("Reviewers: ⟦@jun⟧, @ada"), given: owners("@ada", "@grace") },
    "a member of a team, for all that is known": {
      ...review("Reviewers: @jun"),
      given: owners("@org/mobile"),
    },
    "a slip all the same": { ...review("Reviewers: ⟦@gracee⟧"), given: owners("@org/mobile", "@grace") },
    "a team that is not named": { ...review("Reviewers: ⟦@other/team⟧"), given: owners("@org/mobile") },
    "a slip that two are as near to gets no fix": {
      ...review("Reviewers: ⟦@marta⟧"),
      given: owners("@maria", "@marla"),
    },
    "a handle that is named twice": {
      ...review("Reviewers: ⟦@jun⟧, @jun"),
      given: owners("@ada"),
    },
  },
  "date-mismatch": {
    "a day of something else": { ...review("Last updated: 2026-05-05"), fileName: "2026-03-01-x-design.md" },
    "a date that is none": { ...review("Date: 2026-02-30"), fileName: "2026-03-01-x-design.md" },
    "a file without a day": { ...review("Date: 2026-05-05"), fileName: "x.md" },
    "a file with a day that does not exist": {
      ...review("Date: 2026-05-05"),
      fileName: "2026-02-30-x-design.md",
    },
  },
  "future-date": {
    "over the end of a year": {
      ...review("Date: ⟦2026-01-01⟧"),
      fileName: "x.md",
      given: { say: "", facts: { today: "2025-12-30" } },
    },
    "the first of a year is tomorrow": {
      ...review("Date: 2026-01-01"),
      fileName: "x.md",
      given: { say: "", facts: { today: "2025-12-31" } },
    },
    "another day in the file’s name is told as that": {
      ...review("Date: 2062-03-01"),
      fileName: "2026-03-01-x-design.md",
    },
    "the day that the file’s name has, too": {
      ...review("Date: ⟦2062-03-01⟧"),
      fileName: "2062-03-01-x-design.md",
    },
  },
  "slug-drift": {
    "a beginning in common": {
      fileName: "2026-03-01-syncing-design.md",
      text: `# Synchronise notes${english}`,
    },
    "two words run together": { fileName: "2026-03-01-ratelimit-design.md", text: `# Rate limits${english}` },
    "initials with small words": {
      fileName: "2026-03-01-sdlc-design.md",
      text: `# A software development life cycle${english}`,
    },
    "small words alone say nothing": { fileName: "2026-03-01-new-design.md", text: `# The design${english}` },
    "a small word is not enough": {
      fileName: "2026-03-01-login-for-all-design.md",
      text: `⟦# Caches for notes⟧${english}`,
    },
    "another language": {
      fileName: "2026-03-01-login-cache-design.md",
      text: "# Offline arbeiten\n\nTelefone arbeiten ohne Netz, und nichts von dem, was dort steht, geht dabei verloren, wenn sie wieder in der Reichweite eines Netzes sind.\n",
    },
    "the last word of a long title": {
      fileName: "2026-03-01-telemetry-design.md",
      text: `# Everything that we would like to know about how people use phones: telemetry${english}`,
    },
    "headings of the first level for sections": {
      fileName: "2026-03-01-login-cache-design.md",
      text: `# Abstract${english}\n# Background\n\nx\n`,
    },
    "a document that has hardly begun": {
      fileName: "2026-03-01-login-design.md",
      text: "# Sync engine\n\nWhat is written on the phone is not lost.\n",
    },
    "a file of another name": { fileName: "login.md", text: `# Sync engine${english}` },
  },
};

for (const [id, ofRule] of Object.entries(cases)) {
  describe(id, () => {
    for (const [name, example] of Object.entries(ofRule)) {
      it(name, () => {
        const rule = rules.find((one) => one.id === id);
        assert.ok(rule);
        checkRule(rule, { ...example, template });
      });
    }
  });
}

it("knows the words for nobody", () => {
  for (const entry of [
    "none",
    "None yet.",
    "TBD (ask @ada)",
    "to be found",
    "unassigned",
    "@tbd",
    "no one so far",
    "??",
  ])
    assert.ok(saysNobody(entry), entry);
  for (const entry of ["@none-such", "Noah", "open source team", "@pending/team", "None of us knows Ada"])
    assert.ok(!saysNobody(entry), entry);
});

it("a closed document is left in peace by all of them", () => {
  const ids = new Set([...Object.keys(cases), "approval-without-decision", "implementation-link-missing"]);
  ids.delete("invalid-reviewers");
  const text =
    "# Sync engine\n\nStatus: Superseded by [X](y.md)\nAuthor: Ada <ada@lovelace.dev>\nDate: 2062-03-01\nReviewers: none yet\n\nThe phone is what we do with it, and that is all.\n\n## Open Questions\n\n- Who pays?\n\n## Decision Log\n\n- Redis.\n";
  const { findings, stage } = analyse(text, {
    fileName: "2026-03-01-login-design.md",
    owners: new Set(["@x"]),
  });
  assert.equal(stage, "closed");
  assert.deepEqual(
    findings.filter(({ rule }) => ids.has(rule.id)),
    [],
  );
});
