import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { defaults } from "../../server/src/settings/table.ts";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import { presetTemplate } from "../../server/src/template/presets.ts";
import type { Template } from "../../server/src/template/template.ts";
import { createCards } from "../../server/src/workspace/cards.ts";
import { createHeads, type HeadSources } from "../../server/src/workspace/heads.ts";
import { createKept, type KeptStore } from "../../server/src/workspace/kept.ts";
import { isHead, type Head } from "../../server/src/workspace/read-head.ts";
import { memoryFiles, type MemoryFiles } from "../kit/memory-files.ts";

const folder = "file:///w";
const place = (index: number): string => `${folder}/docs/designs/${String(index).padStart(5, "0")}-x.md`;
const design = (title: string, status = "DRAFT"): string =>
  `# ${title}\n\nStatus: ${status}\nReviewers: @ada\n\n## Goals\n\nMuch below.\n`;

/** So many documents, of which each hundredth names another one. */
function many(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      place(index),
      design(`Design ${index}`, index % 100 === 1 ? `SUPERSEDED by ADR-${index - 1}` : "DRAFT"),
    ]),
  );
}

interface World extends HeadSources {
  readonly files: MemoryFiles;
  readonly open: Map<string, string>;
  readonly errors: unknown[];
  template: (uri: string) => Promise<Template | undefined>;
}

function world(files: MemoryFiles, more: Partial<HeadSources> = {}): World {
  const open = new Map<string, string>();
  const errors: unknown[] = [];
  return {
    openText: (uri) => open.get(uri),
    documents: (place_) => files.findFiles({ ...defaults, limit: Infinity }, [place_]),
    pause: () => Promise.resolve(),
    failed: (error) => void errors.push(error),
    ...more,
    files,
    open,
    errors,
    template: () => Promise.resolve(builtInTemplate()),
  };
}

/** The heads as a listener has them, by the number of the document. */
function followed(sources: HeadSources): {
  readonly heads: ReturnType<typeof createHeads>;
  readonly known: Map<string, Head>;
  readonly told: string[];
} {
  const heads = createHeads(sources);
  const known = new Map<string, Head>();
  const told: string[] = [];
  heads.follow((_, uri, head) => {
    told.push(uri);
    if (head) known.set(uri, head);
    else known.delete(uri);
  });
  return { heads, known, told };
}

const reads = ({ asked }: MemoryFiles, from = 0): readonly string[] =>
  asked.slice(from).filter((question) => question.startsWith("read "));

function memoryStore(text?: string): KeptStore & { text: string | undefined; writes: number } {
  const store = {
    text,
    writes: 0,
    read: () => Promise.resolve(store.text),
    write: (next: string): Promise<void> => {
      store.writes++;
      store.text = next;
      return Promise.resolve();
    },
  };
  return store;
}

const keptIn = (store: KeptStore, version = "1"): ReturnType<typeof createKept<Head>> =>
  createKept(store, { kind: "heads", version, isValue: isHead });

/** What is kept, counted: each `set` is a head that was read from a text. */
function counted(kept: ReturnType<typeof keptIn>): { kept: ReturnType<typeof keptIn>; parsed: () => number } {
  let sets = 0;
  return {
    parsed: () => sets,
    kept: {
      ...kept,
      set(key, value) {
        sets++;
        kept.set(key, value);
      },
    },
  };
}

