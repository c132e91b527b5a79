import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readTemplate } from "../../server/src/template/read-template.ts";
import type { TemplateSection } from "../../server/src/template/template.ts";

const sectionsOf = (text: string): readonly TemplateSection[] =>
  readTemplate({ name: "team", text }).sections;

/** The texts of a section as `guidance: …`, one a line. */
const kinds = (section: TemplateSection | undefined): readonly string[] =>
  section?.texts.map(({ kind, text }) => `${kind}: ${text}`) ?? [];

describe("a piece of text below a heading", () => {
  const bodies: Readonly<Record<string, readonly string[]>> = {
    "Say what it is for.": ["guidance: Say what it is for."],
    "- Two points are fine.\n- Five are not.": ["guidance: Two points are fine.", "guidance: Five are not."],
    "<!-- Say what it is for. -->": ["hidden: <!-- Say what it is for. -->"],
    "<!--\nSay one.\n-->\n<!-- Say two. -->": ["hidden: <!-- Say one. -->", "hidden: <!-- Say two. -->"],
    "[comment]: # Say what it is for.": ["hidden: [comment]: # Say what it is for."],
    "[//]: # (Say what it is for.)\n[//]: # (And for whom.)": [
      "hidden: [//]: # (Say what it is for.)",
      "hidden: [//]: # (And for whom.)",
    ],
    "[comment]: # Say why.\nText of the author’s.": [
      "hidden: [comment]: # Say why.",
      "guidance: Text of the author’s.",
    ],
    "> Say what it is for.\n> And for whom.": ["guidance: Say what it is for. And for whom."],
    "**Risk:** _What may go wrong_": ["guidance: _What may go wrong_"],
    "**Risk**: {what may go wrong}": ["guidance: {what may go wrong}"],
    "- [ ] The tests pass in every browser": ["boilerplate: The tests pass in every browser"],
    "- [ ] Task 1\n- [ ] {another task}\n- [ ] …": [
      "guidance: Task 1",
      "guidance: {another task}",
      "guidance: …",
    ],
    "Points with a star are needed before a release:\n\n- [ ] \\* Tests pass\n- [ ] The manual is ready": [
      "boilerplate: Points with a star are needed before a release:",
      "boilerplate: \\* Tests pass",
      "boilerplate: The manual is ready",
    ],
    "| Part | Cost |\n|-|-|\n| {part} | {cost} |\n| Disk | 3 |": [
      "guidance: {part} | {cost}",
      "boilerplate: Disk | 3",
    ],
    "```\n<insert your example here>\n```": ["guidance: ``` <insert your example here>"],
    "```ts\nconst answer = 42;\n```": ["boilerplate: ``` const answer = 42;"],
    "Copyright and related rights are waived via CC0.": [
      "boilerplate: Copyright and related rights are waived via CC0.",
    ],
    'The key words "MUST" and "MAY" are to be interpreted as described in RFC 2119.': [
      'boilerplate: The key words "MUST" and "MAY" are to be interpreted as described in RFC 2119.',
    ],
    "<!-- toc -->\n- [Goals](#goals)\n<!-- /toc -->": [
      "boilerplate: <!-- toc -->",
      "boilerplate: [Goals](#goals)",
      "boilerplate: <!-- /toc -->",
    ],
    "<!-- markdownlint-disable MD013 -->\n\nSay why.": [
      "boilerplate: <!-- markdownlint-disable MD013 -->",
      "guidance: Say why.",
    ],
    "<!-- design-docs: due: review -->\n<!-- design-docs-disable empty-section -->": [],
  };
  for (const [body, wanted] of Object.entries(bodies)) {
    it(JSON.stringify(body), () => {
      assert.deepEqual(kinds(sectionsOf(`# T\n\n## Topic\n\n${body}\n\n## Next\n`)[0]), wanted);
    });
  }
});

describe("where a template sets its guidance off", () => {
  const set: Readonly<Record<string, string>> = {
    comments: "<!-- Say it. -->",
    brackets: "[Say it in one line.]",
    italics: "_Say it in one line._",
    "stars for italics": "*Say it in one line.*",
    quotes: "> Say it in one line.",
    braces: "{say it}",
    "code with angle brackets": "`<say it>`",
    "angle brackets": "<say it, briefly>",
  };
  for (const [name, mark] of Object.entries(set)) {
    it(`text without a mark stays: ${name}`, () => {
      const text = `# T\n\n## A\n\n${mark}\n\n## B\n\n${mark}\n\n## C\n\n${mark}\n\n## D\n\nIts readers are known.\n\nExplain each of them.\n`;
      assert.deepEqual(kinds(sectionsOf(text)[3]), [
        "boilerplate: Its readers are known.",
        "guidance: Explain each of them.",
      ]);
    });
  }

  it("is not so by a few marks among much prose", () => {
    const text =
      "# T\n\n## A\n\nThe aim.\n\n## B\n\n*Such as a cache.*\n\n## C\n\nThe reasons.\n\n## D\n\nThe risks, by weight.\n";
    assert.ok(sectionsOf(text).every(({ boilerplate }) => boilerplate.length === 0));
  });

  it("holds brackets round several paragraphs together", () => {
    const text =
      "# T\n\n## A\n\n[Say it.\n\nAnd the reasons, which matter.\n\nAll of them.]\n\nThis stays.\n";
    const one = "\n\n## B\n\n[One.]\n\n## C\n\n[Two.]\n";
    assert.deepEqual(kinds(sectionsOf(text + one)[0]), [
      "guidance: [Say it.",
      "guidance: And the reasons, which matter.",
      "guidance: All of them.]",
      "boilerplate: This stays.",
    ]);
  });
});

it("shows the words of what renders as nothing", () => {
  const text =
    "# T\n\n## A\n\n<!-- design-docs: optional -->\n<!--\n  Say <what> it is for,\n  see <https://x.org>.\n-->\n\n[comment]: # (In one line.)\n\n<!-- toc -->\n\nAnd why.\n";
  const [section] = sectionsOf(text);
  assert.equal(
    section?.guidance,
    "Say \\<what> it is for,\nsee <https://x.org>.\n\nIn one line.\n\nAnd why.",
  );
});

it("has the tokens of its guidance", () => {
  const text =
    "# T\n\n## A\n\nServe {number of phones} at /users/{id} on YYYY-MM-DD for \\{the reader\\}.\n\n## Licence\n\n[all rights]\n\n- [ ] Signed by [some person] {for good}\n";
  assert.deepEqual(readTemplate({ name: "team", text }).tokens, [
    "{number of phones}",
    "\\{the reader\\}",
    "[some person]",
    "[all rights]",
    "YYYY-MM-DD",
    "{for good}",
    "{id}",
  ]);
});
