import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { changesBetween, type SectionChange } from "../../server/src/features/changes/changes.ts";
import type { EntryChanges } from "../../server/src/features/changes/entries.ts";
import { analyse } from "../kit/analyse.ts";
import { mark } from "../kit/markers.ts";
import { oddDocument } from "../kit/odd-documents.ts";
import { randomFrom } from "../kit/random.ts";
import { smallTemplate } from "./small-template.ts";

const head = "# Sync engine\n\nStatus: DRAFT\nReviewers: @ada\n\n";
const goals = "## Goals\n\nPhones keep a log of what they do, and send it later.\n\n";
const design = "## Design\n\nEach phone writes to its own file until there is a network.\n\n";

/** One line a section: what happened to it, how it is called, and its words. */
function shown({ kind, isHead, title, was, isMoved, isRewritten, words }: SectionChange): string {
  const how = kind === "changed" ? [was === undefined ? "" : `was ${was}`, isMoved ? "moved" : ""] : [];
  const counts = isRewritten ? `+${words.added} -${words.removed}` : "";
  return [kind, isHead ? "head" : title, ...how, counts].filter((piece) => piece !== "").join(", ");
}

/** By what happens: the text before, the text now, and what is told of its sections. */
const sections: Readonly<Record<string, readonly [before: string, now: string, told: readonly string[]]>> = {
  "nothing, where lines are broken elsewhere": [
    head + goals,
    head + goals.replace(" and send", "\nand  send"),
    [],
  ],
  "nothing, where a quotation is broken elsewhere": [
    `${head}## Goals\n\n> one two three\n> four\n`,
    `${head}## Goals\n\n> one two\n> three four\n`,
    [],
  ],
  "nothing, where a table is as wide as its words": [
    `${head}## Goals\n\n| a | b |\n|---|---|\n| long word | x |\n`,
    `${head}## Goals\n\n| a         | b   |\n| --------- | --- |\n| long word | x   |\n`,
    [],
  ],
  "nothing, where line ends are those of Windows": [
    head + goals,
    (head + goals).replaceAll("\n", "\r\n"),
    [],
  ],
  "nothing, where a list has other marks": [
    `${head}## Goals\n\n* one\n* two\n`,
    `${head}## Goals\n\n- one\n- two\n`,
    [],
  ],
  "a section that is new": [head + goals, head + goals + design, ["added, Design, +12 -0"]],
  "a section that is gone, where it stood": [
    head + goals + design + "## Appendix\n\nMore.\n",
    head + goals + "## Appendix\n\nLess.\n",
    ["removed, Design, +0 -12", "changed, Appendix, +1 -1"],
  ],
  "a section that says something else": [
    head + goals,
    head + goals.replace("a log", "one long log").replace("later", "soon"),
    ["changed, Goals, +3 -2"],
  ],
  "the blanks before a line of code": [
    `${head}## Design\n\n\`\`\`yaml\na:\n  b: 1\n\`\`\`\n`,
    `${head}## Design\n\n\`\`\`yaml\na:\nb: 1\n\`\`\`\n`,
    ["changed, Design, +0 -0"],
  ],
  "an address of a link": [
    `${head}## Design\n\nSee [there](https://a.example).\n`,
    `${head}## Design\n\nSee [there](https://b.example).\n`,
    ["changed, Design, +1 -1"],
  ],
  "a section under another name of the template’s": [
    `${head}## Summary\n\nPhones sync.\n`,
    `${head}## Executive Summary\n\nPhones sync.\n`,
    ["changed, Executive Summary, was Summary"],
  ],
  "a section with a name of its own that says the same": [
    `${head}## How phones talk\n\nEach phone writes to its own file until there is a network.\n`,
    `${head}## Transport\n\nEach phone writes to its own file until there is a radio network.\n`,
    ["changed, Transport, was How phones talk, +1 -0"],
  ],
  "two short sections that have nothing in common": [
    `${head}## Cats\n\nPurr.\n`,
    `${head}## Dogs\n\nBark.\n`,
    ["removed, Cats, +0 -1", "added, Dogs, +1 -0"],
  ],
  "the one section of three that moved": [
    `${head}## One\n\n1\n\n## Two\n\n2\n\n## Three\n\n3\n`,
    `${head}## Three\n\n3\n\n## One\n\n1\n\n## Two\n\n2\n`,
    ["changed, Three, moved"],
  ],
  "a section that moved below another one, and took along what is below it": [
    `${head}## One\n\n1\n\n### Part\n\n2\n\n## Three\n\n3\n`,
    `${head}## Three\n\n3\n\n### One\n\n1\n\n#### Part\n\n2\n`,
    ["changed, One, moved"],
  ],
  "sections of one name by what is around them": [
    `${head}## A\n\n### Pros\n\nfast\n\n## B\n\n### Pros\n\ncheap\n`,
    `${head}## A\n\n### Pros\n\nfast\n\n## B\n\n### Pros\n\nvery cheap\n`,
    ["changed, Pros, +1 -0"],
  ],
  "the head, where its field changed": [
    head + goals,
    head.replace("DRAFT", "IN REVIEW") + goals,
    ["changed, head, +2 -1"],
  ],
  "the head, where the title changed": [
    head + goals,
    head.replace("engine", "motor") + goals,
    ["changed, head, was Sync engine"],
  ],
  "all of a text that was empty": ["", head + goals, ["added, head, +4 -0", "added, Goals, +12 -0"]],
  "all of a text that is empty": [head + goals, "", ["removed, head, +0 -4", "removed, Goals, +0 -12"]],
};

