import assert from "node:assert/strict";
import { describe, it } from "node:test";
import rule from "../../server/src/rules/changed-after-approval.ts";
import { isSlipApart, isWithin, plainWords } from "../../server/src/rules/support/words.ts";
import { committed } from "../../server/src/rules/support/before.ts";
import { inEnglish } from "../../server/src/messages/message.ts";
import { checkRule, contextOf, templateOf } from "../kit/check.ts";

const template =
  "# Design\n\nStatus: DRAFT\n\n## Goals\n\nWhat it is for.\n\n## Design\n\nHow.\n\n### Data\n\nWhich.\n\n## Decision Log\n\n<!-- design-docs: expect: decisions -->\n\nWhat was decided.\n\n## Timeline\n\n<!-- design-docs: expect: milestones -->\n\nWhen.\n\n---\n\nHow to use this template\n\n- Copy it.\n";

const text =
  "# Sync\n\nStatus: APPROVED\n\n## Goals\n\nSee [issue](https://x.org/1) for why phones work offline.\n\n## Design\n\nA log that is merged.\n\n### Data\n\n| Field | Type |\n|-|-|\n| id | int |\n\n### Limits\n\nUp to 10 notes.\n\n## Monitoring\n\nTBD\n\n## Decision Log\n\n- 2026-02-24: approved by @ada.\n\n## Timeline\n\n- 2026-03-01: begin\n";

/** By what was done: the changes of the text, each with the marks that it gets. */
const told: Readonly<Record<string, (text: string) => string>> = {
  "a number": (now) => now.replace("### Limits", "⟦### Limits⟧").replace("10 notes", "99 notes"),
  "a cell of a table": (now) => now.replace("### Data", "⟦### Data⟧").replace("int", "uuid or text"),
  "a negation": (now) => now.replace("## Design", "⟦## Design⟧").replace("is merged", "is not merged"),
  "a new section": (now) =>
    now.replace("## Decision Log", "⟦## Caching⟧\n\nAll is kept in memory.\n\n## Decision Log"),
  "a section of its own that is gone": (now) =>
    now.replace("APPROVED", "⟦APPROVED⟧").replace("### Limits\n\nUp to 10 notes.\n\n", ""),
  "implemented since, with a log that only lost an entry": (now) =>
    now
      .replace("APPROVED", "IMPLEMENTED")
      .replace("- 2026-02-24: approved by @ada.", "None yet.")
      .replace("## Goals", "⟦## Goals⟧")
      .replace("phones work offline", "tablets and phones synchronise at night"),
  "with other line ends": (now) =>
    now.replace("### Limits", "⟦### Limits⟧").replace("10 notes", "99 notes").replace(/\n/g, "\r\n"),
};

const untold: Readonly<Record<string, (text: string) => string>> = {
  nothing: (now) => now,
  "line ends, reflowed lines and a byte order mark": (now) =>
    `\uFEFF${now.replace("phones work", "phones\nwork").replace(/\n/g, "\r\n")}`,
  "an address and an issue's number": (now) =>
    now.replace("https://x.org/1", "https://x.org/2").replace("offline.", "offline (#12)."),
  "slips of typing": (now) => now.replace("merged", "mergd").replace("phones", "phonse"),
  marks: (now) => now.replace("A log", "A **log**").replace("id | int", "`id` | int"),
  "a comment": (now) => now.replace("A log", "<!-- really? -->\nA log"),
  "other sections in between, and a section that moved": (now) =>
    now
      .replace("### Limits\n\nUp to 10 notes.\n\n", "")
      .replace("## Timeline", "## Limits of it\n\nUp to 10 notes.\n\n## Timeline"),
  "a gap that was filled": (now) => now.replace("TBD", "Two alerts on the length of the queue."),
  "milestones and references": (now) =>
    `${now}- 2026-04-01: end, later than planned\n\n## References\n\n- The paper on merging\n`,
  "the header": (now) => now.replace("Status", "Implementation: https://x.org/pull/1\nStatus"),
  "a section that was emptied, which is told as that": (now) => now.replace("A log that is merged.\n", ""),
  "a new row in the log": (now) =>
    now
      .replace("Up to 10 notes", "Any number of notes")
      .replace("@ada.\n", "@ada.\n- 2026-03-02: no limit, agreed with @ada.\n"),
  "taken back to review": (now) => now.replace("APPROVED", "IN REVIEW").replace("10 notes", "99 notes"),
};

