import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyEdits } from "../../server/src/text/edit.ts";
import { defaults } from "../../server/src/settings/table.ts";
import {
  planChange,
  type ConfigFile,
  type Situation,
  type Wish,
} from "../../server/src/workspace/plan-change.ts";
import type { Suggestion } from "../../server/src/workspace/suggestions.ts";

const folder = "file:///w";

const situation = (given: Partial<Situation> = {}): Situation => ({
  document: `${folder}/docs/designs/a.md`,
  folder,
  config: undefined,
  collection: undefined,
  include: defaults.include,
  exclude: defaults.exclude,
  reach: "docs/designs",
  others: false,
  ...given,
});

const file = (
  text: string,
  collections: number | undefined = 1,
  uri = `${folder}/.design-docs.json`,
): ConfigFile => ({
  uri,
  text,
  place: "file",
  collections,
});

const one = '{ "collections": [{ "include": "rfcs/*.md" }] }';
const adr: Suggestion = {
  folder: "docs/adr",
  include: ["docs/adr/*.md"],
  exclude: [],
  template: "docs/adr/adr-template.md",
  isTemplate: false,
};

interface Case {
  readonly name: string;
  readonly given: Partial<Situation>;
  readonly wish: Wish;
  /** The file's text, without line breaks and their indentation, or the glob of the setting. */
  readonly after: string;
  readonly shown?: number;
}

const adopt: Wish = { kind: "adopt", suggestion: adr };
const off = (scope: "document" | "folder" | "workspace"): Wish => ({ kind: "switchOff", scope });

const cases: readonly Case[] = [
  {
    name: "what was suggested, in a new file",
    given: { reach: undefined },
    wish: adopt,
    after: '{"collections": [{"include": ["docs/adr/*.md"],"template": "docs/adr/adr-template.md"}]}',
    shown: 0,
  },
  {
    name: "what was suggested, beside designs that the settings include",
    given: { reach: undefined, others: true },
    wish: adopt,
    after:
      '{"collections": [{"include": ["docs/adr/*.md"],"template": "docs/adr/adr-template.md"},{"include": ["**/docs/designs/**/*.md"],"exclude": ["**/README.md", "**/index.md"]}]}',
    shown: 0,
  },
  {
    name: "what was suggested, in a file that has a collection",
    given: { config: file(one), others: true },
    wish: adopt,
    after:
      '{ "collections": [{ "include": "rfcs/*.md" }, { "include": ["docs/adr/*.md"], "template": "docs/adr/adr-template.md" }] }',
    shown: 1,
  },
  {
    name: "what was suggested, in a file without collections",
    given: {
      config: { ...file('{ "rules": {} }'), collections: undefined },
      others: true,
      exclude: ["**/template.md"],
    },
    wish: adopt,
    after:
      '{ "rules": {}, "collections": [{ "include": ["docs/adr/*.md"], "template": "docs/adr/adr-template.md" },{ "include": ["**/docs/designs/**/*.md"] }] }',
    shown: 0,
  },
  {
    name: "a template where the settings decide",
    given: {},
    wish: { kind: "template", template: `${folder}/docs/my%20template.md` },
    after:
      '{"collections": [{"include": ["docs/designs/**/*.md"],"exclude": ["**/README.md", "**/index.md"],"template": "docs/my template.md"}]}',
    shown: 0,
  },
  {
    name: "a preset where the settings decide, for one folder of several",
    given: { others: true, exclude: [] },
    wish: { kind: "template", template: "preset:rfc" },
    after:
      '{"collections": [{"include": ["docs/designs/**/*.md"],"template": "preset:rfc"},{"include": ["**/docs/designs/**/*.md"]}]}',
    shown: 0,
  },
  {
    name: "a template for a collection",
    given: { config: file(one), collection: 0 },
    wish: { kind: "template", template: `${folder}/rfcs/0000-template.md` },
    after: '{ "collections": [{ "include": "rfcs/*.md", "template": "rfcs/0000-template.md" }] }',
    shown: 0,
  },
  {
    name: "a template above the file",
    given: { config: file(one, 1, `${folder}/packages/a/.design-docs.json`), collection: 0 },
    wish: { kind: "template", template: `${folder}/docs/TEMPLATE.md` },
    after: '{ "collections": [{ "include": "rfcs/*.md", "template": "../../docs/TEMPLATE.md" }] }',
    shown: 0,
  },
  {
    name: "the nearest template",
    given: { config: file('{ "collections": [{ "include": "x", "template": "y.md" }] }'), collection: 0 },
    wish: { kind: "template", template: undefined },
    after: '{ "collections": [{ "include": "x" }] }',
    shown: 0,
  },
  { name: "off for a document", given: {}, wish: off("document"), after: "docs/designs/a.md" },
  { name: "off for a folder", given: {}, wish: off("folder"), after: "docs/designs/**" },
  { name: "off for the workspace", given: {}, wish: off("workspace"), after: "**" },
  {
    name: "off for a folder that is the workspace folder",
    given: { document: `${folder}/a.md` },
    wish: off("folder"),
    after: "**",
  },
  {
    name: "off for a file with special characters",
    given: { document: `${folder}/docs/%5Bb%5D.md` },
    wish: off("document"),
    after: String.raw`docs/\[b\].md`,
  },
  {
    name: "off for a document of a collection",
    given: { config: file(one), collection: 0, document: `${folder}/rfcs/1.md` },
    wish: off("document"),
    after: '{ "collections": [{ "include": "rfcs/*.md", "exclude": ["rfcs/1.md"] }] }',
    shown: 0,
  },
  {
    name: "off for a folder, relative to the file",
    given: {
      config: file(one, 1, `${folder}/packages/a/.design-docs.json`),
      collection: 0,
      document: `${folder}/packages/a/rfcs/x/1.md`,
    },
    wish: off("folder"),
    after: '{ "collections": [{ "include": "rfcs/*.md", "exclude": ["rfcs/x/**"] }] }',
    shown: 0,
  },
  {
    name: "off for all collections",
    given: { config: file(one), collection: 0 },
    wish: off("workspace"),
    after: '{ "collections": [{ "include": "rfcs/*.md", "exclude": ["**"] }] }',
    shown: 0,
  },
  {
    name: "off for a document that no collection has",
    given: { config: file(one), collection: undefined },
    wish: off("document"),
    after: "docs/designs/a.md",
  },
  { name: "nothing in a file with a fault", given: { config: file("{") }, wish: adopt, after: "refused" },
];

describe("a plan for", () => {
  for (const { name, given, wish, after, shown } of cases)
    it(name, () => {
      const plan = planChange(situation(given), wish);
      if (plan.kind === "refused") assert.equal("refused", after);
      else if (plan.kind === "setting") assert.equal(plan.glob, after);
      else {
        assert.equal(applyEdits(plan.text ?? "", plan.edits).replaceAll(/\n */g, ""), after);
        assert.equal(plan.collection, shown);
        assert.equal(plan.uri, given.config?.uri ?? `${folder}/.design-docs.json`);
      }
    });
});
