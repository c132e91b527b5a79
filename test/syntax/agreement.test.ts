// Our reading of Markdown is remark's, on whatever text. What is told here of a text is as short as it could be made.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { assertAgrees } from "../kit/agreement.ts";
import { corpusMarkdown, ownMarkdown } from "../kit/own-markdown.ts";
import { blockSoup, deepMarkdown, hostileMarkdown, inlineDocument } from "../kit/random-markdown.ts";
import { designDocument } from "../kit/random-document.ts";
import { randomFrom, type Random } from "../kit/random.ts";
import { trickyContainers } from "../kit/tricky-containers.ts";
import { trickyLeaves } from "../kit/tricky-leaves.ts";

const runs = Number(process.env["DESIGN_DOCS_RUNS"] ?? 100);
const first = Number(process.env["DESIGN_DOCS_SEED"] ?? 1);

/** The generators, and how many of their texts are read in a hundred runs. */
const generators: readonly (readonly [string, (random: Random) => string, number])[] = [
  ["design documents", designDocument, 200],
  ["texts of hostile lines", hostileMarkdown, 2500],
  ["texts of block signs", blockSoup, 2500],
  ["texts of inline signs", inlineDocument, 3000],
  ["texts that nest deep", deepMarkdown, 40],
];

describe("our reading of Markdown is remark's", () => {
  it("for the project's own files and examples", () => {
    const own = ownMarkdown();
    assert.ok(own.length > 100, "the files are found");
    for (const { name, text } of own) assertAgrees(text, name);
  });

  it("for them with other line endings", () => {
    for (const { name, text } of ownMarkdown())
      assertAgrees(text.replace(/\r?\n/g, name.length % 2 === 0 ? "\r\n" : "\r"), name);
  });

  for (const text of [...trickyLeaves, ...trickyContainers])
    it(`for ${JSON.stringify(text)}`, () => assertAgrees(text, "written by hand"));

  for (const [name, generate, count] of generators) {
    const texts = Math.ceil((count * runs) / 100);
    it(`for ${texts} ${name} from seed ${first} on`, () => {
      for (let seed = first; seed < first + texts; seed++)
        assertAgrees(generate(randomFrom(seed)), `seed ${seed}`);
    });
  }

  it("for the documents of a corpus, if there is one", () => {
    for (const { name, text } of corpusMarkdown()) assertAgrees(text, name);
  });
});
