import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createTurns, type Turns } from "../../server/src/lsp/turns.ts";
import { manualClock } from "../kit/manual-clock.ts";

interface World {
  readonly turns: Turns;
  /** What has been done, in its order. */
  readonly log: string[];
  /** Lets time pass, with the timers that are due. */
  pass(milliseconds: number): void;
}

/** A world in which time passes only when somebody works or a test says so. */
function world(): World {
  const clock = manualClock();
  const log: string[] = [];
  let time = 0;
  const pass = (milliseconds: number): void => {
    time += milliseconds;
    clock.pass(milliseconds);
  };
  const turns = createTurns({
    now: () => time,
    nextTurn: async () => {
      log.push("turn");
      await new Promise((resolve) => setImmediate(resolve));
    },
    later(milliseconds, run) {
      log.push(`later ${milliseconds}`);
      return clock.later(milliseconds, run);
    },
  });
  return { turns, log, pass };
}

/** All that can happen without time passing. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
};

const work = async ({ turns, log, pass }: World, pieces: number, each: number): Promise<void> => {
  for (let piece = 0; piece < pieces; piece++) {
    await turns.pause();
    log.push("work");
    pass(each);
  }
};

describe("turns of work in the background", () => {
  it("last two milliseconds, between which messages are read", async () => {
    const one = world();
    await work(one, 7, 0.75);
    assert.deepEqual(one.log, [
      "work",
      "work",
      "work",
      "turn",
      "turn",
      "work",
      "work",
      "work",
      "turn",
      "turn",
      "work",
    ]);
  });

  it("are shared by all who work at once", async () => {
    const one = world();
    one.pass(3);
    await Promise.all([work(one, 1, 0.1), work(one, 1, 0.1), work(one, 1, 0.1)]);
    assert.deepEqual(one.log, ["turn", "turn", "work", "work", "work"]);
  });

  it("wait while something is being answered, and for as long as more comes", async () => {
    const one = world();
    one.pass(3);
    one.turns.touched();
    const done = work(one, 1, 0);
    await settle();
    assert.deepEqual(one.log, ["turn", "turn", "later 20"]);
    one.pass(4);
    one.turns.touched();
    one.pass(16);
    await settle();
    assert.deepEqual(one.log.slice(3), ["later 4"]);
    one.pass(4);
    await done;
    assert.deepEqual(one.log.slice(4), ["work"]);
  });

  it("come in the end, though somebody never stops typing", async () => {
    const one = world();
    one.pass(3);
    let isDone = false;
    const done = work(one, 1, 0).then(() => (isDone = true));
    let typed = 0;
    for (; !isDone && typed < 1000; typed++) {
      one.turns.touched();
      one.pass(5);
      await settle();
    }
    await done;
    assert.equal(typed, 100);
  });
});
