import assert from "node:assert/strict";
import { it } from "node:test";
import { rulesOf } from "../../client/src/rule-list.ts";

const section = (properties: unknown): unknown => ({ properties });
const rules = {
  "designDocs.rules": {
    properties: {
      "file-name": { markdownDescription: "The **file** is not named `x`, \\<y\\> or \\*.\n\nMore." },
      "section-order": { description: "See [the page](docs/x.md)." },
      "empty-section": {},
      "open-marker": {
        markdownDescription: "Noch offen: ein Wort. Standard: hint (Entwurf), off (im Review).",
      },
    },
  },
};
const expected = [
  { id: "file-name", description: "The file is not named x, <y> or *." },
  { id: "section-order", description: "See the page." },
  { id: "empty-section", description: "" },
  { id: "open-marker", description: "Noch offen: ein Wort." },
];

const cases: readonly (readonly [name: string, manifest: unknown, rules: unknown])[] = [
  ["one section of settings", { contributes: { configuration: section(rules) } }, expected],
  ["several sections", { contributes: { configuration: [section({}), section(rules)] } }, expected],
  ["none", { contributes: {} }, []],
  ["no manifest", undefined, []],
];
for (const [name, manifest, wanted] of cases) {
  it(`the rules of a manifest with ${name}`, () => assert.deepEqual(rulesOf(manifest), wanted));
}
