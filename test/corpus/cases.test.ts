import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, it } from "node:test";
import { readCases, type Collection } from "../../scripts/corpus/cases.ts";
import { findCollections } from "../../scripts/corpus/discover.ts";
import { noiseOf, sampled } from "../../scripts/corpus/noise.ts";
import { percentile, strainOf } from "../../scripts/corpus/strain.ts";
import { templateOf } from "../../scripts/corpus/judged.ts";
import { share, table } from "../../scripts/corpus/table.ts";

describe("templates and their documents are found by name", () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      "beside it",
      ["rfcs/0000-template.md", "rfcs/0001-a.md", "rfcs/README.md"],
      ["rfcs/0000-template.md: rfcs/0001-a.md"],
    ],
    ["below it", ["TEMPLATE.md", "text/0001-a.md"], ["TEMPLATE.md: text/0001-a.md"]],
    [
      "as folders",
      ["keps/NNNN-template/README.md", "keps/12-queue/README.md", "keps/README.md"],
      ["keps/NNNN-template/README.md: keps/12-queue/README.md"],
    ],
    [
      "in a folder of its own",
      ["template/adr-template.md", "docs/0001-a.md"],
      ["template/adr-template.md: docs/0001-a.md"],
    ],
    [
      "by the nearest one",
      ["TEMPLATE.md", "a.md", "sub/_template.md", "sub/b.md"],
      ["sub/_template.md: sub/b.md", "TEMPLATE.md: a.md"],
    ],
    ["only where there are some", ["docs/template.md", "README.md"], []],
    ["no word that only ends so", ["notes/contemplated.md", "notes/a.md"], []],
  ];
  for (const [name, paths, found] of cases) {
    it(name, () =>
      assert.deepEqual(
        findCollections("repo", paths).map(
          ({ template, documents }) => `${template}: ${documents.join(", ")}`,
        ),
        found,
      ),
    );
  }
});

describe("a corpus", () => {
  const corpus = mkdtempSync(join(tmpdir(), "design-docs-corpus-"));
  after(() => rmSync(corpus, { recursive: true, force: true }));
  const template = "# Record\n\n## Goal\n\nSay what it is for.\n\n## Danger\n\nSay what may go wrong.\n";
  const files: Readonly<Record<string, string>> = {
    "notes/docs/template.md": template,
    "notes/docs/#1 - first one.md": "# First\n\n## Goal\n\nPhones work offline.\n",
    "notes/docs/second (old).md": "# Second\n\n## Goal\n\nFor all.\n\n## Danger\n\nConflicts.\n",
    "other/spec.md": template,
    "other/a.md": "# A\n",
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(corpus, path)), { recursive: true });
    writeFileSync(join(corpus, path), text);
  }

  const shown = (manifest?: string): readonly string[] =>
    readCases(corpus, manifest).map(
      ({ name, template: { path }, documents }) =>
        `${name}, ${path}: ${documents.map((document) => document.path).join(", ")}`,
    );

  it("is read as its names say", () => {
    assert.deepEqual(shown(), [
      "notes, notes/docs/template.md: notes/docs/#1 - first one.md, notes/docs/second (old).md",
    ]);
  });

  it("is read as its manifest says", () => {
    const manifest = join(corpus, "manifest.json");
    const listed: readonly Collection[] = [
      { folder: "other", template: "spec.md", documents: ["*.md"] },
      { folder: "notes", template: "docs/template.md", documents: ["docs/*.md", "!**/second*"] },
    ];
    writeFileSync(manifest, JSON.stringify(listed));
    assert.deepEqual(shown(manifest), [
      "other, other/spec.md: other/a.md",
      "notes, notes/docs/template.md: notes/docs/#1 - first one.md",
    ]);
    writeFileSync(manifest, JSON.stringify([{ folder: "other" }]));
    assert.throws(() => shown(manifest), /is no list/);
  });

  it("tells what is told of its documents, and a sample of that by a seed", () => {
    const { draft, review } = noiseOf(readCases(corpus));
    const missing = review.filter(({ rule }) => rule === "missing-section");
    assert.deepEqual(
      missing.map(({ path, line, severity }) => `${path}:${line} ${severity}`),
      ["notes/docs/#1 - first one.md:3 warning"],
    );
    assert.ok(draft.every(({ severity }) => severity !== "error"));
    assert.deepEqual(sampled(review, 2, 7), sampled(review, 2, 7));
    assert.equal(sampled(review, 1, 7).length, 1);
    assert.deepEqual(sampled(review, 1000, 7), review);
  });

  it("is read without a fault, in every kind of line ending", () => {
    for (const { template: own, documents } of readCases(corpus))
      for (const document of documents) assert.deepEqual(strainOf(document, templateOf(own)).faults, []);
  });
});

it("a table has its columns under each other, numbers at the right", () => {
  assert.equal(
    table([
      ["name", "n"],
      ["a", 5],
      ["longer", 12],
    ]),
    "name    n\na        5\nlonger  12",
  );
  assert.equal(share(1, 3), "33.3 %");
  assert.equal(share(0, 0), "–");
});

it("a percentile is the value that so many are not above", () => {
  const values = Array.from({ length: 200 }, (_, index) => 200 - index);
  assert.equal(percentile(values, 0.99), 198);
  assert.equal(percentile([4], 0.99), 4);
  assert.equal(percentile([], 0.99), 0);
});
