import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inEnglish } from "../../server/src/messages/message.ts";
import { defaults } from "../../server/src/settings/table.ts";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import { isDesignDocument, pathRule } from "../../server/src/workspace/design-documents.ts";
import { createHandles, type Handle, type HandleSources } from "../../server/src/workspace/handles.ts";
import { memoryFiles, type MemoryFiles } from "../kit/memory-files.ts";

const design = (reviewers: string): string =>
  `# Design\n\nStatus: DRAFT\nReviewers: ${reviewers}\n\n## Goals\n`;

function sourcesOf(files: MemoryFiles, failures: unknown[] = []): HandleSources {
  return {
    files,
    openText: () => undefined,
    documents: (place) => files.findFiles({ ...defaults, limit: 5000 }, [place]),
    template: (uri) =>
      Promise.resolve(
        isDesignDocument(uri, ["file:///w"], pathRule(defaults)) ? builtInTemplate() : undefined,
      ),
    pause: () => Promise.resolve(),
    changed: () => undefined,
    failed: (error) => void failures.push(error),
  };
}

const shown = (handles: readonly Handle[]): readonly string[] =>
  handles.map(({ handle, seen }) => `${handle}: ${seen.map(inEnglish).join(", ")}`);

describe("handles", () => {
  it("come from owners files and headers, the most frequent first, in one spelling", async () => {
    const files = memoryFiles({
      "file:///w/CODEOWNERS": "* @zoe @org/team\n",
      "file:///w/.github/CODEOWNERS": "* @zoe\n",
      "file:///w/pkg/OWNERS": "approvers:\n- carol\n",
      "file:///w/docs/designs/a.md": design("@ada, @Bob"),
      "file:///w/docs/designs/b.md": design("@bob and @bob, mail@example.com"),
      "file:///w/docs/designs/TEMPLATE.md": design("@owner1"),
      "file:///w/other.md": design("@nobody"),
      "file:///v/docs/designs/a.md": design("@stranger"),
    });
    assert.deepEqual(shown(await createHandles(sourcesOf(files)).all("file:///w")), [
      "@Bob: 2 design documents",
      "@ada: 1 design document",
      "@zoe: CODEOWNERS, .github/CODEOWNERS",
      "@carol: OWNERS",
      "@org/team: CODEOWNERS",
    ]);
  });

  it("leave out the template's placeholders", async () => {
    const placeholder = builtInTemplate().fields.find(({ shape }) => shape === "handles")?.value ?? "";
    assert.match(placeholder, /@/);
    const files = memoryFiles({ "file:///w/docs/designs/a.md": design(`${placeholder}, @ada`) });
    const found = await createHandles(sourcesOf(files)).all("file:///w");
    assert.deepEqual(
      found.map(({ handle }) => handle),
      ["@ada"],
    );
  });

  it("are read once, in the background, and again when they are stale", async () => {
    const files = memoryFiles({ "file:///w/CODEOWNERS": "* @ada\n" });
    const handles = createHandles(sourcesOf(files));
    assert.deepEqual(handles.now("file:///w"), []);
    assert.equal(handles.ready("file:///w"), false);
    await handles.all("file:///w");
    const asked = files.asked.length;
    assert.equal(handles.ready("file:///w"), true);
    assert.deepEqual(shown(handles.now("file:///w")), ["@ada: CODEOWNERS"]);
    assert.equal(files.asked.length, asked);

    files.set("file:///w/CODEOWNERS", "* @bob\n");
    handles.stale();
    assert.deepEqual(shown(handles.now("file:///w")), ["@ada: CODEOWNERS"]);
    assert.deepEqual(shown(await handles.all("file:///w")), ["@bob: CODEOWNERS"]);
  });

  it("read a header again only when it or its template has changed, and let others work before", async () => {
    const uri = "file:///w/docs/designs/a.md";
    const files = memoryFiles({ [uri]: design("@ada") });
    let pauses = 0;
    let parsed = 0;
    const sources: HandleSources = {
      ...sourcesOf(files),
      pause: async () => void pauses++,
      kept: {
        get: () => Promise.resolve(undefined),
        set: () => void parsed++,
        save: () => Promise.resolve(),
      },
    };
    const handles = createHandles(sources);
    const again = async (): Promise<readonly string[]> => {
      handles.stale();
      return (await handles.all("file:///w")).map(({ handle }) => handle);
    };
    assert.deepEqual(await again(), ["@ada"]);
    files.set(uri, `${design("@ada")}\nMore below the header.\n`);
    assert.deepEqual(await again(), ["@ada"]);
    assert.equal(parsed, 1);
    files.set(uri, design("@bob"));
    assert.deepEqual(await again(), ["@bob"]);
    assert.equal(parsed, 2);
    assert.equal(pauses, 3);
  });

  it("list nothing for a header, read no header for an owners file, and are told where they differ", async () => {
    const uri = "file:///w/docs/designs/a.md";
    const owners = "file:///w/CODEOWNERS";
    const files = memoryFiles({ [uri]: design("@ada"), [owners]: "* @zoe\n" });
    const told: string[] = [];
    const handles = createHandles({ ...sourcesOf(files), changed: (folder) => void told.push(folder) });
    const first = await handles.all("file:///w");
    const askedAfter = async (changed: string, text: string): Promise<readonly string[]> => {
      const before = files.asked.length;
      files.set(changed, text);
      handles.stale(changed);
      await handles.all("file:///w");
      return files.asked.slice(before).filter((question) => !question.endsWith("/CODEOWNERS"));
    };
    assert.deepEqual(await askedAfter(uri, `${design("@ada")}\nMore.\n`), [`read ${uri}`]);
    assert.equal(handles.now("file:///w"), first);
    assert.equal(told.length, 1);
    assert.deepEqual(await askedAfter(uri, design("@bob")), [`read ${uri}`]);
    assert.deepEqual(await askedAfter(owners, "* @carol\n"), ["find **/OWNERS"]);
    assert.deepEqual(
      handles.now("file:///w").map(({ handle }) => handle),
      ["@bob", "@carol"],
    );
    assert.deepEqual(told, ["file:///w", "file:///w", "file:///w"]);
  });

  it("read again what was changed while they were read", async () => {
    const owners = "file:///w/CODEOWNERS";
    const files = memoryFiles({ [owners]: "* @ada\n" });
    const handles = createHandles(sourcesOf(files));
    const first = handles.all("file:///w");
    files.set(owners, "* @bob\n");
    handles.stale(owners);
    await first;
    assert.deepEqual(shown(await handles.all("file:///w")), ["@bob: CODEOWNERS"]);
  });

  it("survive files that cannot be read", async () => {
    const failures: unknown[] = [];
    const files = memoryFiles({ "file:///w/CODEOWNERS": "* @ada\n" });
    let broken = false;
    const findFiles: MemoryFiles["findFiles"] = (query, folders) =>
      broken ? Promise.reject(new Error("gone")) : files.findFiles(query, folders);
    const handles = createHandles(sourcesOf({ ...files, findFiles }, failures));
    await handles.all("file:///w");
    broken = true;
    handles.stale();
    assert.deepEqual(shown(await handles.all("file:///w")), ["@ada: CODEOWNERS"]);
    assert.equal(failures.length, 1);
    broken = false;
    files.set("file:///w/CODEOWNERS", "* @bob\n");
    assert.deepEqual(shown(await handles.all("file:///w")), ["@bob: CODEOWNERS"]);
  });
});
