// What a keystroke costs: rules that say what they read are not asked again where that is as it was.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { wantsOf } from "../../server/src/facts/wants.ts";
import { fixesOf, judge, readText, type Analysis } from "../../server/src/service.ts";
import { facts, templateOf } from "../kit/check.ts";

const template = templateOf(
  "# Design\n\nStatus: DRAFT\nAuthor: NAME\n\n## Goals\n\n<!-- design-docs: expect: list -->\n\nWhat it is for.\n\n## Risks\n\nWhat may go wrong.\n\n## Plan\n\nWhen.\n",
);
const text =
  "# Sync engine\n\nStatus: DRAFT\n\n## Goals\n\nPhones work without a network for a day. Notes are never lost, whatever happens. Everybody sees what others write, and soon.\n\n## Risks\n\nTwo phones edit.\n\n## Plan\n\nIn March, see [this](a.md).\n";

const judged = (source: string, before?: Analysis): Analysis =>
  judge(
    readText(source, template, before),
    { settings: { rules: {} }, facts: { ...facts }, stage: "review" },
    before,
  );
const shown = ({ findings }: Analysis): unknown =>
  findings.map(({ rule, severity, problem: { span, message } }) => [rule.id, severity, span, message]);

describe("a letter", () => {
  const before = judged(text);
  const edits: Readonly<Record<string, string>> = {
    "in another section": text.replace("Two phones", "Two old phones"),
    "in the section itself": text.replace("Phones work", "Old phones work"),
    "in the header": text.replace("Status: DRAFT", "Status: DRAFTS"),
    "in a heading": text.replace("## Risks", "## Risk"),
    "between blocks": text.replace("\n\n## Plan", "\n\n\n## Plan"),
    "that makes a list of the section": text.replace("Phones work", "- Phones work"),
  };
  for (const [name, source] of Object.entries(edits)) {
    it(`${name} leaves what a fresh reading tells, and its fixes`, () => {
      const now = judged(source, before);
      const fresh = judged(source);
      assert.deepEqual(shown(now), shown(fresh));
      assert.deepEqual(
        now.findings.map((finding) => fixesOf(now, finding)),
        fresh.findings.map((finding) => fixesOf(fresh, finding)),
      );
    });
  }

  it("in a paragraph leaves sections, header, alignment, states without spans, and wants the same objects", () => {
    const now = judged(text.replace("Two phones", "Two old phones"), before);
    assert.equal(now.doc.sections, before.doc.sections);
    assert.equal(now.doc.header, before.doc.header);
    assert.equal(now.alignment, before.alignment);
    for (const part of now.alignment.parts) assert.equal(now.states.get(part), before.states.get(part));
    assert.equal(wantsOf(now).paths, wantsOf(before).paths);
    assert.equal(wantsOf(now).diagrams, wantsOf(before).diagrams);
  });

  it("in another section does not ask a rule again that reads none of it", () => {
    const list = before.findings.find(({ rule }) => rule.id === "list-expected");
    assert.ok(list);
    const now = judged(text.replace("Two phones", "Two old phones"), before);
    const kept = now.findings.find(({ rule }) => rule.id === "list-expected");
    // Only what a finding shows is kept; the edits of its fix are made anew when somebody asks for them.
    assert.ok(kept && !("edits" in kept.problem) && "edits" in list.problem);
  });
});
