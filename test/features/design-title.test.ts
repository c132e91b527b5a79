import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { designTitle, shortened, titleFault } from "../../server/src/features/design-title.ts";
import { presetNames, presetText } from "../../server/src/template/presets.ts";
import { analyse } from "../kit/analyse.ts";
import { oddDocument } from "../kit/odd-documents.ts";
import { randomFrom } from "../kit/random.ts";

const path = "docs/designs/2026-03-01-sync-engine-design.md";
const goals = "\n\n## Goals\n\nPhones work offline.\n";

/** By what it shows: a document, and the title of its pull request. */
const titles: Readonly<Record<string, readonly [text: string, title: string]>> = {
  "the heading": [`# Offline sync${goals}`, "Design: Offline sync"],
  "markup in the heading": [`# The \`sync\` *engine* \\[new\\]${goals}`, "Design: The sync engine [new]"],
  "a number and a kind before it": [`# RFC 12: Offline sync${goals}`, "Design: Offline sync"],
  "a number before it": [`# 0012. Offline sync${goals}`, "Design: Offline sync"],
  "a title section below the template’s own title": [
    `# Design Document Template\n\n## Title\n\nOffline *sync*${goals}`,
    "Design: Offline sync",
  ],
  "a field": [`---\ntitle: "KEP-12: Offline sync"\n---\n${goals}`, "Design: Offline sync"],
  "the file’s name": [goals.trimStart(), "Design: Sync engine"],
  "a placeholder for a title": [`# <short title>${goals}`, "Design: Sync engine"],
  "a heading in another script": [`# 設計：同期${goals}`, "Design: 設計：同期"],
};

describe("title of a pull request", () => {
  for (const [name, [text, title]] of Object.entries(titles))
    it(`takes ${name}`, () => assert.equal(designTitle(analyse(text), path).whole, title));

  it("takes the words of the template’s instructions", () => {
    const template = `# Title\n${goals}\n---\n\nHow to use this template\n\n- Open a PR titled \`RFC: <title>\`.\n`;
    assert.equal(
      designTitle(analyse(`# Offline sync${goals}`, { template }), path).whole,
      "RFC: Offline sync",
    );
  });

  it("knows a document that has nothing", () =>
    assert.deepEqual(designTitle(analyse(""), "docs/2026-03-01.md"), {
      prefix: "Design",
      short: "",
      whole: "Design",
      names: [],
    }));

  it("says “Design” with each template that says nothing else", () => {
    for (const name of presetNames)
      assert.equal(designTitle(analyse("# A", { template: presetText(name) }), path).prefix, "Design");
  });

  it("gives one line for any text", () => {
    for (let seed = 0; seed < 60; seed++) {
      const { whole } = designTitle(analyse(oddDocument(randomFrom(seed))), path);
      assert.match(whole, /^Design: [^\r\n]{1,201}$/);
    }
  });
});

const kept: readonly (readonly [from: string, to: string])[] = [
  ["UTF-8 everywhere", "UTF-8 everywhere"],
  ["2026 plan for sync", "2026 plan for sync"],
  ["Design Doc: Sync", "Sync"],
  ["ADR-0007 Use Redis", "Use Redis"],
  ["[RFC] Sync", "Sync"],
  ["PROJ-6: Sync", "Sync"],
  ["12 – Sync", "Sync"],
  ["RFC 12:", "RFC 12:"],
  ["Phase 2: Sync", "Phase 2: Sync"],
  ["  Sync\n engine ", "Sync engine"],
];

describe("a short title", () => {
  for (const [from, to] of kept) it(`of “${from.trim()}”`, () => assert.equal(shortened(from), to));

  it("is cut between words", () => assert.match(shortened("long ".repeat(100)), /^(?:long )+long…$/));
});

const named = { prefix: "Design", names: ["Sync engine", "Offline “sync”"] };

/** By title: what is wrong with it. */
const judged: Readonly<Record<string, "prefix" | "name" | undefined>> = {
  "Design: Sync engine": undefined,
  "design:sync  ENGINE": undefined,
  "Design: `Sync engine`.": undefined,
  "Design: sync-engine (#12)": undefined,
  "Draft: Design: Sync engine": undefined,
  "[WIP] Design: Sync engine": undefined,
  "Design: RFC 12: Sync engine": undefined,
  "Design: Offline sync": undefined,
  "Design: Sync engines": "name",
  "Design: Sync": "name",
  "Design:": "name",
  "Sync engine": "prefix",
  "Design Sync engine": "prefix",
  "RFC: Sync engine": "prefix",
  "docs: Design: Sync engine": "prefix",
  "": "prefix",
};

describe("what is wrong with a title", () => {
  for (const [title, fault] of Object.entries(judged))
    it(`“${title}”: ${fault ?? "nothing"}`, () => assert.equal(titleFault(title, named), fault));
});
