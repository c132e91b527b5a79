import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { DiagramFact } from "../../server/src/facts/diagram.ts";
import { rememberedDiagrams } from "../../server/src/workspace/diagrams.ts";

const fault = (message: string): DiagramFact => ({ kind: "fault", line: 0, message });

/** Diagrams that answer with their source, and what they were asked. */
function recorded(failing: ReadonlySet<string> = new Set()) {
  const asked: string[] = [];
  return {
    asked,
    check(source: string): Promise<DiagramFact> {
      asked.push(source);
      if (failing.has(source)) throw new Error("broken");
      return Promise.resolve(fault(source));
    },
  };
}

describe("rememberedDiagrams", () => {
  it("asks once for a source, also when it is wanted twice at a time", async () => {
    const diagrams = recorded();
    const remembered = rememberedDiagrams(diagrams);
    const facts = await Promise.all([remembered.check("a"), remembered.check("a"), remembered.check("b")]);
    assert.deepEqual([...facts, await remembered.check("a")], ["a", "a", "b", "a"].map(fault));
    assert.deepEqual(diagrams.asked, ["a", "b"]);
  });

  it("forgets what nobody wanted for longest", async () => {
    const diagrams = recorded();
    const remembered = rememberedDiagrams(diagrams, 2);
    for (const source of ["a", "b", "a", "c", "a", "b"]) await remembered.check(source);
    assert.deepEqual(diagrams.asked, ["a", "b", "c", "b"]);
  });

  it("answers a check that fails with `unknown`, and asks again", async () => {
    const diagrams = recorded(new Set(["a"]));
    const remembered = rememberedDiagrams(diagrams);
    assert.deepEqual(await remembered.check("a"), { kind: "unknown" });
    assert.deepEqual(await remembered.check("a"), { kind: "unknown" });
    assert.deepEqual(diagrams.asked, ["a", "a"]);
  });
});