describe("heads", () => {
  it("of 10,000 documents take one read each, few at once, and a change one more", async () => {
    const files = memoryFiles(many(10_000));
    let now = 0;
    let most = 0;
    const readFile = async (uri: string): Promise<string | undefined> => {
      most = Math.max(most, ++now);
      const text = await files.readFile(uri);
      now--;
      return text;
    };
    const sources = { ...world({ ...files, readFile }), changed: () => undefined, failed: assert.fail };
    const cards = createCards(sources);
    const all = await cards.all(folder);
    assert.equal(all.length, 10_000);
    assert.deepEqual(all[101]?.supersededBy, [place(100)]);
    assert.equal(reads(files).length, 10_000);
    assert.equal(files.asked.length, 10_001);
    assert.ok(most <= 8);

    const before = files.asked.length;
    files.set(place(77), design("Another one", "APPROVED"));
    cards.stale(place(77));
    const next = await cards.all(folder);
    assert.equal(next[77]?.stage, "approved");
    assert.deepEqual(
      next.filter((card, index) => card !== all[index]).map(({ uri }) => uri),
      [place(77)],
    );
    assert.deepEqual(files.asked.slice(before), [`read ${place(77)}`]);
  });

  it("are told one by one, and again only where they differ", async () => {
    const files = memoryFiles(many(20));
    const { heads, known, told } = followed(world(files));
    await heads.read(folder);
    assert.equal(known.size, 20);
    assert.equal(told.length, 20);
    heads.stale();
    await heads.read(folder);
    assert.equal(told.length, 20);
    files.set(place(3), `${design("Design 3")}More.\n`);
    files.set(place(4), design("Four"));
    files.delete(place(5));
    heads.stale();
    await heads.read(folder);
    assert.deepEqual(told.slice(20).toSorted(), [place(4), place(5)]);
    assert.equal(known.get(place(4))?.title, "Four");
    assert.equal(known.has(place(5)), false);
  });

  it("follow a file that changes while it is read", async () => {
    const files = memoryFiles(many(3));
    const sources = world(files);
    let changes = 0;
    const readFile = async (uri: string): Promise<string | undefined> => {
      const text = await files.readFile(uri);
      if (uri === place(1) && changes < 2) {
        files.set(uri, design(`Changed ${++changes}`));
        heads.stale(uri);
      }
      return text;
    };
    const { heads, known } = followed({ ...sources, files: { ...files, readFile } });
    await heads.read(folder);
    assert.equal(known.get(place(1))?.title, "Changed 2");
    assert.equal(reads(files).length, 3 + 2);
  });

  it("follow a file that comes while others are read, and one that goes", async () => {
    const files = memoryFiles(many(3));
    let isDone = false;
    const readFile = async (uri: string): Promise<string | undefined> => {
      const text = await files.readFile(uri);
      if (!isDone) {
        isDone = true;
        files.set(place(9), design("New"));
        files.delete(place(2));
        heads.stale(place(9));
        heads.stale(place(2));
      }
      return text;
    };
    const { heads, known } = followed({ ...world(files), files: { ...files, readFile } });
    await heads.read(folder);
    assert.deepEqual([...known.keys()].toSorted(), [place(0), place(1), place(9)]);
  });

  it("are read no further when settings change in the midst, and then by the new ones", async () => {
    const files = memoryFiles(many(100));
    let include = ["docs/designs/*.md"];
    const sources = world(files, {
      documents: (where) => files.findFiles({ include, exclude: [], limit: Infinity }, [where]),
    });
    const readFile = async (uri: string): Promise<string | undefined> => {
      if (reads(files).length === 10) {
        include = ["docs/designs/0000*.md"];
        heads.stale();
      }
      return files.readFile(uri);
    };
    const { heads, known } = followed({ ...sources, files: { ...files, readFile } });
    await heads.read(folder);
    assert.equal(known.size, 10);
    assert.ok(reads(files).length < 40, String(reads(files).length));
  });

  it("come to an end though settings change all the time", async () => {
    const files = memoryFiles(many(50));
    let left = 1000;
    const readFile = async (uri: string): Promise<string | undefined> => {
      if (left-- > 0) heads.stale();
      return files.readFile(uri);
    };
    const { heads, known } = followed({ ...world(files), files: { ...files, readFile } });
    await heads.read(folder);
    assert.equal(known.size, 50);
    assert.ok(left > -200);
  });

  it("are forgotten with their folder, and read no further", async () => {
    const files = memoryFiles(many(100));
    let folders = [folder];
    const readFile = async (uri: string): Promise<string | undefined> => {
      if (reads(files).length === 20) {
        folders = [];
        heads.stale();
      }
      return files.readFile(uri);
    };
    const sources = world(files, { folders: () => folders });
    const { heads } = followed({ ...sources, files: { ...files, readFile } });
    await heads.read(folder);
    assert.ok(reads(files).length < 40);
    folders = [folder];
    const before = files.asked.length;
    heads.stale();
    await heads.read(folder);
    assert.equal(reads(files, before).length, 100);
  });

  it("are asked for again where files could not be listed, or a template not be read", async () => {
    const files = memoryFiles(many(5));
    let isBroken = true;
    const sources = world(files);
    const template = (uri: string): Promise<Template | undefined> =>
      isBroken && uri === place(3) ? Promise.reject(new Error("no template")) : sources.template(uri);
    const { heads, known } = followed({ ...sources, template });
    await assert.rejects(heads.read(folder), /no template/);
    isBroken = false;
    await heads.read(folder);
    assert.equal(known.size, 5);
    isBroken = true;
    heads.stale(place(3));
    await assert.rejects(heads.read(folder), /no template/);
    isBroken = false;
    files.set(place(3), design("Three"));
    await heads.read(folder);
    assert.equal(known.get(place(3))?.title, "Three");
  });
});

