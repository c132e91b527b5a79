import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { snippets } from "../../scripts/generate/snippets.ts";
import { parseDocument } from "../../server/src/syntax/parse-document.ts";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import { analyze } from "../../server/src/service.ts";
import { presetNames, presetTemplate } from "../../server/src/template/presets.ts";
import { analyse } from "../kit/analyse.ts";
import { expandSnippet, type Expanded } from "../kit/snippet.ts";

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const { path, content } = snippets();
const all = JSON.parse(content) as Readonly<Record<string, Snippet>>;
const expanded = new Map<string, Expanded>(
  Object.values(all).map(({ prefix, body }) => [prefix, expandSnippet(body.join("\n"))]),
);
const textOf = (prefix: string): string => expanded.get(prefix)?.text ?? "";
const headings = (text: string): readonly string[] =>
  parseDocument(text).sections.map(({ depth, title }) => `${"#".repeat(depth)} ${title}`);

const template = builtInTemplate();
const sections = template.sections.filter(({ isTitle }) => !isTitle);
const headingOf = (depth: number, title: string): string => `${"#".repeat(depth)} ${title}`;

describe("snippets", () => {
  it("are those that the template makes", () => {
    assert.equal(
      readFileSync(join(import.meta.dirname, "../..", path), "utf8"),
      content,
      "run `npm run generate`",
    );
  });

  it("have different prefixes of lower-case words, and say what they are", () => {
    const prefixes = Object.values(all).map(({ prefix }) => prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
    for (const prefix of prefixes) assert.match(prefix, /^(?:dd(?:-[a-z]+)+|design-doc)$/);
    for (const { description } of Object.values(all)) assert.match(description, /^\p{Lu}.*[^.]$/u);
  });

  it("use only the editor's variables for the day", () => {
    const known = new Set(["CURRENT_YEAR", "CURRENT_MONTH", "CURRENT_DATE"]);
    for (const { variables } of expanded.values())
      for (const name of variables) assert.ok(known.has(name), name);
  });

  it("the whole document has all sections and nothing missing", () => {
    const day = new Map([
      ["<CURRENT_YEAR>", "2026"],
      ["<CURRENT_MONTH>", "03"],
      ["<CURRENT_DATE>", "04"],
    ]);
    const text = textOf("design-doc").replace(/<CURRENT_\w+>/g, (name) => day.get(name) ?? name);
    assert.deepEqual(headings(text), [
      "# Title",
      ...sections.map(({ depth, title }) => headingOf(depth, title)),
    ]);
    const loud = analyse(text).findings.filter(
      ({ severity }) => severity === "error" || severity === "warning",
    );
    assert.deepEqual(
      loud.map(({ rule }) => rule.id),
      [],
    );
  });

  for (const name of presetNames.filter((one) => one !== "design-doc")) {
    it(`the preset ${name} is whole, and its document has no warning`, () => {
      const text = textOf(`dd-${name}`).replace(/<CURRENT_(\w+)>/g, (_, part: string) =>
        part === "YEAR" ? "2026" : part === "MONTH" ? "03" : "04",
      );
      const governing = presetTemplate(name);
      const own = governing.sections.filter(({ isTitle }) => !isTitle);
      assert.deepEqual(headings(text), [
        "# Title",
        ...own.map(({ depth, title }) => headingOf(depth, title)),
      ]);
      const { findings } = analyze({
        text,
        template: governing,
        settings: { rules: {} },
        facts: { today: "2026-03-04", fileName: "" },
      });
      assert.deepEqual(
        findings
          .filter(({ severity }) => severity === "error" || severity === "warning")
          .map(({ rule }) => rule.id),
        [],
      );
    });
  }

  it("the header has every field that the template requires", () => {
    const keys = parseDocument(textOf("dd-header")).header.fields.map(({ key }) => key);
    assert.deepEqual(
      keys,
      template.fields.filter(({ required }) => required).map(({ key }) => key),
    );
  });

  for (const section of sections) {
    it(`section “${section.title}” comes with what is below it`, () => {
      const below = sections.filter(({ parent, required }) => parent === section.index && required);
      const found = Object.values(all).find(({ description }) => description.includes(`“${section.title}”`));
      assert.ok(found);
      const expected = [section, ...below].map(({ depth, title }) => headingOf(depth, title));
      assert.deepEqual(headings(textOf(found.prefix)), expected);
      assert.match(textOf(found.prefix), new RegExp(section.guidance.slice(2, 20)));
    });
  }

  const kinds = [
    { prefix: "dd-decision", kinds: ["list"] },
    { prefix: "dd-alternative", kinds: ["heading", "paragraph", "paragraph"] },
    { prefix: "dd-requirement", kinds: ["list"] },
    { prefix: "dd-sequence", kinds: ["code"] },
    { prefix: "dd-flow", kinds: ["code"] },
  ];
  for (const { prefix, kinds: expected } of kinds) {
    it(`${prefix} is the Markdown that it should be`, () => {
      const { blocks } = parseDocument(textOf(prefix));
      assert.deepEqual(
        blocks.map(({ node }) => node.kind),
        expected,
      );
      for (const { node } of blocks) if (node.kind === "code") assert.equal(node.language, "mermaid");
    });
  }
});