describe("changes of sections", () => {
  for (const [name, [before, now, told]] of Object.entries(sections)) {
    it(`tells ${name}`, () => {
      const read = (text: string): ReturnType<typeof analyse> => analyse(text, { template: smallTemplate });
      assert.deepEqual(changesBetween(read(before), read(now)).sections.map(shown), told);
    });
  }

  it("has the places before and now", () => {
    const before = head + goals + design;
    const now = head + goals + "## Storage\n\nOn a disk.\n\n" + design.replace("Each", "Every");
    const { sections: found, unchanged } = changesBetween(analyse(before), analyse(now));
    assert.equal(
      mark(
        now,
        found.flatMap((one) => (one.now ? [one.now.heading] : [])),
      ),
      now.replace("## Storage", "⟦## Storage⟧").replace("## Design", "⟦## Design⟧"),
    );
    assert.equal(
      mark(
        before,
        found.flatMap((one) => (one.before ? [one.before.span] : [])),
      ),
      `${head}${goals}⟦${design}⟧`,
    );
    assert.equal(unchanged.length, 2);
  });

  it("has all as new where the document was not there", () => {
    const { sections: found, fields } = changesBetween(undefined, analyse(head + goals));
    assert.deepEqual(found.map(shown), ["added, head, +4 -0", "added, Goals, +12 -0"]);
    assert.deepEqual(fields, []);
  });

  it("knows a section of a template by its answer in another version of the template", () => {
    const template = (name: string): string => `# T\n\nStatus: DRAFT\n\n## ${name}\n\nSay it.\n`;
    const before = analyse("# A\n\n## Goal\n\nx\n", { template: template("Goals") });
    const now = analyse("# A\n\n## Objective\n\nx\n", { template: template("Goals / Objective") });
    assert.deepEqual(changesBetween(before, now).sections.map(shown), ["changed, Objective, was Goal"]);
  });
});

/** By what happens: the header before and now, and what is told. */
const headers: Readonly<Record<string, readonly [before: string, now: string, told: readonly unknown[]]>> = {
  "the status": ["Status: DRAFT", "Status: In Review", [["Status", "DRAFT", "IN REVIEW", [], []]]],
  "no other spelling of the same status": ["Status: IN REVIEW", "Status: In review", []],
  "reviewers who came and went": [
    "Reviewers: @ada, @bo",
    "Reviewers: @bo, @cy",
    [["Reviewers", "@ada, @bo", "@bo, @cy", ["@cy"], ["@ada"]]],
  ],
  "a field that is new, and one that is gone": [
    "Status: DRAFT\nTeam: Phones",
    "Status: DRAFT\nTracking: none of it",
    [
      ["Tracking", undefined, "none of it", [], []],
      ["Team", "Phones", undefined, [], []],
    ],
  ],
  "nothing where fields stand in another order": [
    "Status: DRAFT\nTeam: Phones",
    "Team: Phones\nStatus: DRAFT",
    [],
  ],
};

describe("changes of the header", () => {
  for (const [name, [before, now, told]] of Object.entries(headers)) {
    it(`tells ${name}`, () => {
      const read = (fields: string): ReturnType<typeof analyse> => analyse(`# A\n\n${fields}\n\n${goals}`);
      const found = changesBetween(read(before), read(now)).fields;
      assert.deepEqual(
        found.map(({ key, before: was, now: is, added, removed }) => [key, was, is, added, removed]),
        told,
      );
    });
  }
});

const entriesShown = ({ changes, unchanged }: EntryChanges): readonly string[] => [
  ...changes.map(({ kind, text }) => `${kind}: ${text}`),
  `unchanged: ${unchanged}`,
];

