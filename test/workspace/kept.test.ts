import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { nodeKept } from "../../server/src/hosts/node-kept.ts";
import { digest } from "../../server/src/text/digest.ts";
import { createKept, type Kept, type KeptParts, type KeptStore } from "../../server/src/workspace/kept.ts";

interface Fruit {
  readonly name: string;
}

const isFruit = (value: unknown): value is Fruit =>
  typeof value === "object" && value !== null && "name" in value && typeof value.name === "string";

const parts: KeptParts<Fruit> = { kind: "fruit", version: "1", isValue: isFruit };

interface MemoryStore extends KeptStore {
  text: string | undefined;
  reads: number;
  writes: number;
  broken: boolean;
}

function memoryStore(text?: string): MemoryStore {
  const store: MemoryStore = {
    text,
    reads: 0,
    writes: 0,
    broken: false,
    async read() {
      store.reads++;
      if (store.broken) throw new Error("no disk");
      return store.text;
    },
    async write(next) {
      store.writes++;
      if (store.broken) throw new Error("no disk");
      store.text = next;
    },
  };
  return store;
}

const fruits: readonly (readonly [string, Fruit])[] = [
  ["a", { name: "apple" }],
  ['b\t\n"\\\u2028', { name: 'b\n"ä\u2028\ud83c\udf4c' }],
  ["__proto__", { name: "constructor" }],
];

async function writtenStore(): Promise<MemoryStore> {
  const store = memoryStore();
  const kept = createKept(store, parts);
  for (const [key, value] of fruits) kept.set(key, value);
  await kept.save();
  return store;
}

const all = (kept: Kept<Fruit>): Promise<readonly (Fruit | undefined)[]> =>
  Promise.all(fruits.map(([key]) => kept.get(key)));

const count = async (store: KeptStore, given = parts): Promise<number> =>
  (await all(createKept(store, given))).filter((one) => one !== undefined).length;

