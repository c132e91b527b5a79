import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parse, type ParseError } from "jsonc-parser";
import {
  addCollections,
  excludePath,
  literalGlob,
  newConfigText,
  setTemplate,
  spanOfCollection,
  turnOff,
  type ConfigEdits,
} from "../../server/src/config/edit-config.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { slice } from "../../server/src/text/span.ts";
import { matcher } from "../../server/src/workspace/design-documents.ts";

const adr = { include: ["docs/adr/*.md"], template: "preset:adr" };

/** The text after an edit; what cannot be edited is told by a word. */
function edited(text: string, edits: ConfigEdits): string {
  return edits === undefined ? "refused" : applyEdits(text, edits);
}

interface Case {
  readonly name: string;
  readonly text: string;
  readonly edit: (text: string) => ConfigEdits;
  readonly after: string;
}

const cases: readonly Case[] = [
  {
    name: "a collection behind another",
    text: '{\n  "collections": [\n    {\n      "include": ["rfcs/*.md"]\n    }\n  ]\n}\n',
    edit: (text) => addCollections(text, [adr]),
    after:
      '{\n  "collections": [\n    {\n      "include": ["rfcs/*.md"]\n    },\n    {\n      "include": ["docs/adr/*.md"],\n      "template": "preset:adr"\n    }\n  ]\n}\n',
  },
  {
    name: "a collection behind a comma and a comment, in tabs and with CRLF",
    text: '{\r\n\t"collections": [\r\n\t\t{ "include": "rfcs/*.md" }, // RFCs\r\n\t\t// more to come\r\n\t],\r\n}\r\n',
    edit: (text) => addCollections(text, [adr]),
    after:
      '{\r\n\t"collections": [\r\n\t\t{ "include": "rfcs/*.md" }, // RFCs\r\n\t\t{\r\n\t\t\t"include": ["docs/adr/*.md"],\r\n\t\t\t"template": "preset:adr"\r\n\t\t},\r\n\t\t// more to come\r\n\t],\r\n}\r\n',
  },
  {
    name: "a collection behind a comment without a comma",
    text: '{\n  "collections": [\n    { "include": "a" } /* one */ // two, three\n  ]\n}',
    edit: (text) => addCollections(text, [{ include: ["b"] }]),
    after:
      '{\n  "collections": [\n    { "include": "a" }, /* one */ // two, three\n    {\n      "include": ["b"]\n    }\n  ]\n}',
  },
  {
    name: "a collection in a list that is empty but for a comment",
    text: '{\n  "collections": [ // none\n  ]\n}',
    edit: (text) => addCollections(text, [{ include: ["b"] }]),
    after: '{\n  "collections": [ // none\n    {\n      "include": ["b"]\n    }\n  ]\n}',
  },
  {
    name: "a collection where there is no list yet",
    text: '{\n  "rules": {}\n}',
    edit: (text) => addCollections(text, [{ include: ["b"] }]),
    after: '{\n  "rules": {},\n  "collections": [\n    { "include": ["b"] }\n  ]\n}',
  },
  {
    name: "a collection where all is on one line",
    text: '{"collections":[{"include":"a"}]}',
    edit: (text) => addCollections(text, [{ include: ["b"] }]),
    after: '{"collections":[{"include":"a"}, { "include": ["b"] }]}',
  },
  {
    name: "a collection in package.json",
    text: '{\n  "name": "x",\n  "design-docs": { "collections": [] }\n}\n',
    edit: (text) => addCollections(text, [{ include: ["b"] }], "package"),
    after:
      '{\n  "name": "x",\n  "design-docs": { "collections": [\n    {\n      "include": ["b"]\n    }\n  ] }\n}\n',
  },
  {
    name: "a collection in a package.json that has none of ours",
    text: '{\n  "name": "x"\n}\n',
    edit: (text) => addCollections(text, [{ include: ["b"] }], "package"),
    after: '{\n  "name": "x",\n  "design-docs": { "collections": [{ "include": ["b"] }] }\n}\n',
  },
  {
    name: "a template in the place of another",
    text: '{\n  "collections": [\n    { "template": "a.md", // ours\n      "include": "x" }\n  ]\n}',
    edit: (text) => setTemplate(text, 0, "rfcs/0000-template.md"),
    after:
      '{\n  "collections": [\n    { "template": "rfcs/0000-template.md", // ours\n      "include": "x" }\n  ]\n}',
  },
  {
    name: "a template in the second collection, behind a byte order mark",
    text: '\uFEFF{ "collections": [{ "include": "x" }, { "include": "y" }] }',
    edit: (text) => setTemplate(text, 1, "preset:rfc"),
    after: '\uFEFF{ "collections": [{ "include": "x" }, { "include": "y", "template": "preset:rfc" }] }',
  },
  {
    name: "no template any more, the last key",
    text: '{\n  "collections": [\n    {\n      "include": "x", // why\n      "template": "a.md"\n    }\n  ]\n}',
    edit: (text) => setTemplate(text, 0, undefined),
    after: '{\n  "collections": [\n    {\n      "include": "x" // why\n    }\n  ]\n}',
  },
  {
    name: "no template any more, the first key",
    text: '{\n  "collections": [\n    {\n      "template": "a.md",\n      "include": "x"\n    }\n  ]\n}',
    edit: (text) => setTemplate(text, 0, undefined),
    after: '{\n  "collections": [\n    {\n      "include": "x"\n    }\n  ]\n}',
  },
  {
    name: "no template any more, in one line",
    text: '{ "collections": [{ "include": "x", "template": "a.md" }] }',
    edit: (text) => setTemplate(text, 0, undefined),
    after: '{ "collections": [{ "include": "x" }] }',
  },
  {
    name: "no template where none is named",
    text: '{ "collections": [{ "include": "x" }] }',
    edit: (text) => setTemplate(text, 0, undefined),
    after: '{ "collections": [{ "include": "x" }] }',
  },
  {
    name: "the first path that is excluded",
    text: '{\n  "collections": [\n    {\n      "include": ["x/*.md"]\n    }\n  ]\n}',
    edit: (text) => excludePath(text, 0, "x/notes.md"),
    after:
      '{\n  "collections": [\n    {\n      "include": ["x/*.md"],\n      "exclude": ["x/notes.md"]\n    }\n  ]\n}',
  },
  {
    name: "one more path that is excluded",
    text: '{ "collections": [{ "include": "x", "exclude": ["a"] }] }',
    edit: (text) => excludePath(text, 0, "b"),
    after: '{ "collections": [{ "include": "x", "exclude": ["a", "b"] }] }',
  },
  {
    name: "a path beside one that is no list",
    text: '{ "collections": [{ "include": "x", "exclude": "a" }] }',
    edit: (text) => excludePath(text, 0, "b"),
    after: '{ "collections": [{ "include": "x", "exclude": ["a", "b"] }] }',
  },
  {
    name: "a path that is excluded already",
    text: '{ "collections": [{ "include": "x", "exclude": ["a", "b"] }] }',
    edit: (text) => excludePath(text, 0, "a"),
    after: '{ "collections": [{ "include": "x", "exclude": ["a", "b"] }] }',
  },
  {
    name: "everything off",
    text: '{ "collections": [{ "include": "x" }, { "include": "y", "exclude": ["a"] }] }',
    edit: turnOff,
    after:
      '{ "collections": [{ "include": "x", "exclude": ["**"] }, { "include": "y", "exclude": ["a", "**"] }] }',
  },
  {
    name: "of keys that stand twice the last, which counts",
    text: '{ "collections": [], "collections": [{ "include": "x", "template": "a.md", "template": "b.md" }] }',
    edit: (text) => setTemplate(text, 0, "c.md"),
    after:
      '{ "collections": [], "collections": [{ "include": "x", "template": "a.md", "template": "c.md" }] }',
  },
];

