import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { upgrade } from "../../server/src/features/upgrade.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { analyse } from "../kit/analyse.ts";
import { oddDocument, oddFacts } from "../kit/odd-documents.ts";
import { randomFrom } from "../kit/random.ts";
import { smallTemplate } from "./small-template.ts";

const old =
  "# Design\n\nStatus: DRAFT\nAuthor: YOUR NAME <you@example.com>\n\n## Goals\n\nWhat it is for.\n\n## Plan\n\nWhat comes when.\n";
const now =
  "# Design\n\nStatus: DRAFT\nAuthor: YOUR NAME <you@example.com>\nArea: AREA NAME\n\n## Goals\n\nWhat it is for.\n\n## Risks\n\nWhat may go wrong.\n\n## Plan and Milestones\n\nWhat comes when.\n";

const written =
  "# Sync\n\nStatus: APPROVED\nAuthor: Ada <ada@lovelace.dev>\n\n## Goals\n\nPhones.\n\n## Plan\n\nMay.\n";
const upgraded =
  "# Sync\n\nStatus: APPROVED\nAuthor: Ada <ada@lovelace.dev>\nArea: AREA NAME\n\n## Goals\n\nPhones.\n\n## Risks\n\nWhat may go wrong.\n\n## Plan and Milestones\n\nMay.\n";

describe("the upgrade of a document to its template", () => {
  it("is none where the template is the one that it was written for", () =>
    assert.equal(upgrade(analyse(written, { template: old })), undefined));

  for (const [name, change] of [
    ["adds fields and sections and gives headings their name", (text: string) => text],
    ["keeps CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
    ["keeps a byte order mark", (text: string) => `\uFEFF${text}`],
  ] as const)
    it(name, () => {
      const text = change(written);
      const found = upgrade(analyse(text, { template: now }));
      assert.deepEqual(found?.added, ["Area", "Risks"]);
      assert.equal(found?.renamed, 1);
      assert.equal(applyEdits(text, found?.edits ?? []), change(upgraded));
      assert.ok((found?.edits.length ?? 0) === 3, "one edit a place");
    });

  it("adds what was accepted, and nothing of a rule that is off", () => {
    const analysis = analyse(written, { template: now });
    const accepted = upgrade({ ...analysis, findings: [], accepted: analysis.findings });
    assert.deepEqual(accepted?.added, ["Area", "Risks"]);
    const isField = ({ rule }: { readonly rule: { readonly id: string } }): boolean =>
      rule.id === "missing-field";
    const fields = upgrade({ ...analysis, findings: analysis.findings.filter(isField) });
    assert.deepEqual(fields?.added, ["Area"]);
  });

  it("begins a header where there is none, and sections where there are none", () => {
    const found = upgrade(analyse("# Sync\n", { template: now }));
    assert.deepEqual(found?.added, ["Status", "Author", "Area", "Goals", "Risks", "Plan and Milestones"]);
    const after = applyEdits("# Sync\n", found?.edits ?? []);
    assert.equal(upgrade(analyse(after, { template: now })), undefined, after);
  });

  for (const template of [undefined, smallTemplate])
    it(`loses no word of odd documents and leaves nothing to add, by ${template ? "a small" : "the built-in"} template`, () => {
      for (let seed = 1; seed <= 40; seed++) {
        const text = oddDocument(randomFrom(seed));
        const read = (other: string) =>
          analyse(other, { ...oddFacts, ...(template !== undefined && { template }) });
        const found = upgrade(read(text));
        if (!found) continue;
        const after = applyEdits(text, found.edits);
        const lines = new Set(after.split(/\r\n|\n|\r/).map((line) => line.trim()));
        const lost = text
          .split(/\r\n|\n|\r/)
          .map((line) => line.trim())
          .filter((line) => line !== "" && !lines.has(line));
        assert.ok(lost.length <= found.renamed, `seed ${seed}: ${lost.join("\n")}`);
        assert.ok(after.length > text.length, `seed ${seed}: nothing is added`);
      }
    });
});
