import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Card } from "../../server/src/facts/facts.ts";
import { createDocumentLists, type DocumentLists } from "../../server/src/lsp/document-lists.ts";
import type { DidChangeDocumentsParams } from "../../server/src/protocol/documents.ts";
import type { Head } from "../../server/src/workspace/read-head.ts";
import { manualClock } from "../kit/manual-clock.ts";

const folder = "file:///w";
const uriOf = (name: string): string => `${folder}/docs/2026-01-01-${name}.md`;
const head = (name: string): Head => ({
  title: name,
  status: "DRAFT",
  stage: "draft",
  handles: [],
  related: [],
});
const card = (name: string): Card => ({
  uri: uriOf(name),
  path: `docs/2026-01-01-${name}.md`,
  fileName: `2026-01-01-${name}.md`,
  title: name,
  status: "DRAFT",
  stage: "draft",
  supersedes: [],
  supersededBy: [],
  date: "2026-01-01",
});

interface World {
  readonly lists: DocumentLists;
  readonly told: DidChangeDocumentsParams[];
  /** What is known now: cards, or the heads of those that were read. */
  cards: readonly Card[] | undefined;
  readonly heads: Map<string, Head>;
  pass(): void;
}

function world(): World {
  const clock = manualClock();
  const told: DidChangeDocumentsParams[] = [];
  const now: World = {
    lists: createDocumentLists({
      index: { cards: { now: () => now.cards }, soFar: () => now.heads },
      folders: () => [folder],
      later: clock.later,
      tell: (params) => void told.push(params),
    }),
    told,
    cards: undefined,
    heads: new Map(),
    pass: () => clock.pass(300),
  };
  return now;
}

const titles = (told: readonly DidChangeDocumentsParams[]): readonly string[] =>
  told.map(({ complete, changed, removed }) =>
    [
      complete ? "all:" : "some:",
      ...changed.map(({ title }) => title),
      ...removed.map((uri) => `-${uri}`),
    ].join(" "),
  );

describe("lists of documents that are being read", () => {
  it("tell those that have been read, and at the end no more than what is news", () => {
    const now = world();
    now.heads.set(uriOf("a"), head("a"));
    assert.deepEqual(
      now.lists.all().documents.map(({ title, date }) => [title, date]),
      [["a", "2026-01-01"]],
    );
    now.pass();
    now.heads.set(uriOf("b"), head("b"));
    now.pass();
    now.cards = [card("a"), card("b"), card("c")];
    now.pass();
    now.pass();
    assert.deepEqual(titles(now.told), ["some: b", "all: c"]);
  });

  it("tell so many at once", () => {
    const now = world();
    now.lists.all();
    for (let index = 0; index < 2500; index++) now.heads.set(uriOf(`n${index}`), head(`n${index}`));
    now.pass();
    now.pass();
    assert.deepEqual(
      now.told.map(({ changed }) => changed.length),
      [2000, 500],
    );
  });

  it("tell what was read and is no document after all", () => {
    const now = world();
    now.heads.set(uriOf("a"), head("a"));
    now.lists.all();
    now.cards = [];
    now.pass();
    assert.deepEqual(titles(now.told), [`all: -${uriOf("a")}`]);
  });

  it("tell of cards only where they are others", () => {
    const now = world();
    now.cards = [card("a")];
    now.lists.all();
    now.lists.changed();
    now.pass();
    assert.deepEqual(now.told, []);
    now.cards = [{ ...card("a"), title: "Another" }];
    now.lists.changed();
    now.pass();
    assert.deepEqual(titles(now.told), ["all: Another"]);
  });
});
