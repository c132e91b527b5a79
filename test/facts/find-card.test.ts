import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { cardFinder, cardIndex, namesByWords } from "../../server/src/facts/find-card.ts";

interface Card {
  readonly uri: string;
  readonly path: string;
  readonly fileName: string;
  readonly title: string;
}

const card = (path: string, title = ""): Card => ({
  uri: `file:///w/${path}`,
  path,
  fileName: path.slice(path.lastIndexOf("/") + 1),
  title,
});

const cards: readonly Card[] = [
  card("d/0001-sync.md", "Sync Engine"),
  card("d/0002-Cache.md", "A cache for all"),
  card("d/0003-a b.md", "Sync Engine"),
  card("keps/12-alpha/README.md", "Alpha"),
  card("keps/13-beta/README.md", "Beta"),
  card("other/0001-sync.md", "Another one"),
];

const questions = [
  "0002-cache.md",
  "./0001-sync.md",
  "0003-a%20b",
  "/keps/13-beta/README.md",
  "x.md",
  "#goals",
  "../keps/12-alpha/README.md",
  "../d/../d/0002-cache",
  "https://forge.test/0002-cache.md",
].map((url) => ({ words: "", url }));
const words = [
  "ADR 1",
  "ADR-0002",
  "KEP 13",
  "12",
  "alpha",
  "sync engine",
  "cache for all",
  "Sync",
  "beta",
  "abc",
].map((said) => ({ words: said, url: undefined }));
const all = [...questions, ...words];

describe("the finder of cards", () => {
  const from = "file:///w/d/0001-sync.md";
  const found = (among: readonly Card[], ...paths: readonly string[]): readonly (string | undefined)[] => {
    const finder = cardFinder(among);
    return paths.map((url) => {
      const one = finder.related({ words: "", url }, from);
      return typeof one === "object" ? one.path : one;
    });
  };

  it("goes by the place, whatever the case", () => {
    assert.deepEqual(
      found(cards, "0002-CACHE.md", "0003-a%20b.md", "/keps/12-alpha/readme.md", "#goals", "0001-sync.md"),
      ["d/0002-Cache.md", "d/0003-a b.md", "keps/12-alpha/README.md", "self", "self"],
    );
  });

  it("knows which names have to be read", () => {
    assert.deepEqual(
      words.filter(namesByWords).map((one) => one.words),
      ["alpha", "sync engine", "cache for all", "Sync", "beta", "abc"],
    );
  });

  it("says of cards that came and went what it says of those that are left", async () => {
    for (const wayOfReading of ["first", "last", "asked", "between"] as const) {
      for (const gone of cards.keys()) {
        const index = cardIndex<Card>();
        const ask = (): readonly unknown[] => all.map((one) => index.related(one, from));
        const pause = async (): Promise<void> => {
          // In the midst of reading, cards come and go as well.
          const late = cards[(gone + 1) % cards.length];
          if (wayOfReading === "between" && late) {
            index.remove(late);
            index.add(late);
          }
        };
        if (wayOfReading === "first") await index.readNames(pause);
        for (const one of [...cards, ...cards.slice(0, gone)]) index.add(one);
        if (wayOfReading === "asked") ask();
        if (wayOfReading === "between") await index.readNames(pause);
        const left = cards.filter((_, at) => at !== gone);
        const away = cards[gone];
        if (away) index.remove(away);
        if (wayOfReading === "last") await index.readNames(pause);
        const fresh = cardFinder(left);
        assert.deepEqual(
          ask(),
          all.map((one) => fresh.related(one, from)),
          `${wayOfReading} ${gone}`,
        );
      }
    }
  });
});
