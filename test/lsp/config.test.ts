// What a configuration file says in an editor.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { CodeActionRequest, type CodeAction } from "vscode-languageserver";
import { Status, type StatusResult } from "../../server/src/protocol/protocol.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { fullClient, plainClient } from "../kit/clients.ts";
import { unmark } from "../kit/markers.ts";
import { startTestClient, type TestClient } from "../kit/protocol.ts";

const configUri = "file:///w/.design-docs.json";
const short = "# Note\n\nStatus: DRAFT\n\n## Why\n\nWhat it is for.\n";
const note = "# Cache\n\nStatus: DRAFT\n\n## Why\n\nPages are slow.\n";
const longer = `${short}\n## Costs\n\nWhat it takes.\n`;
const config = (collections: readonly object[], rest: object = {}): string =>
  JSON.stringify({ collections, rules: { "file-name": "off" }, ...rest });

const a = "file:///w/notes/a.md";
const files = {
  [configUri]: config([{ include: "notes/*.md", template: "notes/shape.md" }]),
  "file:///w/notes/shape.md": short,
};

const rulesOf = async (client: TestClient, uri: string): Promise<readonly string[]> =>
  (await client.diagnostics(uri)).map(({ code }) => String(code));

const statusOf = (client: TestClient, uri: string): Promise<StatusResult> =>
  client.connection.sendRequest<StatusResult>(Status, { uri });

describe("a configuration in the editor", () => {
  it("says which files are documents, beside which template, and why", async () => {
    const client = await startTestClient({ files });
    await client.open(a, note);
    await client.open("file:///w/docs/designs/b.md", "# B\n");
    assert.deepEqual(await rulesOf(client, a), []);
    const status = await statusOf(client, a);
    assert.deepEqual(
      [status?.template.uri, status?.template.reason],
      ["file:///w/notes/shape.md", "Collection 1 of “.design-docs.json” names “notes/shape.md”."],
    );
    assert.equal(await statusOf(client, "file:///w/docs/designs/b.md"), null);
    assert.equal(await statusOf(client, "file:///w/notes/shape.md"), null);
  });

  it("wins over settings, and leaves what it does not name", async () => {
    const settings = () => ({
      include: ["other/*.md"],
      rules: { "missing-section": "off", "empty-section": "error" },
    });
    const client = await startTestClient({
      settings,
      files: {
        [configUri]: config([{ include: "notes/*.md", template: "notes/shape.md" }], {
          rules: { "missing-section": "error" },
        }),
        "file:///w/notes/shape.md": longer,
      },
    });
    await client.open(a, note.replace("Pages are slow.\n", ""));
    const found = await client.diagnostics(a);
    assert.deepEqual(found.map(({ code, severity }) => `${String(code)} ${severity}`).toSorted(), [
      "empty-section 1",
      "missing-section 1",
    ]);
    await client.open("file:///w/other/b.md", "# B\n");
    assert.equal(await statusOf(client, "file:///w/other/b.md"), null);
  });

  it("applies at once when its file changes, comes or goes", async () => {
    const client = await startTestClient({ files: { "file:///w/notes/shape.md": longer } });
    await client.open(a, note);
    assert.deepEqual(await rulesOf(client, a), []);
    await client.changeFile(configUri, files[configUri]);
    await client.refreshes.next();
    assert.deepEqual(await rulesOf(client, a), ["missing-section"]);
    await client.changeFile(
      configUri,
      config([{ include: "notes/*.md", template: "notes/shape.md" }], {
        rules: { "missing-section": "off", "file-name": "off" },
      }),
    );
    await client.refreshes.next();
    assert.deepEqual(await rulesOf(client, a), []);
    assert.notEqual(await statusOf(client, a), null);
    await client.changeFile(configUri, undefined);
    await client.refreshes.next();
    assert.equal(await statusOf(client, a), null);
  });

  it("applies while it is typed, and not when it is closed unsaved", async () => {
    const client = await startTestClient({ files });
    await client.open(a, note);
    await client.open(configUri, files[configUri] ?? "");
    await client.refreshes.next();
    await client.change(configUri, config([{ include: "elsewhere/*.md" }]));
    await client.refreshes.next();
    assert.equal(await statusOf(client, a), null);
    await client.close(configUri);
    await client.refreshes.next();
    assert.notEqual(await statusOf(client, a), null);
  });

  it("lets a template under any name be typed in", async () => {
    const client = await startTestClient({ files });
    await client.open(a, note);
    assert.deepEqual(await rulesOf(client, a), []);
    await client.open("file:///w/notes/shape.md", short);
    await client.change("file:///w/notes/shape.md", longer);
    await client.refreshes.next();
    assert.deepEqual(await rulesOf(client, a), ["missing-section"]);
    await client.changeFile("file:///w/notes/shape.md", short);
    await client.close("file:///w/notes/shape.md");
    await client.refreshes.next();
    assert.deepEqual(await rulesOf(client, a), []);
  });

  it("is looked for again at opening and saving where the client tells of no changes", async () => {
    const { workspace: { didChangeWatchedFiles: _, ...workspace } = {}, ...capabilities } = fullClient;
    const client = await startTestClient({ capabilities: { ...capabilities, workspace }, files: {} });
    await client.open(a, note);
    assert.equal(await statusOf(client, a), null);
    client.files.set(configUri, files[configUri] ?? "");
    client.files.set("file:///w/notes/shape.md", short);
    await client.save(a);
    assert.notEqual(await statusOf(client, a), null);
  });

  it("is of each workspace folder, and of a repository around one", async () => {
    const client = await startTestClient({
      folders: ["file:///w", "file:///r/sub"],
      files: {
        ...files,
        "file:///r/.git/HEAD": "",
        "file:///r/.design-docs.json": config([{ include: "sub/n/*.md", template: "t.md" }]),
        "file:///r/t.md": longer,
      },
    });
    await client.open(a, note);
    await client.open("file:///r/sub/n/b.md", note);
    assert.deepEqual(await rulesOf(client, a), []);
    assert.deepEqual(await rulesOf(client, "file:///r/sub/n/b.md"), ["missing-section"]);
  });

  it("is neither read nor parsed at a keystroke", async () => {
    const client = await startTestClient({
      folders: ["file:///r/sub"],
      files: {
        "file:///r/.git/HEAD": "",
        "file:///r/.design-docs.json": config([{ include: "sub/n/*.md", template: "sub/t.md" }]),
        "file:///r/sub/t.md": short,
      },
    });
    const uri = "file:///r/sub/n/b.md";
    await client.open(uri, note);
    await client.diagnostics(uri);
    await client.change(uri, `${note}\n`);
    await client.diagnostics(uri);
    const before = client.files.asked.length;
    await client.change(uri, `${note}more\n`);
    await client.diagnostics(uri);
    assert.deepEqual(client.files.asked.slice(before), []);
  });
});

