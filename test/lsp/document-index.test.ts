import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { documentIndex } from "../../server/src/lsp/document-index.ts";
import { createTurns } from "../../server/src/lsp/turns.ts";
import { KnownHandles, type KnownHandlesResult } from "../../server/src/protocol/protocol.ts";
import { defaults } from "../../server/src/settings/table.ts";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import { memoryFiles } from "../kit/memory-files.ts";
import { startTestClient, type TestClient } from "../kit/protocol.ts";

const folder = "file:///w";
const place = (name: string): string => `${folder}/docs/designs/${name}.md`;
const design = (title: string, reviewer: string): string =>
  `# ${title}\n\nStatus: DRAFT\nReviewers: ${reviewer}\n\n## Goals\n\nMuch below.\n`;

const files = {
  [place("a")]: design("A", "@ada"),
  [place("b")]: design("B", "@bob"),
  [place("c")]: design("C", "@zoe"),
};

/** The handles that are known when all documents have been read. */
const handles = async (client: TestClient): Promise<readonly string[]> => {
  const found = await client.connection.sendRequest<KnownHandlesResult>(KnownHandles, { folder });
  return found.map(({ handle }) => handle).toSorted();
};

/** What was asked of the files since `from`, without what configurations are asked of a folder. */
const asked = (client: TestClient, from: number): readonly string[] =>
  client.files.asked.slice(from).filter((question) => !/kind|\.json|entries/.test(question));

describe("the index of design documents", () => {
  it("follows files by their own names", async () => {
    const client = await startTestClient({ files });
    assert.deepEqual(await handles(client), ["@ada", "@bob", "@zoe"]);
    const steps: readonly (readonly [string, string | undefined, readonly string[]])[] = [
      ["b", design("B", "@carol"), ["@ada", "@carol", "@zoe"]],
      ["c", undefined, ["@ada", "@carol"]],
      ["d", design("D", "@dora"), ["@ada", "@carol", "@dora"]],
    ];
    for (const [name, text, expected] of steps) {
      const before = client.files.asked.length;
      await client.changeFile(place(name), text);
      assert.deepEqual(await handles(client), expected);
      assert.deepEqual(
        asked(client, before).filter((question) => !question.startsWith("list")),
        [`read ${place(name)}`],
      );
    }
  });

  it("lists the folder again where a folder has gone or a template has come", async () => {
    const client = await startTestClient({ files });
    await handles(client);
    for (const name of ["file:///w/docs/designs", place("TEMPLATE")]) {
      const before = client.files.asked.length;
      await client.changeFile(name, name.endsWith(".md") ? "# T\n\nReviewers: @x\n\n## Goals\n" : undefined);
      await handles(client);
      assert.ok(asked(client, before).includes("find **/docs/designs/**/*.md"), name);
    }
  });

  it("takes what is typed from the editor, and reads no file for it", async () => {
    const client = await startTestClient({ files });
    await client.open(place("a"), design("A", "@typed"));
    assert.deepEqual(await handles(client), ["@bob", "@typed", "@zoe"]);
    const before = client.files.asked.length;
    await client.change(place("a"), design("Another", "@typed").replace("Much", "Very much"));
    await client.diagnostics(place("a"));
    assert.deepEqual(
      asked(client, before).filter((question) => /read|find/.test(question)),
      [],
    );
  });

  it("tells once when it is complete, and once for all that changes at once", async () => {
    const texts = memoryFiles(files);
    const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
    const told: string[] = [];
    const index = documentIndex({
      host: { nextTurn },
      log: { error: assert.fail },
      turns: createTurns({ nextTurn, now: () => 0, later: () => () => undefined }),
      files: texts,
      cacheFolder: "/nowhere",
      openText: () => undefined,
      documents: (where) => texts.findFiles({ ...defaults, limit: Infinity }, [where]),
      template: () => Promise.resolve(builtInTemplate()),
      folders: () => [folder],
      changed: (where) => void told.push(where),
    });
    const all = async (): Promise<void> => {
      await Promise.all([index.cards.all(folder), index.handles.all(folder)]);
      for (let turn = 0; turn < 5; turn++) await nextTurn();
    };
    assert.equal(index.cards.now(folder), undefined);
    await all();
    assert.deepEqual(told, [folder]);
    for (const name of ["a", "b", "x"]) {
      texts.set(place(name), design("Same", `@${name}`));
      index.cards.stale(place(name));
      index.handles.stale(place(name));
    }
    await all();
    assert.deepEqual(told, [folder, folder]);
    index.cards.stale();
    index.handles.stale();
    await all();
    assert.equal(told.length, 2);
    await index.keep();
  });
});
