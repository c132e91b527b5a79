// What is kept over edits is what would be read anew: blocks and all that is found in them, the alignment, states,
// wants and findings. What is told here of versions of a text is as short as it could be made.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseDocument } from "../../server/src/syntax/parse-document.ts";
import { someCase, someMorsel } from "../kit/edited-worlds.ts";
import { assertSame, differenceOfAnalyses, differenceOfDocuments } from "../kit/incremental.ts";
import { designDocument } from "../kit/random-document.ts";
import { editedTexts } from "../kit/random-edits.ts";
import { randomMarkdown } from "../kit/random-markdown.ts";
import { randomFrom } from "../kit/random.ts";

const runs = Number(process.env["DESIGN_DOCS_RUNS"] ?? 100);
const first = Number(process.env["DESIGN_DOCS_SEED"] ?? 1);

const sequences = (count: number): number => Math.ceil((count * runs) / 100);
const looking = (seed: number): "each" | "last" => (seed % 2 === 0 ? "each" : "last");

describe("what is kept over edits is what would be read anew", () => {
  const documents = sequences(160);
  it(`of the blocks, sections and headers of ${documents} documents from seed ${first} on, in 40 edits each`, () => {
    for (let seed = first; seed < first + documents; seed++) {
      const random = randomFrom(seed);
      const start = random.once(3) ? designDocument(random) : randomMarkdown(random);
      const texts = [start, ...editedTexts(random, start, 40)];
      assertSame(texts, differenceOfDocuments, looking(seed), `seed ${seed}`);
    }
  });

  const analyses = sequences(80);
  it(`of what is told of ${analyses} documents from seed ${first} on, in 25 edits each`, () => {
    for (let seed = first; seed < first + analyses; seed++) {
      const random = randomFrom(seed);
      const { text, world } = someCase(random);
      const texts = [text, ...editedTexts(random, text, 25, someMorsel)];
      assertSame(texts, differenceOfAnalyses(world), looking(seed), `seed ${seed}`);
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
