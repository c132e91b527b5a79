import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { destinationIn } from "../../server/src/syntax/destinations.ts";
import { linksOf } from "../../server/src/syntax/links.ts";
import { parseDocument } from "../../server/src/syntax/parse-document.ts";
import { mark, unmark } from "../kit/markers.ts";

/** Marks round the destinations that the text spells out. */
const cases: readonly string[] = [
  "[a](⟦b.md⟧) ![c](⟦d.png⟧)\n",
  "[a]( ⟦b.md⟧ 'the ](c.md) title' )\n",
  '[a](\n⟦b.md⟧\n"title")\n',
  "[a](<⟦b c.md⟧>) [d](<>)\n",
  "[a](⟦b(c)d.md⟧) [a](⟦b\\(c.md⟧)\n",
  "[![a](⟦b.png⟧)](⟦c.md⟧)\n",
  "[a [b] c](⟦d.md⟧)\n",
  "[`](x.md)`](⟦b.md⟧)\n",
  "[a]: ⟦b.md⟧\n[c]: <⟦d e.md⟧> (title)\n[f]:\n  ⟦g.md⟧\n",
  "> [a](⟦b.md⟧)\n> - [c](⟦d.md⟧)\n",
  "[a](b&amp;c.md) [d][e]\n\n[e]: ⟦f.md⟧\n",
  "[a](⟦b_\\_c.md⟧) [漢](⟦字.md⟧)\r\n",
];

describe("destinations in the text", () => {
  for (const marked of cases)
    it(JSON.stringify(marked), () => {
      const { text } = unmark(marked);
      const spans = linksOf(parseDocument(text)).flatMap(({ node, span }) =>
        node.url ? (destinationIn(text, span, node.url) ?? []) : [],
      );
      assert.equal(
        mark(
          text,
          spans.toSorted((a, b) => a.start - b.start),
        ),
        marked,
      );
    });
});
