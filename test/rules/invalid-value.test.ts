import { describe, it } from "node:test";
import assert from "node:assert/strict";
import rule from "../../server/src/rules/invalid-value.ts";
import { overridden } from "../../server/src/template/overrides.ts";
import { contextOf, templateOf } from "../kit/check.ts";
import { mark, unmark } from "../kit/markers.ts";

const plain = templateOf("# D\n\nStatus: DRAFT\nArea: [area]\n\n## Goals\n\nFor what.\n");
const template = overridden(plain, {
  statuses: undefined,
  fields: { area: { values: ["api", "mobile", "a, b"] }, Size: { values: ["S", "M"] } },
});

describe("invalid-value", () => {
  const cases: readonly (readonly [name: string, header: string])[] = [
    ["tells each entry that is none of them", "Area: api, ⟦tv⟧, ⟦radio⟧"],
    ["takes a value with a comma in it", "Area: a, b"],
    ["does not mind case and blanks", "Area:  API ,mobile"],
    ["leaves what is not filled in to its own rule", "Area: [area]"],
    ["leaves an empty field to its own rule", "Area:"],
    ["tells of a field that the template does not have", "Size: ⟦XL⟧"],
    ["says nothing of other fields", "Owner: nobody of those"],
  ];
  for (const [name, header] of cases)
    it(name, () => {
      const marked = `# Sync\n\nStatus: DRAFT\n${header}\n\n## Goals\n\nPhones.\n`;
      const { text } = unmark(marked);
      const found = [...rule.check(contextOf(text, template, "draft"))].map(({ span }) => span);
      assert.equal(mark(text, found), marked);
    });

  it("says nothing where no configuration lists values", () => {
    const text = "# Sync\n\nStatus: DRAFT\nArea: tv\n\n## Goals\n\nPhones.\n";
    assert.deepEqual([...rule.check(contextOf(text, plain, "draft"))], []);
  });
});
