// What is kept over edits is what would be read anew: blocks with all that is in them, sections and the header. What is
// told here of versions of a text is as short as it could be made.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseDocument } from "../../server/src/syntax/parse-document.ts";
import { assertSame, differenceOfDocuments } from "../kit/incremental.ts";
import { designDocument } from "../kit/random-document.ts";
import { editedTexts } from "../kit/random-edits.ts";
import { randomMarkdown } from "../kit/random-markdown.ts";
import { randomFrom } from "../kit/random.ts";

const runs = Number(process.env["DESIGN_DOCS_RUNS"] ?? 100);
const first = Number(process.env["DESIGN_DOCS_SEED"] ?? 1);

describe("what is kept over edits is what would be read anew", () => {
  const documents = Math.ceil(3 * runs);
  it(`of the blocks, sections and headers of ${documents} documents from seed ${first} on, in 40 edits each`, () => {
    for (let seed = first; seed < first + documents; seed++) {
      const random = randomFrom(seed);
      const start = random.once(3) ? designDocument(random) : randomMarkdown(random);
      const texts = [start, ...editedTexts(random, start, 40)];
      assertSame(texts, differenceOfDocuments, seed % 2 === 0 ? "each" : "last", `seed ${seed}`);
    }
  });

  // Texts are compared in pieces of 4096 code units.
  const long = Math.ceil(runs / 12);
  it(`of ${long} long documents from seed ${first} on, in 30 edits each, at the ends of pieces too`, () => {
    for (let seed = first; seed < first + long; seed++) {
      const random = randomFrom(seed);
      const start = Array.from({ length: 8 }, () => designDocument(random)).join("\n\n");
      const texts = [start];
      for (const text of editedTexts(random, start, 15)) {
        const at = 4096 * (1 + random.below(3)) - 2 + random.below(4);
        texts.push(
          text,
          text.slice(0, at) +
            random.of(["a", "\n", "\n\n", "`", "😀", "\r"]) +
            text.slice(at + random.below(3)),
        );
      }
      assertSame(texts, differenceOfDocuments, seed % 2 === 0 ? "each" : "last", `seed ${seed}`);
    }
  });

  it("of the blocks themselves: a letter in a paragraph makes one new", () => {
    const text = Array.from(
      { length: 40 },
      (_, index) => `## Part ${index}\n\nSome words.\n\n- an item\n- another\n`,
    ).join("\n");
    const before = parseDocument(text);
    const at = text.indexOf("words", text.length / 2);
    const { blocks } = parseDocument(`${text.slice(0, at)}x${text.slice(at)}`, before);
    const old = new Set(before.blocks);
    assert.equal(blocks.filter((block) => !old.has(block)).length, 1);
  });
});
