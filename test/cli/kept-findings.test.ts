import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Entry } from "../../server/src/cli/cache-entry.ts";
import { keptFindings, type KeptFindings } from "../../server/src/cli/kept-findings.ts";
import { digest } from "../../server/src/text/digest.ts";
import type { KeptStore } from "../../server/src/workspace/kept.ts";

/** What is kept by runs one behind the other, each with what it does. */
async function runs(...works: readonly ((kept: KeptFindings) => unknown)[]): Promise<string> {
  let text: string | undefined;
  const store: KeptStore = {
    read: () => Promise.resolve(text),
    write(next) {
      text = next;
      return Promise.resolve();
    },
  };
  for (const work of works) {
    const kept = keptFindings(store, "1", digest);
    await work(kept);
    await kept.save();
  }
  return text ?? "";
}

const entryOf = (file: string, ...messages: readonly string[]): Entry => ({
  questions: { paths: ["ä b.md"] },
  present: "1",
  past: "",
  checked: {
    held: 0,
    gone: [],
    fixes: 0,
    notes: [],
    failures: [],
    findings: messages.map((message, index) => ({
      file,
      line: index + 1,
      column: 2,
      endLine: 3,
      endColumn: 4,
      severity: index === 0 ? "error" : "hint",
      rule: "empty-section",
      message,
    })),
  },
});

describe("findings that are kept", () => {
  test("are those that were found, of the file that is asked for, and each sentence is written once", async () => {
    const sentence = "Section “Ziele 🎯” is empty.";
    const text = await runs(
      (kept) => {
        kept.set("a", entryOf("a.md", sentence, "Other."));
        kept.set("b", entryOf("b.md", sentence, sentence));
        kept.set("c", entryOf("c.md"));
      },
      async (kept) => {
        assert.deepEqual(await kept.get("a", "x/a.md"), entryOf("x/a.md", sentence, "Other."));
        assert.deepEqual(await kept.get("b", "b.md"), entryOf("b.md", sentence, sentence));
        assert.deepEqual(await kept.get("c", "c.md"), entryOf("c.md"));
        assert.equal(await kept.get("d", "d.md"), undefined);
      },
    );
    assert.equal(text.split("is empty.").length, 2);
    assert.match(text, /^[\n\t -~]*$/);
  });

  test("are kept while others are new, and dropped when ten runs did not want them", async () => {
    const renewed = (kept: KeptFindings): void => kept.set("new", entryOf("n.md"));
    const first = (kept: KeptFindings): void => kept.set("old", entryOf("o.md", "Old."));
    const has = (expected: boolean) => async (kept: KeptFindings) =>
      assert.equal((await kept.get("old", "o.md")) !== undefined, expected);
    const times = (count: number): readonly ((kept: KeptFindings) => void)[] =>
      Array.from({ length: count }, () => renewed);
    await runs(first, ...times(9), has(true));
    await runs(first, ...times(10), has(false));
  });

  test("stand beside the last words for other keys", async () => {
    await runs(
      (kept) => kept.setPrint("first", "1"),
      (kept) => {
        for (let number = 0; number < 16; number++) kept.setPrint(`key ${number}`, `print ${number}`);
      },
      async (kept) => {
        assert.equal(await kept.print("key 15"), "print 15");
        assert.equal(await kept.print("first"), undefined);
      },
    );
  });
});
