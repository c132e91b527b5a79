import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  linkImplementation,
  type ImplementationLink,
} from "../../server/src/features/link-implementation.ts";
import { hasImplementationLink } from "../../server/src/rules/support/implementation.ts";
import { builtInText } from "../../server/src/template/built-in-text.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { analyse } from "../kit/analyse.ts";
import { oddDocument } from "../kit/odd-documents.ts";
import { randomFrom } from "../kit/random.ts";

const url = "https://git.example/o/r/pull/12";
const one: ImplementationLink = { text: "#12", url };
const bare: ImplementationLink = { text: "o/r#7" };
const md = `[#12](${url})`;

const linked = (text: string, links: readonly ImplementationLink[], template?: string): string =>
  applyEdits(
    text,
    linkImplementation(analyse(text, template === undefined ? {} : { template }), links).edits,
  );

const goals = "\n\n## Goals\n\nPhones work offline.\n";
const head = "# Sync engine\n\nStatus: APPROVED\nReviewers: @grace";
const section = (body: string): string =>
  `${head}${goals}\n## Implementation History\n${body}\n## Appendix\n\nMore.\n`;

/** By what it shows: the text before and after. */
const cases: Readonly<Record<string, readonly [before: string, after: string]>> = {
  "no place for it": [`${head}${goals}`, `${head}\nImplementation: ${md}, o/r#7${goals}`],
  "an empty field": [`${head}\nImplementation:${goals}`, `${head}\nImplementation: ${md}, o/r#7${goals}`],
  "a field that says TBD": [
    `${head}\nImplementation: TBD${goals}`,
    `${head}\nImplementation: ${md}, o/r#7${goals}`,
  ],
  "a field with something": [
    `${head}\nImplementation: *infra*#3${goals}`,
    `${head}\nImplementation: *infra*#3, ${md}, o/r#7${goals}`,
  ],
  "a field by another name": [`${head}\nPRs: #3${goals}`, `${head}\nPRs: #3, ${md}, o/r#7${goals}`],
  "a field in a table": [
    `# A\n\n| | |\n|---|---|\n| Status | APPROVED |\n| Implementation | #3 |\n${goals}`,
    `# A\n\n| | |\n|---|---|\n| Status | APPROVED |\n| Implementation | #3, ${md}, o/r#7 |\n${goals}`,
  ],
  "a field in front matter": [
    `---\nstatus: APPROVED\nimplementation: https://git.example/o/r/pull/3\n---\n\n# A${goals}`,
    `---\nstatus: APPROVED\nimplementation: https://git.example/o/r/pull/3, ${url}, o/r#7\n---\n\n# A${goals}`,
  ],
  "no place beside front matter": [
    `---\nstatus: APPROVED\n---\n\n# A${goals}`,
    `---\nstatus: APPROVED\nimplementation: ${url}, o/r#7\n---\n\n# A${goals}`,
  ],
  "a list below a field": [
    `${head}\n\nImplementation:\n\n* #3\n${goals}`,
    `${head}\n\nImplementation:\n\n* #3\n* ${md}\n* o/r#7\n${goals}`,
  ],
  "an empty section": [section(""), section(`\n- ${md}\n- o/r#7\n`)],
  "a section with a list": [
    section("\n* 2026-01-02: #3\n"),
    section(`\n* 2026-01-02: #3\n* ${md}\n* o/r#7\n`),
  ],
  "a section with words": [section("\nIn two steps.\n"), section(`\nIn two steps.\n\n- ${md}\n- o/r#7\n`)],
  "a section that is set to filler": [section("\nTBD\n"), section(`\n- ${md}\n- o/r#7\n`)],
};

