import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { clientHistory } from "../../server/src/hosts/client-history.ts";
import { BaseText, FirstDay, LineDay } from "../../server/src/protocol/protocol.ts";
import { isRef } from "../../server/src/workspace/history.ts";
import { shortMemory } from "../../server/src/workspace/short-memory.ts";

describe("the name of a commit", () => {
  for (const name of ["main", "origin/main", "v1.0", "HEAD~1", "main@{yesterday}", "größe", "a-b"])
    it(`${name} may be one`, () => assert.ok(isRef(name)));
  for (const name of ["", "-", "--output=x", "-n", "a\0b", "a\nb", "\u0007"])
    it(`${JSON.stringify(name)} is none`, () => assert.ok(!isRef(name)));
});

describe("a short memory", () => {
  it("asks once in its time, also for two questions at once", async () => {
    let now = 0;
    let asked = 0;
    const memory = shortMemory<number>(10, () => now);
    const ask = (): Promise<number> => memory.get("a", () => Promise.resolve(++asked));
    assert.deepEqual(await Promise.all([ask(), ask()]), [1, 1]);
    now = 9;
    assert.equal(await ask(), 1);
    now = 10;
    assert.equal(await ask(), 2);
    memory.forget();
    assert.equal(await ask(), 3);
    assert.equal(await memory.get("b", () => Promise.resolve(7)), 7);
  });

  it("keeps no failure", async () => {
    const memory = shortMemory<number>(10, () => 0);
    await assert.rejects(memory.get("a", () => Promise.reject(new Error("no"))));
    assert.equal(await memory.get("a", () => Promise.resolve(1)), 1);
  });
});

describe("the history that the client finds out", () => {
  /** A connection whose client answers so, or not at all. */
  function connectionTo(answers: Readonly<Record<string, unknown>>) {
    const asked: (readonly [string, unknown])[] = [];
    const sendRequest = (method: string, params: unknown): Promise<never> => {
      asked.push([method, params]);
      return method in answers
        ? Promise.resolve(answers[method] as never)
        : Promise.reject(new Error("no such request"));
    };
    return { asked, history: clientHistory({ sendRequest: sendRequest as never }) };
  }

  it("is asked for with our requests", async () => {
    const base = { ref: "abc", text: "# x\n" };
    const { asked, history } = connectionTo({
      [BaseText]: base,
      [LineDay]: "2026-01-05",
      [FirstDay]: "2026-01-04",
    });
    assert.deepEqual(await history.base("file:///a.md"), base);
    assert.deepEqual(await history.base("file:///a.md", "main"), base);
    assert.equal(await history.lineDay("file:///a.md", "Status: Draft"), "2026-01-05");
    assert.deepEqual(await history.begun("file:///a.md"), { day: "2026-01-04" });
    assert.deepEqual(asked, [
      [BaseText, { uri: "file:///a.md" }],
      [BaseText, { uri: "file:///a.md", ref: "main" }],
      [LineDay, { uri: "file:///a.md", line: "Status: Draft" }],
      [FirstDay, { uri: "file:///a.md" }],
    ]);
  });

  for (const [name, answers] of [
    ["does not know", { [BaseText]: null, [LineDay]: null, [FirstDay]: null }],
    ["does not answer", {}],
  ] as const)
    it(`is nothing where it ${name}`, async () => {
      const { history } = connectionTo(answers);
      assert.equal(await history.base("file:///a.md"), undefined);
      assert.equal(await history.lineDay("file:///a.md", "x"), undefined);
      assert.deepEqual(await history.begun("file:///a.md"), {});
    });
});
