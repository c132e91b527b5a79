import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { bareSource } from "../../server/src/mermaid/bare-source.ts";
import { keptText, without } from "../../server/src/mermaid/kept-text.ts";
import { unmark } from "../kit/markers.ts";

describe("without", () => {
  it("knows where each code unit stood, and the end", () => {
    const left = without(without(keptText("a--b--c"), /--/g), /b/);
    assert.deepEqual(left, { text: "ac", offsets: [0, 6, 7] });
  });

  it("keeps the tail of a match", () => {
    const left = without(keptText("a\n\n\nb"), /\n+/g, () => "\n");
    assert.deepEqual(left, { text: "a\nb", offsets: [0, 3, 4, 5] });
  });

  it("takes one match of a pattern that is not global", () =>
    assert.equal(without(keptText("aXbX"), /X/).text, "abX"));
});

/** `⟦…⟧` stands round what the parser reads, with its line ends as they are in the source. */
const sources: readonly string[] = [
  "⟦pie\n⟧",
  "---\ntitle: x\n---\n\n⟦pie\n⟧",
  "  ---\n  title: x\n  ---\n⟦pie\n⟧",
  "---\n---\n⟦pie\n⟧",
  "%%{init: {\n}}%%\n⟦pie\n⟧",
  "%% a\n⟦pie\n⟧%% b\n⟦  x\n⟧",
  "⟦pie %% no comment\n⟧",
  "⟦flowchart LR\nA{x}⟧\n\n⟦\nB{y}\n⟧",
  "⟦sequenceDiagram\nA{x}\n\n\nB{y}\n⟧",
  "⟦sankey-beta⟧\n\n⟦\na,b,1⟧\n",
];

describe("what Mermaid's parsers read", () => {
  for (const source of sources)
    it(JSON.stringify(source), () => {
      const { text, spans } = unmark(source);
      const { text: bare, offsets } = bareSource(text);
      assert.equal(bare, spans.map(({ start, end }) => text.slice(start, end)).join(""));
      for (let index = 0; index < bare.length; index++) assert.equal(text[offsets[index] ?? -1], bare[index]);
    });
});
