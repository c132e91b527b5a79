import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Card } from "../../server/src/facts/facts.ts";
import { defaults } from "../../server/src/settings/table.ts";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import { createCards, type CardSources } from "../../server/src/workspace/cards.ts";
import { isDesignDocument, pathRule } from "../../server/src/workspace/design-documents.ts";
import { createHandles } from "../../server/src/workspace/handles.ts";
import { createHeads } from "../../server/src/workspace/heads.ts";
import { memoryFiles, type MemoryFiles } from "../kit/memory-files.ts";

const folder = "file:///w";
const designs = `${folder}/docs/designs`;
const a = `${designs}/2026-01-01-a-design.md`;
const b = `${designs}/2026-02-02-b-design.md`;

const design = (title: string, ...header: readonly string[]): string =>
  `# ${title}\n\n${header.join("\n")}\n\n## Goals\n\nStatus: none of the header\n`;

interface World extends CardSources {
  readonly events: string[];
  readonly open: Map<string, string>;
}

function world(files: MemoryFiles): World {
  const open = new Map<string, string>();
  const events: string[] = [];
  return {
    files,
    open,
    events,
    openText: (uri) => open.get(uri),
    documents: (place) => files.findFiles({ ...defaults, limit: 5000 }, [place]),
    template: (uri) =>
      Promise.resolve(isDesignDocument(uri, [folder], pathRule(defaults)) ? builtInTemplate() : undefined),
    pause: () => Promise.resolve(),
    changed: (uri) => void events.push(`changed ${uri}`),
    failed: (error) => void events.push(String(error)),
  };
}

const links = ({ supersedes, supersededBy, vague }: Card): unknown => [supersedes, supersededBy, vague ?? []];

