import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inlayHints } from "../../server/src/features/inlay-hints.ts";
import { inEnglish } from "../../server/src/messages/message.ts";
import { analyse } from "../kit/analyse.ts";
import { unmark } from "../kit/markers.ts";

const template =
  "# T\n\n## Title\n\n<!-- design-docs: expect: words 1-5 -->\n\nName it.\n\n## Summary\n\n<!-- design-docs: expect: sentences 2-5 -->\n\nSay it.\n\n## Goals\n\nWhy.\n";

interface Case {
  readonly name: string;
  /** Each `▮` is where a hint stands. */
  readonly text: string;
  readonly labels: readonly string[];
}

const five =
  "Phones keep a log. The server merges it. Nobody has to wait. Notes stay the same. Nothing is lost.";

const cases: readonly Case[] = [
  {
    name: "nothing far from the limits",
    text: `# Sync\n\n## Summary\n\nPhones keep a log. It is merged.\n`,
    labels: [],
  },
  { name: "the limit", text: `# Sync\n\n## Summary▮\n\n${five}\n`, labels: ["5 of 5 sentences"] },
  {
    name: "four fifths of it",
    text: `# Sync\n\n## Summary▮\n\n${five.replace(" Nothing is lost.", "")}\n`,
    labels: ["4 of 5 sentences"],
  },
  {
    name: "beyond it, behind the words of a heading with marks at its end",
    text: `# Sync\n\n## Summary ##▮  \n\n${five} It works offline.\n`,
    labels: ["6 of 5 sentences"],
  },
  {
    name: "less than is asked for",
    text: "# Sync\n\nSummary▮\n-------\n\nPhones keep a log.\n",
    labels: ["1 of at least 2 sentences"],
  },
  { name: "nothing is written", text: "# Sync\n\n## Summary\n\n## Goals\n\nx\n", labels: [] },
  { name: "only guidance", text: "# Sync\n\n## Summary\n\nSay it.\n", labels: [] },
  {
    name: "the words of a title, without its number",
    text: "# RFC 12: Sync of notes offline▮\n\n## Goals\n\nx\n",
    labels: ["4 of 5 words"],
  },
  { name: "a short title", text: "# Sync engine\n\n## Goals\n\nx\n", labels: [] },
  {
    name: "the title in a section of that name",
    text: "# RFC 12\n\n## Title▮\n\nSync of notes that were edited\n",
    labels: ["6 of 5 words"],
  },
];

describe("inlay hints", () => {
  for (const { name, text: marked, labels } of cases)
    it(name, () => {
      const { text, carets } = unmark(marked);
      const hints = inlayHints(analyse(text, { template }), { start: 0, end: text.length });
      assert.deepEqual(
        hints.map(({ label }) => inEnglish(label)),
        labels,
      );
      assert.deepEqual(
        hints.map(({ offset }) => offset),
        carets,
      );
    });

  it("stand only on sections that are asked for", () => {
    const text = `# Sync\n\n## Goals\n\nx\n\n## Summary\n\n${five}\n`;
    const read = analyse(text, { template });
    const count = (start: number, end: number): number => inlayHints(read, { start, end }).length;
    assert.deepEqual([count(0, 10), count(text.length - 5, text.length - 2)], [0, 1]);
  });
});
