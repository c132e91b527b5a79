import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { claimOn } from "../../server/src/workspace/config-file.ts";
import { createConfigs, type Configs } from "../../server/src/workspace/configs.ts";
import { listDocuments } from "../../server/src/workspace/list-documents.ts";
import { memoryFiles, type MemoryFiles } from "../kit/memory-files.ts";

const known = { ruleIds: ["file-name"], presetNames: ["design-doc"] };
const config = (...include: readonly string[]): string =>
  JSON.stringify({ collections: include.map((glob) => ({ include: glob })) });

interface World {
  readonly files: MemoryFiles;
  readonly open: Map<string, string>;
  readonly configs: Configs;
}

function world(
  paths: Readonly<Record<string, string>>,
  {
    folders = ["/w"],
    watched = true,
    only,
  }: { readonly folders?: readonly string[]; readonly watched?: boolean; readonly only?: string } = {},
): World {
  const files = memoryFiles(
    Object.fromEntries(Object.entries(paths).map(([path, text]) => [`file://${path}`, text])),
  );
  const open = new Map<string, string>();
  const configs = createConfigs({
    files,
    known,
    openText: (uri) => open.get(uri),
    folders: () => folders.map((path) => `file://${path}`),
    watched: () => watched,
    ...(only !== undefined && { only: `file://${only}` }),
  });
  return { files, open, configs };
}

const found = async ({ configs }: World, path: string): Promise<string | undefined> =>
  (await configs.governing(`file://${path}`))?.uri.slice("file://".length);

describe("the configuration of a file", () => {
  const json = config("*.md");
  const inPackage = `{ "name": "x", "design-docs": ${json} }`;
  interface Case {
    readonly name: string;
    readonly files: readonly string[];
    readonly found: string | undefined;
    readonly file?: string;
    readonly folders?: readonly string[];
  }
  const cases: readonly Case[] = [
    { name: "beside it", files: ["/w/a/.design-docs.json"], found: "/w/a/.design-docs.json" },
    { name: "in a folder above", files: ["/w/.design-docs.json"], found: "/w/.design-docs.json" },
    {
      name: "the nearest of two",
      files: ["/w/.design-docs.json", "/w/a/.design-docs.json"],
      found: "/w/a/.design-docs.json",
    },
    { name: "in a package.json", files: ["/w/a/package.json"], found: "/w/a/package.json" },
    {
      name: "not in the package.json beside another",
      files: ["/w/a/package.json", "/w/a/.design-docs.json"],
      found: "/w/a/.design-docs.json",
    },
    { name: "not in a folder beside", files: ["/w/b/.design-docs.json"], found: undefined },
    { name: "not above the workspace folder", files: ["/.design-docs.json"], found: undefined },
    {
      name: "above the workspace folder, in the repository around it",
      files: ["/r/.git/HEAD", "/r/.design-docs.json"],
      folders: ["/r/w/x"],
      file: "/r/w/x/a.md",
      found: "/r/.design-docs.json",
    },
    {
      name: "not above the repository",
      files: ["/r/w/.git/HEAD", "/r/.design-docs.json"],
      folders: ["/r/w/x"],
      file: "/r/w/x/a.md",
      found: undefined,
    },
    {
      name: "above a repository in the midst of the workspace folder",
      files: ["/w/sub/.git", "/w/.design-docs.json"],
      file: "/w/sub/a.md",
      found: "/w/.design-docs.json",
    },
    {
      name: "outside any workspace folder, in its repository",
      files: ["/o/.git/HEAD", "/o/.design-docs.json"],
      file: "/o/x/a.md",
      found: "/o/.design-docs.json",
    },
    {
      name: "outside any workspace folder and repository, in its folder alone",
      files: ["/o/.design-docs.json"],
      file: "/o/x/a.md",
      found: undefined,
    },
    {
      name: "the one of its own workspace folder",
      files: ["/v/.design-docs.json", "/w/.design-docs.json"],
      folders: ["/w", "/v"],
      file: "/v/a.md",
      found: "/v/.design-docs.json",
    },
  ];
  for (const { name, files, found: wanted, file = "/w/a/x.md", folders } of cases)
    it(`is ${name}`, async () => {
      const texts = files.map((path) => [path, path.endsWith("package.json") ? inPackage : json]);
      const made = world(Object.fromEntries(texts), folders ? { folders } : {});
      assert.equal(await found(made, file), wanted);
    });

  it("is no package.json without the key", async () => {
    const made = world({ "/w/a/package.json": '{ "name": "design-docs" }', "/w/.design-docs.json": json });
    assert.equal(await found(made, "/w/a/x.md"), "/w/.design-docs.json");
  });

  it("is the one that was named, whatever lies nearer", async () => {
    const made = world(
      { "/w/a/.design-docs.json": json, "/etc/ours.json": json },
      { only: "/etc/ours.json" },
    );
    assert.equal(await found(made, "/w/a/x.md"), "/etc/ours.json");
  });

  it("is read from the editor where it is open", async () => {
    const made = world({ "/w/.design-docs.json": config("a.md") });
    const includes = async (): Promise<readonly string[] | undefined> =>
      (await made.configs.governing("file:///w/x.md"))?.parsed.config.collections?.[0]?.include;
    assert.deepEqual(await includes(), ["a.md"]);
    made.open.set("file:///w/.design-docs.json", config("typed.md"));
    assert.deepEqual(await includes(), ["typed.md"]);
    made.open.delete("file:///w/.design-docs.json");
    assert.deepEqual(await includes(), ["a.md"]);
  });

  it("is read and parsed once, until a change of it is told", async () => {
    const made = world({ "/w/.design-docs.json": json });
    const first = await made.configs.governing("file:///w/a/b/x.md");
    const asked = made.files.asked.length;
    assert.equal(await made.configs.governing("file:///w/a/b/x.md"), first);
    assert.equal(made.files.asked.length, asked);
    made.files.set("file:///w/.design-docs.json", config("other.md"));
    made.configs.renew();
    assert.equal(await made.configs.governing("file:///w/a/b/x.md"), first);
    assert.equal(made.configs.changed("file:///w/.design-docs.json"), true);
    assert.notEqual(await made.configs.governing("file:///w/a/b/x.md"), first);
    assert.equal(made.configs.changed("file:///w/a/b/x.md"), false);
  });

  it("is looked for anew when one comes, goes, or goes with its folder", async () => {
    const made = world({ "/w/a/x.md": "" });
    assert.equal(await found(made, "/w/a/x.md"), undefined);
    made.files.set("file:///w/a/.design-docs.json", json);
    made.configs.changed("file:///w/a/.design-docs.json");
    assert.equal(await found(made, "/w/a/x.md"), "/w/a/.design-docs.json");
    made.files.delete("file:///w/a/.design-docs.json");
    made.configs.changed("file:///w/a");
    assert.equal(await found(made, "/w/a/x.md"), undefined);
  });

  it("is asked again where nobody tells of changes", async () => {
    const made = world({}, { watched: false });
    assert.equal(await found(made, "/w/a/x.md"), undefined);
    made.files.set("file:///w/a/.design-docs.json", json);
    assert.equal(await found(made, "/w/a/x.md"), undefined);
    made.configs.renew();
    assert.equal(await found(made, "/w/a/x.md"), "/w/a/.design-docs.json");
  });
});

