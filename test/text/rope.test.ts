import assert from "node:assert/strict";
import { test } from "node:test";
import { chunksBetween, hasSame, ropeOf, spliced } from "../../server/src/text/rope.ts";
import { linesOf } from "../kit/lines.ts";
import { randomFrom, type Random } from "../kit/random.ts";

test("a rope reads as the text that its edits have made, whatever its chunks are", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomFrom(seed);
    let text = linesOf(random, 80);
    let rope = ropeOf(text, 1 + random.below(40));
    for (let edit = 0; edit < 30; edit++) {
      const from = random.below(text.length + 1);
      const to = Math.min(text.length, from + random.below(random.once(4) ? 60 : 4));
      const put = linesOf(random, random.once(5) ? 40 : 4);
      const before = { text, rope };
      text = text.slice(0, from) + put + text.slice(to);
      rope = spliced(rope, from, to, put);
      const told = `seed ${seed}, edit ${edit}`;
      assert.equal(rope.chunks.map((chunk) => chunk.text).join(""), text, told);
      assert.equal(rope.toString(), text, told);
      assert.equal(rope.length, text.length, told);
      const [one, other] = [random.below(text.length + 1), random.below(text.length + 1)];
      const [start, end] = [Math.min(one, other), Math.max(one, other)];
      assert.equal(rope.slice(start, end), text.slice(start, end), told);
      assert.equal(rope.slice(start), text.slice(start), told);
      assert.equal(rope.charCodeAt(start), text.charCodeAt(start), told);
      assert.ok(
        rope.chunks.every(
          (chunk, index) => chunk.text !== "" && !parts(chunk.text, rope.chunks[index + 1]?.text),
        ),
        told,
      );
      const { from: same, oldEnd, newEnd } = chunksBetween(before.rope, rope);
      assert.equal(
        before.text.slice(0, same) + text.slice(same, newEnd) + before.text.slice(oldEnd),
        text,
        told,
      );
      const [here, there, length] = [someAt(random, before.text), someAt(random, text), random.below(30)];
      assert.equal(
        hasSame(before.rope, here, rope, there, length),
        before.text.length - here >= length &&
          text.length - there >= length &&
          before.text.slice(here, here + length) === text.slice(there, there + length),
        told,
      );
      assert.ok(hasSame(before.rope, 0, rope, 0, same), told);
      assert.ok(hasSame(before.rope, oldEnd, rope, newEnd, text.length - newEnd), told);
      // What was made before is as it was.
      assert.equal(before.rope.chunks.map((chunk) => chunk.text).join(""), before.text, told);
    }
  }
});

const someAt = (random: Random, text: string): number => random.below(text.length + 1);

const parts = (one: string, next: string | undefined): boolean =>
  one.endsWith("\r") && next?.startsWith("\n") === true;

test("an edit makes one chunk new, however long the text is", () => {
  const before = ropeOf("A line of some words.\n".repeat(50_000));
  const after = spliced(before, 500_000, 500_000, "x");
  const old = new Set(before.chunks);
  assert.equal(after.chunks.filter((chunk) => !old.has(chunk)).length, 1);
});
