import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { folderCards } from "../../server/src/workspace/folder-cards.ts";
import type { Head } from "../../server/src/workspace/read-head.ts";
import { randomFrom } from "../kit/random.ts";

const folder = "file:///w";
const pause = (): Promise<void> => Promise.resolve();

const head = (title: string, ...related: Head["related"]): Head => ({
  title,
  status: "DRAFT",
  stage: "draft",
  handles: [],
  related,
});

const words = (said: string): Head["related"][number] => ({ relation: "supersedes", words: said });
const link = (url: string): Head["related"][number] => ({ relation: "supersededBy", words: url, url });

describe("the cards of a folder", () => {
  it("are made anew only where something is different", async () => {
    const cards = folderCards(folder);
    for (const name of ["b", "a", "c"]) cards.put(`${folder}/${name}.md`, head(name));
    const all = await cards.update(pause);
    assert.deepEqual(
      all.map(({ path }) => path),
      ["a.md", "b.md", "c.md"],
    );
    assert.equal(await cards.update(pause), all);
    cards.put(`${folder}/b.md`, head("b"));
    assert.equal(await cards.update(pause), all);
    cards.put(`${folder}/b.md`, { ...head("b"), status: "APPROVED", stage: "approved" });
    const next = await cards.update(pause);
    assert.deepEqual(
      next.map(({ stage }) => stage),
      ["draft", "approved", "draft"],
    );
    assert.equal(next[0], all[0]);
    assert.equal(next[2], all[2]);
  });

  it("follow what others are called", async () => {
    const cards = folderCards(folder);
    cards.put(`${folder}/a.md`, head("A", words("sync engine")));
    cards.put(`${folder}/b.md`, head("Sync engine"));
    const of = async (): Promise<unknown> => {
      const [a] = await cards.update(pause);
      return [a?.supersedes, a?.vague ?? []];
    };
    assert.deepEqual(await of(), [[`${folder}/b.md`], []]);
    cards.put(`${folder}/b.md`, head("Cache"));
    assert.deepEqual(await of(), [[], ["supersedes"]]);
    cards.put(`${folder}/c.md`, head("Sync engine"));
    assert.deepEqual(await of(), [[`${folder}/c.md`], []]);
    cards.put(`${folder}/b.md`, head("Sync Engine"));
    assert.deepEqual(await of(), [[], ["supersedes"]]);
    cards.put(`${folder}/c.md`, undefined);
    assert.deepEqual(await of(), [[`${folder}/b.md`], []]);
  });

  it("take in what comes while they are made", async () => {
    const cards = folderCards(folder);
    for (let index = 0; index < 5; index++) cards.put(`${folder}/${index}.md`, head("old"));
    let pauses = 0;
    const all = await cards.update(async () => {
      if (pauses++ === 2)
        for (let index = 0; index < 6; index++) cards.put(`${folder}/${index}.md`, head("new"));
    });
    assert.deepEqual(new Set(all.map(({ title }) => title)), new Set(["new"]));
    assert.equal(all.length, 6);
  });

  it("after any changes are those that are made at once", async () => {
    const random = randomFrom(11);
    const names = ["0001-a.md", "0002-b.md", "x/0003-c.md", "x/README.md", "y z.md", "y.md"] as const;
    const titles = ["Sync engine", "A cache", "Beta", ""] as const;
    const relations = [
      words("ADR 1"),
      words("sync engine"),
      words("nothing known"),
      link("0002-b.md"),
      link("/x/README.md"),
      link("y%20z"),
    ] as const;
    for (const batch of [1, 3, 40]) {
      const cards = folderCards(folder);
      const heads = new Map<string, Head>();
      for (let step = 0; step < 150; step++) {
        for (let change = 0; change < batch; change++) {
          const name = random.once(2) ? random.of(names) : `more/${random.below(30)}.md`;
          const uri = `${folder}/${encodeURIComponent(name).replaceAll("%2F", "/")}`;
          const related = random.once(2) ? [] : [random.of(relations)];
          if (random.once(5)) heads.delete(uri);
          else heads.set(uri, { ...head(random.of(titles), ...related), status: String(random.below(3)) });
          cards.put(uri, heads.get(uri));
        }
        const fresh = folderCards(folder);
        for (const [uri, its] of heads) fresh.put(uri, its);
        assert.deepEqual(await cards.update(pause), await fresh.update(pause), `${batch}, step ${step}`);
      }
    }
  });
});