describe("what is kept", () => {
  it("is there again at the next start, whatever keys and values hold", async () => {
    const store = await writtenStore();
    const kept = createKept(store, parts);
    assert.deepEqual(
      await all(kept),
      fruits.map(([, value]) => value),
    );
    assert.equal(await kept.get("c"), undefined);
    assert.equal(await kept.get("toString"), undefined);
    assert.equal(store.reads, 2);
  });

  it("is the same object for as long as it is the same", async () => {
    const kept = createKept(await writtenStore(), parts);
    assert.equal(await kept.get("a"), await kept.get("a"));
    const other = { name: "other" };
    kept.set("a", other);
    assert.equal(await kept.get("a"), other);
  });

  it("is written only where something is new, and as it is then", async () => {
    const store = await writtenStore();
    const kept = createKept(store, parts);
    await all(kept);
    await kept.save();
    assert.equal(store.writes, 1);
    kept.set("c", { name: "cherry" });
    await Promise.all([kept.save(), kept.save(), kept.save()]);
    assert.equal(store.writes, 2);
    assert.deepEqual(await createKept(store, parts).get("c"), { name: "cherry" });
    assert.equal(await count(store), 3);
  });

  it("is written once more for what came while it was written", async () => {
    const store = memoryStore();
    const kept = createKept(store, parts);
    kept.set("a", { name: "apple" });
    const first = kept.save();
    // While the store is read, nothing is on its way to it yet; behind that, it is.
    const write = store.write.bind(store);
    store.write = async (text) => {
      if (store.writes === 0) kept.set("b", { name: "banana" });
      await write(text);
    };
    await Promise.all([first, kept.save()]);
    assert.equal(store.writes, 2);
    assert.deepEqual(await createKept(store, parts).get("b"), { name: "banana" });
  });

  it("does not take the place of what is set before it was read", async () => {
    const store = await writtenStore();
    const kept = createKept(store, parts);
    kept.set("a", { name: "avocado" });
    assert.deepEqual(await kept.get("a"), { name: "avocado" });
    await kept.save();
    assert.deepEqual(await createKept(store, parts).get("a"), { name: "avocado" });
    assert.equal(await count(store), 3);
  });

  const foreign: readonly (readonly [string, (text: string) => string | undefined])[] = [
    ["nothing", () => undefined],
    ["an empty file", () => ""],
    ["other JSON", () => '{"a": {"name": "apple"}}\n'],
    ["JSON in one piece", (text) => JSON.stringify(text)],
    ["an older form", (text) => text.replace('"design-docs",1', '"design-docs",0')],
    ["another kind", (text) => text.replace('"fruit"', '"vegetables"')],
    ["another version", (text) => text.replace('"fruit","1"', '"fruit","2"')],
    ["a version cut off", (text) => text.slice(0, text.indexOf("\n") - 1)],
    ["a title alone", (text) => text.slice(0, text.indexOf("\n") + 1)],
    ["bytes", () => "\u0000\ufffd\u0001\n\n\n"],
  ];
  for (const [name, change] of foreign)
    it(`is not taken from ${name}, and is written over it`, async () => {
      const store = memoryStore(change((await writtenStore()).text ?? ""));
      const kept = createKept(store, parts);
      assert.deepEqual(await all(kept), [undefined, undefined, undefined]);
      kept.set("a", { name: "anew" });
      await kept.save();
      assert.deepEqual(await createKept(store, parts).get("a"), { name: "anew" });
    });

  it("is never wrong where the file was cut off anywhere", async () => {
    const { text = "" } = await writtenStore();
    const found = new Set<number>();
    for (let end = 0; end <= text.length; end++) {
      const kept = createKept(memoryStore(text.slice(0, end)), parts);
      const values = await all(kept);
      for (const [index, value] of values.entries())
        if (value !== undefined) assert.deepEqual(value, fruits[index]?.[1]);
      found.add(values.filter((value) => value !== undefined).length);
    }
    assert.deepEqual([...found], [0, 1, 2, 3]);
  });

  it("is never wrong where one character of the file is another", async () => {
    const { text = "" } = await writtenStore();
    for (let index = 0; index < text.length; index++)
      for (const other of ["x", "1", '"', "\n", " "]) {
        const kept = createKept(memoryStore(text.slice(0, index) + other + text.slice(index + 1)), parts);
        for (const [at, value] of (await all(kept)).entries())
          if (value !== undefined) assert.deepEqual(value, fruits[at]?.[1]);
      }
  });

  it("is not of another shape, though somebody wrote it as we do", async () => {
    const rest = '"a"\t{"name":1}';
    const { text = "" } = await writtenStore();
    const title = text.slice(0, text.indexOf("\n") + 1);
    const one = createKept(memoryStore(`${title}0 ${digest(rest)} ${rest}\n`), parts);
    assert.equal(await one.get("a"), undefined);
    const good = rest.replace("1", '"x"');
    const other = createKept(memoryStore(`${title}0 ${digest(good)} ${good}\n`), parts);
    assert.deepEqual(await other.get("a"), { name: "x" });
  });

  it("is gone when ten runs did not want it, and none too many stay", async () => {
    const store = await writtenStore();
    for (let run = 1; run <= 10; run++) {
      const kept = createKept(store, parts);
      await kept.get("a");
      kept.set("new", { name: String(run) });
      await kept.save();
      assert.equal(store.text?.includes('"__proto__"'), run < 10, `run ${run}`);
    }
    assert.deepEqual(await createKept(store, parts).get("a"), { name: "apple" });
    const few = createKept(store, { ...parts, most: 2 });
    few.set("x", { name: "x" });
    few.set("y", { name: "y" });
    await few.save();
    assert.equal(store.text?.split("\n").length, 4);
  });

  it("lives without a disk, and is written when there is one again", async () => {
    const store = memoryStore();
    store.broken = true;
    const kept = createKept(store, parts);
    assert.equal(await kept.get("a"), undefined);
    kept.set("a", { name: "apple" });
    await assert.rejects(kept.save(), /no disk/);
    assert.deepEqual(await kept.get("a"), { name: "apple" });
    store.broken = false;
    await kept.save();
    assert.deepEqual(await createKept(store, parts).get("a"), { name: "apple" });
  });

  it("lets others work between its pieces", async () => {
    const store = memoryStore();
    let pauses = 0;
    const pause = async (): Promise<void> => void pauses++;
    const kept = createKept(store, { ...parts, pause });
    for (let index = 0; index < 2000; index++) kept.set(`k${index}`, { name: "n" });
    await kept.save();
    assert.equal(pauses, 4);
    assert.deepEqual(await createKept(store, { ...parts, pause }).get("k1999"), { name: "n" });
    assert.equal(pauses, 8);
  });

  it("lies in a file of this machine, in folders that are made for it", async () => {
    const root = mkdtempSync(join(tmpdir(), "design-docs-"));
    const path = join(root, "x", "y", "kept");
    const kept = createKept(nodeKept(path), parts);
    assert.equal(await kept.get("a"), undefined);
    kept.set("a", { name: "apple" });
    await kept.save();
    assert.deepEqual(await createKept(nodeKept(path), parts).get("a"), { name: "apple" });
    assert.deepEqual(readdirSync(join(root, "x", "y")), ["kept"]);
    assert.match(readFileSync(path, "utf8"), /^\["design-docs",1,"fruit","1"\]\n0 /);
    rmSync(root, { recursive: true });
  });
});

describe("a digest", () => {
  it("is the same for equal texts and another for others", () => {
    const texts = ["", "\0", "\0\0", "a", "a\0", "ab", "ba", "aab", "aba", "\ud83c\udf4c", "a".repeat(99)];
    for (let index = 0; index < 5000; index++) texts.push(`design ${index}`, `${index} design\n\n# ${index}`);
    assert.equal(new Set(texts.map(digest)).size, texts.length);
    for (const text of texts.slice(0, 100)) assert.equal(digest(text), digest(Array.from(text).join("")));
    assert.match(digest("a"), /^[\da-z-]+$/);
  });
});