describe("the collection of a document", () => {
  const text = JSON.stringify({
    collections: [
      { include: "rfcs/*.md", exclude: "rfcs/README.md", template: "rfcs/shape.md" },
      { include: ["**/*.md"], template: "./tpl/Other.md", baseline: "base.md" },
    ],
  });
  const cases: readonly (readonly [path: string, collection: number | undefined])[] = [
    ["/w/rfcs/0001-a.md", 1],
    ["/w/RFCS/0001-a.MD", 1],
    ["/w/rfcs/README.md", 2],
    ["/w/rfcs/shape.md", undefined],
    ["/w/tpl/other.md", undefined],
    ["/w/tpl/TEMPLATE.md", undefined],
    ["/w/base.md", undefined],
    ["/w/rfcs/0001/b.md", 2],
    ["/w/rfcs/0001.txt", undefined],
    ["/v/rfcs/0001.md", undefined],
  ];
  for (const [path, wanted] of cases)
    it(`of ${path} is ${wanted ?? "none"}`, async () => {
      const file = await world({ "/w/.design-docs.json": text }).configs.inFolder("file:///w");
      assert.ok(file);
      assert.equal(claimOn(file, `file://${path}`)?.number, wanted);
    });
});

describe("the files that may be documents", () => {
  const texts = {
    "/r/.git/HEAD": "",
    "/r/.design-docs.json": config("rfcs/*.md", "w/**/adr/*.md"),
    "/r/w/docs/designs/a.md": "",
    "/r/w/x/adr/1.md": "",
    "/r/w/p [1]/.design-docs.json": config("notes/*.md"),
    "/r/w/p [1]/notes/n.md": "",
    "/r/w/q/package.json": `{ "design-docs": ${config("q.md")} }`,
    "/r/w/q/q.md": "",
    "/r/w/node_modules/z/package.json": `{ "design-docs": ${config("z.md")} }`,
    "/r/w/node_modules/z/z.md": "",
  };
  const settings = { include: ["docs/designs/*.md"], exclude: [] };
  it("are those of settings, and of configurations in the folder, below it and above", async () => {
    const { configs, files } = world(texts, { folders: ["/r/w"] });
    const around = await configs.around("file:///r/w");
    assert.deepEqual(around.map(({ uri }) => decodeURIComponent(uri.slice("file://".length))).toSorted(), [
      "/r/.design-docs.json",
      "/r/w/p [1]/.design-docs.json",
      "/r/w/q/package.json",
    ]);
    const listed = await listDocuments("file:///r/w", settings, around, files);
    // From above, all Markdown files are candidates; each is asked for its collection.
    assert.deepEqual(
      listed.map((uri) => decodeURIComponent(uri.slice("file:///r/w/".length))),
      ["docs/designs/a.md", "p [1]/notes/n.md", "q/q.md", "x/adr/1.md"],
    );
  });

  it("are found by the globs of a configuration alone where it lies in the folder", async () => {
    const { configs, files } = world(texts, { folders: ["/r"] });
    const around = await configs.around("file:///r");
    const listed = await listDocuments("file:///r", settings, around, files);
    assert.deepEqual(
      listed.map((uri) => decodeURIComponent(uri.slice("file:///r/".length))),
      ["w/p [1]/notes/n.md", "w/q/q.md", "w/x/adr/1.md"],
    );
  });
});
