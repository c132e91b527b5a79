import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { annotationEntries } from "../../server/src/template/annotations.ts";
import { readTemplate } from "../../server/src/template/read-template.ts";
import type { TemplateSection } from "../../server/src/template/template.ts";
import { mark } from "../kit/markers.ts";

const sectionOf = (annotation: string, heading = "## Notes"): Partial<TemplateSection> | undefined =>
  readTemplate({
    name: "team",
    text: `# T\n\n${heading}\n\n<!-- design-docs: ${annotation} -->\n\nSay more. It may be short.\n\n## Last\n`,
  }).sections[0];

describe("an annotation below a heading", () => {
  const entries: readonly (readonly [string, Partial<TemplateSection>, string?])[] = [
    ["optional", { required: false }],
    ["required", { required: true, isPattern: true }, "## Story 1 (optional)"],
    ["repeatable", { repeatable: true, required: true }],
    ["any order", { anyOrder: true }],
    ["Any  Order ; OPTIONAL", { anyOrder: true, required: false }],
    ["keep", { units: [], boilerplate: ["Say more. It may be short."] }],
    ["guidance", { units: ["Say more. It may be short."], boilerplate: [] }, "## Licence"],
    ["one of: Reasons", { group: "reasons" }],
    ["pattern", { isPattern: true, repeatable: true, required: false }],
    ["name", { isPattern: false, repeatable: false, required: true }, "## Option 1"],
    ["also: Remarks, Further notes", { keys: ["note", "remark", "furthernote"] }],
    ["due: review; expect: list", { due: "review", expects: [{ name: "list" }] }],
    ["due: later; expect: miracles; colour: red; also:; one of", { due: "draft", keys: ["note"] }],
  ];
  for (const [annotation, wanted, heading] of entries) {
    it(annotation, () => {
      const section = sectionOf(annotation, heading);
      const found = Object.fromEntries(
        Object.keys(wanted).map((key) => [key, section?.[key as keyof TemplateSection]]),
      );
      assert.deepEqual(found, wanted);
    });
  }

  it("leaves a section with instructions out", () => assert.equal(sectionOf("instructions")?.title, "Last"));
});

describe("any order of the top sections", () => {
  const texts: Readonly<Record<string, boolean>> = {
    "# T\n\n<!-- design-docs: any order -->\n\n## A\n": true,
    "<!-- design-docs: any order -->\n\n## A\n": true,
    "# T\n\nThe sections of this template may stand in any order.\n\n## A\n": true,
    "# T\n\n## A\n\n<!-- design-docs: any order -->\n": false,
    "# T\n\nCopy this template in any case.\n\n## A\n": false,
  };
  for (const [text, anyOrder] of Object.entries(texts)) {
    it(JSON.stringify(text), () => assert.equal(readTemplate({ name: "team", text }).anyOrder, anyOrder));
  }
});

describe("the entries of annotations", () => {
  const text =
    "<!-- design-docs: optional; colour: red ;due: someday; also: A, B -->\n\n<!--design-docs:stage: DONE = closed-->\n<!-- design-docs: ; expect: nothing -->";

  it("have their places", () => {
    assert.equal(
      mark(
        text,
        annotationEntries(text).map(({ span }) => span),
      ),
      "<!-- design-docs: ⟦optional⟧; ⟦colour: red⟧ ;⟦due: someday⟧; ⟦also: A, B⟧ -->\n\n<!--design-docs:⟦stage: DONE = closed⟧-->\n<!-- design-docs: ; ⟦expect: nothing⟧ -->",
    );
    assert.equal(
      mark(
        text,
        annotationEntries(text).map(({ valueSpan }) => valueSpan),
      ).replaceAll("⟦⟧", "|"),
      "<!-- design-docs: optional|; colour: ⟦red⟧ ;due: ⟦someday⟧; also: ⟦A, B⟧ -->\n\n<!--design-docs:stage: ⟦DONE = closed⟧-->\n<!-- design-docs: ; expect: ⟦nothing⟧ -->",
    );
  });

  it("are known or not, by the word and by what stands behind it", () => {
    assert.deepEqual(
      annotationEntries(text).map(({ word, isKnown }) => [word, isKnown]),
      [
        ["optional", true],
        [undefined, false],
        ["due", false],
        ["also", true],
        ["stage", true],
        ["expect", true],
      ],
    );
  });
});
