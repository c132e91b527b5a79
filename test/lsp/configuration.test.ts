import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as protocol from "../../server/src/protocol/protocol.ts";
import { root, startTestClient, type TestClient } from "../kit/protocol.ts";

const rfc = "# Links\n\n## Summary\n\nA.\n\n## Motivation\n\nB.\n\n## Drawbacks\n\nC.\n";
const decision = "# Ship\n\n## Status\n\nA\n\n## Context\n\nB\n\n## Decision\n\nC\n\n## Consequences\n\nD\n";
const uri = `${root}/rfcs/0001-links.md`;
const config = `${root}/.design-docs.json`;
const one = '{ "collections": [{ "include": ["rfcs/*.md"] }] }\n';

const ask = <R>(client: TestClient, method: string, params: object): Promise<R> =>
  client.connection.sendRequest<R>(method, params);

const suggestion = (client: TestClient, of = uri): Promise<protocol.SuggestionResult> =>
  ask(client, protocol.Suggestion, { uri: of });

const change = (
  client: TestClient,
  wish: protocol.ChangeConfigurationParams["wish"],
  of = uri,
): Promise<protocol.ChangeConfigurationResult> =>
  ask(client, protocol.ChangeConfiguration, { uri: of, wish });

describe("designDocs/suggestion", () => {
  it("says what a document beside a template looks like", async () => {
    const client = await startTestClient({ files: { [`${root}/rfcs/0000-template.md`]: rfc } });
    await client.open(uri, rfc);
    assert.deepEqual(await suggestion(client), {
      text: "The files in “rfcs” look like design documents after rfcs/0000-template.md.",
      short: "Design documents after 0000-template.md?",
      folder: "rfcs",
      template: "rfcs/0000-template.md",
    });
  });

  it("names the ready template that a document follows", async () => {
    const client = await startTestClient();
    const of = `${root}/docs/adr/0001-ship.md`;
    await client.open(of, decision);
    const found = await suggestion(client, of);
    assert.match(found?.template ?? "", /ready template “Architecture decision record”/);
  });

  it("says of a usual place that no template was found", async () => {
    const client = await startTestClient();
    await client.open(uri, "# Links\n\n## One\n\n## Two\n");
    const found = await suggestion(client);
    assert.equal(found?.template, undefined);
    assert.match(found?.text ?? "", /^“rfcs” is a usual place/);
  });

  it("says what a template is", async () => {
    const template = `${root}/rfcs/0000-template.md`;
    const client = await startTestClient({ files: { [template]: rfc } });
    await client.open(template, rfc);
    assert.match(
      (await suggestion(client, template))?.text ?? "",
      /looks like the template of the documents/,
    );
  });

  const none: readonly (readonly [
    name: string,
    files: Readonly<Record<string, string>>,
    settings: object,
    of: string,
  ])[] = [
    ["a note", {}, {}, `${root}/notes.md`],
    ["a design document", {}, {}, `${root}/docs/designs/x.md`],
    ["a document of a collection", { [config]: one }, {}, uri],
    ["a template whose documents are set up", { [config]: one }, {}, `${root}/rfcs/0000-template.md`],
    ["what a setting leaves out", {}, { exclude: ["rfcs/**"] }, uri],
    [
      "what a collection leaves out",
      { [config]: one.replace("] }]", '], "exclude": ["rfcs/0001*"] }]') },
      {},
      uri,
    ],
    ["a file of no workspace folder", {}, {}, "file:///elsewhere/rfcs/0001-links.md"],
  ];
  for (const [name, files, settings, of] of none)
    it(`is null for ${name}`, async () => {
      const client = await startTestClient({
        files: { [`${root}/rfcs/0000-template.md`]: rfc, ...files },
        settings: () => settings,
      });
      await client.open(of, rfc);
      assert.equal(await suggestion(client, of), null);
    });
});