describe("cards", () => {
  it("say what stands in headers, in the order of the paths", async () => {
    const files = memoryFiles({
      [b]: design("B", "Status: APPROVED (2026-02-03)", "Supersedes: [A](2026-01-01-a-design.md)"),
      [a]: design("A", "Status: SUPERSEDED by [B](./2026-02-02-b-design.md#goals)"),
      [`${folder}/README.md`]: design("No design"),
    });
    assert.deepEqual(await createCards(world(files)).all(folder), [
      {
        uri: a,
        path: "docs/designs/2026-01-01-a-design.md",
        fileName: "2026-01-01-a-design.md",
        title: "A",
        status: "SUPERSEDED by [B](./2026-02-02-b-design.md#goals)",
        stage: "closed",
        supersedes: [],
        supersededBy: [b],
        statusWord: "SUPERSEDED",
        date: "2026-01-01",
      },
      {
        uri: b,
        path: "docs/designs/2026-02-02-b-design.md",
        fileName: "2026-02-02-b-design.md",
        title: "B",
        status: "APPROVED (2026-02-03)",
        stage: "approved",
        supersedes: [a],
        supersededBy: [],
        statusWord: "APPROVED",
        date: "2026-02-02",
      },
    ]);
  });

  it("say what lists want to know, and what a document depends on", async () => {
    const about = [
      "Author: Ada Lovelace <ada@example.org>",
      "Date: 3 March 2025",
      "Number: RFC-12",
      "Reviewers: @bob, @eve, @Bob",
      "Depends on: [A](2026-01-01-a-design.md), what is not there.md",
    ];
    const files = memoryFiles({ [a]: design("A", "Related: words alone"), [b]: design("B", ...about) });
    const [first, second] = await createCards(world(files)).all(folder);
    assert.equal(first?.depends, undefined);
    assert.deepEqual(
      [second?.author, second?.date, second?.number, second?.reviewers, second?.depends],
      ["Ada Lovelace", "2025-03-03", 12, ["@bob", "@eve"], [a]],
    );
  });

  it("have the status of a record whose status is a section", async () => {
    const record = `# A\n\n## Status\n\nAccepted\n\n## Context\n\nMuch.\n`;
    const [card] = await createCards(world(memoryFiles({ [a]: record }))).all(folder);
    assert.deepEqual([card?.status, card?.stage], ["Accepted", "approved"]);
  });

  const spellings: readonly (readonly [string, string, unknown])[] = [
    ["a reference, defined at the end", "Replaces: [A][x]", [[a], [], []]],
    ["a path from the root", "Obsoletes: [A](/docs/designs/2026-01-01-a-design.md)", [[a], [], []]],
    ["a bare file name", "Supersedes: 2026-01-01-a-design.md", [[a], [], []]],
    ["a file name without its ending", "Replaced by: 2026-01-01-a-design", [[], [a], []]],
    ["a list", "- **Superseded-By:** `2026-01-01-a-design.md`", [[], [a], []]],
    ["a title", "Successor: Alpha", [[], [a], []]],
    ["an address of a forge", "Supersedes: <https://forge.test/x/2026-01-01-a-design.md>", [[a], [], []]],
    ["words that name none", "Supersedes: what we did before", [[], [], ["supersedes"]]],
    ["a document elsewhere", "Superseded by: [C](c.md)", [[], [], ["supersededBy"]]],
    ["nothing", "Supersedes: none", [[], [], []]],
    ["itself", "Supersedes: [me](2026-02-02-b-design.md)", [[b], [], []]],
  ];
  for (const [name, line, expected] of spellings) {
    it(`read ${name}`, async () => {
      const files = memoryFiles({
        [a]: design("Alpha", "Status: DRAFT"),
        [b]: `${design("B", "Status: DRAFT", "", line)}\n## End\n\n[x]: 2026-01-01-a-design.md\n`,
      });
      assert.deepEqual((await createCards(world(files)).all(folder)).map(links)[1], expected);
    });
  }

  it("read numbers and names of folders whose file is README.md", async () => {
    const twelve = `${designs}/12-alpha/README.md`;
    const thirteen = `${designs}/13-beta/README.md`;
    const files = memoryFiles({
      [twelve]: "# A\n\nStatus: SUPERSEDED by KEP-13\n",
      [thirteen]: "# B\n\nStatus: DRAFT\nSupersedes: alpha\n",
    });
    const sources: CardSources = {
      ...world(files),
      documents: () => Promise.resolve([twelve, thirteen]),
      template: () => Promise.resolve(builtInTemplate()),
    };
    assert.deepEqual((await createCards(sources).all(folder)).map(links), [
      [[], [thirteen], []],
      [[twelve], [], []],
    ]);
  });

  it("read numbers, also in front matter", async () => {
    const numbered = `${folder}/docs/designs/0012-alpha.md`;
    const files = memoryFiles({
      [numbered]: `# Alpha\n\nStatus: SUPERSEDED by ADR-0013\n`,
      [`${designs}/0013-beta.md`]:
        "---\nstatus: APPROVED\nsupersedes: [ADR-12, 77]\nsuperseded-by: []\n---\n\n# B\n",
    });
    assert.deepEqual((await createCards(world(files)).all(folder)).map(links), [
      [[], [`${designs}/0013-beta.md`], []],
      [[numbered], [], ["supersedes"]],
    ]);
  });

  it("read lists of front matter", async () => {
    const files = memoryFiles({
      [a]: design("Alpha"),
      [b]: `---\nstatus: APPROVED\nsupersedes:\n  - ./2026-01-01-a-design.md\n  - "[C](c.md)"\n---\n\n# B\n`,
    });
    const [, card] = await createCards(world(files)).all(folder);
    assert.deepEqual(card && links(card), [[a], [], ["supersedes"]]);
  });

  it("are there when they have been read, and are told once", async () => {
    const sources = world(memoryFiles({ [a]: design("A", "Status: DRAFT") }));
    const cards = createCards(sources);
    assert.equal(cards.now(folder), undefined);
    assert.equal(cards.others(folder, a), undefined);
    assert.equal(cards.ready(folder), false);
    const all = await cards.all(folder);
    assert.equal(cards.now(folder), all);
    assert.equal(cards.ready(folder), true);
    assert.deepEqual(sources.events, [`changed ${folder}`]);
    cards.stale();
    assert.equal(await cards.all(folder), all);
    assert.deepEqual(sources.events, [`changed ${folder}`]);
  });

  it("leave the document itself out, and stay the same object while the others do", async () => {
    const sources = world(memoryFiles({ [a]: design("A"), [b]: design("B") }));
    const cards = createCards(sources);
    await cards.all(folder);
    const others = cards.others(folder, a.replace("file:///w", "file:///%77"));
    assert.deepEqual(
      others?.map(({ title }) => title),
      ["B"],
    );
    sources.open.set(a, design("A, renamed"));
    cards.stale(a);
    await cards.all(folder);
    assert.equal(cards.others(folder, a), others);
    assert.equal(cards.others(folder, b)?.[0]?.title, "A, renamed");
  });

  it("are made ready a moment at a time for a document that waits for them, and not again at an edit", async () => {
    const pausesOf = async (asker: string | undefined): Promise<readonly number[]> => {
      const files = memoryFiles({ [a]: design("A"), [b]: design("B") });
      let pauses = 0;
      const cards = createCards({ ...world(files), pause: async () => void pauses++ });
      if (asker !== undefined) assert.equal(cards.others(folder, asker), undefined);
      await cards.all(folder);
      const first = pauses;
      files.set(b, design("Another"));
      cards.stale(b);
      await cards.all(folder);
      return [first, pauses - first];
    };
    const [least = 0, edited] = await pausesOf(undefined);
    const [most = 0, editedThen] = await pausesOf(a);
    assert.ok(most > least, `${most} > ${least}`);
    assert.equal(editedThen, edited);
  });

  it("are made in small memory where all are new, and as usual at an edit", async () => {
    const files = memoryFiles({ [a]: design("A"), [b]: design("B") });
    let small = 0;
    const readingAll = <T>(work: () => Promise<T>): Promise<T> => {
      small++;
      return work();
    };
    const cards = createCards({ ...world(files), readingAll });
    await cards.all(folder);
    assert.equal(small, 2);
    files.set(b, design("Another"));
    cards.stale(b);
    await cards.all(folder);
    assert.equal(small, 2);
  });

  it("follow open texts, and read no other document for that", async () => {
    const files = memoryFiles({ [a]: design("A"), [b]: design("B") });
    const sources = world(files);
    const cards = createCards(sources);
    await cards.all(folder);
    const { length } = files.asked;
    sources.open.set(a, design("A", "Status: IN REVIEW"));
    cards.stale(a);
    assert.equal((await cards.all(folder))[0]?.stage, "review");
    sources.open.set(a, `${design("A", "Status: IN REVIEW")}\nMore below.\n`);
    cards.stale(a);
    const all = await cards.all(folder);
    cards.stale(`${folder}/README.md`);
    assert.equal(await cards.all(folder), all);
    assert.equal(files.asked.length, length);
    assert.equal(sources.events.length, 2);
  });

  it("read again what was changed while they were read", async () => {
    const sources = world(memoryFiles({ [a]: design("A") }));
    const cards = createCards(sources);
    const first = cards.all(folder);
    sources.open.set(a, design("A", "Status: APPROVED"));
    cards.stale(a);
    sources.open.set(a, design("A", "Status: IMPLEMENTED"));
    await first;
    assert.equal((await cards.all(folder))[0]?.stage, "implemented");
  });

  it("come and go with files", async () => {
    const files = memoryFiles({ [a]: design("A"), [b]: design("B") });
    const sources = world(files);
    const cards = createCards(sources);
    await cards.all(folder);
    files.delete(b);
    cards.stale(b);
    assert.equal((await cards.all(folder)).length, 1);
    files.set(b, design("B"));
    cards.stale();
    assert.equal((await cards.all(folder)).length, 2);
    const c = `${designs}/2026-03-03-c-design.md`;
    files.set(c, design("C"));
    const before = files.asked.length;
    cards.stale(c);
    assert.equal((await cards.all(folder)).length, 3);
    assert.deepEqual(files.asked.slice(before), [`read ${c}`]);
  });

  it("survive files that cannot be listed", async () => {
    const files = memoryFiles({ [a]: design("A") });
    let broken = true;
    const findFiles: MemoryFiles["findFiles"] = (query, folders) =>
      broken ? Promise.reject(new Error("gone")) : files.findFiles(query, folders);
    const sources = world({ ...files, findFiles });
    const cards = createCards(sources);
    assert.deepEqual(await cards.all(folder), []);
    assert.equal(cards.ready(folder), false);
    assert.deepEqual(sources.events, ["Error: gone"]);
    broken = false;
    assert.equal((await cards.all(folder)).length, 1);
  });

  it("share the reading of headers with handles", async () => {
    const files = memoryFiles({ [a]: design("A", "Reviewers: @ada"), [b]: design("B") });
    const sources = world(files);
    const heads = createHeads(sources);
    const cards = createCards(sources, heads);
    await Promise.all([cards.all(folder), createHandles(sources, heads).all(folder)]);
    for (const uri of [a, b]) assert.equal(files.asked.filter((one) => one === `read ${uri}`).length, 1);
  });
});
