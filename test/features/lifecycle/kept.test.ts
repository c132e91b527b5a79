// What an author wrote in a header stays, in forms that few use.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Step } from "../../../server/src/features/lifecycle/steps.ts";
import { takeStep } from "../../../server/src/features/lifecycle/take-step.ts";
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

it("no step is taken after which the text would not say the status", () => {
  const section = templateOf("# Record\n\n## Status\n\nProposed | Accepted\n\n## Goals\n\nWhat for.\n");
  for (const [text, template] of [
    ["# T\n\n## Status\n\n- ```\n  a\n  ```\n\n## Goals\n", section],
    [`---\nstatus: &s Draft\nother: *s\n---${body}`, plain],
  ] as const)
    for (const step of ["requestReview", "approve"] as const)
      assert.equal(takeStep(read(text, template), step, { today, successor }), undefined, text);
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
