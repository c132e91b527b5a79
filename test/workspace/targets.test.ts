import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { TargetFact } from "../../server/src/facts/facts.ts";
import { createTargets, type Targets } from "../../server/src/workspace/targets.ts";
import { memoryFiles, type MemoryFiles } from "../kit/memory-files.ts";

const document = "file:///w/docs/designs/2026-03-01-sync-design.md";

/** Absolute paths of files; those of the tests below unless they say others. */
const usual: readonly string[] = [
  "/w/README.md",
  "/w/.git/HEAD",
  "/w/src/sync/log.ts",
  "/w/docs/overview.md",
  "/w/docs/images/Flow.png",
  "/w/docs/guide/index.md",
  "/w/docs/notes/README.md",
  "/w/docs/designs/2026-03-01-sync-design.md",
  "/w/docs/designs/2026-02-01-storage-design.md",
  "/w/docs/designs/a b #1?.md",
  "/w/docs/designs/100%.md",
  "/w/docs/designs/page.mdx",
  "/w/docs/designs/é.md",
  "/w/docs/designs/flow/one.png",
  "/other/x.md",
  "/secret/y.md",
];

const uriOf = (path: string): string => `file://${path.split("/").map(encodeURIComponent).join("/")}`;

function filesOf(paths: readonly string[], ignoresCase = false): MemoryFiles {
  return memoryFiles(Object.fromEntries(paths.map((path) => [uriOf(path), `# ${path}\n`])), { ignoresCase });
}

interface Setting {
  readonly from?: string;
  readonly paths?: readonly string[];
  readonly folders?: readonly string[];
  readonly ignoresCase?: boolean;
}

async function ask(path: string, given: Setting = {}): Promise<TargetFact | undefined> {
  const { from = document, paths = usual, folders = ["file:///w", "file:///other"], ignoresCase } = given;
  const targets = createTargets({
    files: filesOf(paths, ignoresCase),
    openText: () => undefined,
    folders: () => folders,
  });
  return (await targets.of(from, { paths: [path], withFragment: [] })).get(path);
}

/** A fact in a few words. */
function said(fact: TargetFact | undefined): string {
  switch (fact?.kind) {
    case "file":
      return decodeURIComponent(fact.uri.replace("file://", ""));
    case "absent":
      return fact.meant === undefined ? "absent" : `absent, ${fact.meant}`;
    case "otherCase":
      return `other case, ${fact.written}`;
    case "folder":
      return "folder";
    default:
      return "unknown";
  }
}

