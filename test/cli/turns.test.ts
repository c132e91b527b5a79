import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { inTurns } from "../../server/src/cli/turns.ts";

const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
const items = Array.from({ length: 20 }, (_, index) => index);

/** What came of all, and how many were in hand at most. */
async function worked(
  most: number,
  wait: (item: number) => Promise<void>,
): Promise<readonly [unknown, number]> {
  let open = 0;
  let highest = 0;
  const results = await inTurns(
    items,
    most,
    async (item) => {
      highest = Math.max(highest, ++open);
      await wait(item);
      open--;
      return item;
    },
    turn,
  );
  return [results, highest];
}

describe("work in turns", () => {
  const none = (): Promise<void> => Promise.resolve();
  // The later they begin the sooner they are done.
  const others = async (item: number): Promise<void> => {
    for (let left = 30 - item; left > 0; left--) await turn();
  };
  for (const [name, most, wait, highest] of [
    ["one at a time where none waits for others", 4, none, 1],
    ["another one while one waits, up to the limit", 4, others, 4],
    ["one at a time where there may be no more", 1, others, 1],
  ] as const)
    test(name, async () => assert.deepEqual(await worked(most, wait), [items, highest]));

  test("none of nothing", async () =>
    assert.deepEqual(await inTurns([], 4, () => Promise.reject(new Error("nothing")), turn), []));

  test("a failure", () =>
    assert.rejects(
      inTurns(items, 4, () => Promise.reject(new Error("broken")), turn),
      /broken/,
    ));
});
