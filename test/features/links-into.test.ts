import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { destinationsOf, linksInto, mayLinkTo } from "../../server/src/features/links-into.ts";
import { parseDocument } from "../../server/src/syntax/parse-document.ts";
import { mark, unmark } from "../kit/markers.ts";

const texts: Readonly<Record<string, string>> = {
  "links in text, lists and tables":
    "See ⟦[it](b.md)⟧.\n\n- ⟦[it](b.md#x)⟧ and [c](c.md)\n\n| a |\n|-|\n| ⟦[b](b.md)⟧ |\n",
  "references, and not their definitions": "⟦[it][b]⟧ and ⟦[b]⟧\n\n[b]: b.md\n",
  "no picture and no code": "![b](b.md)\n\n`[b](b.md)`\n\n```\n[b](b.md)\n```\n",
};

describe("links to a document", () => {
  for (const [name, marked] of Object.entries(texts))
    it(name, () => {
      const { text } = unmark(marked);
      assert.equal(
        mark(
          text,
          linksInto(parseDocument(text), (url) => /^b\.md(?:#|$)/.test(url)),
        ),
        marked,
      );
    });

  const likely: readonly (readonly [string, boolean])[] = [
    ["[x](../A%20b.md)", true],
    ["[x](<a b.md>)", true],
    ["[x](a b)", true],
    ["[x](a-b.md)", false],
    ["100 %", false],
  ];
  for (const [text, may] of likely)
    it(`${may ? "may be" : "are not"} in ${text}`, () => assert.equal(mayLinkTo(text, "a b.md"), may));

  it("lead to files, each told once, without fragments", () => {
    const text =
      "[a](a.md#x) [a](a.md) [b](/b.md) [c](https://x.org/c.md) [d](#d) [e](mailto:e@x.org) ![f](f.png)\n";
    assert.deepEqual(destinationsOf(parseDocument(text)), ["a.md", "/b.md"]);
  });
});
