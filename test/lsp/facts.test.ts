// What is known only after a question: it is told when the answer comes, and asked again when it may be another.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DidChangeWorkspaceFoldersNotification } from "vscode-languageserver";
import { root, startTestClient, type TestClient } from "../kit/protocol.ts";
import { template, templateUri, uri } from "./sample.ts";

const text = (goals: string): string =>
  `# Sync engine\n\nStatus: IN REVIEW\n\n## Goals\n\n${goals}\n\n## Risks\n\nTwo edits may collide.\n`;

const rules = async (client: TestClient): Promise<readonly string[]> =>
  (await client.diagnostics(uri)).map(({ code }) => String(code));

const withReviewers = template.replace("DRAFT", "DRAFT\nReviewers: @owner1, @owner2");

const reviewed = (reviewer: string): string =>
  `# Sync engine\n\nStatus: IN REVIEW\nReviewers: ${reviewer}\n\n## Goals\n\nWork.\n\n## Risks\n\nTwo edits may collide.\n`;

/** Pulls as an editor does, until the server has answered all that was asked in the background. */
async function settled(client: TestClient): Promise<void> {
  for (let round = 0; round < 20; round++) {
    await client.pull(uri);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Pulls until the diagnostics are of these rules, once for each refresh that the server asks for. */
async function until(client: TestClient, wanted: readonly string[]): Promise<void> {
  for (let round = 0; round < 10; round++) {
    const found = await rules(client);
    if (JSON.stringify(found) === JSON.stringify(wanted)) return;
    await client.refreshes.next();
  }
  assert.deepEqual(await rules(client), wanted);
}

describe("facts", () => {
  it("about linked files come, and follow what happens to the files", async () => {
    const client = await startTestClient({ files: { [templateUri]: template } });
    await client.open(uri, text("See [the notes](notes.md#why)."));
    await until(client, ["broken-link"]);
    await client.changeFile("file:///w/docs/designs/notes.md", "# Notes\n\n## How\n");
    await until(client, ["broken-anchor"]);
    await client.changeFile("file:///w/docs/designs/notes.md", "# Notes\n\n## Why\n");
    await until(client, []);
    await client.changeFile("file:///w/docs/designs/notes.md", undefined);
    await until(client, ["broken-link"]);
  });

  it("about the file beside a document follow it", async () => {
    const document = "file:///w/docs/designs/0012-queue/README.md";
    const side = "file:///w/docs/designs/0012-queue/kep.yaml";
    // “index.md” and “README.md” are left out by default, since in most folders they are lists.
    const client = await startTestClient({
      files: { [templateUri]: template, [side]: "status: implemented\n" },
      settings: () => ({ exclude: ["**/TEMPLATE.md"] }),
    });
    await client.open(document, "# Queue\n\n## Goals\n\nWork.\n\n## Risks\n\nTwo edits may collide.\n");
    const until = async (wanted: boolean): Promise<void> => {
      const isTold = async (): Promise<boolean> =>
        (await client.diagnostics(document)).some(({ code }) => code === "missing-field");
      for (let round = 0; round < 10 && (await isTold()) !== wanted; round++) await client.refreshes.next();
      assert.equal(await isTold(), wanted);
    };
    await until(false);
    await client.changeFile(side, undefined);
    await until(true);
    await client.changeFile(side, "status: draft\n");
    await until(false);
  });

  it("about diagrams come from the host's parser", async () => {
    const client = await startTestClient({
      files: { [templateUri]: template },
      diagram: (source) =>
        source.includes("[[")
          ? { kind: "fault", line: 1, message: "did not expect “[[”" }
          : { kind: "sound" },
    });
    await client.open(uri, text("```mermaid\nflowchart LR\n  A[[\n```"));
    await until(client, ["mermaid-syntax"]);
    assert.equal(await client.marked(uri, "mermaid-syntax"), text("```mermaid\nflowchart LR\n  ⟦A[[⟧\n```"));
    await client.change(uri, text("```mermaid\nflowchart LR\n  A\n```"));
    await until(client, []);
  });

  it("about owners follow what happens to their files", async () => {
    const owners = "file:///w/CODEOWNERS";
    const client = await startTestClient({ files: { [templateUri]: withReviewers } });
    await client.open(uri, reviewed("@grcae"));
    assert.deepEqual(await rules(client), []);
    await client.changeFile(owners, "* @grace\n");
    await until(client, ["unknown-reviewer"]);
    await client.changeFile(owners, "* @grcae\n");
    await until(client, []);
    await client.changeFile("file:///w/sub/OWNERS", "approvers:\n- grace\n");
    await client.changeFile(owners, undefined);
    await until(client, ["unknown-reviewer"]);
  });

  it("about owners come in a folder that is added while a document of it is open", async () => {
    const client = await startTestClient({
      folders: [],
      files: { [templateUri]: withReviewers, "file:///w/CODEOWNERS": "* @grace\n" },
    });
    await client.open(uri, reviewed("@grcae"));
    assert.deepEqual(await rules(client), []);
    await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: [{ uri: root, name: "w" }], removed: [] },
    });
    await until(client, ["unknown-reviewer"]);
  });

  it("about a file that nobody watches are asked again when a document is opened", async () => {
    const client = await startTestClient({ files: { [templateUri]: template } });
    await client.open(uri, text("See [the numbers](numbers.csv)."));
    await until(client, ["broken-link"]);
    client.files.set("file:///w/docs/designs/numbers.csv", "1,2\n");
    const other = uri.replace("sync", "other");
    await client.open(other, text("See [the numbers](numbers.csv).").replace("Sync engine", "Other"));
    await client.diagnostics(other);
    await settled(client);
    assert.deepEqual(await client.diagnostics(other), []);
  });
});

