import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import { readExpectations, sentencesAsked } from "../../server/src/template/expectations.ts";
import { readTemplate } from "../../server/src/template/read-template.ts";

const expectsOf = (text: string): Readonly<Record<string, string>> => {
  const { sections } = readTemplate({ name: "team", text }, builtInTemplate());
  return Object.fromEntries(
    sections.map(({ title, expects }) => [
      title,
      expects.map((one) => Object.values(one).join(" ")).join(", "),
    ]),
  );
};

describe("readExpectations", () => {
  for (const [list, expected] of [
    ["list", [{ name: "list" }]],
    ["List , kinds", [{ name: "list" }, { name: "kinds" }]],
    ["sentences 1-3", [{ name: "sentences", least: 1, most: 3 }]],
    ["words 12", [{ name: "words", least: 1, most: 12 }]],
    ["sentences", []],
    ["sentences 3-1", []],
    ["poems", []],
    ["nothing", []],
    ["", []],
  ] as const) {
    it(JSON.stringify(list), () => assert.deepEqual(readExpectations(list), expected));
  }
});

describe("sentencesAsked", () => {
  for (const [guidance, least, most] of [
    ["1–3 sentences describing what this is.", 1, 3],
    ["In one to three sentences, say what is proposed.", 1, 3],
    ["At most 5 sentences.", 1, 5],
  ] as const) {
    it(guidance, () => assert.deepEqual(sentencesAsked(guidance), { name: "sentences", least, most }));
  }
  for (const guidance of [
    "Describe the context, e.g. in two to three sentences.",
    "Write three sentences or draw a picture.",
    "For example, in a form of its own with 3 sentences.",
  ])
    it(`no bound: ${guidance}`, () => assert.equal(sentencesAsked(guidance), undefined));
  it("a sentence is no number", () => assert.equal(sentencesAsked("Write whole sentences."), undefined));
});

describe("what a section of a team's template asks", () => {
  it("is inherited by name, but for numbers", () => {
    assert.deepEqual(expectsOf("# RFC\n\n## Summary\n\nOne page.\n\n## Goals\n\n## Colour\n"), {
      Summary: "",
      Goals: "list",
      Colour: "",
    });
  });

  it("is said by its own annotation alone, where it has one", () => {
    assert.deepEqual(
      expectsOf("# RFC\n\n## Goals\n\n<!-- design-docs: expect: diagram, sentences 2-4; optional -->\n"),
      { Goals: "diagram, sentences 2 4" },
    );
    assert.deepEqual(expectsOf("# RFC\n\n## Goals\n\n<!-- design-docs: expect: nothing -->\n"), {
      Goals: "",
    });
  });

  it("counts sentences where the guidance does", () => {
    assert.deepEqual(expectsOf("# RFC\n\n## Summary\n\n1–3 sentences.\n"), { Summary: "sentences 1 3" });
  });
});

describe("the stages of a template's status words", () => {
  const read = (text: string): readonly string[] =>
    readTemplate({ name: "team", text }).statuses.map(({ name, stage }) => `${name}: ${stage}`);

  it("are changed and added to by an annotation", () => {
    const text =
      "# RFC\n\n<!-- design-docs: stage: ON HOLD = closed, Final = review, x = y -->\n\nStatus: Open | Final\n\n## Goals\n";
    assert.deepEqual(read(text), ["Open: draft", "Final: review", "ON HOLD: closed"]);
  });
});