describe("heads that are kept", () => {
  const start = async (
    files: MemoryFiles,
    store: KeptStore,
    { version = "1", template = builtInTemplate() } = {},
  ): Promise<{ known: Map<string, Head>; parsed: number; world: World }> => {
    const { kept, parsed } = counted(keptIn(store, version));
    const sources = world(files, { kept });
    sources.template = () => Promise.resolve(template);
    const { heads, known } = followed(sources);
    await heads.read(folder);
    await kept.save();
    return { known, parsed: parsed(), world: sources };
  };

  it("are not read from a text again, as long as text and template are the same", async () => {
    const files = memoryFiles(many(50));
    const store = memoryStore();
    const first = await start(files, store);
    assert.equal(first.parsed, 50);
    const second = await start(files, store);
    assert.equal(second.parsed, 0);
    assert.deepEqual(second.known, first.known);
    assert.equal(store.writes, 1);
    files.set(place(7), design("Seven"));
    files.set(place(8), `${design("Design 8")}More.\n`);
    const third = await start(files, store);
    assert.equal(third.parsed, 1);
    assert.equal(third.known.get(place(7))?.title, "Seven");
    assert.equal((await start(files, store, { template: presetTemplate("rfc") })).parsed, 50);
    assert.equal((await start(files, store)).parsed, 0);
  });

  it("move with their files", async () => {
    const files = memoryFiles(many(3));
    const store = memoryStore();
    await start(files, store);
    files.set(place(9), design("Design 2"));
    files.delete(place(2));
    const moved = await start(files, store);
    assert.equal(moved.parsed, 0);
    assert.equal(moved.known.get(place(9))?.title, "Design 2");
  });

  const damages: readonly (readonly [string, (text: string) => string, number])[] = [
    ["none", (text) => text, 0],
    ["cut off in a line", (text) => text.slice(0, -10), 1],
    ["cut off in the first line", (text) => text.slice(0, 10), 50],
    ["a letter of a title", (text) => text.replace("Design 7", "Resign 7"), 1],
    ["other JSON", () => '{"heads":{"a":{"title":"A"}}}', 50],
    ["wrong types", (text) => text.replaceAll('"handles":["@ada"]', '"handles":"@ada"'), 50],
    ["another version", (text) => text.replace('"heads","1"', '"heads","0"'), 50],
    ["lines in another order", (text) => text.replace(/(\n)(.*)\n(.*)\n$/, "$1$3\n$2\n"), 0],
  ];
  for (const [name, damage, parsed] of damages)
    it(`are never taken wrongly from a damaged file: ${name}`, async () => {
      const files = memoryFiles(many(50));
      const store = memoryStore();
      const first = await start(files, store);
      const second = await start(files, memoryStore(damage(store.text ?? "")));
      assert.deepEqual(second.known, first.known);
      assert.equal(second.parsed, parsed);
    });

  it("are not those that somebody types", async () => {
    const files = memoryFiles(many(2));
    const store = memoryStore();
    const { kept, parsed } = counted(keptIn(store));
    const sources = world(files, { kept });
    sources.open.set(place(1), design("Typed"));
    const { heads, known } = followed(sources);
    await heads.read(folder);
    await kept.save();
    assert.equal(known.get(place(1))?.title, "Typed");
    assert.equal(parsed(), 1);
    assert.equal(store.text?.includes("Typed"), false);
  });

  it("are written once a reading of all, and not at every change", async () => {
    const files = memoryFiles(many(5));
    const store = memoryStore();
    const { world: sources } = await start(files, store);
    const heads = createHeads({ ...sources, kept: keptIn(store) });
    await heads.read(folder);
    for (let change = 0; change < 5; change++) {
      files.set(place(1), design(`Change ${change}`));
      heads.stale(place(1));
      await heads.read(folder);
    }
    assert.equal(store.writes, 1);
    heads.stale();
    await heads.read(folder);
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(store.writes, 2);
  });

  it("that cannot be written are told, and all goes on", async () => {
    const files = memoryFiles(many(2));
    const store: KeptStore = {
      read: () => Promise.reject(new Error("no disk")),
      write: () => Promise.reject(new Error("no disk")),
    };
    const sources = world(files, { kept: keptIn(store) });
    const { heads, known } = followed(sources);
    await heads.read(folder);
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(known.size, 2);
    assert.deepEqual(sources.errors.map(String), ["Error: no disk"]);
  });
});
