import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { strokesAt, scattered } from "../../bench/lsp/strokes.ts";
import { createFigures, type Figure } from "../../bench/report/figures.ts";
import { between } from "../../bench/report/page.ts";
import { countMet, targetTable } from "../../bench/report/tables.ts";
import { median, quantile } from "../../bench/statistics.ts";
import { designDocument, documentOfSize, type Wish } from "../../bench/text/design-document.ts";
import { placesIn, type PlaceName } from "../../bench/text/places.ts";
import { sizeAt } from "../../bench/text/sizes.ts";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import { randomFrom } from "../kit/random.ts";

const wish = (size: number, faulty = false): Wish => ({
  random: randomFrom(5),
  size,
  title: "Sync engine for field notes",
  status: "APPROVED",
  date: "2026-03-01",
  neighbours: ["other.md"],
  width: 80,
  faulty,
  draws: true,
});

describe("bench: statistics", () => {
  const cases: readonly (readonly [readonly number[], number, number])[] = [
    [[3, 1, 2], 2, 3],
    [[4, 1, 3, 2], 2.5, 4],
    [[7], 7, 7],
  ];
  for (const [values, middle, last] of cases)
    it(`of ${values.join(", ")}`, () => {
      assert.equal(median(values), middle);
      assert.equal(quantile(values, 0.99), last);
    });

  it("sizes are those of real documents", () => {
    assert.deepEqual([0.5, 0.9, 0.99, 1].map(sizeAt), [9268, 30773, 74710, 447273]);
  });
});

describe("bench: documents", () => {
  it("are the same for the same seed, and of the size that is wished", () => {
    const make = (size: number): string => designDocument(wish(size));
    const text = documentOfSize(make, 15_000);
    assert.equal(text, documentOfSize(make, 15_000));
    assert.ok(Math.abs(text.length - 15_000) < 800, String(text.length));
  });

  it("have the sections of the built-in template", () => {
    const lines = new Set(designDocument(wish(15_000)).split("\n"));
    const missing = builtInTemplate()
      .sections.filter(({ isTitle }) => !isTitle)
      .filter(({ depth, title }) => !lines.has(`${"#".repeat(depth)} ${title}`));
    assert.deepEqual(missing, []);
  });

  const text = designDocument(wish(60_000));
  const { at, prose } = placesIn(text);
  const lineAt = (offset: number): string =>
    text.slice(text.lastIndexOf("\n", offset - 1) + 1, text.indexOf("\n", offset));
  const lines: Readonly<Record<PlaceName, RegExp>> = {
    middle: /^[A-Z]/i,
    list: /^\s*- /,
    table: /^\| .* \|$/,
    fence: /./,
    "opens a fence": /^[A-Z]/i,
    "opens a comment": /^[A-Z]/i,
    definition: /^\[ref-\d+\]: https:/,
    heading: /^##+ /,
    status: /^Status: APPROVED$/,
  };
  for (const [name, line] of Object.entries(lines))
    it(`have a place for: ${name}`, () => assert.match(lineAt(at[name as PlaceName] ?? -1), line));

  it("have prose all over", () => assert.ok(prose.length > 100));
});

describe("bench: strokes", () => {
  const apply = (
    text: string,
    { start, end, text: put }: { start: number; end: number; text: string },
  ): string => text.slice(0, start) + put + text.slice(end);

  for (const [name, count] of [
    ["list", 40],
    ["opens a fence", 2],
    ["opens a comment", 2],
  ] as const)
    it(`at ${name} leave the text as it was`, () => {
      const strokes = strokesAt(name, 3);
      const texts = ["abcdef"];
      for (let index = 0; index < count; index++) texts.push(apply(texts.at(-1) ?? "", strokes.next().value));
      assert.equal(texts.at(-1), "abcdef");
      assert.ok(texts.slice(1, -1).every((text) => text !== "abcdef"));
    });

  it("at random places come behind the letters that were there", () => {
    const strokes = scattered([1, 3, 5], randomFrom(2));
    let text = "a-b-c-";
    for (let index = 0; index < 30; index++) text = apply(text, strokes.next().value);
    assert.match(text, /^a[a-z ]*-b[a-z ]*-c[a-z ]*-$/);
    assert.equal(text.length, 36);
  });
});

describe("bench: report", () => {
  const figure = (of: string, ...rounds: readonly number[]): Figure => ({
    part: "keys",
    subject: "15 KB",
    measure: "key, middle, p50",
    of,
    unit: "ms",
    rounds,
  });
  const row = (...figures: readonly Figure[]): string =>
    targetTable(figures)
      .split("\n")
      .find((line) => line.startsWith("| key, middle, p50 | 15 KB")) ?? "";

  it("compares within each round, and shows the spread", () => {
    const line = row(figure("ours", 1, 1, 4), figure("rumdl", 5, 4, 8));
    assert.match(
      line,
      /\| 1 \(1–4\) ms \| rumdl: 5 \(4–8\) ms \| 0\.25 × \(0\.2–0\.5\) \| ≤ 0\.25 × \| met \|/,
    );
  });

  it("says what is not met, and what was not measured", () => {
    assert.match(row(figure("ours", 2), figure("rumdl", 4)), /\*\*not met\*\*/);
    assert.match(row(figure("ours", 2)), /not measured/);
    assert.deepEqual(countMet([figure("ours", 1), figure("rumdl", 4)]), { met: 1, measured: 1 });
  });

  it("keeps rounds together", () => {
    const figures = createFigures();
    const { rounds: _, ...key } = figure("ours");
    for (const value of [1, 2]) figures.put(key, value);
    assert.deepEqual(figures.all(), [figure("ours", 1, 2)]);
  });

  it("replaces what stands between its comments, and refuses a page without them", () => {
    const page = "a\n<!-- bench: x -->\n\nold\n\n<!-- bench: end of x -->\nb\n";
    assert.equal(between(page, "x", "new"), page.replace("old", "new"));
    assert.throws(() => between("a", "x", "new"), /no place for “x”/);
  });
});
