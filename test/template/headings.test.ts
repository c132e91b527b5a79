import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readTemplate } from "../../server/src/template/read-template.ts";
import type { TemplateSection } from "../../server/src/template/template.ts";

/** The section that a heading makes below a title, with what stands below it. */
const sectionOf = (heading: string, body = "Words of the team."): TemplateSection | undefined =>
  readTemplate({ name: "team", text: `# T\n\n## First\n\nWords.\n\n${heading}\n\n${body}\n\n## Last\n` })
    .sections[1];

describe("a heading that shows what may stand there", () => {
  const patterns = [
    "## Story 1",
    "## {title of the option}",
    "## <Feature> in short",
    "## Impact: ... 1",
    "## Your Proposal",
    "## Mode 3: [what fails]",
    "## [Name of the part]",
    "## Option B:",
    "## Appendix A: a placeholder title",
    "## Name of the first approach",
    "## Story 2 (optional)",
  ];
  for (const heading of patterns) {
    it(heading, () => {
      const section = sectionOf(heading);
      assert.deepEqual(
        [section?.isPattern, section?.repeatable, section?.required],
        [true, true, false],
        section?.title,
      );
    });
  }

  const names = [
    "## Goals",
    "## Related issues",
    "## API changes",
    "## Phase 1: Foundations",
    "## OAuth 2",
    "## Non-Goals [things left out]",
    "## Costs (in [USD](https://x.org))",
    "## Your",
  ];
  for (const heading of names) {
    it(`not ${heading}`, () => {
      const section = sectionOf(heading);
      assert.deepEqual([section?.isPattern, section?.required], [false, true], section?.title);
    });
  }

  it("nor one of headings that go on counting, unless they do", () => {
    const text = "# T\n\n## Wave 1\n\n## Wave 2\n\n## Layer 7\n\n## B1\n\n## B2\n";
    assert.deepEqual(
      readTemplate({ name: "team", text }).sections.map(({ isPattern }) => isPattern),
      [true, true, false, false, false],
    );
  });
});

describe("a heading with several names", () => {
  const headings: Readonly<Record<string, readonly string[]>> = {
    "## Context / Background": ["contextbackground", "context", "background"],
    "## [Context | Sources | Earlier Work]": ["contextsourceearlierwork", "context", "source", "earlierwork"],
    "## Context | Background": ["contextbackground", "context", "background"],
    "## Can it be enabled / disabled?": ["canitbeenableddisabled"],
  };
  for (const [heading, keys] of Object.entries(headings)) {
    it(heading, () => {
      const section = sectionOf(heading);
      assert.deepEqual([section?.keys, section?.isPattern, section?.required], [keys, false, true]);
    });
  }

  it("has no name that another section has alone", () => {
    const text = "# Note\n\n## Drawbacks / Risks\n\n## Risks\n\n## Risks (optional)\n";
    const { sections } = readTemplate({ name: "t", uri: "file:///t.md", text });
    assert.deepEqual(
      sections.map(({ keys }) => keys),
      [["drawbackrisk", "drawback"], ["risk"], ["risk"]],
    );
  });

  it("may be answered by more than one where it is a choice", () => {
    assert.equal(sectionOf("## [Context | Sources]")?.repeatable, true);
    assert.equal(sectionOf("## Context / Sources")?.repeatable, false);
  });
});

describe("a section that may be left out", () => {
  const headings: Readonly<Record<string, string>> = {
    "## Notes (optional)": "Notes",
    "## Notes [optional]": "Notes",
    "## Notes (Optional):": "Notes",
    "## Notes (if relevant)": "Notes",
    "## Notes [if any]": "Notes",
    "## Notes (where applicable)": "Notes",
    "## Notes _(Optional)_": "Notes",
    "## Notes *optional*": "Notes",
    "## Notes - optional": "Notes",
    "## (Optional) Notes": "Notes",
    "## Optional: Notes": "Notes",
    "## Notes <!-- optional -->": "Notes",
    "<!-- optional -->\n## Notes": "Notes",
    "<!-- This is an optional part. Feel free to remove it. -->\n\n## Notes": "Notes",
    "## Table of Contents": "Table of Contents",
  };
  for (const [heading, title] of Object.entries(headings)) {
    it(`is marked: ${JSON.stringify(heading)}`, () => {
      const text = `# T\n\n## {first}\n\n${heading}\n\nWords.\n\n## Last\n`;
      const { sections } = readTemplate({ name: "team", text });
      assert.deepEqual(
        sections.map((section) => [section.title, section.required]),
        [
          ["{first}", false],
          [title, false],
          ["Last", true],
        ],
      );
    });
  }

  const bodies = [
    "This section may be omitted.",
    "A list of questions. This section can be left out if there are none.",
    "<!-- This section is optional. Say more. -->",
    "<!-- Optional. Say more. -->",
    "> Optional, but it helps reviewers.",
    "[Say more. Remove this section if it does not apply.]",
    "If there are no risks, delete this section.",
    "It is fine to remove this section from the final document.",
    "Omit if not applicable.",
    "If applicable, name the teams.",
    "These sections are optional and may be joined.",
    "[comment]: # Optional. Say more.",
    "_Optional section_",
    "If there are other ways that were not taken, they should be called out here.",
    "[If this is a new interface, write down its calls.]",
    "[Maybe this was only a decision between two tools...]",
  ];
  for (const body of bodies) {
    it(`says so: ${body}`, () => assert.equal(sectionOf("## Notes", body)?.required, false));
  }

  const others = [
    "Name the optional fields.",
    "Describe the optional parts of the interface.",
    "Details of private endpoints may be omitted.",
    "If this section does not apply, say why.",
    "Remove this section's examples before you publish.",
    "You may optionally link a prototype.",
    "Say more.\n\nOptional: a diagram.",
    "Delete this section when you are done reading it.",
    "Say which endpoints can be left out.",
    "If possible, name the teams.",
    "If the change touches the API, who has to know?",
    "If there are no risks, say why.",
    "If the change touches the API, say how.\n\nName its users.",
  ];
  for (const body of others) {
    it(`does not say so: ${JSON.stringify(body)}`, () =>
      assert.equal(sectionOf("## Notes", body)?.required, true));
  }

  it("is the one that a comment with blank lines round it stands in", () => {
    const text = "# T\n\n## A\n\n<!-- Say more. -->\n\n<!-- You may remove this section. -->\n\n## B\n";
    assert.deepEqual(
      readTemplate({ name: "team", text }).sections.map(({ required }) => required),
      [false, true],
    );
  });

  it("is not due before approval where the template does not require it until then", () => {
    assert.equal(sectionOf("## Tests", "Not required until a release is planned.")?.due, "approved");
  });
});
