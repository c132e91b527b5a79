import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { patternOfNames, patternOfTemplateName } from "../../server/src/template/name-guess.ts";
import {
  defaultPattern,
  formatName,
  namedPart,
  nextNumber,
  parsePattern,
  readName,
  shownPattern,
  withDate,
  type NameParts,
  type NamePattern,
} from "../../server/src/template/name-pattern.ts";

function patternOf(source: string): NamePattern {
  const pattern = parsePattern(source);
  assert.ok(pattern, source);
  return pattern;
}

describe("patterns of file names", () => {
  const facts = { title: "Sync engine design", date: "2026-03-01", number: 12 };
  const good: readonly (readonly [source: string, made: string, shown: string])[] = [
    ["{date}-{title}-design.md", "2026-03-01-sync-engine-design.md", "YYYY-MM-DD-<short-title>-design.md"],
    ["{number:4}-{title}.md", "0012-sync-engine-design.md", "NNNN-<short-title>.md"],
    ["{number}-{title}.md", "12-sync-engine-design.md", "N-<short-title>.md"],
    ["ADR-{number:3}.md", "ADR-012.md", "ADR-NNN.md"],
    ["{number}-{title}/README.md", "12-sync-engine-design/README.md", "N-<short-title>/README.md"],
    [
      "{date:YYYYMMDD}_{title}.markdown",
      "20260301_sync-engine-design.markdown",
      "YYYYMMDD_<short-title>.markdown",
    ],
    ["[x] {title}.md", "[x] sync-engine-design.md", "[x] <short-title>.md"],
    ["{title}/{title}.md", "sync-engine-design/sync-engine-design.md", "<short-title>/<short-title>.md"],
  ];
  for (const [source, made, shown] of good) {
    it(`${source} makes names that it reads`, () => {
      const pattern = patternOf(source);
      assert.equal(formatName(pattern, facts), made);
      assert.equal(shownPattern(pattern), shown);
      const read = readName(pattern, made);
      assert.ok(read);
      if (read.date !== undefined) assert.equal(read.date, facts.date);
      if (read.number !== undefined) assert.equal(Number(read.number), facts.number);
    });
  }

  const bad = [
    "",
    "{title}",
    "{title}.txt",
    "{name}.md",
    "{number:0}.md",
    "{number:12}.md",
    "{title.md",
    "title}.md",
    "/{title}.md",
    "../{title}.md",
    "a//{title}.md",
    "a\\{title}.md",
    `${"x".repeat(300)}.md`,
  ];
  for (const source of bad)
    it(`${source.slice(0, 20)} is none`, () => assert.equal(parsePattern(source), undefined));

  it("the default is what its source says", () => {
    assert.deepEqual(patternOf(defaultPattern.source), defaultPattern);
  });

  const read: readonly (readonly [source: string, name: string, parts: NameParts | undefined])[] = [
    [defaultPattern.source, "2026-03-01-sync-engine-design.md", { date: "2026-03-01", slug: "sync-engine" }],
    [defaultPattern.source, "2026-03-01-SYNC-Design.MD", { date: "2026-03-01", slug: "SYNC" }],
    [defaultPattern.source, "2026-99-01-sync-design.md", { date: "2026-99-01", slug: "sync" }],
    [defaultPattern.source, "sync-design.md", undefined],
    [defaultPattern.source, "2026-03-01-design.md", undefined],
    [defaultPattern.source, "2026-03-01-a b-design.md", undefined],
    [defaultPattern.source, "2026-3-1-a-design.md", undefined],
    ["{number:4}-{title}.md", "0007-sync.md", { number: "0007", slug: "sync" }],
    ["{number:4}-{title}.md", "12345-sync.md", { number: "12345", slug: "sync" }],
    ["{number:4}-{title}.md", "007-sync.md", undefined],
    ["{number}.md", "7.md", { number: "7" }],
    ["{date:YYYYMMDD}-{title}.md", "20260301-a.md", { date: "2026-03-01", slug: "a" }],
    ["{number}-{title}/README.md", "12-a/readme.md", { number: "12", slug: "a" }],
    ["{number}-{title}/README.md", "12-a/b/README.md", undefined],
    ["{title}/{title}.md", "a/a.md", { slug: "a" }],
    ["{title}/{title}.md", "a/b.md", undefined],
    ["a.b-{title}.md", "axb-c.md", undefined],
    ["{title}.md", `${"a".repeat(600)}.md`, undefined],
  ];
  for (const [source, name, parts] of read) {
    it(`${source} reads ${name.slice(0, 40)}`, () => {
      assert.deepEqual(readName(patternOf(source), name), parts);
    });
  }

  it("look at as many segments as they have", () => {
    assert.equal(namedPart(patternOf("{title}.md"), "w/docs/a.md"), "a.md");
    assert.equal(namedPart(patternOf("{title}/README.md"), "w/docs/a/README.md"), "a/README.md");
    assert.equal(namedPart(patternOf("{title}/README.md"), "README.md"), undefined);
  });

  it("put another day into a name", () => {
    assert.equal(
      withDate(defaultPattern, "2026-03-01-2026-03-01-design.md", "2026-04-01"),
      "2026-04-01-2026-03-01-design.md",
    );
    assert.equal(
      withDate(patternOf("{title}-{date:YYYYMMDD}.md"), "a-20260301.md", "2026-04-01"),
      "a-20260401.md",
    );
    assert.equal(withDate(patternOf("{title}.md"), "a.md", "2026-04-01"), undefined);
    assert.equal(withDate(defaultPattern, "a.md", "2026-04-01"), undefined);
  });
});