describe("linking an implementation", () => {
  for (const [name, [before, after]] of Object.entries(cases)) {
    it(`goes into ${name}`, () => assert.equal(linked(before, [one, bare]), after));
    it(`goes into ${name}, with line ends of Windows`, () =>
      assert.equal(linked(before.replaceAll("\n", "\r\n"), [one, bare]), after.replaceAll("\n", "\r\n")));
    it(`comes once into ${name}, and is what the rule looks for`, () => {
      const again = linkImplementation(analyse(after), [one, bare]);
      assert.deepEqual([again.edits, again.added, again.known], [[], [], [one, bare]]);
      assert.ok(hasImplementationLink(analyse(after)));
    });
  }

  it("leaves a section that says how it is built, and takes one that links", () => {
    const built = `${head}${goals}\n## Implementation\n\nWe write a log.\n`;
    assert.equal(linked(built, [bare]), built.replace("@grace", "@grace\nImplementation: o/r#7"));
    const links = built.replace("We write a log.", `See ${url}.`);
    assert.equal(linked(links, [bare]), `${links.trimEnd()}\n\n- o/r#7\n`);
  });

  it("goes where the template has its section", () => {
    const template =
      "# T\n\nStatus: DRAFT | APPROVED\n\n## Goals\n\nWhat.\n\n## Tracking\n\nLinks to the work.\n";
    const text = `# A\n\nStatus: APPROVED${goals}\n## Tracking\n\nLinks to the work.\n`;
    assert.equal(linked(text, [one], template), text.replace("Links to the work.", `- ${md}`));
  });

  it("takes a link that is given twice once", () =>
    assert.equal(linked(`${head}${goals}`, [one, one]), `${head}\nImplementation: ${md}${goals}`));

  for (const eol of ["\n", "\r\n"])
    it(`joins no line that follows the title at once, with ${JSON.stringify(eol)}`, () => {
      const text = ["# T", "Phones work", "offline", "---", "", "Words.", ""].join(eol);
      const edited = applyEdits(text, linkImplementation(analyse(text), [one]).edits);
      assert.equal(edited, text.replace(eol, eol + eol + `Implementation: ${md}` + eol + eol));
    });

  it("knows a link in emphasis", () => {
    const text = `# T\n\n_Status: DRAFT_  \n_Owner: Ada_\n_Implementation: #12, ${url}0_${goals}`;
    for (const link of [one, { text: `${url}0` }])
      assert.deepEqual(linkImplementation(analyse(text), [link]).edits, []);
  });

  it("knows a link by its number alone, and no longer number", () => {
    const text = `${head}\nImplementation: #12, #123${goals}`;
    assert.deepEqual(linkImplementation(analyse(text), [one]).edits, []);
    assert.equal(linkImplementation(analyse(text.replace("#12, ", "")), [one]).edits.length, 1);
  });

  for (const data of ["---\ntitle: Sync engine\n---", "+++\ntitle = 'Sync'\n+++", "---\n# nothing\n---"])
    it(`leaves ${JSON.stringify(data)} at the top of a text without a title`, () => {
      for (const about of [{}, { template: "# Design\n\n## Goals\n\nWhat for.\n" }]) {
        const text = `${data}\n\nPhones work offline.${goals}`;
        const after = applyEdits(text, linkImplementation(analyse(text, about), [one]).edits);
        assert.ok(after.startsWith(data.slice(0, -4)), after);
        assert.ok(after.endsWith(`\n\nPhones work offline.${goals}`), after);
        assert.deepEqual(linkImplementation(analyse(after, about), [one]).edits, []);
      }
    });

  it("loses no word of any text but filler and the template’s", () => {
    const isFree = (word: string): boolean =>
      /^(?:tbd|todo|none|nobody|n|a)$/i.test(word) || builtInText.includes(word);
    let changed = 0;
    for (let seed = 0; seed < 120; seed++) {
      const text = oddDocument(randomFrom(seed));
      const { edits } = linkImplementation(analyse(text), [one]);
      const after = applyEdits(text, edits);
      const gone = edits.flatMap(
        ({ span }) => text.slice(span.start, span.end).match(/[\p{L}\p{N}]+/gu) ?? [],
      );
      assert.deepEqual(
        gone.filter((word) => !after.includes(word) && !isFree(word)),
        [],
        text,
      );
      assert.ok(edits.length === 0 || after.includes(url), text);
      changed += edits.length;
    }
    assert.ok(changed > 100);
  });
});