const cases: readonly (readonly [path: string, said: string, given?: Setting])[] = [
  ["2026-02-01-storage-design.md", "/w/docs/designs/2026-02-01-storage-design.md"],
  ["./2026-02-01-storage-design.md", "/w/docs/designs/2026-02-01-storage-design.md"],
  ["../overview.md", "/w/docs/overview.md"],
  ["../designs/../overview.md", "/w/docs/overview.md"],
  ["..//./overview.md", "/w/docs/overview.md"],
  ["a b #1?.md", "/w/docs/designs/a b #1?.md"],
  ["100%.md", "/w/docs/designs/100%.md"],
  ["e\u0301.md", "/w/docs/designs/é.md"],
  [".", "folder"],
  ["..", "folder"],
  ["../images", "folder"],
  ["../images/", "folder"],
  ["../../src/sync/log.ts", "/w/src/sync/log.ts"],

  // From the workspace folder, a folder between, or the repository.
  ["/docs/overview.md", "/w/docs/overview.md"],
  ["/overview.md", "/w/docs/overview.md"],
  ["/flow/one.png", "/w/docs/designs/flow/one.png"],
  ["/docs/nothing.md", "absent"],
  ["/api/users", "unknown"],
  ["/nothing.md", "unknown"],

  // As documentation sites name pages.
  ["../overview", "/w/docs/overview.md"],
  ["../overview.html", "/w/docs/overview.md"],
  ["../overview/", "/w/docs/overview.md"],
  ["page", "/w/docs/designs/page.mdx"],
  ["../guide", "folder"],
  ["../guide/index", "/w/docs/guide/index.md"],
  ["2026-02-01-storage-design", "/w/docs/designs/2026-02-01-storage-design.md"],

  // Out of the workspace, and into another of its folders.
  ["../../../secret/y.md", "unknown"],
  ["../../../secret/none.md", "unknown"],
  ["../../../other/x.md", "/other/x.md"],
  ["../../../other/z.md", "absent"],
  ["../../../w/docs/overview.md", "/w/docs/overview.md"],
  ["../../../../../../x.md", "unknown"],

  // Pages of a forge.
  ["../../issues/12", "unknown"],
  ["../../pull/3", "unknown"],
  ["../wiki/Page", "unknown"],
  ["../../blob/main/x.ts", "unknown"],
  ["../../releases", "unknown"],
  ["../../-/merge_requests/4", "unknown"],
  ["/acme/sync/issues/12", "unknown"],

  // Upper and lower case.
  ["../images/flow.png", "absent, ../images/Flow.png"],
  ["../images/flow.png", "other case, ../images/Flow.png", { ignoresCase: true }],
  ["../images/Flow.png", "/w/docs/images/Flow.png", { ignoresCase: true }],
  ["../Images/Flow.png", "other case, ../images/Flow.png", { ignoresCase: true }],
  ["/Docs/images/Flow.png", "other case, /docs/images/Flow.png", { ignoresCase: true }],
  ["./Flow/", "other case, ./flow/", { ignoresCase: true }],
  [
    "../overview.md",
    "/w/DOCS/overview.md",
    { ignoresCase: true, from: "file:///w/DOCS/designs/2026-03-01-sync-design.md" },
  ],

  // What may be meant.
  ["2026-02-01-storage-desing.md", "absent, 2026-02-01-storage-design.md"],
  ["./2026-02-01-storage-desing.md", "absent, ./2026-02-01-storage-design.md"],
  ["../overveiw.md", "absent, ../overview.md"],
  ["overview.md", "absent, ../overview.md"],
  ["../../overview.md", "absent, ../overview.md"],
  ["old/2026-02-01-storage-design.md", "absent, 2026-02-01-storage-design.md"],
  ["../sync.md", "absent"],
  ["2026-03-01-sync-desing.md", "absent"],
  ["none/", "absent"],
  ["twofold.md", "absent", { paths: ["/w/docs/designs/twofold1.md", "/w/docs/designs/twofold2.md"] }],
  ["twofold.md", "absent, twofold1.md", { paths: ["/w/docs/designs/twofold1.md"] }],

  // Where nobody can look.
  ["none.md", "unknown", { paths: [] }],
  ["none.md", "absent", { folders: [] }],
  ["../none.md", "unknown", { folders: [] }],

  // Windows.
  [
    "../x.md",
    "/c:/w/docs/x.md",
    { paths: ["/c:/w/docs/x.md"], from: "file:///C:/w/docs/designs/a.md", folders: ["file:///c%3A/w"] },
  ],
];

describe("where a link leads", () => {
  for (const [path, wanted, given] of cases)
    it(`${path} ${given ? JSON.stringify(given) : ""}`, async () =>
      assert.equal(said(await ask(path, given)), wanted));

  it("a folder that cannot be listed, with files that can be opened", async () => {
    const files = filesOf(usual);
    const targets = createTargets({
      files: { ...files, entriesOf: () => Promise.resolve([]) },
      openText: () => undefined,
      folders: () => ["file:///w"],
    });
    const facts = await targets.of(document, { paths: ["../overview.md", "../none.md"], withFragment: [] });
    assert.equal(said(facts.get("../overview.md")), "/w/docs/overview.md");
    assert.equal(facts.get("../none.md"), undefined);
  });
});

interface Workspace {
  readonly files: MemoryFiles;
  readonly targets: Targets;
  readonly open: Map<string, string>;
}

function workspace(): Workspace {
  const files = filesOf(usual);
  const open = new Map<string, string>();
  const targets = createTargets({
    files,
    openText: (uri) => open.get(uri),
    folders: () => ["file:///w"],
  });
  return { files, targets, open };
}

