import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DidChangeConfigurationNotification } from "vscode-languageserver";
import { KnownHandles, type KnownHandlesResult } from "../../server/src/protocol/protocol.ts";
import { root, startTestClient, type TestClient } from "../kit/protocol.ts";
import { complete, incomplete, template, templateUri, uri } from "./sample.ts";

const files = { [templateUri]: template };
const longer = `${template}\n## Costs\n\nWhat it takes.\n`;

const rulesOf = async (client: TestClient): Promise<readonly unknown[]> =>
  (await client.diagnostics(uri)).map(({ code }) => code);

describe("open documents are looked at again", () => {
  it("when the template's file changes, comes or goes", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, complete);
    assert.deepEqual(await rulesOf(client), []);
    await client.changeFile(templateUri, longer);
    await client.refreshes.next();
    assert.deepEqual(await rulesOf(client), ["missing-section"]);
    await client.changeFile("file:///w/docs/designs/template.md", template);
    await client.changeFile(templateUri, undefined);
    await client.refreshes.next();
    assert.deepEqual(await rulesOf(client), []);
  });

  it("when a template is typed in, and when it is closed unsaved", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, complete);
    await client.open(templateUri, template);
    await client.refreshes.next();
    assert.deepEqual(await rulesOf(client), []);
    await client.change(templateUri, longer);
    await client.refreshes.next();
    assert.deepEqual(await rulesOf(client), ["missing-section"]);
    await client.close(templateUri);
    await client.refreshes.next();
    assert.deepEqual(await rulesOf(client), []);
  });

  it("when settings change", async () => {
    let settings: unknown = {};
    const client = await startTestClient({ files, settings: () => settings });
    await client.open(uri, incomplete);
    assert.deepEqual(await rulesOf(client), ["missing-section"]);
    settings = { rules: { "missing-section": "off" } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await client.refreshes.next();
    assert.deepEqual(await rulesOf(client), []);
    settings = { include: ["elsewhere/*.md"] };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await client.refreshes.next();
    assert.deepEqual(await rulesOf(client), []);
  });

  it("when owners change", async () => {
    const owners = "file:///w/CODEOWNERS";
    const client = await startTestClient({ files: { ...files, [owners]: "* @ada\n" } });
    await client.open(uri, complete);
    const known = async (): Promise<readonly string[]> => {
      const handles = await client.connection.sendRequest<KnownHandlesResult>(KnownHandles, { folder: root });
      return handles.map(({ handle, detail }) => `${handle} ${detail}`);
    };
    assert.deepEqual(await known(), ["@ada CODEOWNERS"]);
    await client.changeFile(owners, "* @bob\n");
    await client.refreshes.next();
    assert.deepEqual(await known(), ["@bob CODEOWNERS"]);
  });

  it("once more for all that changes while the client has yet to answer, and not for other documents", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, complete);
    await client.changeFile("file:///w/docs/designs/other.md", "# Other\n");
    assert.deepEqual(client.refreshes.waiting, []);
    const changes = Array.from({ length: 20 }, () => client.changeFile(templateUri, longer));
    await Promise.all(changes);
    await client.refreshes.next();
    assert.deepEqual(await rulesOf(client), ["missing-section"]);
    assert.ok(client.refreshes.waiting.length < changes.length / 2);
  });
});

describe("outside the workspace folders, where no client watches", () => {
  for (const [name, renew] of [
    ["after a while", (client: TestClient) => client.pass(2000)],
    ["when a document is saved", (client: TestClient) => client.save(uri)],
    ["when a document is opened", (client: TestClient) => client.open("file:///w/notes.md", "x")],
  ] as const) {
    it(`a template is read anew ${name}`, async () => {
      const client = await startTestClient({ files, folders: [] });
      await client.open(uri, complete);
      assert.deepEqual(await rulesOf(client), []);
      client.files.set(templateUri, longer);
      await renew(client);
      assert.deepEqual(await rulesOf(client), ["missing-section"]);
    });
  }
});

