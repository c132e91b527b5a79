import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import { createHeadWatch } from "../../server/src/lsp/head-watch.ts";
import { headOf } from "../../server/src/workspace/read-head.ts";

const long = "Words that fill a line of some length.\n".repeat(200);
const text = `# Sync\n\nStatus: DRAFT\nSee: [the other][o]\n\n## Goals\n\nGo.\n\n${long}\n[o]: 0001-other.md\n\n${long}`;

/** An edit: what it replaces, where it stands for the first time behind `after`, and by what. */
const cases: readonly (readonly [name: string, find: string, by: string, differs: boolean])[] = [
  ["a letter of the status", "DRAFT", "DRAFTY", true],
  ["the first section", "## Goals", "##Goals", true],
  ["a letter of a section near the head", "Go.", "Goo.", false],
  ["the target of a definition", "0001-other", "0002-other", true],
  ["the colon of a definition", "[o]:", "[o]", true],
  ["the bracket of a definition", "[o]:", "[o:", true],
  ["a line above a definition", "\n\n[o]:", "\n[o]:", false],
  ["a line that becomes part of a definition's", "\n[o]:", "x[o]:", true],
  ["another definition", "\n[o]: 0001", "\n[p]: x.md\n[o]: 0001", true],
  ["all of the text behind the head", `\n[o]: 0001-other.md\n\n${long}`, "", true],
];

describe("the watch on heads", () => {
  const opened = (): {
    readonly document: TextDocument;
    readonly watch: ReturnType<typeof createHeadWatch>;
  } => {
    const document = TextDocument.create("file:///a.md", "markdown", 1, text);
    const watch = createHeadWatch();
    assert.equal(watch.differs(document), true);
    assert.equal(watch.differs(document), false);
    return { document, watch };
  };

  for (const [name, find, by, differs] of cases) {
    it(`${differs ? "sees" : "overlooks"} ${name}`, () => {
      const { document, watch } = opened();
      const start = text.indexOf(find);
      assert.ok(start >= 0);
      const range = { start: document.positionAt(start), end: document.positionAt(start + find.length) };
      const changes = [{ range, text: by }];
      watch.through(document, changes, () => TextDocument.update(document, changes, 2));
      assert.equal(headOf(document.getText()) !== headOf(text), differs, "the case says what is true");
      assert.equal(watch.differs(document), differs);
      assert.equal(watch.differs(document), false);
    });
  }

  it("reads the head again only where an edit may have touched it", () => {
    const { document, watch } = opened();
    let reads = 0;
    const counted = { ...document, uri: document.uri, getText: () => (reads++, document.getText()) };
    for (const [version, character] of [
      [2, 1],
      [3, 2],
    ] as const) {
      const at = { line: document.lineCount - 10, character };
      const changes = [{ range: { start: at, end: at }, text: "x" }];
      watch.through(document, changes, () => TextDocument.update(document, changes, version));
      assert.equal(watch.differs(counted), false);
    }
    assert.equal(reads, 0);
  });

  it("takes nothing for known after several changes, a whole text or a closed document", () => {
    const { document, watch } = opened();
    const at = document.positionAt(0);
    const inTitle = { range: { start: at, end: at }, text: "x" };
    const end = document.positionAt(text.length);
    const atEnd = { range: { start: end, end }, text: "x" };
    watch.through(document, [atEnd, inTitle], () => TextDocument.update(document, [atEnd, inTitle], 2));
    assert.equal(watch.differs(document), true);
    watch.through(document, [{ text }], () => TextDocument.update(document, [{ text }], 3));
    assert.equal(watch.differs(document), true);
    watch.closed(document.uri);
    assert.equal(watch.differs(document), true);
  });
});
