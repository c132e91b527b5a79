import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inEnglish } from "../../server/src/messages/message.ts";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import { claimOn, readConfigFile, type Claim } from "../../server/src/workspace/config-file.ts";
import { pathRule } from "../../server/src/workspace/design-documents.ts";
import { createTemplates, type Governing } from "../../server/src/workspace/templates.ts";
import { memoryFiles } from "../kit/memory-files.ts";

const known = { ruleIds: [], presetNames: ["design-doc"] };
const none = pathRule({ include: [], exclude: [] });
const document = "file:///w/rfcs/0001-a.md";

function claimOf(collection: object): Claim {
  const text = JSON.stringify({
    collections: [{ include: "x.md" }, { include: "rfcs/0*.md", ...collection }],
  });
  const file = readConfigFile("file:///w/.design-docs.json", text, known);
  const claim = file && claimOn(file, document);
  assert.ok(claim);
  return claim;
}

const templatesOf = (files: Readonly<Record<string, string>>) =>
  createTemplates(
    memoryFiles(Object.fromEntries(Object.entries(files).map(([path, text]) => [`file://${path}`, text]))),
    () => undefined,
    (_, uri) => Promise.resolve(uri.startsWith("file:///w/")),
  );

const governing = (files: Readonly<Record<string, string>>, collection: object): Promise<Governing> =>
  templatesOf(files).governing(document, "file:///w", none, claimOf(collection));

const text = "# T\n\nStatus: DRAFT\nOwner: NAME\n\n## Goals\n";

describe("the template of a collection", () => {
  const cases: readonly (readonly [
    name: string,
    files: Readonly<Record<string, string>>,
    collection: object,
    template: string,
    reason: string,
  ])[] = [
    [
      "is the file that it names, under any name",
      { "/w/tpl/shape.txt": text, "/w/rfcs/TEMPLATE.md": text },
      { template: "tpl/shape.txt" },
      "tpl/shape.txt",
      "Collection 2 of “.design-docs.json” names “tpl/shape.txt”.",
    ],
    [
      "is the preset that it names",
      { "/w/rfcs/TEMPLATE.md": text },
      { template: "preset:design-doc" },
      "built-in template",
      "Collection 2 of “.design-docs.json” names the preset “design-doc”.",
    ],
    [
      "is the one beside the documents where it names none",
      { "/w/rfcs/TEMPLATE.md": text },
      {},
      "rfcs/TEMPLATE.md",
      "“rfcs/TEMPLATE.md” is the nearest template; collection 2 of “.design-docs.json” names none.",
    ],
    [
      "is the built-in one where there is none",
      { "/w/TEMPLATE.md": text },
      {},
      "built-in template",
      "The built-in template: collection 2 of “.design-docs.json” names none, and none lies beside the documents.",
    ],
    [
      "is the one beside the documents where there is no file of the name",
      { "/w/rfcs/TEMPLATE.md": text },
      { template: "tpl.md" },
      "rfcs/TEMPLATE.md",
      "“rfcs/TEMPLATE.md”, the nearest template, since “tpl.md”, which collection 2 of “.design-docs.json” names, could not be read.",
    ],
    [
      "is the built-in one where what it names has no heading",
      { "/w/tpl.md": "words" },
      { template: "tpl.md" },
      "built-in template",
      "The built-in template, since “tpl.md”, which collection 2 of “.design-docs.json” names, has no heading.",
    ],
    [
      "is not read from outside",
      { "/v/tpl.md": text },
      { template: "../v/tpl.md" },
      "built-in template",
      "The built-in template, since “tpl.md”, which collection 2 of “.design-docs.json” names, lies outside the workspace and the repository.",
    ],
  ];
  for (const [name, files, collection, template, reason] of cases)
    it(name, async () => {
      const found = await governing(files, collection);
      assert.equal(found.template.name, template);
      assert.equal(inEnglish(found.reason), reason);
      assert.equal(found.config, "file:///w/.design-docs.json");
      assert.deepEqual(found.collection?.include, ["rfcs/0*.md"]);
    });

  it("has the statuses and fields that the collection says, and is kept", async () => {
    const claim = claimOf({
      template: "tpl.md",
      statuses: { Proposed: "review" },
      fields: { owner: "optional", Area: { required: true, values: ["api"] } },
    });
    const templates = templatesOf({ "/w/tpl.md": text });
    const ask = async () => (await templates.governing(document, "file:///w", none, claim)).template;
    const template = await ask();
    assert.deepEqual(template.statuses, [{ name: "Proposed", stage: "review" }]);
    assert.deepEqual(
      template.fields.map(({ key, shape, required, values }) => [key, shape, required, values]),
      [
        ["Status", "status", true, undefined],
        ["Owner", "text", false, undefined],
        ["Implementation", "links", false, undefined],
        ["Area", "text", true, ["api"]],
      ],
    );
    assert.equal(await ask(), template);
  });

  it("is the same object as without a collection where that asks for nothing else", async () => {
    assert.equal((await governing({}, {})).template, builtInTemplate());
  });
});
