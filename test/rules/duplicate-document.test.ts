import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Card } from "../../server/src/facts/facts.ts";
import rule from "../../server/src/rules/duplicate-document.ts";
import { contextOf, templateOf } from "../kit/check.ts";

const template = "# Design\n\nStatus: DRAFT\n\n## Goals\n\nWhat it is for.\n";
const folder = "file:///w/docs/designs";
const uri = `${folder}/2026-03-01-sync-engine-design.md`;

const card = (path: string, title: string, more: Partial<Card> = {}): Card => ({
  uri: `${folder}/${path}`,
  path: `docs/designs/${path}`,
  fileName: path.slice(path.lastIndexOf("/") + 1),
  title,
  status: "DRAFT",
  stage: "draft",
  supersedes: [],
  supersededBy: [],
  ...more,
});

/** What is told of a document with this header, beside the others: by what, of whom, and with which bound. */
function toldOf(title: string, others: readonly Card[], header = "Status: DRAFT", name?: string): string {
  const fileName = name ?? "2026-03-01-sync-engine-design.md";
  const context = contextOf(`${title}\n\n${header}\n\n## Goals\n\nFast.\n`, templateOf(template), "draft", {
    uri: `${folder}/${fileName}`,
    fileName,
    others,
  });
  return Array.from(rule.check(context), ({ message, atMost }) =>
    [message.id.replace(/.*\./, ""), message.args["path"] as string, atMost].filter(Boolean).join(" "),
  ).join(", ");
}

const cases: Readonly<Record<string, readonly [string, string]>> = {
  "the same title": [toldOf("# Sync *Engine*!", [card("x.md", "sync engine")]), "title x.md"],
  "the same short title": [
    toldOf("# Sync", [card("2025-01-01-sync-engine-design.md", "Other")]),
    "name 2025-01-01-sync-engine-design.md",
  ],
  "the same title in another folder": [
    toldOf("# Sync engine", [card("web/x.md", "Sync engine")]),
    "title docs/designs/web/x.md information",
  ],
  "the nearest first": [
    toldOf("# Sync engine", [card("web/x.md", "Sync engine"), card("y.md", "Sync engine")]),
    "title y.md",
  ],
  "a translation": [toldOf("# Abgleich", [card("en/2026-03-01-sync-engine-design.md", "Sync engine")]), ""],
  "titles that a number tells apart": [toldOf("# Part 2: Sync", [card("x.md", "Part 1: Sync")]), ""],
  "a title that says nothing": [toldOf("# Design document", [card("x.md", "Design Document")]), ""],
  "a first section instead of a title": [
    toldOf("# Sync engine", [card("x.md", "Sync engine")], "Status: DRAFT\n\n# Proposal"),
    "",
  ],
  "the template's title": [toldOf("# Design", [card("x.md", "Design")]), ""],
  "a short title that says nothing": [
    toldOf("# X", [card("2026-03-02-new-design-design.md", "Y")], "", "2026-03-01-new-design-design.md"),
    "",
  ],
  "a closed one": [toldOf("# Sync engine", [card("x.md", "Sync engine", { stage: "closed" })]), ""],
  "one that supersedes this": [
    toldOf("# Sync engine", [card("x.md", "Sync engine", { supersedes: [uri] })]),
    "",
  ],
  "one that this supersedes, by an encoded link": [
    toldOf("# Sync engine", [card("a ü.md", "Sync engine")], "Supersedes: [it](a%20%C3%BC.md)"),
    "",
  ],
  "a name of half a character": [
    toldOf("# Sync engine", [card("\uD800.md", "Sync engine")]),
    "title \uD800.md",
  ],
  itself: [toldOf("# Sync engine", [card("2026-03-01-sync-engine-design.md", "Sync engine")]), ""],
  "no title": [
    toldOf("", [card("2025-01-01-sync-engine-design.md", "")]),
    "name 2025-01-01-sync-engine-design.md",
  ],
};

describe("duplicate-document", () => {
  for (const [name, [told, expected]] of Object.entries(cases))
    it(`${name}: ${expected || "nothing"}`, () => assert.equal(told, expected));

  it("is silent while the others are not known", () => {
    const context = contextOf("# Sync engine\n", templateOf(template), "draft", { uri });
    assert.deepEqual([...rule.check(context)], []);
  });
});
