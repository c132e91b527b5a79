import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { stampedHashes, type Stamp } from "../../server/src/cli/stamps.ts";
import type { KeptStore } from "../../server/src/workspace/kept.ts";

/** A store in memory. */
function memoryStore(): KeptStore {
  let text: string | undefined;
  return {
    read: () => Promise.resolve(text),
    write(next) {
      text = next;
      return Promise.resolve();
    },
  };
}

/** Asks for one file in two runs with these stamps, and gives how often it was read in each. */
async function reads(...stamps: readonly (Stamp | undefined)[]): Promise<readonly number[]> {
  const store = memoryStore();
  const counts: number[] = [];
  for (const [run, stamp] of stamps.entries()) {
    let count = 0;
    const hashes = stampedHashes(
      store,
      "1",
      () => stamp,
      () => {
        count++;
        return Promise.resolve("hash");
      },
    );
    for (let asked = 0; asked < 2; asked++)
      assert.equal(await hashes.hashOf("file:///a.md"), "hash", `${run}`);
    await hashes.save();
    counts.push(count);
  }
  return counts;
}

describe("stamps of files", () => {
  const old: Stamp = { mark: "10 1 1", isOld: true };
  const fresh: Stamp = { mark: "10 1 1", isOld: false };
  for (const [name, stamps, expected] of [
    ["a file with its stamp is not read again", [old, old, old], [1, 0, 0]],
    ["one that was written is", [old, { mark: "10 2 2", isOld: true }], [1, 1]],
    ["one that was just written when it was read is", [fresh, old, old], [1, 1, 0]],
    ["one of which the system says nothing is", [undefined, undefined], [1, 1]],
    ["one whose stamp was kept need not be old", [old, fresh], [1, 0]],
  ] as const)
    test(name, async () => assert.deepEqual(await reads(...stamps), expected));

  test("what cannot be read has no hash, and none is kept of it", async () => {
    const store = memoryStore();
    const none = stampedHashes(
      store,
      "1",
      () => old,
      () => Promise.resolve(undefined),
    );
    assert.equal(await none.hashOf("file:///a.md"), undefined);
    await none.save();
    const some = stampedHashes(
      store,
      "1",
      () => old,
      () => Promise.resolve("hash"),
    );
    assert.equal(await some.hashOf("file:///a.md"), "hash");
  });
});
