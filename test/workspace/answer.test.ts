import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createAnswer, type Answer, type Question } from "../../server/src/workspace/answer.ts";

interface Asked {
  /** Gives the answer, or a failure. */
  settle(found: string | Error): Promise<void>;
}

interface World {
  readonly answer: Answer<string>;
  readonly asked: ReadonlyMap<string, readonly Asked[]>;
  readonly events: readonly string[];
  readonly question: (name: string, ...key: readonly unknown[]) => Question<string>;
}

/** An answer whose questions wait until the test settles them; of two answers, case makes no difference. */
function world(): World {
  const asked = new Map<string, Asked[]>();
  const events: string[] = [];
  const answer = createAnswer<string>({
    fingerprint: (value) => value.toLowerCase(),
    changed: () => void events.push("changed"),
    failed: (error) => void events.push(String(error)),
  });
  const question = (name: string, ...key: readonly unknown[]): Question<string> => ({
    key,
    ask() {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      const settle = async (found: string | Error): Promise<void> => {
        if (found instanceof Error) reject(found);
        else resolve(found);
        await new Promise((done) => setImmediate(done));
      };
      asked.set(name, [...(asked.get(name) ?? []), { settle }]);
      return promise;
    },
  });
  return { answer, asked, events, question };
}

const times = ({ asked }: World, name: string): number => asked.get(name)?.length ?? 0;

const settle = async ({ asked }: World, name: string, found: string | Error): Promise<void> =>
  asked.get(name)?.at(-1)?.settle(found);

describe("an answer", () => {
  it("is asked for once, told once, and kept while the key is the same", async () => {
    const all = world();
    const template = {};
    const now = (): string | undefined => all.answer.now(all.question("a", 1, template));
    assert.equal(now(), undefined);
    assert.equal(now(), undefined);
    await settle(all, "a", "one");
    assert.equal(now(), "one");
    assert.equal(times(all, "a"), 1);
    assert.deepEqual(all.events, ["changed"]);
  });

  it("stays while the next one is on its way", async () => {
    const all = world();
    all.answer.now(all.question("a", 1));
    await settle(all, "a", "one");
    assert.equal(all.answer.now(all.question("b", 2)), "one");
    assert.equal(times(all, "b"), 1);
    await settle(all, "b", "two");
    assert.equal(all.answer.now(all.question("b", 2)), "two");
  });

  it("is asked for again, and not told where nobody sees a difference", async () => {
    const all = world();
    const question = all.question("a", 1);
    all.answer.now(question);
    await settle(all, "a", "one");
    all.answer.again();
    assert.equal(times(all, "a"), 2);
    await settle(all, "a", "ONE");
    assert.equal(all.answer.now(question), "one");
    assert.deepEqual(all.events, ["changed"]);
    all.answer.again();
    await settle(all, "a", "two");
    assert.equal(all.answer.now(question), "two");
    assert.deepEqual(all.events, ["changed", "changed"]);
  });

  it("is asked for one question at a time, and of those behind it only for the last", async () => {
    const all = world();
    for (const name of ["a", "b", "c"]) all.answer.now(all.question(name, name));
    all.answer.again();
    assert.deepEqual([times(all, "a"), times(all, "b"), times(all, "c")], [1, 0, 0]);
    await settle(all, "a", "one");
    assert.deepEqual([times(all, "a"), times(all, "b"), times(all, "c")], [1, 0, 1]);
    await settle(all, "c", "three");
    assert.equal(all.answer.now(all.question("c", "c")), "three");
    assert.equal(times(all, "c"), 1);
  });

  it("stays where a question fails, which is asked again only where something has changed", async () => {
    const all = world();
    const question = all.question("a", 1);
    all.answer.now(question);
    await settle(all, "a", "one");
    all.answer.again();
    await settle(all, "a", new Error("gone"));
    assert.equal(all.answer.now(question), "one");
    assert.deepEqual(all.events, ["changed", "Error: gone"]);
    assert.equal(times(all, "a"), 2);
    all.answer.again();
    await settle(all, "a", "two");
    assert.equal(all.answer.now(question), "two");
  });

  it("is not asked for again before it was asked for", () => {
    const all = world();
    all.answer.again();
    assert.equal(all.asked.size, 0);
  });
});
