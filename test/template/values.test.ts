import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { asDay, isDay } from "../../server/src/template/dates.ts";
import { unfilledIn } from "../../server/src/template/fields.ts";
import { dayIn, slugOf, tellingName, titleFromFileName } from "../../server/src/template/file-name.ts";
import { readTemplate } from "../../server/src/template/read-template.ts";
import { defaultStatuses, enumeration, readStatus, statusesOf } from "../../server/src/template/status.ts";

describe("a status of what is partly built", () => {
  const values: readonly (readonly [string, string | undefined])[] = [
    ["Partially Implemented", "approved"],
    ["partially-implemented", "approved"],
    ["Partially implemented in #12", "approved"],
    ["**Partly done** (see #3)", "approved"],
    ["Implementing", "approved"],
    ["Implemented", "implemented"],
    ["Implemented, partially", "implemented"],
    ["Partial", undefined],
    ["Partially reviewed", undefined],
  ];
  for (const [value, stage] of values)
    it(JSON.stringify(value), () => assert.equal(readStatus(value, defaultStatuses)?.stage, stage));

  it("is one of an approved design in a template of its own words", () =>
    assert.deepEqual(statusesOf(["Partially Implemented", "Draft"]), [
      { name: "Partially Implemented", stage: "approved" },
      { name: "Draft", stage: "draft" },
    ]));
});

describe("reading a status", () => {
  const values: readonly (readonly [string, string | undefined])[] = [
    ["DRAFT", "DRAFT"],
    ["draft", "DRAFT"],
    ["in_review", "IN REVIEW"],
    ["In-Review", "IN REVIEW"],
    ["**Approved**", "APPROVED"],
    ["APPROVED (2026-03-01)", "APPROVED"],
    ["Approved, with changes", "APPROVED"],
    ["Superseded by [X](x.md)", "SUPERSEDED"],
    ["APPROVED on 2026-03-01", "APPROVED"],
    ["APROVED", undefined],
    ["drafty", undefined],
    ["DRAFT | IN REVIEW", undefined],
    ["draft / approved", undefined],
    ["Draft v2", "DRAFT"],
    ["~~DRAFT~~ APPROVED", "APPROVED"],
    ["Superseded by [a/b](https://x.org/a/b)", "SUPERSEDED"],
    ["DRAFT <!-- DRAFT | FINAL -->", "DRAFT"],
    ["Draft/Approved", undefined],
    ["not approved", undefined],
    ["", undefined],
  ];
  for (const [value, name] of values) {
    it(JSON.stringify(value), () => assert.equal(readStatus(value, defaultStatuses)?.name, name));
  }
});

it("reads lists of alternatives, and no others", () => {
  assert.deepEqual(enumeration("Draft | In Review|Final"), ["Draft", "In Review", "Final"]);
  assert.deepEqual(enumeration("{Draft, Final}"), ["Draft", "Final"]);
  assert.deepEqual(enumeration("(Draft / Final)"), ["Draft", "Final"]);
  assert.deepEqual(enumeration("`Draft` | `Final`"), ["Draft", "Final"]);
  for (const value of ["DRAFT", "Draft, or so", "{status}", "a|1", ""])
    assert.deepEqual(enumeration(value), []);
});

it("knows the days of the calendar", () => {
  for (const day of ["2024-02-29", "2026-12-31"]) assert.ok(isDay(day));
  for (const day of [
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "26-01-01",
    "YYYY-MM-DD",
    "",
    "2026-01-01 ",
  ]) {
    assert.ok(!isDay(day), day);
  }
});

describe("days in other forms", () => {
  const names: readonly (readonly [string, string])[] = [
    ["keps/12-sync/README.md", "12-sync"],
    ["keps/12-sync/index.md", "12-sync"],
    ["keps/12-sync/design.md", "design.md"],
    ["README.md", "README.md"],
  ];
  for (const [path, name] of names) it(`what names ${path}`, () => assert.equal(tellingName(path), name));

  const days: readonly (readonly [string, string | undefined])[] = [
    ["2026/3/1", "2026-03-01"],
    ["2026.03.01", "2026-03-01"],
    ["20260301", "2026-03-01"],
    ["2026-03-01T10:00:00Z", "2026-03-01"],
    ["1 March 2026", "2026-03-01"],
    ["1st Mar 2026", "2026-03-01"],
    ["March 1, 2026", "2026-03-01"],
    ["31/03/2026", "2026-03-31"],
    ["03/31/2026", "2026-03-31"],
    ["03/04/2026", undefined],
    ["05/05/2026", "2026-05-05"],
    ["30 February 2026", undefined],
    ["soon", undefined],
  ];
  for (const [value, day] of days) it(value, () => assert.equal(asDay(value), day));
});

describe("what is unfilled in a field", () => {
  const header =
    "Status: A | B\nAuthor: YOUR NAME <you@example.com>\nDate: YYYY-MM-DD\nReviewers: @owner1, @owner2\nArea: Storage";
  const { fields } = readTemplate({ name: "team", text: `# T\n\n${header}\n` });
  const values: readonly (readonly [string, string, readonly string[]])[] = [
    ["Status", "A", []],
    ["Status", "A | B", ["A | B"]],
    ["Status", "", [""]],
    ["Author", "YOUR NAME  <you@example.com>", ["YOUR NAME  <you@example.com>"]],
    ["Author", "Ada <you@example.com>", ["Ada <you@example.com>"]],
    ["Author", "Ada <ada@x.org>", []],
    ["Date", "YYYY-MM-DD", ["YYYY-MM-DD"]],
    ["Date", "2026-01-01", []],
    ["Reviewers", "@ada, @owner2", ["@owner2"]],
    ["Area", "Storage", []],
    ["Area", "", [""]],
  ];
  for (const [key, value, left] of values) {
    it(`${key}: ${value}`, () => {
      const wanted = fields.find((field) => field.key === key);
      assert.deepEqual(wanted && unfilledIn(value, wanted), left);
    });
  }
});

describe("file names", () => {
  const slugs: readonly (readonly [string, string])[] = [
    ["Rate limiting for the public API", "rate-limiting-for-the-public-api"],
    ["C++ & C# bindings", "cpp-c-sharp-bindings"],
    ["Überprüfung: Größe", "uberprufung-grosse"],
    ["Кэш запросов", "kesh-zaprosov"],
    ["设计文档", "she-ji-wen-dang"],
    ["🚀", "untitled"],
    ["  ", "untitled"],
    ["User’s guide", "users-guide"],
    ["a".repeat(80), "a".repeat(60)],
    ["../../etc/passwd", "etc-passwd"],
  ];
  for (const [title, slug] of slugs) it(title, () => assert.equal(slugOf(title), slug));

  const titles: readonly (readonly [string, string])[] = [
    ["2026-03-01-sync-engine-design.md", "Sync engine"],
    ["2026-03-01.md", ""],
    ["0012-sync-engine.md", "Sync engine"],
    ["adr-0012-sync-engine.md", "Sync engine"],
    ["2fa.md", "2fa"],
    ["3-4.md", "3 4"],
  ];
  for (const [name, title] of titles)
    it(`the title in ${name}`, () => assert.equal(titleFromFileName(name), title));

  const days: readonly (readonly [string, string | undefined])[] = [
    ["2026-03-01-sync.md", "2026-03-01"],
    ["2026-02-30-sync.md", undefined],
    ["2026-03-011.md", undefined],
    ["sync-2026-03-01.md", undefined],
  ];
  for (const [name, day] of days) it(`the day of ${name}`, () => assert.equal(dayIn(name), day));
});
