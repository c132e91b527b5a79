// What rules find does not hang on whether the document itself is among the cards, nor on how they are asked for.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { cardIndex, prepareIndex } from "../../server/src/facts/card-index.ts";
import type { Card } from "../../server/src/facts/facts.ts";
import { rules } from "../../server/src/rules/index.ts";
import { exampleContextOf } from "../kit/check.ts";
import { unmark } from "../kit/markers.ts";

const card = (path: string, title: string, more: Partial<Card> = {}): Card => ({
  uri: `file:///w/${path}`,
  path,
  fileName: path.slice(path.lastIndexOf("/") + 1),
  title,
  status: "",
  stage: "draft",
  supersedes: [],
  supersededBy: [],
  ...more,
});

describe("an index of cards", () => {
  const a = card("a.md", "Sync Engine");
  const b = card("b/a.md", "The sync engines", { supersedes: ["file:///w/a.md", "file:///w/a.md"] });
  const c = card("c.md", "Search", { supersededBy: ["file:///w/a.md"], stage: "closed" });
  const cards = [a, b, c];
  const index = cardIndex(cards);

  it("is one for an array", () => {
    assert.equal(cardIndex(cards), index);
    assert.notEqual(cardIndex([...cards]), index);
  });

  it("answers the same when it was prepared, which lets others work between any two cards", async () => {
    const prepared = [...cards];
    let pauses = 0;
    await prepareIndex(prepared, () => {
      pauses++;
      return Promise.resolve();
    });
    assert.ok(pauses >= 2 * cards.length, String(pauses));
    const made = cardIndex(prepared);
    for (const { uri, title } of cards) {
      assert.equal(made.at(uri), index.at(uri));
      assert.deepEqual(made.titled(title), index.titled(title));
      for (const relation of ["supersedes", "supersededBy"] as const)
        assert.deepEqual(made.naming(relation, uri), index.naming(relation, uri));
      const named = { words: title, url: undefined };
      assert.equal(made.finder.related(named, b.uri), index.finder.related(named, b.uri));
      assert.equal(made.finder.at("../a.md", b.uri), index.finder.at("../a.md", b.uri));
    }
  });

  it("finds cards by what they say, in their order", () => {
    assert.equal(index.at("file:///w/c.md"), c);
    assert.equal(index.at("file:///w/d.md"), undefined);
    assert.deepEqual(index.titled("syncengine"), [a]);
    assert.deepEqual(index.titled("x"), []);
    assert.deepEqual(index.naming("supersedes", a.uri), [b]);
    assert.deepEqual(index.naming("supersededBy", a.uri), [c]);
    assert.deepEqual(index.naming("supersededBy", b.uri), []);
    const byName = ({ fileName }: Card): string => fileName;
    const asked = [
      "a.md",
      "c.md",
      "d.md",
      ...Array.from({ length: 8 }, (_, at) => `${at}.md`),
      "a.md",
      "c.md",
    ];
    for (const name of asked)
      assert.deepEqual(
        index.grouped("name", byName, name, ({ fileName }) => fileName.includes(name)),
        [a, b, c].filter(({ fileName }) => fileName === name),
      );
    assert.equal(
      index.some("closed", ({ stage }) => stage === "closed"),
      true,
    );
    assert.equal(
      index.some("review", ({ stage }) => stage === "review"),
      false,
    );
    assert.deepEqual(index.inOrder([c, a, c]), [a, c]);
  });
});

describe("a document among the cards", () => {
  for (const rule of rules)
    for (const example of rule.examples) {
      const others = example.given?.facts?.others;
      const uri = example.given?.facts?.uri;
      if (!others || uri === undefined) continue;
      it(`changes nothing: ${rule.id}, ${example.title}`, () => {
        const { text } = unmark(example.text);
        const found = (cards: readonly Card[]): unknown => {
          const given = { say: "", ...example.given, facts: { ...example.given?.facts, others: cards } };
          const context = exampleContextOf(rule, { ...example, given }, text);
          return context.findings.map(({ rule: { id }, problem }) => [id, problem.span, problem.message]);
        };
        // It may say of itself whatever others do.
        const own = others.map((other) => ({ ...other, uri, fileName: uri.slice(uri.lastIndexOf("/") + 1) }));
        const itself = own.map((one) => ({ ...one, supersedes: [uri], supersededBy: [uri] }));
        for (const one of [...own, ...itself]) assert.deepEqual(found([one, ...others]), found(others));
      });
    }
});
