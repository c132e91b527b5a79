// What an author wrote in a header stays, in forms that few use.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Step } from "../../../server/src/features/lifecycle/steps.ts";
import { attemptStep, takeStep } from "../../../server/src/features/lifecycle/take-step.ts";
import { statusValue } from "../../../server/src/features/lifecycle/status-word.ts";
import { applyEdits } from "../../../server/src/text/edit.ts";
import { templateOf } from "../../kit/check.ts";
import { read, successor, today, walk } from "./cases.ts";

const body = "\n\n# Sync engine\n\n## Goals\n\nPhones work offline.\n";
const plain = templateOf("# Design\n\nStatus: DRAFT\n\n## Goals\n\nWhat it is for.\n");
const next = `superseded-by: ${successor.fileName}`;

/** By what it shows: front matter before and after a step. */
const headers: Readonly<Record<string, readonly [step: Step, before: string, after: string]>> = {
  "a comment in a list": [
    "requestReview",
    "---\nstatus:\n  - Draft # so far\n  - with Bob\n---",
    "---\nstatus:\n  - In Review # so far\n  - with Bob\n---",
  ],
  "the lines of a block": [
    "requestReview",
    "---\nstatus: |\n  Draft\n  so far\nx: 1\n---",
    "---\nstatus: |\n  In Review\n  so far\nx: 1\n---",
  ],
  "a comment behind a block": [
    "supersede",
    "---\nstatus: >-\n\n  Draft\n# who knows\nx: 1\n---",
    `---\nstatus: >-\n\n  Superseded\n${next}\n# who knows\nx: 1\n---`,
  ],
  "a key in quotes": [
    "supersede",
    "---\n\"status\": 'Draft'\n---",
    `---\n"status": 'Superseded'\n${next}\n---`,
  ],
  "a text of several lines in TOML": [
    "supersede",
    '+++\nstatus = """\nDraft\nwith Bob"""\ny = 1\n+++',
    `+++\nstatus = """\nSuperseded\nwith Bob"""\nsuperseded-by = "${successor.fileName}"\ny = 1\n+++`,
  ],
};

/** A status that the template does not know, and the value after a step to “Accepted”. */
const values: Readonly<Record<string, string>> = {
  "Approved (2026-01-01)": "Accepted (Approved (2026-01-01))",
  "APPROV: words 2": "Accepted (APPROV: words 2)",
  "**In discussion**, see there": "Accepted (**In discussion**, see there)",
  "[thread](x.md)": "Accepted ([thread](x.md))",
  "<https://x.example/1>": "Accepted (<https://x.example/1>)",
  "[Draft or something]": "Accepted",
  "(choose one)": "Accepted",
  "*to be said*": "Accepted",
  "{{ the status }}": "Accepted",
  Entwurf: "Accepted",
};

/** What a link with a definition, or a footnote, says in place of a status that nobody knows. */
const references: Readonly<Record<string, string>> = {
  "[Ratified][adr-5]": "Accepted ([Ratified][adr-5])",
  "[Ratified][]": "Accepted ([Ratified][])",
  "[adr-5]": "Accepted ([adr-5])",
  "[ADR-5]": "Accepted ([ADR-5])",
  "[^1]": "Accepted ([^1])",
  "Ratified[^1]": "Accepted (Ratified[^1])",
  "![Ratified][adr-5]": "Accepted (![Ratified][adr-5])",
  "[[Decision 5]]": "Accepted ([[Decision 5]])",
  "Ratified<br>by all": "Accepted (Ratified<br>by all)",
  "[Proposed][adr-5]": "[Accepted][adr-5]",
  "Proposed[^1]": "Accepted[^1]",
  "[TBD]": "Accepted",
};

describe("a step keeps", () => {
  for (const [name, [step, before, after]] of Object.entries(headers))
    for (const eol of ["\n", "\r\n"])
      it(`${name}${eol === "\n" ? "" : ", with line ends of Windows"}`, () => {
        const ended = (text: string): string => text.replaceAll("\n", eol);
        assert.equal(walk(ended(before + body), plain, step).text, ended(after + body));
      });

  for (const [before, after] of Object.entries(values))
    it(`what “${before}” says`, () =>
      assert.equal(
        statusValue(
          before,
          [
            { name: "Proposed", stage: "review" },
            { name: "Accepted", stage: "approved" },
          ],
          "Accepted",
          today,
        ),
        after,
      ));
});

describe("a step keeps references in a status", () => {
  const template = templateOf("# Record\n\n## Status\n\nProposed | Accepted\n\n## Goals\n\nWhat for.\n");
  const behind = "\n\n## Goals\n\nPhones.\n\n[adr-5]: adr-5.md\n\n[ratified]: r.md\n\n[^1]: By Ada.\n";
  for (const [before, after] of Object.entries(references))
    for (const lead of ["## Status\n\n", "Status: "])
      it(`“${before}” behind ${JSON.stringify(lead)}`, () => {
        const text = `# Sync engine\n\n${lead}`;
        assert.equal(walk(text + before + behind, template, "approve").text, text + after + behind);
      });
});

it("no step is taken after which the text would not say the status", () => {
  const section = templateOf("# Record\n\n## Status\n\nProposed | Accepted\n\n## Goals\n\nWhat for.\n");
  for (const [text, template, fault] of [
    // Nothing there looks like a status.
    ["# T\n\n## Status\n\n- ```\n  a\n  ```\n\n## Goals\n", section, undefined],
    [`---\nstatus: &s Draft\nother: *s\n---${body}`, plain, "unread"],
  ] as const)
    for (const step of ["requestReview", "approve"] as const)
      assert.equal(attemptStep(read(text, template), step, { today, successor }), fault, text);
});

it("an approval is refused for what is in its way", () => {
  const inStatus = templateOf(
    "# Record\n\n## Status\n\n<!-- design-docs: expect: decisions -->\n\nProposed | Accepted\n",
  );
  const log = templateOf(
    "# Record\n\nStatus: DRAFT\n\n## Log\n\n<!-- design-docs: expect: decisions -->\n\nWhat.\n",
  );
  for (const [text, template, fault] of [
    ["# T\n\n## Status\n\nTBD\n", inStatus, "overlapping"],
    ["# T\n\nStatus: DRAFT\n\n## Log\n\n```\n", log, "swallowed"],
  ] as const)
    assert.equal(attemptStep(read(text, template), "approve", { today }), fault);
});

it("a design is superseded once, whatever is struck out before its status", () => {
  const text = "# T\n\nStatus: ~~Draft~~ Approved\n\n## Decision Log\n\n- 2026-01-05: Yes, as Ada said.\n";
  const template = templateOf(
    "# Design\n\nStatus: DRAFT\n\n## Decision Log\n\nWho decided what, when and why.\n",
  );
  const once = walk(text, template, "supersede");
  const again = takeStep(once.after, "supersede", { today, successor });
  assert.ok(again);
  assert.equal(applyEdits(once.text, again.edits), once.text);
});
