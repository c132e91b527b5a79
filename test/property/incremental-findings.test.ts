// What is kept over edits is what would be read anew: the alignment, states, wants, findings and fixes, beside many
// templates. What is told here of versions of a text is as short as it could be made.
import { it } from "node:test";
import { someCase, someMorsel } from "../kit/edited-worlds.ts";
import { assertSame, differenceOfAnalyses } from "../kit/incremental.ts";
import { editedTexts } from "../kit/random-edits.ts";
import { randomFrom } from "../kit/random.ts";

const runs = Number(process.env["DESIGN_DOCS_RUNS"] ?? 100);
const first = Number(process.env["DESIGN_DOCS_SEED"] ?? 1);

const analyses = Math.ceil(3.2 * runs);
it(`what is told of ${analyses} documents from seed ${first} on is told of them alone too, in 25 edits each`, () => {
  for (let seed = first; seed < first + analyses; seed++) {
    const random = randomFrom(seed);
    const { text, world } = someCase(random);
    const texts = [text, ...editedTexts(random, text, 25, someMorsel)];
    assertSame(texts, differenceOfAnalyses(world), seed % 2 === 0 ? "each" : "last", `seed ${seed}`);
  }
});
