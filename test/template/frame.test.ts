import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseDocument } from "../../server/src/syntax/parse-document.ts";
import { readBeside } from "../../server/src/template/analysed.ts";
import { readTemplate } from "../../server/src/template/read-template.ts";
import { mark, unmark } from "../kit/markers.ts";

interface Case {
  readonly template: string;
  /** The template's title; a first section that stands for it in brackets. */
  readonly title: string | undefined;
  readonly sections: readonly string[];
  readonly lead?: readonly string[];
  readonly opening?: readonly string[];
  readonly closing?: readonly string[];
}

const cases: Readonly<Record<string, Case>> = {
  "an only H1": { template: "# Note\n\n## Goals\n", title: "Note", sections: ["Goals"] },
  "a heading before the place for the title": {
    template:
      "# Template\n\nCopy it and be brief.\n\n## Your Proposal Title\n\n> In short: {what it is}.\n\n## Goals\n\n## Risks\n",
    title: "(Your Proposal Title)",
    sections: ["Goals", "Risks"],
    lead: ["Copy it and be brief."],
    opening: ["In short: {what it is}."],
  },
  "a title of that name": {
    template: "# Template\n\nCopy it to a new file.\n\n## Goals\n",
    title: "Template",
    sections: ["Goals"],
    lead: ["Copy it to a new file."],
  },
  "how to use it, written like a field": {
    template: "How to use: copy this file.\n\n# Note\n\n## Goals\n",
    title: "Note",
    sections: ["Goals"],
    lead: ["How to use: copy this file."],
  },
  "a first heading without words among others": {
    template: "# \n\n# Goals\n\n# Risks\n",
    title: undefined,
    sections: ["Goals", "Risks"],
  },
  "an underlined title of the second level": {
    template: "Title\n-----\n\n* Owner: {name}\n\n## Goals\n",
    title: "(Title)",
    sections: ["Goals"],
  },
  "all sections at the first level": {
    template: "- Name: x\n\n# Goals\n\n# Risks\n",
    title: undefined,
    sections: ["Goals", "Risks"],
  },
  "a place for the title among them": {
    template: "# Note: {title}\n\n# Goals\n\n# Risks\n",
    title: "(Note: {title})",
    sections: ["Goals", "Risks"],
  },
  "no title at all": {
    template: "## Goals\n\n## Story 1\n",
    title: undefined,
    sections: ["Goals", "Story 1"],
  },
  "comments and quotes before and below the title": {
    template:
      "<!-- Rename the file. -->\n\n# Note\n\n<!-- Keep the title short. -->\n\n> [!TIP]\n> - Fill in all of it.\n> - Be brief.\n\n_Italics are to be replaced._\n\n## Goals\n",
    title: "Note",
    sections: ["Goals"],
    lead: [
      "<!-- Rename the file. -->",
      "<!-- Keep the title short. -->",
      "[!TIP]",
      "Fill in all of it.",
      "Be brief.",
      "_Italics are to be replaced._",
    ],
  },
  "fields, what tools make and what stays are none of it": {
    template:
      "# Note\n\nCopy this template.\n\nStatus: DRAFT\n\n<!-- toc -->\n- [Goals](#goals)\n<!-- /toc -->\n\n| Owner | {name} |\n|-|-|\n\nOne paragraph on what changes.\n\n## Goals\n",
    title: "Note",
    sections: ["Goals"],
    lead: ["Copy this template."],
    opening: ["One paragraph on what changes."],
  },
  "sections about the template": {
    template:
      "# Note\n\n## How to use this template\n\nBe brief.\n\n## Goals\n\n## Notes\n\n<!-- design-docs: instructions -->\n\nAbout all of this.\n\n### More\n\n## Risks\n\n## Template guidelines\n\nThis template is new.\n\n- Ask Ann.\n",
    title: "Note",
    sections: ["Goals", "Risks"],
    lead: ["Be brief."],
    closing: ["This template is new.", "Ask Ann."],
  },
  "a section that only speaks of templates": {
    template: "# Note\n\n## Goals\n\n## The template engine\n\nHow templates are compiled.\n",
    title: "Note",
    sections: ["Goals", "The template engine"],
  },
  "closing instructions without a rule": {
    template: "# Note\n\n## Goals\n\nSay it.\n\nHow to use this template:\n\n- Copy it.\n",
    title: "Note",
    sections: ["Goals"],
    closing: ["How to use this template:", "Copy it."],
  },
  "a licence behind the last rule": {
    template: "# Note\n\n## Goals\n\nSay it.\n\n---\n\nThis text is licensed under the MIT licence.\n",
    title: "Note",
    sections: ["Goals"],
  },
  "rules between all sections": {
    template: "# Note\n\n## Goals\n\nSay it.\n\n---\n\n## Risks\n\nSay them.\n\n---\n\nAnd weigh them.\n",
    title: "Note",
    sections: ["Goals", "Risks"],
  },
};

describe("the frame of a template", () => {
  for (const [name, wanted] of Object.entries(cases)) {
    it(name, () => {
      const { title, sections, lead, opening, instructions } = readTemplate({
        name: "team",
        text: wanted.template,
      });
      const place = sections.find(({ isTitle }) => isTitle)?.title;
      assert.deepEqual(
        {
          title: title ?? (place === undefined ? undefined : `(${place})`),
          sections: sections.filter(({ isTitle }) => !isTitle).map((section) => section.title),
          lead,
          opening: opening.map(({ text }) => text),
          closing: instructions,
        },
        {
          title: wanted.title,
          sections: wanted.sections,
          lead: wanted.lead ?? [],
          opening: wanted.opening ?? [],
          closing: wanted.closing ?? [],
        },
      );
    });
  }
});

describe("what a document has left of it", () => {
  const template =
    "# Note\n\n<!-- Keep the title short. -->\n\nCopy this template to a new file.\n\nBe sure to rename the file.\n\nOne paragraph on what changes.\n\n## Goals\n\nSay it.\n";
  const texts: Readonly<Record<string, string>> = {
    all: "# X\n\n⟦<!-- Keep the title short. -->⟧\n\n⟦Copy this template to a new file.\n\nBe sure to rename the file.⟧\n\nMine.\n",
    "some, above a section": "# X\n\nMine.\n\n⟦Be sure to rename the file.⟧\n\n## Goals\n\nSpeed.\n",
    "not below a section": "# X\n\n## Goals\n\nBe sure to rename the file.\n",
  };
  for (const [name, marked] of Object.entries(texts)) {
    it(name, () => {
      const { text } = unmark(marked);
      const { lead } = readBeside(parseDocument(text), readTemplate({ name: "team", text: template }));
      assert.equal(
        mark(
          text,
          lead.map(({ span }) => span),
        ),
        marked,
      );
    });
  }

  it("as text below the title, what belongs there", () => {
    const text = "# X\n\nOne paragraph on what changes.\n\n## Goals\n\nSpeed.\n";
    const { alignment, states } = readBeside(
      parseDocument(text),
      readTemplate({ name: "team", text: template }),
    );
    assert.deepEqual(alignment.title && states.get(alignment.title)?.leftovers, [
      { span: { start: 5, end: 35 }, kind: "guidance" },
    ]);
  });
});
