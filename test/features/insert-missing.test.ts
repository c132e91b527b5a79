import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { insertMissing } from "../../server/src/features/insert-missing.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { analyse } from "../kit/analyse.ts";
import { smallTemplate } from "./small-template.ts";

const parts = {
  summary: "## Summary / Executive Summary\n\nSay it shortly.\n",
  goals: "## Goals\n\n- What it is for.\n- How one can tell.\n",
  design: "## Design\n\nDraw it.\n\n### Data Flow\n\nFollow the data.\n\n### Storage\n\nName the ${disk}.\n",
  log: "## Decision Log\n\nWho decided what.\n",
};
const all = Object.values(parts).join("\n");
const allTitles = ["Summary / Executive Summary", "Goals", "Design", "Decision Log"];

interface Case {
  readonly name: string;
  readonly text: string;
  readonly titles: readonly string[];
  readonly result: string;
}

const cases: readonly Case[] = [
  { name: "into an empty document", text: "", titles: ["Title", ...allTitles], result: `# Design\n\n${all}` },
  { name: "below a title", text: "# S", titles: allTitles, result: `# S\n\n${all}` },
  {
    name: "below a header",
    text: "# S\n\nStatus: DRAFT\n\n\n",
    titles: allTitles,
    result: `# S\n\nStatus: DRAFT\n\n${all}`,
  },
  {
    name: "each to its place",
    text: "# S\n## Goals\n\nSync.\n## Appendix\n\nNumbers.\n",
    titles: ["Summary / Executive Summary", "Design", "Decision Log"],
    result: `# S\n\n${parts.summary}\n## Goals\n\nSync.\n\n${parts.design}\n${parts.log}\n## Appendix\n\nNumbers.\n`,
  },
  {
    name: "those below a section that is there",
    text: `# S\n\n${parts.summary}\n${parts.goals}\n## Design\n\nBoxes.\n\n### Storage\n\nDisk.\n\n${parts.log}`,
    titles: ["Data Flow"],
    result: `# S\n\n${parts.summary}\n${parts.goals}\n## Design\n\nBoxes.\n\n### Data Flow\n\nFollow the data.\n\n### Storage\n\nDisk.\n\n${parts.log}`,
  },
  {
    name: "without those that stand there already",
    text: `# S\n\n${parts.summary}\n${parts.goals}\n### Storage\n\nDisk.\n\n${parts.log}`,
    titles: ["Design"],
    result: `# S\n\n${parts.summary}\n${parts.goals}\n## Design\n\nDraw it.\n\n### Data Flow\n\nFollow the data.\n\n### Storage\n\nDisk.\n\n${parts.log}`,
  },
  {
    name: "before a rule with the template's instructions",
    text: `# S\n\n${parts.summary}\n${parts.goals}\n${parts.design}\n---\n\nHow to use this template\n\n- Copy it.\n`,
    titles: ["Decision Log"],
    result: `# S\n\n${parts.summary}\n${parts.goals}\n${parts.design}\n${parts.log}\n---\n\nHow to use this template\n\n- Copy it.\n`,
  },
  {
    name: "a level deeper where the document stands deeper",
    text: "# S\n\n### Summary\n\nx\n\n### Goals\n\nx\n\n### Design\n\nx\n\n#### Data Flow\n\nx\n\n#### Storage\n\nx\n",
    titles: ["Decision Log"],
    result:
      "# S\n\n### Summary\n\nx\n\n### Goals\n\nx\n\n### Design\n\nx\n\n#### Data Flow\n\nx\n\n#### Storage\n\nx\n\n### Decision Log\n\nWho decided what.\n",
  },
  {
    name: "not into an open fence",
    text: `# S\n\n${parts.goals}\n${parts.design}\n## Decision Log\n\n\`\`\`sh\nls\n`,
    titles: ["Summary / Executive Summary"],
    result: `# S\n\n${parts.summary}\n${parts.goals}\n${parts.design}\n## Decision Log\n\n\`\`\`sh\nls\n`,
  },
  { name: "nothing where nothing is missing", text: `# S\n\n${all}`, titles: [], result: `# S\n\n${all}` },
];

describe("insert missing sections", () => {
  for (const { name, text, titles, result } of cases) {
    for (const eol of ["\n", "\r\n"]) {
      // A text without a line ending has none to keep.
      if (eol === "\r\n" && !text.includes("\n")) continue;
      it(`${name}, ${JSON.stringify(eol)}`, () => {
        const given = text.replaceAll("\n", eol);
        const insertion = insertMissing(analyse(given, { template: smallTemplate }));
        assert.deepEqual(insertion.titles, titles);
        const inserted = applyEdits(given, insertion.edits);
        assert.equal(inserted, result.replaceAll("\n", eol));
        // What could be inserted is there then.
        const left = insertMissing(analyse(inserted, { template: smallTemplate }));
        assert.deepEqual(left, { titles: [], edits: [] });
      });
    }
  }

  for (const open of ["```\nopen", "<!-- open", "<pre>\nopen"])
    it(`without what would take the text below it along: ${JSON.stringify(open)}`, () => {
      const template = `# T\n\n## Goals\n\nWhy.\n\n## Plan\n\nWhen.\n\n${open}\n`;
      const text = "# S\n\n## Goals\n\nSync.\n\n## Appendix\n\nNumbers.\n";
      const { edits } = insertMissing(analyse(text, { template }));
      const after = "# S\n\n## Goals\n\nSync.\n\n## Plan\n\nWhen.\n\n## Appendix\n\nNumbers.\n";
      assert.equal(applyEdits(text, edits), after);
    });

  it("the title first, where the template asks for it behind other sections", () => {
    const template = "# Note\n\n## Goals\n\nWhy.\n\n## Title\n\nSay it shortly.\n";
    const text = "## Appendix\n\nNumbers.\n";
    const { edits } = insertMissing(analyse(text, { template }));
    const after = "# Note\n\n## Goals\n\nWhy.\n\n## Appendix\n\nNumbers.\n";
    assert.equal(applyEdits(text, edits), after);
  });
});
