import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { insertMissing } from "../../server/src/features/insert-missing.ts";
import { sectionTree, type SectionItem } from "../../server/src/features/section-tree.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { slice } from "../../server/src/text/span.ts";
import { analyse } from "../kit/analyse.ts";
import { designDocument } from "../kit/random-document.ts";
import { randomFrom } from "../kit/random.ts";
import { smallTemplate } from "./small-template.ts";

interface Case {
  readonly name: string;
  readonly text: string;
  /** A line for each section, deeper ones behind blanks; `?` behind those that nobody asks for, `+` behind the author’s own. */
  readonly tree: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: "every section of the template with its state, and the author’s own in their places",
    text: "# S\n\n## Prior\n\nx\n\n## Goals\n\nSync.\n\n## Design\n\nDraw it.\n\n### Storage\n\nTBD\n\n## Extra\n",
    tree: [
      "Summary / Executive Summary: missing",
      "Prior: written +",
      "Goals: written",
      "Design: placeholder",
      "  Data Flow: missing",
      "  Storage: empty",
      "Decision Log: missing",
      "Appendix: missing ?",
      "Extra: empty +",
    ],
  },
  {
    name: "an empty document",
    text: "",
    tree: [
      "Title: missing",
      "Summary / Executive Summary: missing",
      "Goals: missing",
      "Design: missing",
      "  Data Flow: missing",
      "  Storage: missing",
      "Decision Log: missing",
      "Appendix: missing ?",
    ],
  },
  {
    name: "sections at the level of the title",
    text: "# S\n\n# Goals\n\nSync.\n\n# Own\n\nx\n\n## Below\n",
    tree: [
      "Summary / Executive Summary: missing",
      "Goals: written",
      "Design: missing",
      "  Data Flow: missing",
      "  Storage: missing",
      "Decision Log: missing",
      "Appendix: missing ?",
      "Own: written +",
      "  Below: empty +",
    ],
  },
  {
    name: "a section that stands twice",
    text: "# S\n\n## Summary\n\nx\n\n## Goals\n\nx\n\n## Goals\n\ny\n\n## Design\n\nx\n\n### Data Flow\n\nx\n\n### Storage\n\nx\n\n## Decision Log\n\nx\n\n## Appendix\n\nx\n",
    tree: [
      "Summary: written",
      "Goals: written",
      "Goals: written",
      "Design: written",
      "  Data Flow: written",
      "  Storage: written",
      "Decision Log: written",
      "Appendix: written ?",
    ],
  },
];

const inLines = (items: readonly SectionItem[], indent = ""): readonly string[] =>
  items.flatMap(({ name, state, kind, required, children }) => [
    `${indent}${name}: ${state}${kind === "extra" ? " +" : required ? "" : " ?"}`,
    ...inLines(children, `${indent}  `),
  ]);

const flat = (items: readonly SectionItem[]): readonly SectionItem[] =>
  items.flatMap((item) => [item, ...flat(item.children)]);

describe("the tree of sections", () => {
  for (const { name, text, tree } of cases)
    it(name, () => assert.deepEqual(inLines(sectionTree(analyse(text, { template: smallTemplate }))), tree));

  it("has the places of headings and of all that stands below them", () => {
    const text = "# S\n\n## Design\n\nBoxes.\n\n### Storage\n\nDisk.\n\n**Goals**\n\nSync.\n";
    const found = flat(sectionTree(analyse(text, { template: smallTemplate }))).flatMap(({ place }) =>
      place
        ? [[slice(text, place.heading), slice(text, place.extent).length, place.movable, place.anchor]]
        : [],
    );
    assert.deepEqual(found, [
      ["## Design", "## Design\n\nBoxes.\n\n### Storage\n\nDisk.\n\n".length, true, "design"],
      ["### Storage", "### Storage\n\nDisk.\n\n".length, true, "storage"],
      ["**Goals**", "**Goals**\n\nSync.\n".length, false, ""],
    ]);
  });

  it("leads to each section that is missing: inserting it alone makes it none", () => {
    const text = "# S\n\n## Goals\n\nSync.\n\n## Design\n\nBoxes.\n";
    const missing = (of: string): readonly SectionItem[] =>
      flat(sectionTree(analyse(of, { template: smallTemplate }))).filter(({ state }) => state === "missing");
    assert.equal(missing(text).length, 5);
    for (const { name, wanted } of missing(text)) {
      const { titles, edits } = insertMissing(analyse(text, { template: smallTemplate }), wanted);
      assert.deepEqual(titles, [name]);
      const left = missing(applyEdits(text, edits)).map((item) => item.name);
      assert.deepEqual(
        left,
        missing(text)
          .map((item) => item.name)
          .filter((other) => other !== name),
      );
    }
  });

  it("inserts one below a missing section with that section, and nothing for what is there or unknown", () => {
    const read = analyse("# S\n\n## Goals\n\nSync.\n", { template: smallTemplate });
    const items = flat(sectionTree(read));
    const wantedOf = (name: string): SectionItem["wanted"] =>
      items.find((item) => item.name === name)?.wanted;
    assert.deepEqual(insertMissing(read, wantedOf("Storage")).titles, ["Design"]);
    assert.match(
      insertMissing(read, wantedOf("Storage")).edits.at(0)?.text ?? "",
      /## Design[^]*### Storage/,
    );
    assert.deepEqual(insertMissing(read, wantedOf("Goals")), { titles: [], edits: [] });
    const index = wantedOf("Storage")?.index ?? 0;
    assert.deepEqual(insertMissing(read, { index, title: "Other" }), { titles: [], edits: [] });
  });

  it("names each part of any document once, within the one around it", () => {
    for (let seed = 1; seed <= 200; seed++) {
      const analysed = analyse(designDocument(randomFrom(seed)));
      const items = flat(sectionTree(analysed));
      const there = items.flatMap(({ place }) => place ?? []);
      const { parts, title } = analysed.alignment;
      assert.equal(there.length, parts.length - (title ? 1 : 0), `seed ${seed}`);
      const starts = there.map(({ heading }) => heading.start);
      assert.deepEqual(
        starts,
        starts.toSorted((a, b) => a - b),
        `seed ${seed}`,
      );
      for (const { name, place, children } of items) {
        assert.notEqual(name, "");
        for (const child of children)
          assert.ok(!child.place || (place && child.place.extent.end <= place.extent.end), `seed ${seed}`);
      }
    }
  });
});