describe("findings in a configuration in the editor", () => {
  const bad = unmark(
    '{\n  "collections": [{ "include": ["notes/*.md", ⟦"none/*.md"⟧], "template": ⟦"gone.md"⟧ }],\n  ⟦"reviw"⟧: {}\n}\n',
  );
  const spansOf = async (client: TestClient, uri: string, text: string): Promise<readonly object[]> => {
    const document = await client.open(uri, text);
    return (await client.diagnostics(uri)).map(({ range }) => ({
      start: document.offsetAt(range.start),
      end: document.offsetAt(range.end),
    }));
  };
  const other = {
    capabilities: { ...plainClient, textDocument: fullClient.textDocument ?? {} },
    options: {},
  };

  it("are told of the file alone and of what it names", async () => {
    const client = await startTestClient({ ...other, files: { [a]: note } });
    assert.deepEqual(await spansOf(client, configUri, bad.text), bad.spans);
  });

  it("are those that the schema does not tell, beside VS Code", async () => {
    const client = await startTestClient({ files: { [a]: note } });
    assert.deepEqual(await spansOf(client, configUri, bad.text), bad.spans.slice(0, 2));
  });

  it("have a fix, also where the schema tells them", async () => {
    const client = await startTestClient({ files: { [a]: note } });
    const document = await client.open(configUri, bad.text);
    const [, , span] = bad.spans;
    assert.ok(span);
    const range = { start: document.positionAt(span.start), end: document.positionAt(span.end) };
    const theirs = { range, message: "Property reviw is not allowed.", source: "jsonc" };
    const actions = (await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: configUri },
      range,
      context: { diagnostics: [theirs] },
    })) as readonly CodeAction[];
    assert.deepEqual(
      actions.map(({ title, diagnostics }) => [title, diagnostics]),
      [["Write “review”", [theirs]]],
    );
    const [change] = actions[0]?.edit?.documentChanges ?? [];
    const edits = change && "edits" in change ? change.edits : [];
    const made = edits.flatMap((edit) =>
      "newText" in edit
        ? [
            {
              span: { start: document.offsetAt(edit.range.start), end: document.offsetAt(edit.range.end) },
              text: edit.newText,
            },
          ]
        : [],
    );
    assert.equal(applyEdits(bad.text, made), bad.text.replace("reviw", "review"));
  });

  it("follow files that come and go, and what is typed in a template", async () => {
    const client = await startTestClient({ files: { [a]: note } });
    const text = config([{ include: "new/*.md", template: "t.md" }]);
    await client.open(configUri, text);
    assert.equal((await client.diagnostics(configUri)).length, 2);
    await client.changeFile("file:///w/new/b.md", note);
    await client.changeFile("file:///w/t.md", short);
    await client.refreshes.next();
    const left = async (): Promise<number> => (await client.diagnostics(configUri)).length;
    assert.equal(await left(), 0);
    await client.open("file:///w/t.md", "words");
    await client.change("file:///w/t.md", "other words");
    await client.refreshes.next();
    assert.equal(await left(), 1);
  });

  it("are told in a package.json only of its key", async () => {
    const client = await startTestClient({ ...other, files: {} });
    assert.deepEqual(await spansOf(client, "file:///w/package.json", '{ "nme": 1 }'), []);
    const { text, spans } = unmark('{ "nme": 1, "design-docs": { ⟦"colections"⟧: [] } }');
    assert.deepEqual(await spansOf(client, "file:///w/p/package.json", text), spans);
  });
});