describe("the next number", () => {
  const cases: readonly (readonly [source: string, names: readonly string[], next: number])[] = [
    ["{number:4}-{title}.md", [], 1],
    ["{number:4}-{title}.md", ["0000-template.md", "README.md"], 1],
    ["{number:4}-{title}.md", ["0001-a.md", "0010-b.md", "0003-c.md"], 11],
    ["{number:4}-{title}.md", ["0012_Some Name.md", "13.png"], 14],
    ["{number:4}-{title}.md", ["2026-03-01-notes.md"], 1],
    ["{number:4}-{title}.md", ["9999-last.md"], 10_000],
    ["adr-{number:3}-{title}.md", ["ADR-004-a.md", "005-b.md"], 5],
    ["{date}/{number}.md", ["3.md"], 4],
    ["{date}-{number}.md", ["2026-03-01-7.md"], 8],
    ["{date}-{title}.md", ["2026-03-01-7.md"], 1],
    ["{number}.md", ["99999999999999999999.md"], 1],
  ];
  for (const [source, names, next] of cases) {
    it(`${source} behind ${names.join(", ") || "nothing"}`, () => {
      assert.equal(nextNumber(patternOf(source), names), next);
    });
  }
});

describe("patterns that are shown and not said", () => {
  const templates: readonly (readonly [name: string, source: string | undefined])[] = [
    ["0000-template.md", "{number:4}-{title}.md"],
    ["NNNN-template.md", "{number:4}-{title}.md"],
    ["yyyymmdd-rfc-template.md", "{date:YYYYMMDD}-{title}.md"],
    ["YYYY-MM-DD-title.md", "{date}-{title}.md"],
    ["YYYYMMDD-template.md", "{date:YYYYMMDD}-{title}.md"],
    ["adr-NNNN-short-title.md", "adr-{number:4}-{title}.md"],
    ["_XXX-name.md", "{number:3}-{title}.md"],
    ["TEMPLATE.md", undefined],
    ["_template.md", undefined],
    ["design-template.md", undefined],
    ["0000-intro.md", undefined],
    ["NNNN-template.txt", undefined],
  ];
  for (const [name, source] of templates) {
    it(`by the template ${name}`, () => assert.equal(patternOfTemplateName(name)?.source, source));
  }

  const folders: readonly (readonly [names: readonly string[], source: string | undefined])[] = [
    [["0001-a.md", "0002-b.md"], "{number:4}-{title}.md"],
    [["001-a.md", "002-b.md"], "{number:3}-{title}.md"],
    [["1-a.md", "12-b.md"], "{number}-{title}.md"],
    [["2026-01-01-a.md", "2026-01-02-b.md"], "{date}-{title}.md"],
    [["2026-01-01-a-design.md", "2026-01-02-b-design.md"], "{date}-{title}-design.md"],
    [["adr-001-a.md", "adr-002-b.md"], "adr-{number:3}-{title}.md"],
    [["0001-a.md"], undefined],
    [["a.md", "b.md", "0001-c.md"], undefined],
    [[], undefined],
  ];
  for (const [names, source] of folders) {
    it(`by the names ${names.join(", ")}`, () => assert.equal(patternOfNames(names)?.source, source));
  }
});
