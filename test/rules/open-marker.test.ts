import assert from "node:assert/strict";
import { describe, it } from "node:test";
import rule from "../../server/src/rules/open-marker.ts";
import { markersIn } from "../../server/src/rules/support/markers.ts";
import { analyze } from "../../server/src/service.ts";
import { checkRule, facts, templateOf } from "../kit/check.ts";
import { mark, unmark } from "../kit/markers.ts";

const template =
  "# Design\n\nStatus: DRAFT\n\n## Goals\n\nWhat it is for.\n\n## Questions\n\n<!-- design-docs: expect: questions -->\n\nWhat is open.\n";

const lines: readonly string[] = [
  "⟦TODO⟧: name the model",
  "The limit holds. ⟦TODO⟧ name the model.",
  "⟦TODO⟧(ada): name the model",
  "See ⟦TODO⟧(#12) for it.",
  "Limits (⟦TBD⟧) and more",
  "Limits [⟦TODO⟧] and more",
  "Limits (⟦TBD⟧ by the mobile team)",
  "Tablets: ⟦TBD⟧",
  "Tablets – ⟦TBD⟧.",
  "How it is rolled out is ⟦TBD⟧.",
  "Costs are still ⟦TODO⟧.",
  "The APIs of hotels ⟦TBD⟧. Payment is known.",
  "⟦TODO⟧!: For discussion",
  "⟦FIXME⟧ this is wrong",
  "⟦XXX⟧: this is wrong",
  "It takes ⟦???⟧ ms.",
  "Owner: ⟦???⟧",
  "⟦[NEEDS CLARIFICATION: which phones?]⟧ All of them.",
  "⟦[NEEDS CLARIFICATION]⟧",
  "Phones ⟦[NEEDS CLARIFICATION⟧: which",
  "Signed in via ⟦[NEEDS CLARIFICATION: which of [1] and [2]?]⟧ Words.",
  "Mark it with [NEEDS CLARIFICATION: …] instead.",
  "期限は未定（⟦TBD⟧）。",
  "期限：⟦TBD⟧。",
  "容量は（⟦???⟧）",
  "Sizes are ⟦TBD⟧ by mobile, and limits are still ⟦TBA⟧ until May.",
  "The status is TBD until it is approved.",
  "No [NEEDS CLARIFICATION] markers remain",
  "the TODO list, TODO comments, a TODO and no TODO.",
  "TODO comments are not told.",
  "TODO, TBD and FIXME are markers.",
  "TODO/FIXME: both",
  "“TODO”, 'TBD' and \"FIXME\"",
  "Todo: a word. To do: two words. A to-do app.",
  "Items that are marked with TODO.",
  "The board has the columns TODO, DOING and DONE.",
  "A task goes from TODO to DONE.",
  "TBD means that it is to be decided.",
  "Entries such as TODO_LIST, #TODO, @TODO, my-TODO and TODO.md",
  "Errors 5XX, RFC XXX and XXX-1234",
  "Really??? Yes. a ???= b. The ??? operator",
];

describe("markers in a line", () => {
  for (const line of lines) {
    it(line, () => {
      const { text } = unmark(line);
      assert.equal(
        mark(
          text,
          markersIn(text, text).map(({ span }) => span),
        ),
        line,
      );
    });
  }
});

const english = "This is what the design is for, and it will be read by all of them.";