/** By what happens: the entries before and now, and what is told. */
const logs: Readonly<Record<string, readonly [before: string, now: string, told: readonly string[]]>> = {
  "rows of a table": [
    "| Date | Decision | Who |\n|---|---|---|\n| 2026-01-02 | Files, not a database | @ada |\n| 2026-01-03 | One per phone | @bo |",
    "| Date | Decision | Who |\n|------|------|------|\n| 2026-01-02 | Files, not a database | @ada |\n| 2026-01-03 | One per person | @bo |\n| 2026-02-01 | Sync at night | @cy |",
    ["changed: 2026-01-03 | One per person | @bo", "added: 2026-02-01 | Sync at night | @cy", "unchanged: 1"],
  ],
  "items of a list": [
    "- 2026-01-02: files, not a database (@ada)\n- 2026-01-03: one per phone (@bo)",
    "- 2026-01-03: one per phone (@bo)",
    ["removed: 2026-01-02: files, not a database (@ada)", "unchanged: 1"],
  ],
  "the first of all": [
    "TBD",
    "- 2026-01-02: files (@ada)",
    ["added: 2026-01-02: files (@ada)", "unchanged: 0"],
  ],
};

describe("changes of decisions", () => {
  for (const [name, [before, now, told]] of Object.entries(logs)) {
    it(`tells ${name}`, () => {
      const read = (log: string): ReturnType<typeof analyse> => analyse(`${head}## Decision Log\n\n${log}\n`);
      assert.deepEqual(entriesShown(changesBetween(read(before), read(now)).decisions), told);
    });
  }
});

/** By what happens: the requirements before and now, and what is told. */
const lists: Readonly<Record<string, readonly [before: string, now: string, told: readonly string[]]>> = {
  "those with a number by it": [
    "- R1: works offline\n- R2: is fast",
    "- R2: answers within 100 ms on a cold start\n- R1: works offline\n- R3: is cheap",
    ["changed: R2: answers within 100 ms on a cold start", "added: R3: is cheap", "unchanged: 1"],
  ],
  "those without one by their words": [
    "- Phones work for a week without a network\n- Logs are kept",
    "- Phones work for a month without a network",
    ["changed: Phones work for a month without a network", "removed: Logs are kept", "unchanged: 0"],
  ],
  "those below items that only say what they are": [
    "- Functional:\n  - works offline\n  - keeps a log of what people do\n- Other: fast",
    "- Functional:\n  - works offline\n  - keeps no log of what people do\n  - is free\n- Other: fast",
    ["changed: keeps no log of what people do", "added: is free", "unchanged: 2"],
  ],
  "those in the rows of a table": [
    "| Id | What |\n|---|---|\n| R1 | offline |\n| R2 | fast |",
    "| Id | What |\n|---|---|\n| R1 | offline for a week |\n| R2 | fast |",
    ["changed: R1 | offline for a week", "unchanged: 1"],
  ],
  "those below headings of their own": [
    "### Functional\n\n- works offline\n\n### Non-functional\n\n- fast",
    "### Functional\n\n- works offline\n\n### Non-functional\n\n- fast\n- cheap",
    ["added: cheap", "unchanged: 2"],
  ],
};

describe("changes of requirements", () => {
  for (const [name, [before, now, told]] of Object.entries(lists)) {
    it(`tells ${name}`, () => {
      const read = (list: string): ReturnType<typeof analyse> =>
        analyse(`${head}## Requirements\n\n${list}\n`);
      assert.deepEqual(entriesShown(changesBetween(read(before), read(now)).requirements), told);
    });
  }

  it("does not take the template’s own items for requirements", () => {
    const guidance = "- Functional: what the system must do.\n";
    const read = (list: string): ReturnType<typeof analyse> => analyse(`${head}## Requirements\n\n${list}\n`);
    const { requirements } = changesBetween(read(guidance), read("- It works offline.\n"));
    assert.deepEqual(entriesShown(requirements), ["added: It works offline.", "unchanged: 0"]);
  });
});

const runs = Number(process.env["DESIGN_DOCS_RUNS"] ?? 60);
const first = Number(process.env["DESIGN_DOCS_SEED"] ?? 1);

it(`changes hold for ${runs} pairs of odd documents`, () => {
  for (let seed = first; seed < first + runs; seed++) {
    const random = randomFrom(seed);
    const [before, now] = [oddDocument(random), oddDocument(random)];
    const [old, present] = [analyse(before), analyse(now)];
    const itself = changesBetween(present, present);
    assert.deepEqual([itself.sections, itself.fields], [[], []], `seed ${seed}`);
    assert.deepEqual([itself.decisions.changes, itself.requirements.changes], [[], []], `seed ${seed}`);
    assert.equal(itself.unchanged.map(({ span }) => now.slice(span.start, span.end)).join(""), now);
    const { sections: found, unchanged } = changesBetween(old, present);
    const covered = [...found.flatMap((one) => (one.now ? [one.now] : [])), ...unchanged]
      .map(({ span }) => span)
      .toSorted((a, b) => a.start - b.start);
    assert.equal(covered.map(({ start, end }) => now.slice(start, end)).join(""), now, `seed ${seed}`);
    // The sections that changed or are gone are different ones.
    const starts = found.flatMap((one) => (one.before ? [one.before.span.start] : []));
    assert.equal(new Set(starts).size, starts.length, `seed ${seed}`);
  }
});