describe("designDocs/changeConfiguration", () => {
  it("writes a new file for what is suggested, and keeps the designs that there are", async () => {
    const client = await startTestClient({
      files: { [`${root}/rfcs/0000-template.md`]: rfc, [`${root}/docs/designs/x.md`]: "# X\n" },
    });
    await client.open(uri, rfc);
    const result = await change(client, { kind: "adopt" });
    assert.equal(result.kind, "file");
    const [file] = result.kind === "file" ? result.files : [];
    assert.equal(file?.uri, config);
    assert.deepEqual(JSON.parse(file?.text ?? ""), {
      collections: [
        { include: ["rfcs/*.md"], template: "rfcs/0000-template.md" },
        { include: ["**/docs/designs/**/*.md"], exclude: ["**/README.md", "**/index.md"] },
      ],
    });
  });

  it("says nothing of designs where there are none", async () => {
    const client = await startTestClient({ files: { [`${root}/rfcs/0000-template.md`]: rfc } });
    await client.open(uri, rfc);
    const result = await change(client, { kind: "adopt" });
    assert.equal(result.kind === "file" && (result.files[0]?.text ?? "").includes("docs/designs"), false);
  });

  it("edits the file that is there, where the collection stands", async () => {
    const client = await startTestClient({ files: { [config]: one } });
    await client.open(uri, rfc);
    const result = await change(client, { kind: "template", template: "preset:rfc" });
    assert.deepEqual(result.kind === "file" && result.edits, [
      {
        uri: config,
        version: null,
        edits: [
          {
            range: { start: { line: 0, character: 44 }, end: { line: 0, character: 44 } },
            newText: ', "template": "preset:rfc"',
          },
        ],
      },
    ]);
    assert.deepEqual(result.kind === "file" && result.range.start, { line: 0, character: 18 });
  });

  it("counts collections that are none", async () => {
    const text = '{ "collections": [3, { "include": ["rfcs/*.md"] }] }\n';
    const client = await startTestClient({ files: { [config]: text } });
    await client.open(uri, rfc);
    const result = await change(client, { kind: "switchOff", scope: "document" });
    assert.equal(
      result.kind === "file" && result.edits[0]?.edits[0]?.newText,
      ', "exclude": ["rfcs/0001-links.md"]',
    );
    assert.equal(result.kind === "file" && result.glob, "rfcs/0001-links.md");
  });

  it("edits the text that is open, and says its version", async () => {
    const client = await startTestClient({ files: { [config]: "{}" } });
    await client.open(config, one);
    await client.open(uri, rfc);
    const result = await change(client, { kind: "template", template: `${root}/a b.md` });
    const [edit] = result.kind === "file" ? result.edits : [];
    assert.equal(edit?.version, 1);
    assert.equal(edit?.edits[0]?.newText, ', "template": "a b.md"');
  });

  it("refuses a file with a fault", async () => {
    const client = await startTestClient({ files: { [config]: one.replace("]", "]]") } });
    await client.open(uri, rfc);
    assert.deepEqual(await change(client, { kind: "template", template: null }), {
      kind: "refused",
      uri: config,
    });
  });

  it("leaves a document of the settings out by a setting", async () => {
    const client = await startTestClient();
    const of = `${root}/docs/designs/x.md`;
    await client.open(of, "# X\n");
    assert.deepEqual(await change(client, { kind: "switchOff", scope: "folder" }, of), {
      kind: "setting",
      glob: "docs/designs/**",
    });
  });
});

describe("designDocs/templateChoices", () => {
  it("lists the templates of the workspace, the nearest one and the presets", async () => {
    const client = await startTestClient({
      files: {
        [config]: one.replace("] }]", '], "template": "rfcs/0000-template.md" }]'),
        [`${root}/rfcs/0000-template.md`]: rfc,
        [`${root}/docs/adr-template.md`]: decision,
        [`${root}/.github/pull_request_template.md`]: rfc,
        [`${root}/docs/2026-templates.md`]: rfc,
      },
    });
    await client.open(uri, rfc);
    const { subject, choices } = await ask<protocol.TemplateChoicesResult>(client, protocol.TemplateChoices, {
      uri,
    });
    assert.equal(subject, "rfcs/*.md");
    assert.deepEqual(
      choices.slice(0, 4).map(({ template, current }) => [template, current]),
      [
        [`${root}/docs/adr-template.md`, false],
        [`${root}/rfcs/0000-template.md`, true],
        [null, false],
        ["preset:design-doc", false],
      ],
    );
  });

  it("says that the nearest one governs where nothing is named", async () => {
    const client = await startTestClient();
    const of = `${root}/docs/designs/x.md`;
    await client.open(of, "# X\n");
    const { subject, choices } = await ask<protocol.TemplateChoicesResult>(client, protocol.TemplateChoices, {
      uri: of,
    });
    assert.equal(subject, "docs/designs");
    assert.deepEqual(
      choices.filter(({ current }) => current).map(({ template }) => template),
      [null],
    );
  });
});

describe("designDocs/configurationOf", () => {
  it("says where the configuration speaks of a document", async () => {
    const client = await startTestClient({ files: { [config]: one } });
    assert.deepEqual(await ask(client, protocol.ConfigurationOf, { uri }), {
      uri: config,
      range: { start: { line: 0, character: 20 }, end: { line: 0, character: 20 } },
    });
  });

  it("is null where there is none", async () => {
    const client = await startTestClient();
    assert.equal(await ask(client, protocol.ConfigurationOf, { uri }), null);
  });
});
