// An open document answers as those of the library do, after any changes.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { openText } from "../../server/src/lsp/open-text.ts";
import { linesOf } from "../kit/lines.ts";
import { randomFrom, type Random } from "../kit/random.ts";

const somePlace = (random: Random, lines: number): { readonly line: number; readonly character: number } => ({
  line: random.below(lines + 2) - (random.once(20) ? 1 : 0),
  character: random.below(random.once(5) ? 60 : 8),
});

function someChange(random: Random, lines: number): TextDocumentContentChangeEvent {
  if (random.once(30)) return { text: linesOf(random, 60) };
  const [start, other] = [somePlace(random, lines), somePlace(random, lines)];
  const end = random.once(3) ? other : start;
  return { range: { start, end }, text: linesOf(random, random.once(6) ? 30 : 3) };
}

test("texts, lines, places and offsets are those of the library", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomFrom(seed);
    const text = linesOf(random, random.once(10) ? 4000 : 60);
    let theirs = TextDocument.create("file:///a.md", "markdown", 1, text);
    const ours = openText("file:///a.md", "markdown", 1, text);
    for (let version = 2; version < 25; version++) {
      const changes = Array.from({ length: random.once(4) ? 2 : 1 }, () =>
        someChange(random, ours.lineCount),
      );
      // The library counts lines wrong behind some changes that begin where there is no line.
      for (const change of changes) {
        const changed = TextDocument.update(theirs, [change], version);
        theirs = TextDocument.create("file:///a.md", "markdown", version, changed.getText());
      }
      ours.change(changes, version);
      const told = `seed ${seed}, version ${version}`;
      assert.equal(ours.version, theirs.version, told);
      assert.equal(ours.lineCount, theirs.lineCount, told);
      assert.equal(ours.getText(), theirs.getText(), told);
      for (let times = 0; times < 6; times++) {
        const offset = random.below(ours.getText().length + 3) - 1;
        assert.deepEqual(ours.positionAt(offset), theirs.positionAt(offset), `${told}, offset ${offset}`);
        const [start, end] = [somePlace(random, ours.lineCount), somePlace(random, ours.lineCount)];
        assert.equal(ours.offsetAt(start), theirs.offsetAt(start), `${told}, ${JSON.stringify(start)}`);
        assert.equal(ours.getText({ start, end }), theirs.getText({ start, end }), told);
        assert.deepEqual(ours.getLineRange(start.line), theirs.getLineRange(start.line), told);
        assert.equal(ours.getEOLCharacters(start.line), theirs.getEOLCharacters(start.line), told);
      }
    }
  }
});
