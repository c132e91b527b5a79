// What is written on both documents is read back, and nobody has more to say about it.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Card } from "../../../server/src/facts/facts.ts";
import { sideStep } from "../../../server/src/features/lifecycle/side-step.ts";
import { supersedesEdit } from "../../../server/src/features/lifecycle/succession.ts";
import { presetNames, presetTemplate, presetText } from "../../../server/src/template/presets.ts";
import { statusesOf } from "../../../server/src/template/status.ts";
import type { Template } from "../../../server/src/template/template.ts";
import { applyEdits } from "../../../server/src/text/edit.ts";
import { folderCards } from "../../../server/src/workspace/folder-cards.ts";
import { readHead } from "../../../server/src/workspace/read-head.ts";
import { templateOf } from "../../kit/check.ts";
import { read, successor, uri, walk } from "./cases.ts";

const old = { uri, title: "Sync engine", fileName: "2026-03-01-sync-engine-design.md" };

/** The text of the successor with its predecessor, or as it is where it names it already. */
function named(text: string, template: Template): string {
  const edit = supersedesEdit(read(text, template, { uri: successor.uri }), old);
  return edit ? applyEdits(text, [edit]) : text;
}

async function cardsOf(
  texts: Readonly<Record<string, string>>,
  template: Template,
): Promise<readonly Card[]> {
  const cards = folderCards("file:///w");
  for (const [at, text] of Object.entries(texts)) cards.put(at, readHead(text, template));
  return cards.update(() => Promise.resolve());
}

const told = (text: string, template: Template, own: string, others: readonly Card[]): readonly string[] =>
  read(text, template, { uri: own, others })
    .findings.map(({ rule }) => rule.id)
    .filter((id) => id.startsWith("successor") || id === "links-to-superseded" || id === "invalid-status");

const accepted = (name: (typeof presetNames)[number]): string =>
  presetText(name)
    .replace(/^Status: .*$/m, (line) =>
      line.includes("Implementable") ? "Status: Implementable" : "Status: Accepted",
    )
    .replace(/^Draft \| .*$/m, "Accepted");

/** By what it shows: the header of both documents, beside a template with that header. */
const headers: Readonly<Record<string, string>> = {
  lines: "Status: Accepted\nAuthor: Ada",
  bullets: "* Status: Accepted\n* Author: Ada",
  "bold labels": "**Status:** Accepted\\\n**Author:** Ada",
  "one line": "**Status:** Accepted | **Author:** Ada",
  table: "| Field | Value |\n| --- | --- |\n| Status | Accepted |\n| Author | Ada |",
  columns: "| Status | Author |\n| --- | --- |\n| Accepted | Ada |",
  quotation: "> Status: Accepted\n> Author: Ada",
  fence: "```yaml\nstatus: accepted\nauthor: Ada\n```",
  section: "## Status\n\nAccepted",
  "section below a line": "Date: 2026-01-02\n\n## Status\n\nAccepted",
};

describe("superseding", () => {
  const check = async (before: string, next: string, template: Template): Promise<void> => {
    const { text, taken } = walk(before, template, "supersede");
    const other = named(next, template);
    const cards = await cardsOf({ [uri]: text, [successor.uri]: other }, template);
    const [mine, theirs] = [uri, successor.uri].map((at) => cards.find((card) => card.uri === at));
    assert.deepEqual([mine?.stage, mine?.supersededBy], ["closed", [successor.uri]], text);
    assert.deepEqual(theirs?.supersedes, [uri], other);
    assert.deepEqual(told(text, template, uri, cards), []);
    assert.deepEqual(told(other, template, successor.uri, cards), []);
    // Once more changes nothing.
    assert.equal(walk(text, template, "supersede").text, text);
    assert.equal(named(other, template), other);
    assert.ok(taken.edits.length > 0);
  };

  for (const name of presetNames)
    it(`joins two documents of ${name}`, () => check(accepted(name), accepted(name), presetTemplate(name)));

  for (const [name, header] of Object.entries(headers))
    it(`joins two documents with a header of ${name}`, () => {
      const text = (title: string): string => `# ${title}\n\n${header}\n\n## Goals\n\nPhones.\n`;
      return check(text("Sync engine"), text("Sync mesh"), templateOf(text("Design")));
    });

  for (const [name, header] of Object.entries({
    YAML: "---\nstatus: accepted\nauthor: Ada\n---",
    "YAML with a list": "---\nstatus: accepted\nsupersedes:\n  - older.md\nsuperseded-by: []\n---",
    TOML: '+++\nstatus = "accepted"\nauthor = "Ada"\n+++',
  }))
    it(`joins two documents with front matter in ${name}`, () => {
      const text = (title: string): string => `${header}\n\n# ${title}\n\n## Goals\n\nPhones.\n`;
      const template = templateOf(text("Design"));
      const older = "file:///w/designs/older.md";
      return name === "YAML with a list"
        ? (async () => {
            const after = named(text("Sync mesh"), template);
            const cards = await cardsOf(
              { [successor.uri]: after, [uri]: text("X"), [older]: "# Older\n" },
              template,
            );
            assert.deepEqual(cards.find((card) => card.uri === successor.uri)?.supersedes, [older, uri]);
            assert.equal(named(after, template), after);
          })()
        : check(text("Sync engine"), text("Sync mesh"), template);
    });

  it("leaves what the successor names already", () => {
    const template = templateOf("# D\n\nStatus: DRAFT\n");
    const text = "# Sync mesh\n\nStatus: DRAFT\nSupersedes: [Other](other.md), ADR-7\n";
    assert.equal(
      named(text, template),
      "# Sync mesh\n\nStatus: DRAFT\nSupersedes: [Other](other.md), ADR-7, [Sync engine](2026-03-01-sync-engine-design.md)\n",
    );
  });
});

describe("a status in a file beside the document", () => {
  const statuses = statusesOf(["provisional", "implementable", "implemented"]);
  const implemented = { name: "implemented", stage: "implemented" } as const;
  const step = (text: string): string =>
    applyEdits(text, sideStep(text, statuses, implemented, "2026-03-02"));
  const cases: readonly (readonly [string, string])[] = [
    [
      "title: Sync\nstatus: implementable # soon\ncreation-date: 2026-01-02\nlast-updated: 2026-01-05\n",
      "title: Sync\nstatus: implemented # soon\ncreation-date: 2026-01-02\nlast-updated: 2026-03-02\n",
    ],
    ['\uFEFFstatus: "implementable"\r\n', '\uFEFFstatus: "implemented"\r\n'],
    ["title: Sync\nlast-updated: 2026-01-05\n", "title: Sync\nlast-updated: 2026-01-05\n"],
    ["status:\n  - implementable\n", "status:\n  - implementable\n"],
  ];
  for (const [before, after] of cases) it(JSON.stringify(before), () => assert.equal(step(before), after));
});
