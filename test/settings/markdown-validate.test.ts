import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rules } from "../../server/src/rules/index.ts";
import { toldByMarkdown } from "../../server/src/settings/markdown-validate.ts";

const all = ["broken-link", "missing-image", "broken-anchor", "reference-undefined"];
const files = ["broken-link", "missing-image"];

const cases: readonly (readonly [section: unknown, told: readonly string[]])[] = [
  [undefined, []],
  [null, []],
  ["on", []],
  [[true], []],
  [{}, []],
  [{ enabled: false, fileLinks: { enabled: "error" } }, []],
  [{ enabled: "true" }, []],
  [{ enabled: true }, all],
  [{ enabled: true, fileLinks: null, fragmentLinks: 3 }, all],
  [
    {
      enabled: true,
      referenceLinks: { enabled: "warning" },
      fragmentLinks: { enabled: "error" },
      fileLinks: { enabled: "hint", markdownFragmentLinks: "inherit" },
    },
    all,
  ],
  [{ enabled: true, referenceLinks: { enabled: "ignore" } }, [...files, "broken-anchor"]],
  [{ enabled: true, fragmentLinks: { enabled: "ignore" } }, [...files, "reference-undefined"]],
  [{ enabled: true, fileLinks: { enabled: "ignore" } }, ["broken-anchor", "reference-undefined"]],
  [
    {
      enabled: true,
      fragmentLinks: { enabled: "ignore" },
      fileLinks: { markdownFragmentLinks: "warning" },
    },
    all,
  ],
  [
    {
      enabled: true,
      fragmentLinks: { enabled: "ignore" },
      fileLinks: { enabled: "ignore", markdownFragmentLinks: "warning" },
      referenceLinks: { enabled: "ignore" },
    },
    [],
  ],
  [{ enabled: true, referenceLinks: { enabled: true } }, [...files, "broken-anchor"]],
];

describe("what VS Code's Markdown support tells", () => {
  for (const [section, told] of cases)
    it(JSON.stringify(section) ?? "nothing", () => assert.deepEqual(toldByMarkdown(section), told));

  it("are rules that exist", () => {
    const ids = new Set(rules.map(({ id }) => id));
    for (const id of all) assert.ok(ids.has(id), id);
  });
});
