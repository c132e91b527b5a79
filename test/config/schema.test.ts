// The schema as VS Code uses it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { getLanguageService, type CompletionList, type Diagnostic } from "vscode-json-languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parseConfig, parsePackage } from "../../server/src/config/parse-config.ts";
import { toldBySchema } from "../../server/src/config/told-by-schema.ts";
import { rules } from "../../server/src/rules/index.ts";
import { presetNames } from "../../server/src/template/preset-names.ts";
import { configMessages } from "../../server/src/messages/config.ts";
import { inEnglish, message, type MessageId } from "../../server/src/messages/message.ts";
import { unmark } from "../kit/markers.ts";

const root = join(import.meta.dirname, "../..");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly contributes: {
    readonly jsonValidation: readonly { readonly fileMatch: string[]; readonly url: string }[];
  };
};
const service = getLanguageService({
  schemaRequestService: (uri) => Promise.resolve(readFileSync(new URL(uri), "utf8")),
});
service.configure({
  validate: true,
  allowComments: true,
  schemas: manifest.contributes.jsonValidation.map(({ fileMatch, url }) => ({
    uri: new URL(url, `file://${root}/`).href,
    fileMatch,
  })),
});

const known = { ruleIds: rules.map(({ id }) => id), presetNames };

async function validated(text: string, uri = "file:///w/.design-docs.json"): Promise<readonly Diagnostic[]> {
  const document = TextDocument.create(uri, "jsonc", 1, text);
  const json = service.parseJSONDocument(document);
  return service.doValidation(document, json, { comments: "ignore", trailingCommas: "ignore" });
}

async function completed(marked: string): Promise<readonly string[]> {
  const { text, carets } = unmark(marked);
  const document = TextDocument.create("file:///w/.design-docs.json", "jsonc", 1, text);
  const position = document.positionAt(carets[0] ?? 0);
  const list: CompletionList | null = await service.doComplete(
    document,
    position,
    service.parseJSONDocument(document),
  );
  return (list?.items ?? []).map(({ label }) => label.replace(/^"|"$/g, ""));
}

const collection = (rest: string): string => `{ "collections": [{ "include": "a/*.md", ${rest} }] }`;

const samples: readonly string[] = [
  "{}",
  "[]",
  '"x"',
  JSON.stringify({ $schema: new URL("schemas/design-docs.schema.json", `file://${root}/`).href }),
  '{ "review": }',
  '{ "rules": {} "review": {} }',
  '{ "collectons": [] }',
  '{ "collections": {} }',
  '{ "collections": [], "collections": [] }',
  '{ "collections": ["a/*.md"] }',
  '{ "collections": [{}] }',
  '{ "collections": [{ "include": [] }] }',
  '{ "collections": [{ "include": "" }] }',
  '{ "collections": [{ "include": ["a", 1] }] }',
  '{ "collections": [{ "include": ["a.md"], "exclude": [] },], } // more',
  '{ "collections": [{ "include": ["a.md"], "exclude": "b.md" }] }',
  '{ "collections": [{ "include": ["a.md"], "exclude": [" "] }] }',
  collection('"x": 1'),
  collection('"template": "t.md"'),
  collection('"template": ""'),
  collection('"template": 1'),
  ...presetNames.map((name) => collection(`"template": "preset:${name}"`)),
  collection('"template": "preset:x"'),
  collection('"template": "preset:ard"'),
  collection('"fileName": "{number:4}-{title}.md"'),
  collection('"fileName": "{date:YYYYMMDD}-{title}/README.md"'),
  collection('"fileName": "{nmber}.md"'),
  collection('"fileName": "{title"'),
  collection('"fileName": 1'),
  collection('"statuses": { "A": "review" }'),
  collection('"statuses": ["A", "B"]'),
  collection('"statuses": {}'),
  collection('"statuses": []'),
  collection('"statuses": "A"'),
  collection('"statuses": { "A": "open" }'),
  collection('"statuses": { "A": "aproved" }'),
  collection('"fields": { "Owner": "required", "Area": "optional" }'),
  collection('"fields": { "Owner": "yes" }'),
  collection('"fields": { "Owner": true }'),
  collection('"fields": { "Owner": { "required": true, "shape": "person", "values": ["a"] } }'),
  collection('"fields": { "Owner": { "required": 1 } }'),
  collection('"fields": { "Owner": { "shape": "x" } }'),
  collection('"fields": { "Owner": { "values": [] } }'),
  collection('"fields": { "Owner": { "values": "a" } }'),
  collection('"fields": { "Owner": { "kind": "a" } }'),
  collection('"fields": []'),
  collection('"rules": { "file-name": "off", "missing-section": { "draft": "hint" } }'),
  collection('"rules": { "file-name": "fatal" }'),
  collection('"rules": { "file-name": 1 }'),
  collection('"rules": { "file-name": { "done": "off" } }'),
  collection('"rules": { "file-name": { "draft": "fatal" } }'),
  collection('"rules": { "line-length": "off" }'),
  collection('"rules": []'),
  collection('"since": "2026-01-01"'),
  collection('"since": 2026'),
  collection('"baseline": "b.json"'),
  collection('"baseline": null'),
  '{ "rules": { "title-length": "off" } }',
  '{ "rules": { "x": "off" } }',
  '{ "people": { "Ada": "@ada", "Bob": " @bob " } }',
  '{ "people": { "Ada": "ada" } }',
  '{ "people": { "Ada": 1 } }',
  '{ "people": [] }',
  '{ "review": { "days": 3 } }',
  '{ "review": { "days": 0 } }',
  '{ "review": { "days": 2.5 } }',
  '{ "review": { "day": 3 } }',
  '{ "review": 3 }',
];