/** By what is shown: the text below the title and the header, and the stage. */
const cases: Readonly<Record<string, readonly [string, ("draft" | "approved")?]>> = {
  "in entries, cells, quotes and bold text": [
    `## Goals\r\n\r\n${english}\r\n\r\n- ⟦TBD⟧\r\n  - a: ⟦TODO⟧\r\n\r\n> ⟦TODO⟧: b\r\n\r\n| a | b |\r\n|---|---|\r\n| ⟦TBD⟧ | **⟦TODO⟧**: c |\r\n`,
  ],
  "not in code, comments, addresses, HTML and headings": [
    "## Goals\n\n`TODO: a` <!-- TODO: b --> [c](https://example.org/TODO) https://example.org/?q=TODO:\n\n```\nTODO: d\n```\n\n<p>TODO: e</p>\n\n### TODO: f\n\ng\n",
  ],
  "not what is ticked or struck out": ["## Goals\n\n- [x] TODO: a\n- ~~TODO: b~~\n- [ ] ⟦TODO⟧: c\n"],
  "only what is sure in other languages": [
    "## Goals\n\nLo hicimos. TODO el equipo lo sabe, y eso es TODO.\n\n- TODO el equipo\n- ⟦TODO⟧: decidir\n- ⟦TBD⟧\n",
  ],
  "a section of the template with nothing else is told as empty": [
    "## Goals\n\nTBD\n\n## Questions\n\nTODO\n",
  ],
  "a section of the author’s with nothing else is not": [`## Goals\n\n${english}\n\n### Tablets\n\n⟦TBD⟧\n`],
  "boxes in a checklist alone": [
    "## Goals\n\n- [ ] a\n\n## Review Checklist\n\n- [ ] b\n  - [ ] ⟦c⟧\n  - [x] d\n- [ ] ⟦e⟧\n\n  more\n- [ ] N/A\n- [ ] ~~f~~\n- [ ] g (n/a: no phones)\n\n### Sign-off\n\n1. [ ] ⟦h⟧\n",
    "approved",
  ],
  "what needs clarification, with links and code in it": [
    "## Goals\n\n⟦[NEEDS CLARIFICATION: which `a.b` of [these](x.md)?]⟧ Words.\n",
    "approved",
  ],
  "no question that is told as one, nor what stands below it": [
    `## Questions\n\n${english}\n\n- TBD: who pays\n- Who pays? TBD\n- Is it fast?\n  - TODO\n- The limits are ⟦TBD⟧.\n- ⟦[NEEDS CLARIFICATION: for how long?]⟧\n`,
    "approved",
  ],
  "no boxes before approval": ["## Goals\n\nx\n\n## Review Checklist\n\n- [ ] b\n"],
};

describe("open-marker", () => {
  for (const [name, [text, stage = "draft"]] of Object.entries(cases))
    it(name, () => checkRule(rule, { template, stage, text: `# Sync\n\nStatus: TBD\n\n${text}` }));
});

it("is an error for what needs clarification, and information among open questions, once approved", () => {
  const text = `# Sync\n\nStatus: DRAFT\n\n## Goals\n\n${english}\n\n- TODO: a\n- [NEEDS CLARIFICATION: b]\n\n## Questions\n\nThe rest is TBD.\n`;
  const severities = (stage: "review" | "approved"): readonly string[] =>
    analyze({ text, template: templateOf(template), stage, facts, settings: { rules: {} } })
      .findings.filter((finding) => finding.rule === rule)
      .map(({ severity }) => severity);
  assert.deepEqual(severities("review"), ["information", "information", "information"]);
  assert.deepEqual(severities("approved"), ["warning", "error", "information"]);
});

it("sees what stands above the first heading, but not the header there", () => {
  checkRule(rule, {
    template,
    text: "Status: TBD\n\n| Owner | TBD |\n| --- | --- |\n\n- Area: TBD\n\nPhones (⟦TODO⟧).\n\n## Goals\n\nx\n",
  });
  checkRule(rule, { template, text: "A document without a heading (⟦TODO⟧).\n" });
});

it("leaves open questions to the rule about them, and what needs clarification to this one", () => {
  const text = `# Sync\n\nStatus: APPROVED\n\n## Goals\n\n${english}\n\n## Questions\n\n- TBD: who pays\n- [NEEDS CLARIFICATION: how long?]\n- How? TBD\n`;
  const { findings } = analyze({
    text,
    template: templateOf(template),
    stage: "approved",
    facts,
    settings: { rules: {} },
  });
  assert.deepEqual(
    findings
      .filter(({ rule: told }) => told.id.startsWith("open-"))
      .map(({ rule: told, severity }) => [told.id, severity]),
    [
      ["open-question-at-approval", "warning"],
      ["open-marker", "error"],
      ["open-question-at-approval", "warning"],
    ],
  );
});