const refused: readonly Case[] = [
  ...["{", "[]", '{ "collections": [ } ]', '{ "collections": {} }', "not JSON"].map((text) => ({
    name: `a collection in ${text}`,
    text,
    edit: (one: string) => addCollections(one, [adr]),
    after: "refused",
  })),
  ...["{}", '{ "collections": [] }', '{ "collections": [3] }', ""].map((text) => ({
    name: `a template in ${text}`,
    text,
    edit: (one: string) => setTemplate(one, 0, "a.md"),
    after: "refused",
  })),
  {
    name: "a path where something else is excluded",
    text: '{ "collections": [{ "exclude": 3 }] }',
    edit: (text) => excludePath(text, 0, "a"),
    after: "refused",
  },
];

describe("editing a configuration", () => {
  for (const { name, text, edit, after } of [...cases, ...refused])
    it(name, () => assert.equal(edited(text, edit(text)), after));

  for (const { name, text, edit } of cases)
    it(`${name}: is JSON with comments still`, () => {
      const faults: ParseError[] = [];
      parse(edited(text, edit(text)).replace("\uFEFF", ""), faults, { allowTrailingComma: true });
      assert.deepEqual(faults, []);
    });

  it("a new file", () => {
    const text =
      '{\n  "collections": [\n    {\n      "include": ["docs/adr/*.md"],\n      "template": "preset:adr"\n    }\n  ]\n}\n';
    assert.equal(newConfigText([adr]), text);
    assert.equal(edited("", addCollections(undefined, [adr])), text);
    assert.equal(edited(" \n", addCollections(" \n", [adr])), text);
  });

  it("says where a collection stands", () => {
    const text = '{ "collections": [{ "include": "x" }, { "include": "y" }] }';
    assert.equal(slice(text, spanOfCollection(text, 1)), '{ "include": "y" }');
    assert.deepEqual(spanOfCollection("{", 1), { start: 0, end: 0 });
  });
});

describe("a path as a glob", () => {
  for (const path of ["a/b.md", "a (1)/[x] {y}!.md", "a/*?.md"])
    it(path, () => {
      assert.ok(matcher([literalGlob(path)])(path));
      assert.ok(!matcher([literalGlob(path)])(path.replace(/[*[!b]/, "z")));
    });
});
