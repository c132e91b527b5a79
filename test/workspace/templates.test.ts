import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inEnglish } from "../../server/src/messages/message.ts";
import { defaults } from "../../server/src/settings/table.ts";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import { pathRule } from "../../server/src/workspace/design-documents.ts";
import { cachedFiles } from "../../server/src/workspace/file-cache.ts";
import { createTemplates } from "../../server/src/workspace/templates.ts";
import { memoryFiles } from "../kit/memory-files.ts";

const uri = "file:///w/docs/designs/TEMPLATE.md";
const document = "file:///w/docs/designs/a.md";
const rule = pathRule(defaults);
const none = (): undefined => undefined;

describe("the governing template", () => {
  it("is the team's, by its path in the workspace, with its reason", async () => {
    const templates = createTemplates(memoryFiles({ [uri]: "# T\n\n## Goals\n" }), none);
    const { template, reason } = await templates.governing(document, "file:///w", rule);
    assert.equal(template.name, "docs/designs/TEMPLATE.md");
    assert.equal(template.uri, uri);
    assert.equal(
      inEnglish(reason),
      "“docs/designs/TEMPLATE.md” is the nearest template at or above the document.",
    );
  });

  const builtIn: readonly (readonly [
    name: string,
    files: Readonly<Record<string, string>>,
    reason: RegExp,
  ])[] = [
    ["no template is there", {}, /^The built-in template: no folder/],
    ["it is empty", { [uri]: "" }, /^The built-in template: “docs\/designs\/TEMPLATE.md” has no heading/],
    ["it has no heading", { [uri]: "Status: DRAFT\n\nWords.\n" }, /has no heading/],
  ];
  for (const [name, files, told] of builtIn) {
    it(`is the built-in one where ${name}`, async () => {
      const { template, reason } = await createTemplates(memoryFiles(files), none).governing(
        document,
        "file:///w",
        rule,
      );
      assert.equal(template, builtInTemplate());
      assert.match(inEnglish(reason), told);
    });
  }

  it("is the built-in one where it cannot be read", async () => {
    const files = { ...memoryFiles({ [uri]: "# T\n\n## A\n" }), readFile: () => Promise.resolve(undefined) };
    const { template, reason } = await createTemplates(files, none).governing(document, "file:///w", rule);
    assert.equal(template, builtInTemplate());
    assert.match(inEnglish(reason), /could not be read/);
  });

  it("is read from the editor where it is open, and is the same while its text is", async () => {
    let open: string | undefined = "# T\n\n## Typed\n";
    const templates = createTemplates(memoryFiles({ [uri]: "# T\n\n## Saved\n" }), (asked) =>
      asked === uri ? open : undefined,
    );
    const titles = async () =>
      (await templates.governing(document, "file:///w", rule)).template.sections.map(({ title }) => title);
    assert.deepEqual(await titles(), ["Typed"]);
    const before = await templates.governing(document, "file:///w", rule);
    assert.equal(
      (await templates.governing("file:///w/docs/designs/b.md", "file:///w", rule)).template,
      before.template,
    );
    open = undefined;
    assert.deepEqual(await titles(), ["Saved"]);
  });
});

describe("cached files", () => {
  it("are asked once, until one is forgotten", async () => {
    const memory = memoryFiles({ [uri]: "old" });
    const files = cachedFiles(memory, () => true);
    assert.deepEqual(await Promise.all([files.readFile(uri), files.readFile(uri)]), ["old", "old"]);
    assert.deepEqual(await files.listFolder("file:///w/docs/designs"), ["TEMPLATE.md"]);
    memory.set(uri, "new");
    memory.set(document, "");
    assert.equal(await files.readFile(uri), "old");
    files.forget(uri);
    assert.equal(await files.readFile(uri), "new");
    assert.deepEqual(await files.listFolder("file:///w/docs/designs"), ["TEMPLATE.md", "a.md"]);
  });

  it("are asked each time where nobody tells of changes", async () => {
    const memory = memoryFiles({ [uri]: "old" });
    const files = cachedFiles(memory, () => false);
    await files.readFile(uri);
    memory.set(uri, "new");
    assert.equal(await files.readFile(uri), "new");
  });

  it("do not keep a failure", async () => {
    let fails = true;
    const memory = memoryFiles({ [uri]: "text" });
    const files = cachedFiles(
      {
        ...memory,
        readFile: (asked) => (fails ? Promise.reject(new Error("busy")) : memory.readFile(asked)),
      },
      () => true,
    );
    await assert.rejects(files.readFile(uri), /busy/);
    fails = false;
    assert.equal(await files.readFile(uri), "text");
  });
});
