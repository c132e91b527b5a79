import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { differences } from "../../scripts/corpus/compare.ts";
import { templateOf } from "../../scripts/corpus/judged.ts";
import { hashOf, linesOf, nameHash, type TrueLine, type Truth } from "../../scripts/corpus/truth.ts";

const text = [
  "# Record",
  "",
  "Status: Draft / Final",
  "",
  "## Goal",
  "",
  "Say what it is for.",
  "",
  "## Notes (optional)",
  "",
  "Anything else that matters.",
  "",
].join("\n");
const lines = linesOf(text);

const section = { depth: 2, required: true, pattern: false, repeatable: false } as const;
const kinds: readonly (readonly [number, Omit<TrueLine, "line" | "hash">])[] = [
  [1, { kind: "title" }],
  [3, { kind: "field", name: nameHash("status"), required: true, placeholder: true }],
  [5, { kind: "section", ...section, name: nameHash("Goal") }],
  [7, { kind: "guidance" }],
  [9, { kind: "section", ...section, required: false, name: nameHash("Notes") }],
  [11, { kind: "guidance|boilerplate" }],
];
const truthWith = (line?: number, other?: Partial<TrueLine>): Truth => ({
  lines: kinds.map(([at, of]) => ({
    line: at,
    hash: hashOf(lines[at - 1] ?? ""),
    ...of,
    ...(at === line && other),
  })),
});

const template = templateOf({ path: "TEMPLATE.md", text });

describe("a reading beside a truth table", () => {
  const cases: readonly (readonly [string, Truth, readonly string[]])[] = [
    ["that it equals", truthWith(), []],
    ["where thoughtful people differ", truthWith(9, { required: "either", kind: "either" }), []],
    ["of another kind", truthWith(7, { kind: "instructions" }), ["7 instructions is read as guidance"]],
    [
      "text that must stay",
      truthWith(7, { kind: "boilerplate" }),
      ["7 boilerplate is also read as guidance"],
    ],
    [
      "a section that is optional",
      truthWith(5, { required: false }),
      ["5 required is read and is not meant"],
    ],
    ["a section that is demanded", truthWith(9, { required: true }), ["9 required is not read"]],
    ["a section that is a pattern", truthWith(5, { pattern: true }), ["5 pattern is not read"]],
    ["another level", truthWith(5, { depth: 3 }), ["5 section of level 3 is read as of level 2"]],
    ["another name", truthWith(5, { name: nameHash("Aim") }), ["5 another name is read: “Goal”"]],
    ["a value", truthWith(3, { placeholder: false }), ["3 placeholder is read and is not meant"]],
    ["no section", truthWith(5, { kind: "guidance" }), ["5 guidance is read as section"]],
    ["another text", truthWith(7, { hash: "0" }), ["0 line 7 is another one than in the truth table"]],
    ["a line too few", { lines: truthWith().lines.slice(0, -1) }, ["0 line 11 is not in the truth table"]],
  ];
  for (const [name, truth, told] of cases) {
    it(name, () =>
      assert.deepEqual(
        differences(template, truth).map(({ line, what }) => `${line} ${what}`),
        told,
      ),
    );
  }

  it("does not hang on line endings", () => {
    const other = templateOf({ path: "TEMPLATE.md", text: text.replaceAll("\n", "\r\n") });
    assert.deepEqual(differences(other, truthWith()), []);
  });
});

describe("the truth tables", () => {
  const folder = join(import.meta.dirname, "truth");
  const known = new Set([
    "title",
    "field",
    "value",
    "section",
    "guidance",
    "boilerplate",
    "placeholder",
    "instructions",
    "frame",
    "either",
  ]);
  const tables = readdirSync(folder).filter((name) => name.endsWith(".json"));
  it("are one a template", () => assert.equal(tables.length, 15));
  for (const name of tables) {
    it(`${name} holds hashes and kinds, and no text`, () => {
      const truth = JSON.parse(readFileSync(join(folder, name), "utf8")) as Truth;
      for (const { line, hash, kind, name: of, ...flags } of truth.lines) {
        assert.ok(Number.isInteger(line) && line > 0);
        for (const code of [hash, of ?? hash]) assert.match(code, /^[0-9a-f]{12}$/);
        for (const one of kind.split("|")) assert.ok(known.has(one), `line ${line} is of the kind ${one}`);
        for (const flag of Object.values(flags)) assert.ok(typeof flag !== "string" || flag === "either");
      }
    });
  }
});
