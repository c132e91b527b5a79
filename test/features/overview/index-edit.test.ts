import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { indexEdit, type Lines } from "../../../server/src/features/overview/index-edit.ts";
import { readIndexOptions } from "../../../server/src/features/overview/index-options.ts";
import { indexLines } from "../../../server/src/features/overview/index-text.ts";
import { parseDocument } from "../../../server/src/syntax/parse-document.ts";
import { applyEdits } from "../../../server/src/text/edit.ts";
import { design, hostile } from "./designs.ts";

const lines: Lines = ({ sort, group }) => ["", `${sort} ${group}`, ""];
const begin = "<!-- design-docs: index -->";
const end = "<!-- design-docs: end of index -->";

/** The text after the edit, which has nothing left to change then. */
function updated(text: string, wanted: Lines = lines): string {
  const edit = indexEdit(text, wanted);
  const after = edit ? applyEdits(text, [edit]) : text;
  assert.equal(indexEdit(after, wanted), undefined, after);
  return after;
}

const index = `${begin}\n\ndate none\n\n${end}\n`;

const cases: readonly (readonly [name: string, before: string, after: string])[] = [
  ["an empty file", "", `## Index of designs\n\n${index}`],
  ["no last line break", "# A", `# A\n\n## Index of designs\n\n${index}`],
  ["a blank line at the end", "# A\n\n", `# A\n\n## Index of designs\n\n${index}`],
  ["marks side by side", `# A\n\n${begin}\n${end}\nB\n`, `# A\n\n${index}B\n`],
  ["an old list", `${begin}\n\n| a |\n| - |\n\n${end}\n\nB\n`, `${index}\nB\n`],
  ["the last mark is gone", `# A\n\n${begin}\n\n| mine |\n`, `# A\n\n${index}\n| mine |\n`],
  ["another first mark before the last one", `${begin}\n\nA\n\n${index}`, `${index}\nA\n\n${index}`],
  [
    "marks in code",
    `\`\`\`md\n${index}\`\`\`\n`,
    `\`\`\`md\n${index}\`\`\`\n\n## Index of designs\n\n${index}`,
  ],
  ["the last mark alone", `${end}\n`, `${end}\n\n## Index of designs\n\n${index}`],
  [
    "options, in any spelling",
    `<!--design-docs:index ;Sort: title, group :folder; x: y-->\n${end}\n`,
    `<!--design-docs:index ;Sort: title, group :folder; x: y-->\n\ntitle folder\n\n${end}\n`,
  ],
];

describe("the index in a file", () => {
  for (const [name, before, after] of cases) {
    it(name, () => assert.equal(updated(before), after));
    it(`${name}, with CRLF`, () =>
      assert.equal(
        updated(before.replaceAll("\n", "\r\n")),
        // A text without a line break has none of either kind.
        before.includes("\n") ? after.replaceAll("\n", "\r\n") : after,
      ));
  }

  it("is found again, whatever documents are called", () => {
    const documents = hostile.map((title, at) => ({
      ...design(`h${at}`, { title, author: title, status: title, reviewers: [title] }),
      to: `h${at}.md`,
      below: title,
    }));
    for (const group of ["none", "status", "folder"] as const) {
      const text = updated("# A\n\nBefore.\n", () => indexLines(documents, { sort: "title", group }));
      const behind = `${text}\nBehind.\n`;
      const fewer = updated(behind, () => indexLines(documents.slice(1), { sort: "title", group }));
      assert.ok(fewer.startsWith("# A\n\nBefore.\n\n## ") && fewer.endsWith(`${end}\n\nBehind.\n`), fewer);
      const { blocks } = parseDocument(text);
      assert.equal(blocks.filter(({ kind }) => kind === "html").length, 3);
      assert.ok(blocks.every(({ kind }) => kind !== "code"));
    }
  });
});

it("options that cannot be read are the usual ones", () => {
  for (const text of ["", "sort: size", "group", ":::", "sort title"])
    assert.deepEqual(readIndexOptions(text), { sort: "date", group: "none" });
});
