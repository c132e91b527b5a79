import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { suppress } from "../../server/src/features/suppress.ts";
import { rules } from "../../server/src/rules/index.ts";
import type { Analysis } from "../../server/src/service.ts";
import { parseDocument } from "../../server/src/syntax/parse-document.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { analyse } from "../kit/analyse.ts";
import { exampleContextOf } from "../kit/check.ts";
import { unmark } from "../kit/markers.ts";
import { oddDocument } from "../kit/odd-documents.ts";
import { randomFrom } from "../kit/random.ts";

/** The texts after each way to suppress `some-rule` at the caret. */
function ways(marked: string): readonly string[] {
  const { text, carets } = unmark(marked);
  return suppress(parseDocument(text), "some-rule", carets[0] ?? 0).map(({ edits }) =>
    applyEdits(text, edits),
  );
}

const file = "<!-- design-docs-disable-file some-rule -->";
const next = "<!-- design-docs-disable-next-line some-rule -->";
const from = "<!-- design-docs-disable some-rule -->";
const to = "<!-- design-docs-enable some-rule -->";

const cases: readonly (readonly [name: string, marked: string, after: readonly string[]])[] = [
  ["a heading", "# S\n\n▮## Goals\n", [`# S\n\n${next}\n\n## Goals\n`, `${file}\n\n# S\n\n## Goals\n`]],
  [
    "a later line of a paragraph",
    "# S\n\nStatus: X\nDate: ▮Y\n\n## Goals\n",
    [
      `# S\n\n${from}\n\nStatus: X\nDate: Y\n\n${to}\n\n## Goals\n`,
      `${file}\n\n# S\n\nStatus: X\nDate: Y\n\n## Goals\n`,
    ],
  ],
  ["front matter", "---\nstatus: ▮X\n---\n\n# S\n", [`---\nstatus: X\n---\n\n${file}\n\n# S\n`]],
  ["an empty text", "▮", [`${file}\n\n`]],
  ["the line endings of the text", "▮# S\r\n", [`${next}\r\n\r\n# S\r\n`, `${file}\r\n\r\n# S\r\n`]],
  ["behind a byte order mark", "\uFEFF# S▮\n", [`\uFEFF${next}\n\n# S\n`, `\uFEFF${file}\n\n# S\n`]],
];

describe("suppress", () => {
  for (const [name, marked, after] of cases) it(name, () => assert.deepEqual(ways(marked), after));

  it("silences what it names, wherever that stands in odd documents", () => {
    for (let seed = 1; seed <= 12; seed++)
      checkSuppressions(oddDocument(randomFrom(seed)), (text) => analyse(text), `seed ${seed}`);
  });

  for (const rule of rules.filter(({ id }) => id !== "unused-suppression")) {
    it(`silences ${rule.id} in its examples`, () => {
      const tried = rule.examples.map((example) => {
        const read = (text: string): Analysis => exampleContextOf(rule, example, text);
        return checkSuppressions(unmark(example.text).text, read, example.title).has(rule.id);
      });
      assert.ok(tried.includes(true), "no example is told");
    });
  }
});

/** Tries each way to suppress each finding of a text by itself. Gives the ids of the rules that were suppressed. */
function checkSuppressions(
  text: string,
  read: (text: string) => Analysis,
  title: string,
): ReadonlySet<string> {
  const count = ({ findings }: Analysis, id: string): number =>
    findings.filter(({ rule }) => rule.id === id).length;
  const before = read(text);
  const tried = new Set<string>();
  for (const { rule, problem } of before.findings) {
    if (rule.id === "unused-suppression") continue;
    for (const { edits } of suppress(before.doc, rule.id, problem.span.start)) {
      const after = applyEdits(text, edits);
      const result = read(after);
      const name = `${title}, ${rule.id} at ${problem.span.start}:\n${JSON.stringify(after)}`;
      assert.ok(count(result, rule.id) < count(before, rule.id), name);
      assert.equal(count(result, "unused-suppression"), count(before, "unused-suppression"), name);
      tried.add(rule.id);
    }
  }
  return tried;
}
