import { describe, it } from "node:test";
import rule from "../../server/src/rules/requirements-split.ts";
import { checkRule } from "../kit/check.ts";

const template =
  "# D\n\n## Requirements\n\n<!-- design-docs: expect: kinds -->\n\nWhat it must do.\n\n## Security\n\nHow it is kept safe.\n";

const opening =
  "# Sync engine\n\nThis is the design of the engine that keeps the notes of the phones in sync.\n\n";

const items = "- Notes can be edited without a network.\n- Conflicts are solved without asking.";

const fine: Readonly<Record<string, string>> = {
  ids: "- FR-1: notes can be edited.\n- NFR-1: a sync takes ten seconds.",
  "one sentence about the rest": `${items}\n\nThere are no non-functional requirements.`,
  "a column": "| What | Kind |\n| --- | --- |\n| Edit notes | functional |\n| Ten seconds | quality |",
  "a cell": "| What | Area |\n| --- | --- |\n| Edit notes | Notes |\n| Ten seconds | Performance |",
  "a quality in a row’s head":
    "| Area | What |\n| --- | --- |\n| Notes | Edit |\n| Battery life | Two days |",
  "a section for a quality": `${items}\n\n### 2. Reliability and availability\n\nHalf a year.`,
  "a nested label": `${items}\n- How well:\n  - **Data security** – keys stay on the phone.`,
  "a bold label with a full stop": `${items}\n- **Security.** Keys stay on the phone.`,
  "a bold label with more words": `${items}\n- **Data security and privacy.** Keys stay on the phone.`,
  "a bold label with a colon in a sentence": `${items}\n- Also **security:** keys stay on the phone.`,
  "a label with a full stop": `${items}\n- Data security. Keys stay on the phone.`,
  "a label in a paragraph": `${items}\n\n__Latency.__ Ten seconds.`,
  "a tag": `${items}\n- A sync takes ten seconds (performance).`,
  "two lists": `It does:\n\n${items}\n\nAnd it is:\n\n- quick,\n- small.`,
  "a label on a line of its own":
    "Notes can be edited.\nPerformance: a sync takes ten seconds.\nThat is all there is to it and all that is asked for in the first release of the engine.",
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
      text: `${opening}⟦## Requirements⟧\n\n### Editing\n\nNotes can be edited.\n\n### Conflicts\n\nThey are solved.\n`,
    }));

  it("tells CRLF", () =>
    checkRule(rule, {
      template,
      text: `${opening}⟦## Requirements⟧\n\n${items}\n`.replaceAll("\n", "\r\n"),
    }));

  it("is content with a section of qualities elsewhere", () =>
    checkRule(rule, {
      template,
      text: `${opening}## Requirements\n\n${items}\n\n## Performance\n\nTen seconds.\n`,
    }));

  it("is not content with a section that the template asks for anyway", () =>
    checkRule(rule, { template, text: `${opening}⟦## Requirements⟧\n\n${items}\n\n## Security\n\nKeys.\n` }));

  it("says nothing of other languages", () =>
    checkRule(rule, {
      template,
      text: "# Abgleich\n\nDies ist der Entwurf für den Abgleich der Notizen.\n\n## Requirements\n\n- Notizen sind ohne Netz änderbar.\n- Konflikte werden ohne Rückfrage gelöst.\n",
    }));
});