describe("settings", () => {
  it("are asked for each workspace folder", async () => {
    const second = "file:///v/notes/2026-01-05-x-design.md";
    const client = await startTestClient({
      folders: [root, "file:///v"],
      settings: (folder) => (folder === "file:///v" ? { include: ["notes/*.md"] } : {}),
      files,
    });
    await client.open(second, incomplete);
    await client.open("file:///w/notes/2026-01-05-x-design.md", incomplete);
    await client.open(uri, incomplete);
    assert.notDeepEqual(await client.diagnostics(second), []);
    assert.deepEqual(await client.diagnostics("file:///w/notes/2026-01-05-x-design.md"), []);
    assert.deepEqual(await rulesOf(client), ["missing-section"]);
  });

  it("come with `initialize` where the client cannot be asked, and later with its notifications", async () => {
    const options = { settings: { rules: { "missing-section": "off" } } };
    const client = await startTestClient({
      capabilities: { textDocument: { diagnostic: {} } },
      options,
      files,
    });
    await client.open(uri, incomplete);
    assert.deepEqual(await rulesOf(client), []);
    const settings = { designDocs: { rules: { "missing-section": "error" } } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
    assert.deepEqual(
      (await client.diagnostics(uri)).map(({ severity }) => severity),
      [1],
    );
  });

  it("that are wrong are told once, and their defaults hold", async () => {
    const client = await startTestClient({
      files,
      folders: [root, "file:///v"],
      settings: () => ({ rules: { "missing-section": "fatal" } }),
    });
    await client.open(uri, incomplete);
    await client.open("file:///v/docs/designs/2026-01-05-x-design.md", incomplete);
    assert.deepEqual(await rulesOf(client), ["missing-section"]);
    await client.diagnostics("file:///v/docs/designs/2026-01-05-x-design.md");
    assert.equal(client.shown.length, 1);
    assert.match(client.shown.join(), /no level for “missing-section”/);
  });

  describe("of VS Code’s own Markdown support", () => {
    const broken = complete.replace("Phones work", "[Phones](#fones) work");

    it("silence what it tells, as soon as they say so", async () => {
      let markdown: unknown = { enabled: true };
      const client = await startTestClient({ files, markdown: () => markdown });
      await client.open(uri, broken);
      assert.deepEqual(await rulesOf(client), []);
      markdown = { enabled: true, fragmentLinks: { enabled: "ignore" } };
      await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
      assert.deepEqual(await rulesOf(client), ["broken-anchor"]);
    });

    it("do not silence what somebody set", async () => {
      const client = await startTestClient({
        files,
        markdown: () => ({ enabled: true }),
        settings: () => ({ rules: { "broken-anchor": "hint" } }),
      });
      await client.open(uri, broken);
      assert.deepEqual(await rulesOf(client), ["broken-anchor"]);
    });

    it("that cannot be had silence nothing, and leave our own as they are", async () => {
      const client = await startTestClient({
        files,
        markdown: () => {
          throw new Error("no such section");
        },
        settings: () => ({ rules: { "missing-section": "off" } }),
      });
      await client.open(uri, broken.slice(0, broken.indexOf("\n## Risks")));
      assert.deepEqual(await rulesOf(client), ["broken-anchor"]);
    });

    it("are not asked of other editors", async () => {
      const markdown = (): unknown => assert.fail("asked");
      const client = await startTestClient({ files, options: {}, markdown });
      await client.open(uri, broken);
      assert.deepEqual(await rulesOf(client), ["broken-anchor"]);
      assert.deepEqual(client.logged, []);
    });
  });

  it("that cannot be had are the defaults", async () => {
    const client = await startTestClient({
      files,
      settings: () => {
        throw new Error("no settings");
      },
    });
    await client.open(uri, incomplete);
    assert.deepEqual(await rulesOf(client), ["missing-section"]);
    assert.match(client.logged.join("\n"), /reading settings failed/);
  });
});
