import assert from "node:assert/strict";
import { describe, it } from "node:test";
import rule from "../../server/src/rules/requirements-split.ts";
import { analyze } from "../../server/src/service.ts";
import { readTemplate } from "../../server/src/template/read-template.ts";
import { checkRule, facts } from "../kit/check.ts";

const template =
  "# D\n\n## Requirements\n\n<!-- design-docs: expect: kinds -->\n\nWhat it must do.\n\n## Security\n\nHow it is kept safe.\n";

const opening =
  "# Sync engine\n\nThis is the design of the engine that keeps the notes of the phones in sync.\n\n";

const items = "- Notes can be edited without a network.\n- Conflicts are solved without asking.";

const several = `${items}\n- Photos can be added.`;

const fine: Readonly<Record<string, string>> = {
  ids: "- FR-1: notes can be edited.\n- NFR-1: a sync takes ten seconds.",
  "one sentence about the rest": `${several}\n\nThere are no non-functional requirements.`,
  "a column": "| What | Kind |\n| --- | --- |\n| Edit notes | functional |\n| Ten seconds | quality |",
  "a cell": "| What | Area |\n| --- | --- |\n| Edit notes | Notes |\n| Ten seconds | Performance |",
  "a quality in a row’s head":
    "| Area | What |\n| --- | --- |\n| Notes | Edit |\n| Battery life | Two days |",
  "a section for a quality": `${several}\n\n### 2. Reliability and availability\n\nHalf a year.`,
  "a nested label": `${several}\n- How well:\n  - **Data security** – keys stay on the phone.`,
  "a bold label with a full stop": `${several}\n- **Security.** Keys stay on the phone.`,
  "a bold label with more words": `${several}\n- **Data security and privacy.** Keys stay on the phone.`,
  "a bold label with a colon in a sentence": `${several}\n- Also **security:** keys stay on the phone.`,
  "a label with a full stop": `${several}\n- Data security. Keys stay on the phone.`,
  "a label in a paragraph": `${several}\n\n__Latency.__ Ten seconds.`,
  "a tag": `${several}\n- A sync takes ten seconds (performance).`,
  "two lists": `It does:\n\n${items}\n\nAnd it is:\n\n- quick,\n- small.`,
  "a label on a line of its own":
    "Notes can be edited.\nPerformance: a sync takes ten seconds.\nThat is all there is to it and all that is asked for in the first release of the engine.",
  "two requirements": items,
  "a single requirement": "- Notes can be edited without a network.",
  "a short text": "Notes can be edited without a network.",
  "that it does not apply": `N/A: they stand in the ticket.\n\n${items}`,
};

describe("requirements-split", () => {
  for (const [name, body] of Object.entries(fine))
    it(`is content with ${name}`, () =>
      checkRule(rule, { template, text: `${opening}## Requirements\n\n${body}\n` }));

  it("tells one list, whatever stands in its sentences", () =>
    checkRule(rule, {
      template,
      text: `${opening}⟦## Requirements⟧\n\n${items}\n- The screen opens fast, and its performance is shown to those who ask.\n- Nobody waits for security. All wait for speed.\n`,
    }));

  it("tells running text", () =>
    checkRule(rule, {
      template,
      text: `${opening}⟦## Requirements⟧\n\nNotes can be edited without a network, and conflicts are solved without asking. What was taken while there was no network is sent when there is one.\n`,
    }));

  it("tells sections of one requirement each", () =>
    checkRule(rule, {
      template,
      text: `${opening}⟦## Requirements⟧\n\n### Editing\n\nNotes can be edited.\n\n### Conflicts\n\nThey are solved.\n\n### Photos\n\nThey can be added.\n`,
    }));

  it("only informs where something is measured, and leaves running text to the rule about lists", () => {
    const of = (body: string, text = template): readonly string[] =>
      analyze({
        text: `${opening}## Requirements\n\n${body}\n`,
        template: readTemplate({ name: "team", text }),
        facts,
        settings: { rules: {} },
        stage: "approved",
      }).findings.flatMap((found) => (found.rule === rule ? [found.severity] : []));
    const prose = `${"Notes can be edited without a network. ".repeat(6)}`;
    assert.deepEqual(of(several), ["warning"]);
    assert.deepEqual(of(`${several}\n- A sync takes 9 s.`), ["information"]);
    assert.deepEqual(of(prose), ["warning"]);
    assert.deepEqual(of(prose, template.replace("expect: kinds", "expect: list, kinds")), []);
  });

  it("tells CRLF", () =>
    checkRule(rule, {
      template,
      text: `${opening}⟦## Requirements⟧\n\n${several}\n`.replaceAll("\n", "\r\n"),
    }));

  it("is content with a section of qualities elsewhere", () =>
    checkRule(rule, {
      template,
      text: `${opening}## Requirements\n\n${several}\n\n## Performance\n\nTen seconds.\n`,
    }));

  it("is not content with a section that the template asks for anyway", () =>
    checkRule(rule, {
      template,
      text: `${opening}⟦## Requirements⟧\n\n${several}\n\n## Security\n\nKeys.\n`,
    }));

  it("says nothing of other languages", () =>
    checkRule(rule, {
      template,
      text: "# Abgleich\n\nDies ist der Entwurf für den Abgleich der Notizen.\n\n## Requirements\n\n- Notizen sind ohne Netz änderbar.\n- Konflikte werden ohne Rückfrage gelöst.\n",
    }));
});