describe("anchors of linked files", () => {
  const overview = "file:///w/docs/overview.md";
  const wants = { paths: ["../overview.md", "../../src/sync/log.ts"], withFragment: ["../overview.md"] };

  async function anchors({ targets }: Workspace): Promise<readonly string[] | undefined> {
    const fact = (await targets.of(document, wants)).get("../overview.md");
    return fact?.kind === "file" && fact.anchors ? [...fact.anchors] : undefined;
  }

  it("are read where a fragment asks for them", async () => {
    const given = workspace();
    given.files.set(overview, "# Overview\n\n## Parts\n");
    assert.deepEqual(await anchors(given), ["overview", "parts"]);
    assert.deepEqual(
      given.files.asked.filter((asked) => asked.startsWith("read")),
      [`read ${overview}`],
    );
  });

  it("count as they are typed", async () => {
    const given = workspace();
    given.open.set(overview, "# Typed\n");
    assert.deepEqual(await anchors(given), ["typed"]);
    given.open.delete(overview);
    assert.deepEqual(await anchors(given), ["wdocsoverviewmd"]);
  });

  it("are read again when a change is told", async () => {
    const given = workspace();
    await anchors(given);
    given.files.set(overview, "# New\n");
    assert.deepEqual(await anchors(given), ["wdocsoverviewmd"]);
    given.targets.forget(overview);
    assert.deepEqual(await anchors(given), ["new"]);
  });

  it("are absent for files that are no Markdown", async () => {
    const { targets } = workspace();
    const path = "../../src/sync/log.ts";
    const fact = (await targets.of(document, { paths: [path], withFragment: [path] })).get(path);
    assert.deepEqual(fact, { kind: "file", uri: "file:///w/src/sync/log.ts" });
  });
});

describe("what is known", () => {
  const wants = { paths: ["new/x.md", "../overview.md"], withFragment: [] };

  it("is asked once, and comes back as the same map", async () => {
    const { files, targets } = workspace();
    const first = await targets.of(document, wants);
    const { length } = files.asked;
    assert.equal(await targets.of(document, wants), first);
    assert.equal(files.asked.length, length);
    targets.forget("file:///w/docs/z.md");
    assert.equal(await targets.of(document, wants), first);
    assert.ok(files.asked.length > length, "nothing was asked again");
  });

  it("changes when a file in a new folder is told", async () => {
    const { files, targets } = workspace();
    assert.equal(said((await targets.of(document, wants)).get("new/x.md")), "absent");
    files.set("file:///w/docs/designs/new/x.md", "");
    assert.equal(said((await targets.of(document, wants)).get("new/x.md")), "absent");
    targets.forget("file:///w/docs/designs/new/x.md");
    assert.equal(said((await targets.of(document, wants)).get("new/x.md")), "/w/docs/designs/new/x.md");
  });

  it("changes when a folder that was deleted is told", async () => {
    const { files, targets } = workspace();
    const flow = { paths: ["flow/one.png"], withFragment: [] };
    await targets.of(document, flow);
    files.delete("file:///w/docs/designs/flow/one.png");
    targets.forget("file:///w/docs/designs/flow");
    assert.equal(said((await targets.of(document, flow)).get("flow/one.png")), "absent");
  });

  it("is asked anew when it is stale", async () => {
    const { files, targets } = workspace();
    await targets.of(document, wants);
    files.delete("file:///w/docs/overview.md");
    targets.stale();
    assert.equal(said((await targets.of(document, wants)).get("../overview.md")), "absent");
  });

  it("does not keep a failure", async () => {
    const { files } = workspace();
    let fails = true;
    const targets = createTargets({
      files: {
        ...files,
        entriesOf: (uri) => (fails ? Promise.reject(new Error("busy")) : files.entriesOf(uri)),
      },
      openText: () => undefined,
      folders: () => ["file:///w"],
    });
    await assert.rejects(targets.of(document, wants), /busy/);
    fails = false;
    assert.equal((await targets.of(document, wants)).size, 2);
  });
});

it("asks few questions at once, and no more than 500 paths a document", async () => {
  const paths = Array.from({ length: 700 }, (_, index) => `folder${index}/x.md`);
  const files = filesOf(paths.map((path) => `/w/docs/designs/${path}`));
  let now = 0;
  let most = 0;
  const targets = createTargets({
    files: {
      ...files,
      async entriesOf(uri) {
        most = Math.max(most, ++now);
        const entries = await files.entriesOf(uri);
        now--;
        return entries;
      },
    },
    openText: () => undefined,
    folders: () => ["file:///w"],
  });
  const facts = await targets.of(document, { paths, withFragment: [] });
  assert.equal([...facts.values()].filter(({ kind }) => kind === "file").length, 500);
  assert.ok(most > 1 && most <= 10, `${most} at once`);
});