const given = { say: "", facts: { history: committed(text, template) } };

describe("changed-after-approval", () => {
  for (const [name, change] of Object.entries(told))
    it(`tells ${name}`, () => checkRule(rule, { template, stage: "approved", text: change(text), given }));
  for (const [name, change] of Object.entries(untold))
    it(`is silent about ${name}`, () => {
      checkRule(rule, { template, stage: "approved", text: change(text), given });
    });

  it("is silent where the template asks for no log, and where nothing is committed", () => {
    const plain = "# Design\n\nStatus: DRAFT\n\n## Goals\n\nWhat it is for.\n";
    const changed = text.replace("10 notes", "99 notes");
    checkRule(rule, {
      template: plain,
      text: changed,
      given: { say: "", facts: { history: committed(text, plain) } },
    });
    checkRule(rule, {
      template,
      text: changed,
      given: { say: "", facts: { history: { base: { ref: "main" } } } },
    });
    checkRule(rule, { template, text: changed });
  });

  it("names the sections, up to five", () => {
    const sections = ["A", "B", "C", "D", "E", "F", "G"];
    const body = (words: string, count: number): string =>
      `# X\n\nStatus: APPROVED\n\n${sections.map((name, index) => `## Part ${name}\n\n${index < count ? words : "Some words."}\n\n`).join("")}`;
    const messages = [1, 3, 7].map((count) => {
      const context = contextOf(body("Quite other things.", count), templateOf(template), "approved", {
        history: committed(body("Some words.", 0), template),
      });
      return [...rule.check(context)].map(({ message }) => inEnglish(message)).join("\n");
    });
    assert.match(messages[0] ?? "", /“Part A”/);
    assert.match(messages[1] ?? "", /: Part A, Part B, Part C\./);
    assert.match(messages[2] ?? "", /and 2 more .*: Part A, Part B, Part C, Part D, Part E\./);
  });
});

describe("sections", () => {
  const changed = (title: string): number => {
    const body = (words: string): string => `# X\n\nStatus: APPROVED\n\n## ${title}\n\n${words}\n`;
    const context = contextOf(body("Quite other things."), templateOf(template), "approved", {
      history: committed(body("Some words."), template),
    });
    return [...rule.check(context)].length;
  };
  const designs = [
    "Decision on merging",
    "Implementation",
    "Update strategy",
    "Task queue",
    "Changes to the API",
    "History retention",
  ];
  const growing = [
    "Decision Records",
    "Implementation History",
    "9. Further reading",
    "Open Questions",
    "Future work",
  ];
  for (const title of designs) it(`are the design: ${title}`, () => assert.equal(changed(title), 1));
  for (const title of growing) it(`go on growing: ${title}`, () => assert.equal(changed(title), 0));
});

describe("words", () => {
  it("count letters that differ, at any place and in linear time", () => {
    const long = "word ".repeat(100_000);
    const cases: readonly [string, string, boolean][] = [
      ["", "", true],
      ["", "abc", true],
      ["", "abcd", false],
      ["kitten", "sitting", true],
      ["saturday", "sunday", true],
      ["abcdef", "badcfe", false],
      [`a${long}z`, `b${long}y`, true],
      [`a${long}z`, `${long}`, true],
      [`ab${long}yz`, `cd${long}uv`, false],
    ];
    for (const [one, other, expected] of cases) {
      assert.equal(isWithin(one, other, 3), expected, `${one.slice(0, 20)} and ${other.slice(0, 20)}`);
      assert.equal(isWithin(other, one, 3), expected);
    }
  });

  it("weigh numbers and words that turn a sentence round", () => {
    assert.equal(isSlipApart("keep 10 notes", "keep 90 notes"), false);
    assert.equal(isSlipApart("it must hold", "it may hold"), false);
    assert.equal(isSlipApart("it does hold", "it do hold"), true);
  });

  it("leave out what a reader does not read", () => {
    assert.equal(
      plainWords("- [x] A *b* [c](d.md#e) <f> https://g.h/i #12 don’t\n\n[j]: k.md\n<!-- l -->"),
      "A b c dont",
    );
  });
});
