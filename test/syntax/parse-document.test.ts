import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { blockSpan, headingSpan, titleSpan } from "../../server/src/syntax/document.ts";
import { parseDocument } from "../../server/src/syntax/parse-document.ts";
import { walk } from "../../server/src/syntax/node.ts";
import { mark, unmark } from "../kit/markers.ts";

/** Marks round every heading that makes a section. */
function checkHeadings(marked: string): void {
  const { text } = unmark(marked);
  const doc = parseDocument(text);
  const spans = doc.sections.map((section) => headingSpan(doc, section));
  assert.equal(mark(text, spans), marked);
}

describe("headings that make sections", () => {
  const texts: Readonly<Record<string, string>> = {
    "ATX and setext": "⟦# One⟧\n\n⟦Two\n---⟧\n\n⟦### Three ###⟧\n",
    "not in fences": "⟦# One⟧\n\n```sh\n# no\n```\n\n~~~\n## no\n~~~\n",
    "not in an unclosed fence": "⟦# One⟧\n\n```\n## no\n",
    "not in HTML and comments": "⟦# One⟧\n\n<div>\n# no\n</div>\n\n<!--\n## no\n\n## no\n-->\n\n⟦## Two⟧\n",
    "not in an unclosed comment": "⟦# One⟧\n\n<!--\n## no\n\n## no\n",
    "not in quotes and lists": "⟦# One⟧\n\n> ## no\n\n- ## no\n\n    # no\n",
    "not without a blank behind the marks": "⟦# One⟧\n\n##no\n",
    "carriage returns": "⟦# One⟧\r\n\r\ntext\r\n\r\n⟦## Two⟧\r\n",
    "a byte order mark": "\uFEFF⟦# One⟧\n\n⟦## Two⟧\n",
    "a second byte order mark is text": "\uFEFF\uFEFF\n⟦# One⟧\n\n⟦## Two⟧\n",
    "tabs and emoji": "⟦#\t🚀 One⟧\n\n⟦## Two 👩‍💻⟧\n\n\tcode\n",
    "front matter": "---\ntitle: x\n# no\n---\n\n⟦# One⟧\n",
    "up to three blanks before": "   ⟦# One⟧\n",
    "an empty heading": "⟦#⟧\n\n⟦##⟧\n",
    "an empty text": "",
    "no heading": "text\n",
  };
  for (const [name, text] of Object.entries(texts)) it(name, () => checkHeadings(text));
});

it("nests sections by depth, each ending where one of its depth or less begins", () => {
  const doc = parseDocument("# A\n\na\n\n## B\n\n#### C\n\nc\n\n## D\n\n# E\n");
  assert.deepEqual(
    doc.sections.map(({ title, parent, block, bodyEnd, extentEnd }) => [
      title,
      parent,
      block,
      bodyEnd,
      extentEnd,
    ]),
    [
      ["A", -1, 0, 2, 6],
      ["B", 0, 2, 3, 5],
      ["C", 1, 3, 5, 5],
      ["D", 0, 5, 6, 6],
      ["E", -1, 6, 7, 7],
    ],
  );
});

it("reads a heading as people see it", () => {
  const titles = parseDocument(
    "# *Fast* `sync` [here](x)\n\n## Goals <!-- optional --> {#goals}\n\n## A &amp; B\\*\n",
  ).sections.map(({ title }) => title);
  assert.deepEqual(titles, ["Fast sync here", "Goals", "A & B*"]);
});

it("marks the text of a heading without its marks", () => {
  const { text, spans } = unmark("## ⟦Goals *and* more⟧ ##\n\n⟦Two\nlines⟧\n===\n\n##⟦⟧\n");
  const doc = parseDocument(text);
  assert.deepEqual(
    doc.sections.map((section) => titleSpan(doc, section)),
    spans,
  );
});

it("keeps positions inside a block relative to it, whatever stands before", () => {
  const tail = "- a [link](x)\n- b `code`\n\n| a | b |\n|---|---|\n| c | d |\n";
  const alone = parseDocument(tail);
  const behind = parseDocument(`\uFEFF# Title\r\n\r\n\`\`\`\n# x\n\`\`\`\n\n${tail}`);
  assert.deepEqual(behind.blocks.slice(-alone.blocks.length), alone.blocks);
});

it("places every node inside its block, and every block inside the text", () => {
  const text =
    "\uFEFF# A\n\nmail me@x.org or https://x.org/~y_z\n\n> q\n> 1. x\n\n[^1]: note\n\n[d]: <x> 'y'\n\nhi[^1] ![i][d] ~~no~~\n";
  const doc = parseDocument(text);
  let end = 0;
  doc.blocks.forEach(({ node, length }, index) => {
    const span = blockSpan(doc, index);
    assert.ok(span.start >= end && span.end <= text.length);
    end = span.end;
    for (const inner of walk(node))
      assert.ok(0 <= inner.start && inner.start <= inner.end && inner.end <= length);
  });
});

describe("code fences", () => {
  const fences: readonly (readonly [string, boolean])[] = [
    ["```\na\n```", true],
    ["~~~~ js\na\n~~~~~", true],
    ["```\na", false],
    ["```", false],
    ["````\n```", false],
    ["    indented", true],
  ];
  for (const [text, closed] of fences) {
    it(`${JSON.stringify(text)} is ${closed ? "closed" : "open"}`, () => {
      const node = parseDocument(text).blocks[0]?.node;
      assert.equal(node?.kind === "code" && node.closed, closed);
    });
  }
});

describe("nesting that no stack holds", () => {
  for (const marks of [">", "> ", "- "]) {
    it(`${JSON.stringify(marks)} 1,200 times`, () => {
      const doc = parseDocument(`# One\n\n${marks.repeat(1200)}x\n\n## Two\n`);
      assert.deepEqual(
        doc.sections.map(({ title }) => title),
        ["One", "Two"],
      );
    });
  }
});
