import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inText } from "../../server/src/syntax/document.ts";
import { parseDocument } from "../../server/src/syntax/parse-document.ts";
import { columnEdit, fieldLine, valueEdit } from "../../server/src/syntax/write-field.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { slice } from "../../server/src/text/span.ts";
import { spellings } from "../kit/spellings.ts";

const values = [
  "Approved",
  "In Review (since 2026-03-01)",
  "@ada",
  "@ada, @org/team",
  "Ada Lovelace <ada@lovelace.dev>",
  "Superseded by [ADR-7](0007-other.md)",
  "2026-03-01",
  "a: b # c",
  "A | B",
  'the "old" way',
  "it's here",
  "`code` first",
  "{A, B}",
  "null",
  "ends with a colon:",
  "https://x.org/a?b=c#d",
  "12",
];

/** What the fields of a text say, without one of them. */
const others = (text: string, without: string): readonly (readonly [string, string])[] =>
  parseDocument(text)
    .header.fields.filter(({ key }) => key.toLowerCase() !== without)
    .map(({ key, value }) => [key, value]);

const variants: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  "carriage returns": (text) => text.replaceAll("\n", "\r\n"),
  "byte order mark": (text) => `\uFEFF${text}`,
};

describe("a value that is written is the value that is read", () => {
  for (const [name, spelling] of Object.entries(spellings)) {
    for (const [variant, change] of Object.entries(variants)) {
      it(`${name}, ${variant}`, () => {
        const text = change(spelling);
        const doc = parseDocument(text);
        const field = doc.header.fields.find(({ key }) => key.toLowerCase() === "status");
        assert.ok(field);
        for (const value of values) {
          const edit = valueEdit(doc, field, value);
          const after = applyEdits(text, [edit]);
          const read = parseDocument(after).header.fields.find(({ key }) => key.toLowerCase() === "status");
          assert.equal(read?.value, value, JSON.stringify(after));
          assert.equal(read.style, field.style);
          assert.deepEqual(others(after, "status"), others(text, "status"), JSON.stringify(after));
          // Written once more, nothing else is left of the first one.
          const doc2 = parseDocument(after);
          assert.equal(applyEdits(after, [valueEdit(doc2, read, value)]), after);
          if (text.includes("\r\n")) assert.doesNotMatch(after, /[^\r]\n/);
          assert.equal(after.startsWith("\uFEFF"), text.startsWith("\uFEFF"));
        }
      });
    }
  }
});

describe("a new line is a field like the one that it follows", () => {
  for (const [name, text] of Object.entries(spellings)) {
    const doc = parseDocument(text);
    const like = doc.header.fields.find(({ key }) => key.toLowerCase() === "status");
    if (like?.style === "section") continue;
    it(name, () => {
      assert.ok(like);
      for (const value of [...values, ""]) {
        const whole = inText(doc, like.block, like.whole);
        const end = whole.end + (/^[^\r\n]*/.exec(text.slice(whole.end))?.[0].length ?? 0);
        // A table begins with its head and the rule below it.
        const rule: number =
          like.style === "table" ? (/^\n[-| :]+(?=\n)/.exec(text.slice(end))?.[0].length ?? 0) : 0;
        const place: number = end + rule;
        const edit =
          like.style === "columns"
            ? columnEdit(doc, like, "Zone", value)
            : { span: { start: place, end: place }, text: `\n${fieldLine(doc, like, "Zone", value)}` };
        const after = applyEdits(text, [edit]);
        const read = parseDocument(after).header.fields.find(({ key }) => key.toLowerCase() === "zone");
        assert.equal(read?.value, value, JSON.stringify(after));
        assert.equal(read.style, like.style);
        assert.deepEqual(others(after, "zone"), others(text, "zone"), JSON.stringify(after));
        if (like.style !== "columns")
          assert.equal(slice(after, { start: 0, end: place }), slice(text, { start: 0, end: place }));
      }
    });
  }
});

describe("a value in a place that has none, or quotes of its own", () => {
  const field = "reviewers";
  const cases: readonly (readonly [name: string, before: string, value: string, after: string])[] = [
    ["a mark alone", "  -", "@ada, Bob", '  - "@ada"\n  - Bob'],
    ["a mark and a comment", "  - # who", "@ada", '  - "@ada" # who'],
    ["quotes and a comment", ' "" # who', "@ada", ' "@ada" # who'],
    ["a list with a hash", ' ["@bob"] # who', "a # b", ' ["a # b"] # who'],
    ["a list with an apostrophe", " [Bob]", "Miles O'Brien, Eve", " [Miles O'Brien, Eve]"],
    ["a list with quotes in quotes", ' ["@bob"]', '@x "y", z', ` ['@x "y"', z]`],
  ];
  for (const [name, before, value, after] of cases)
    it(name, () => {
      const isBelow = before.startsWith("  ");
      const text = (written: string): string =>
        `---\nowner: x\n${field}:${isBelow ? "\n" : ""}${written}\ndate: 2026-01-02\n---\n\n# T\n`;
      const doc = parseDocument(text(before));
      const found = doc.header.fields.find(({ key }) => key === field);
      assert.ok(found);
      const written = applyEdits(text(before), [valueEdit(doc, found, value)]);
      assert.equal(written, text(after));
      const read = parseDocument(written).header.fields.map(({ value: one }) => one);
      assert.deepEqual(read, ["x", value, "2026-01-02"]);
    });

  it("a bar in a cell that is written as one already", () => {
    const text = "# T\n\n| Status | Draft |\n| --- | --- |\n| Owner |  |\n| Team | |\n";
    const doc = parseDocument(text);
    const edits = doc.header.fields.slice(1).map((one) => valueEdit(doc, one, String.raw`a \| b`));
    const after = String.raw`a \| b`;
    assert.equal(
      applyEdits(text, edits),
      `# T\n\n| Status | Draft |\n| --- | --- |\n| Owner | ${after} |\n| Team | ${after} |\n`,
    );
  });
});
