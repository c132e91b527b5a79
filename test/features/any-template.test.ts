import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { completion } from "../../server/src/features/completion.ts";
import { hover } from "../../server/src/features/hover.ts";
import { insertMissing } from "../../server/src/features/insert-missing.ts";
import { nextIncomplete } from "../../server/src/features/next-incomplete.ts";
import { inEnglish } from "../../server/src/messages/message.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { analyse } from "../kit/analyse.ts";

const template =
  "# T\n\n## Aim\n\n<!--\nSay what it is for.\n-->\n\n## Reasons\n\n[comment]: # (Say why.)\n\nLicensed under the MIT licence.\n\n## Parts\n\n### {name of a part}\n\n**Cost:** _in days, or months_\n";

const nobody = { handles: [], today: "2026-03-04" };

describe("a template whose guidance stands in comments", () => {
  it("gives what is inserted its comments, text that stays, and a place to write below them", () => {
    const text = "# X\n\n#";
    const items = completion(analyse(text, { template }), text.length, undefined, nobody).toSorted(
      (a, b) => a.order - b.order,
    );
    assert.deepEqual(
      items.map(({ snippet }) => snippet),
      [
        "## Aim\n\n<!--\nSay what it is for.\n-->\n\n${1:}\n$0",
        "## Reasons\n\n[comment]: # (Say why.)\n\n${1:}\n\nLicensed under the MIT licence.\n$0",
        "## Parts\n$0",
      ],
    );
    assert.equal(items[0]?.text, "## Aim\n\n<!--\nSay what it is for.\n-->\n");
    assert.equal(items[0]?.documentation, "Say what it is for.");
  });

  it("offers a pattern as a heading to be written over", () => {
    const text = "# X\n\n## Parts\n\n###";
    const [first] = completion(analyse(text, { template }), text.length, undefined, nobody).toSorted(
      (a, b) => a.order - b.order,
    );
    assert.equal(first?.snippet, "### ${1:{name of a part\\}}\n\n**Cost:** ${2:_in days, or months_}\n$0");
  });

  it("inserts the same text where nobody writes at once", () => {
    const { edits } = insertMissing(analyse("# X\r\n\r\n## Parts\r\n\r\nDisk.\r\n", { template }));
    assert.equal(
      applyEdits("# X\r\n\r\n## Parts\r\n\r\nDisk.\r\n", edits),
      "# X\r\n\r\n## Aim\r\n\r\n<!--\r\nSay what it is for.\r\n-->\r\n\r\n## Reasons\r\n\r\n[comment]: # (Say why.)\r\n\r\nLicensed under the MIT licence.\r\n\r\n## Parts\r\n\r\nDisk.\r\n",
    );
  });

  it("shows the words on the heading, and goes by a comment that is left", () => {
    const text = "# X\n\n## Aim\n\n<!--\nSay what it is for.\n-->\n\nSpeed.\n\n## Reasons\n\nWhy not.\n";
    const analysis = analyse(text, { template });
    const told = hover(analysis, text.indexOf("Aim"))?.markdown.map((block) =>
      typeof block === "string" ? block : inEnglish(block),
    );
    assert.deepEqual(told, ["**Aim** · required by the template", "Say what it is for."]);
    assert.notEqual(nextIncomplete(analysis, 0)?.title, "Aim");
  });

  it("is told of a comment once a section, and never above information", () => {
    const text =
      "# X\n\n## Aim\n\n<!--\nSay what it is for.\n-->\n\nSpeed.\n\n## Reasons\n\n[comment]: # (Say why.)\n\n## Parts\n\nDisk.\n";
    for (const [stage, level] of [
      ["draft", "hint"],
      ["review", "hint"],
      ["approved", "information"],
    ] as const) {
      const told = analyse(text, { template, stage }).findings.map(
        ({ rule, severity }) => `${rule.id}: ${severity}`,
      );
      assert.deepEqual(
        told.filter((one) => one.startsWith("placeholder-text")),
        [`placeholder-text: ${level}`],
        stage,
      );
      assert.equal(told.filter((one) => one.startsWith("empty-section")).length, 1, stage);
    }
  });
});
