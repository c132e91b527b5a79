import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createProgressQueue, type ProgressQueue } from "../../client/src/documents-view/progress-queue.ts";

interface Question {
  readonly uris: readonly string[];
  readonly isWanted: AbortSignal;
  readonly answer: (progress: readonly string[]) => void;
  readonly fail: (error: unknown) => void;
}

function world(): {
  readonly queue: ProgressQueue;
  readonly asked: Question[];
  readonly found: string[];
  readonly failures: unknown[];
} {
  const asked: Question[] = [];
  const found: string[] = [];
  const failures: unknown[] = [];
  const queue = createProgressQueue<string>({
    ask: (uris, isWanted) => new Promise((answer, fail) => void asked.push({ uris, isWanted, answer, fail })),
    found: (uris) => void found.push(...uris),
    failed: (error) => void failures.push(error),
  });
  return { queue, asked, found, failures };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const names = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `d${index}`);

describe("the queue of progress", () => {
  it("asks for a few at a time, one question after the other", async () => {
    const { queue, asked, found } = world();
    queue.want(names(30));
    queue.want(["d3", "late"]);
    assert.deepEqual(
      asked.map(({ uris }) => uris.length),
      [25],
    );
    asked[0]?.answer([]);
    await settled();
    assert.deepEqual(asked[1]?.uris, ["d25", "d26", "d27", "d28", "d29", "late"]);
    asked[1]?.answer([]);
    await settled();
    assert.deepEqual([asked.length, found.length], [2, 31]);
    queue.want(["d1"]);
    assert.deepEqual(asked[2]?.uris, ["d1"]);
  });

  it("rests while nobody looks, and goes on where it was", async () => {
    const { queue, asked, found } = world();
    queue.want(names(2));
    queue.rest(true);
    assert.equal(asked[0]?.isWanted.aborted, true);
    asked[0]?.fail(new Error("cancelled"));
    await settled();
    queue.want(["d2"]);
    assert.equal(asked.length, 1);
    queue.rest(false);
    assert.deepEqual(asked[1]?.uris, ["d0", "d1", "d2"]);
    asked[1]?.answer([]);
    await settled();
    assert.deepEqual(found, ["d0", "d1", "d2"]);
  });

  it("takes no answer that nobody wants any more", async () => {
    const { queue, asked, found, failures } = world();
    queue.want(["old"]);
    queue.clear();
    queue.want(["new"]);
    asked[0]?.answer([]);
    asked[1]?.answer([]);
    await settled();
    assert.deepEqual([found, failures], [["new"], []]);
  });

  it("does not ask again what failed", async () => {
    const { queue, asked, failures } = world();
    queue.want(names(60));
    asked[0]?.fail("broken");
    await settled();
    assert.deepEqual([asked.length, failures], [1, ["broken"]]);
    queue.want(["d1"]);
    assert.equal(asked.length, 2);
  });
});
