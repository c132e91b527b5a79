import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isOlder, saidBirthDay } from "../../server/src/facts/birth-day.ts";
import type { Begun } from "../../server/src/facts/facts.ts";
import { analyse } from "../kit/analyse.ts";
import { facts } from "../kit/check.ts";

const template = "# Design\n\nDate: YYYY-MM-DD\n\n## Goals\n";
const said = (text: string, fileName: string, uri?: string): string | undefined =>
  saidBirthDay(analyse(text, { template }), { fileName, ...(uri !== undefined && { uri }) });

describe("the day on which a document was begun", () => {
  const names: Readonly<Record<string, string | undefined>> = {
    "2026-03-01-sync-design.md": "2026-03-01",
    "20260301-sync.md": "2026-03-01",
    "sync_2026_03_01.md": "2026-03-01",
    "rfc-1234567890123.md": undefined,
    "2026-13-01-sync.md": undefined,
    "9999-99-99-then-2026-03-01.md": "2026-03-01",
    "2026-0301.md": undefined,
    "0042-sync.md": undefined,
  };
  for (const [name, day] of Object.entries(names))
    it(`in the name ${name}`, () => assert.equal(said("# Sync\n", name), day));

  it("is in the folder’s name where the file’s says nothing itself", () => {
    assert.equal(said("# S\n", "README.md", "file:///d/2026-03-01-sync/README.md"), "2026-03-01");
    assert.equal(said("# S\n", "index.md", "file:///d/2026-03-01-sync/index.md"), "2026-03-01");
    assert.equal(said("# S\n", "sync.md", "file:///d/2026-03-01-sync/sync.md"), undefined);
  });

  const headers: Readonly<Record<string, string | undefined>> = {
    "Date: 2025-12-31": "2025-12-31",
    "- **Date:** 31 December 2025": "2025-12-31",
    "Created: 2025-12-31": "2025-12-31",
    "Start Date: 2025-12-31": "2025-12-31",
    "Date: YYYY-MM-DD": undefined,
    "Date: 03/04/2025": undefined,
    "Date updated: 2025-12-31": undefined,
    "Update: 2025-12-31\nCreated: 2025-12-30": "2025-12-30",
    "Candidate: 2025-12-31": undefined,
  };
  for (const [header, day] of Object.entries(headers))
    it(`in the header ${header}`, () => assert.equal(said(`# S\n\n${header}\n\n## Goals\n`, "a.md"), day));

  it("is in the name before it is in the header", () =>
    assert.equal(said("# S\n\nDate: 2025-12-31\n", "2026-03-01-s.md"), "2026-03-01"));
});

describe("a document beside a team’s day", () => {
  const older = (text: string, fileName: string, begun?: Begun): boolean =>
    isOlder(
      analyse(text, { template }),
      { ...facts, fileName, ...(begun !== undefined && { begun }) },
      "2026-03-01",
    );
  for (const [say, expected, text, name, begun] of [
    ["the day before", true, "# S\n", "2026-02-28-s.md", undefined],
    ["the day itself", false, "# S\n", "2026-03-01-s.md", undefined],
    ["by the header", true, "# S\n\nDate: 2026-02-28\n", "s.md", undefined],
    ["what it says against its first commit", false, "# S\n", "2026-03-01-s.md", { day: "2020-01-01" }],
    ["no day, and nobody has been asked yet", true, "# S\n", "s.md", undefined],
    ["no day, and never committed", false, "# S\n", "s.md", {}],
    ["first committed before", true, "# S\n", "s.md", { day: "2026-02-28" }],
    ["first committed on it", false, "# S\n", "s.md", { day: "2026-03-01" }],
    ["first committed beyond the clone", true, "# S\n", "s.md", { beyond: true }],
  ] as const)
    it(`${say}: ${expected ? "older" : "not older"}`, () => assert.equal(older(text, name, begun), expected));
});
