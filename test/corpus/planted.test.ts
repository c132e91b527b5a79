import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { conformingDocument, freshDocument } from "../../scripts/corpus/conform.ts";
import { faultKinds } from "../../scripts/corpus/fault.ts";
import { isAboutTemplate, judged, templateOf, toldIn, toldLine } from "../../scripts/corpus/judged.ts";
import { measure } from "../../scripts/corpus/measure.ts";
import { pastable } from "../../scripts/corpus/ground.ts";
import { chooseFaults, judgeFault, newlyTold } from "../../scripts/corpus/plant.ts";
import { builtInText } from "../../server/src/template/built-in-text.ts";
import { shapes } from "./templates.ts";

// The values of nested bullets that are blank are not read as such yet, so no faults are planted in their headers.
const plantable = [
  ...shapes.filter(({ name }) => name !== "nested bullets"),
  { name: "the built-in template", text: builtInText },
];
const fileOf = (text: string): { readonly path: string; readonly text: string } => ({
  path: "TEMPLATE.md",
  text,
});

describe("a document of ours that follows a template", () => {
  for (const { name, text } of [...shapes, { name: "the built-in template", text: builtInText }]) {
    it(name, () => {
      const template = templateOf(fileOf(text));
      const path = "2026-03-01-notes.md";
      const analysis = judged({ path, text: conformingDocument(template) }, template, "review");
      const about = { ...analysis, findings: analysis.findings.filter(isAboutTemplate) };
      assert.deepEqual(toldIn(path, about).map(toldLine), []);
      assert.ok(
        analysis.alignment.sections.some(({ part }) => part),
        "no section of it is the template's",
      );
      assert.notEqual(freshDocument(template), analysis.doc.text);
    });
  }
});

describe("planted faults are told right", () => {
  for (const { name, text } of plantable) {
    it(name, () => {
      const wish = { seed: 1, faults: 24, faultsInDocument: 0 };
      const one = { name, folder: "", template: fileOf(text), documents: [] };
      const { planted } = measure(one, undefined, wish);
      const missed = planted.filter(({ misses }) => misses.length > 0);
      assert.deepEqual(
        missed.map(({ fault, misses }) => `${fault.kind}, ${fault.what}: ${misses.join("; ")}`),
        [],
      );
      assert.ok(planted.length >= 20, `only ${planted.length} faults could be planted`);
    });
  }

  it("of each kind, and the same with the same seed", () => {
    const kindsWith = (seed: number): readonly string[] =>
      [builtInText, shapes[1]?.text ?? ""].flatMap((text) => {
        const template = templateOf(fileOf(text));
        const analysis = judged(fileOf(conformingDocument(template)), template, "review");
        const ground = { analysis, ...pastable(template, undefined) };
        return chooseFaults(ground, seed, 24).map(({ kind, text: planted }) => `${kind} ${planted.length}`);
      });
    assert.deepEqual(kindsWith(2), kindsWith(2));
    assert.notDeepEqual(kindsWith(2), kindsWith(3));
    const told = kindsWith(2).map((one) => one.replace(/ \d+$/, ""));
    assert.deepEqual(new Set(told), new Set<string>(faultKinds));
  });
});

describe("a fault that is told wrong is a miss", () => {
  const template = templateOf(
    fileOf("# T\n\n## Goal\n\nWhat it is for.\n\n## Danger\n\nWhat may go wrong.\n"),
  );
  const good = "# Sync\n\n## Goal\n\nPhones work offline.\n\n## Danger\n\nConflicts.\n";
  const read = (text: string): ReturnType<typeof judged> =>
    judged({ path: "sync.md", text }, template, "review");
  const before = read(good);
  const base = { kind: "section removed", what: "", rules: ["missing-section"], leaves: 1 } as const;
  const without = "# Sync\n\n## Goal\n\nPhones work offline.\n";
  const cases: readonly (readonly [string, Parameters<typeof judgeFault>[0], readonly string[]])[] = [
    ["told right", { ...base, text: without, place: { start: 8, end: 20 } }, []],
    ["not told", { ...base, text: good, place: { start: 8, end: 20 } }, ["not told"]],
    [
      "by another rule",
      { ...base, text: without, rules: ["section-order"], place: { start: 8, end: 20 } },
      ["told as missing-section"],
    ],
    ["elsewhere", { ...base, text: without, place: { start: 20, end: 30 } }, ["told at another place"]],
    [
      "more than once",
      { ...base, text: "# Sync\n", place: { start: 0, end: 6 } },
      ["told 2 times", "its fix leaves missing-section"],
    ],
    [
      "a fix that leaves more to write than it may",
      { ...base, text: without, place: { start: 8, end: 20 }, leaves: 0 },
      ["its fix leaves 1 things to write: placeholder-text"],
    ],
  ];
  for (const [name, fault, misses] of cases) {
    it(name, () => assert.deepEqual(judgeFault(fault, before, read).misses, misses));
  }

  it("what was told before is no news", () => {
    assert.deepEqual(newlyTold(read(without), read(without)), []);
    assert.deepEqual(
      newlyTold(before, read(without)).map(({ rule }) => rule.id),
      ["missing-section"],
    );
  });
});
