// We nest containers no deeper than a limit. An edit that comes up to it, or goes back below, reads what follows as a
// fresh reading does.
import assert from "node:assert/strict";
import { it } from "node:test";
import { parseBlocks } from "../../server/src/syntax/parse-blocks.ts";
import { assertSame, differenceOfDocuments } from "../kit/incremental.ts";

const marks = ["[^a]: ", "> ", "- "] as const;
const behind = ["> quote", "- item", "1. one", "[^b]: note", "    code", "words"] as const;
const depths = [126, 127, 128, 129, 130];

/** A line of so many marks, or so many lines each of which is in the one before. */
const nested = (mark: string, depth: number, inLines: boolean): string =>
  inLines
    ? Array.from({ length: depth }, (_, level) => `${" ".repeat(4 * level)}${mark}x`).join("\n\n")
    : `${mark.repeat(depth)}x`;

for (const mark of marks)
  it(`what stands behind some 128 of ${JSON.stringify(mark)} is read the same after an edit`, () => {
    for (const follower of behind)
      for (const inLines of [false, true]) {
        const texts = [...depths, ...depths.toReversed()].map(
          (depth) => `[^a] [^b]\n\n${nested(mark, depth, inLines)}\n\n${follower}\n\nend [^b]\n`,
        );
        assertSame(texts, differenceOfDocuments, "each", `${mark} before ${follower}`);
      }
  });

it("a container that starts behind as many as may be open is one", () => {
  const kinds = parseBlocks(`${"[^a]: ".repeat(128)}x\n\n> quote\n\n- item\n`).blocks.map(({ kind }) => kind);
  assert.deepEqual(kinds, ["footnoteDefinition", "quote", "list"]);
});