describe("a folder that is deleted", () => {
  it("takes the designs in it along", async () => {
    const old = "file:///w/docs/designs/old/2026-01-01-old-design.md";
    const client = await startTestClient({ files: { [templateUri]: template, [old]: text("Old.") } });
    await client.open(uri, text("New."));
    await until(client, ["duplicate-document"]);
    client.files.delete(old);
    await client.changeFile("file:///w/docs/designs/old", undefined);
    await until(client, []);
  });
});

describe("what is asked of files", () => {
  /** What files are asked while a document is changed, and after that until nothing more comes. */
  const askedBy = async (client: TestClient, change: () => Promise<unknown>): Promise<readonly string[]> => {
    await settled(client);
    const before = client.files.asked.length;
    await change();
    await settled(client);
    return client.files.asked.slice(before);
  };
  const begin = async (): Promise<TestClient> => {
    const client = await startTestClient({
      files: {
        [templateUri]: template,
        "file:///w/docs/designs/2026-01-01-a-design.md": text("Old."),
        "file:///w/docs/designs/notes.md": "# Notes\n",
      },
    });
    await client.open(uri, body);
    return client;
  };
  const body = text("See [the notes](notes.md).\n\n```mermaid\nflowchart LR\n  A\n```");

  // Where a letter is typed, and what has to be looked at for that.
  const keystrokes: Readonly<
    Record<string, readonly [place: string, asked: readonly string[], typed?: string]>
  > = {
    "in prose is nothing": ["may collide", []],
    "in a diagram is nothing": ["  A", []],
    "in the header is nothing": ["REVIEW", []],
    "in the title is nothing": ["Sync engine", []],
    "in the text of a link is nothing": ["the notes", []],
    "in the path of a link is what may stand there, and the folder around": [
      "(notes.md",
      ["kind file:///w/docs/designs/notes.mdx", "entries file:///w/docs"],
    ],
    "in a fragment that is begun is nothing where the file is known": ["(notes.md", [], "#"],
  };
  for (const [name, [place, asked, typed = "x"]] of Object.entries(keystrokes))
    it(`at a keystroke ${name}`, async () => {
      const client = await begin();
      const at = body.indexOf(place) + place.length;
      assert.deepEqual(await askedBy(client, () => client.change(uri, typed, { start: at, end: at })), asked);
    });

  it("at saving is no listing of the workspace, and no other document", async () => {
    const client = await begin();
    const found = await askedBy(client, async () => {
      await client.save(uri);
      await client.changeFile(uri, body);
    });
    // The folder is looked through for what is linked, and for a template.
    assert.deepEqual(
      new Set(found),
      new Set(["entries file:///w/docs/designs", "list file:///w/docs/designs"]),
    );
  });

  it("for a picture that comes is its folder, by who looks for it and for a template", async () => {
    const client = await begin();
    const found = await askedBy(client, () => client.changeFile("file:///w/docs/designs/a.png", "x"));
    assert.deepEqual(found, ["entries file:///w/docs/designs", "list file:///w/docs/designs"]);
  });
});