describe("the schema of a configuration", () => {
  for (const text of samples)
    it(`tells what the reader tells of ${text}`, async () => {
      const { problems } = parseConfig(text, known);
      const told = await validated(text);
      assert.equal(
        told.length > 0,
        problems.some(toldBySchema),
        JSON.stringify([told.map(({ message }) => message), problems.map((one) => inEnglish(one.message))]),
      );
    });

  it("is tried with a sample for everything that it tells, and with one for nothing", () => {
    const found = samples.map((text) => parseConfig(text, known).problems.map(({ message }) => message.id));
    const ids = new Set(found.flat());
    const told = (Object.keys(configMessages) as MessageId[]).filter((id) =>
      toldBySchema({ message: message(id) }),
    );
    assert.deepEqual(
      told.filter((id) => !ids.has(id)),
      [],
    );
    assert.ok(found.some((problems) => problems.length === 0));
  });

  it("holds for the key of a package.json, and for nothing else in it", async () => {
    const uri = "file:///w/package.json";
    assert.deepEqual(await validated('{ "name": "x", "rules": 3, "collections": 1 }', uri), []);
    const wrong = '{ "design-docs": { "colections": [] } }';
    assert.equal((await validated(wrong, uri)).length, 1);
    assert.equal(parsePackage(wrong, known)?.problems.length, 1);
  });

  const completions: readonly (readonly [marked: string, offered: readonly string[]])[] = [
    ["{ ▮ }", ["collections", "rules", "people", "review"]],
    [
      '{ "collections": [{ ▮ }] }',
      ["include", "exclude", "template", "fileName", "statuses", "fields", "rules", "since", "baseline"],
    ],
    ['{ "rules": { ▮ } }', rules.map(({ id }) => id)],
    [collection('"rules": { ▮ }'), rules.map(({ id }) => id)],
    ['{ "rules": { "file-name": ▮ } }', ["error", "warning", "information", "hint", "off"]],
    [collection('"template": ▮'), presetNames.map((name) => `preset:${name}`)],
    [collection('"statuses": { "A": ▮ }'), ["draft", "review", "approved", "implemented", "closed"]],
    [collection('"fields": { "Owner": ▮ }'), ["required", "optional"]],
    [
      collection('"fields": { "Owner": { "shape": ▮ } }'),
      ["status", "date", "person", "handles", "links", "text"],
    ],
    [collection('"fileName": ▮'), ["{number:4}-{title}.md"]],
  ];
  for (const [marked, offered] of completions)
    it(`offers what may stand at ${marked}`, async () => {
      const labels = await completed(marked);
      assert.deepEqual(
        offered.filter((one) => !labels.includes(one)),
        [],
        labels.join(" "),
      );
    });

  it("says what a key is for", async () => {
    const { text, carets } = unmark('{ "collections": [{ "inc▮lude": [] }] }');
    const document = TextDocument.create("file:///w/.design-docs.json", "jsonc", 1, text);
    const hover = await service.doHover(
      document,
      document.positionAt(carets[0] ?? 0),
      service.parseJSONDocument(document),
    );
    assert.match(JSON.stringify(hover?.contents), /Globs of the documents/);
  });
});
