import assert from "node:assert/strict";
import { describe, it } from "node:test";
import rule from "../../server/src/rules/approval-without-decision.ts";
import { analyse } from "../kit/analyse.ts";
import { checkRule } from "../kit/check.ts";

const template =
  "# D\n\nStatus: DRAFT\n\n## Goals\n\nWhat it is for.\n\n## Decision Log\n\n<!-- design-docs: due: approved; expect: decisions -->\n\nRecord each decision here.\n";
const goals = "## Goals\n\nPhones work offline, and what is written there is not lost.\n";

/** By what it shows: the log, and whether it records an approval. */
const logs: Readonly<Record<string, readonly [string, boolean]>> = {
  "a row": ["| Date | Decision | Approved by |\n|-|-|-|\n| 2026-03-01 | Go | @ada |\n", true],
  "an entry that only says so, whose gaps are told on it": ["- Approved by @ada.\n", true],
  "a decision with its day and author": [
    "- Decision: Redis.\n  Rationale: small.\n  Date/Author: 2026-03-01 / Ada\n",
    true,
  ],
  "a terse go": ["- 04-02: go (ada)\n", true],
  "what is still open": ["- 2026-03-01: to be approved by @ada.\n", false],
  "what was not approved": ["- 2026-03-01: not approved yet.\n", false],
  "decisions without a person": ["- 2026-03-01: we use Redis.\n", false],
  "no entry at all": ["Every decision is recorded here, in the order of its day.\n", false],
  "N/A with a reason": ["N/A: the board decides by mail.\n", true],
};

describe("approval-without-decision", () => {
  for (const [name, [log, isRecorded]] of Object.entries(logs)) {
    it(name, () => {
      const status = isRecorded ? "APPROVED" : "⟦APPROVED⟧";
      const text = `# X\n\nStatus: ${status}\n\n${goals}\n## Decision Log\n\n${log}`;
      checkRule(rule, { template, stage: "approved", text });
    });
  }

  it("leaves words for people to languages that it knows", () => {
    const text =
      "# X\n\nStatus: APPROVED\n\n## Goals\n\nTelefone arbeiten ohne Netz, und nichts geht verloren.\n\n## Decision Log\n\n- 2026-03-01: angenommen durch den Kreis der Architekten.\n";
    checkRule(rule, { template, stage: "approved", text });
  });

  const told = (status: string, log: string): readonly string[] =>
    analyse(`# X\n\nStatus: ${status}\n\n${goals}${log}`, { template })
      .findings.filter(({ severity }) => severity === "error")
      .map(({ rule: { id } }) => id);

  it("leaves a log that is missing, empty or unwritten to the rules for that", () => {
    assert.deepEqual(told("APPROVED", ""), ["missing-section"]);
    assert.deepEqual(told("APPROVED", "\n## Decision Log\n"), ["empty-section"]);
    assert.deepEqual(told("APPROVED", "\n## Decision Log\n\nTBD\n"), ["empty-section"]);
    assert.deepEqual(told("APPROVED", "\n## Decision Log\n\nRecord each decision here.\n"), [
      "placeholder-text",
    ]);
  });

  it("asks from approval on, also where words follow the status, and never of a closed document", () => {
    const log = "\n## Decision Log\n\n- Redis.\n";
    const own = (status: string): boolean => told(status, log).includes("approval-without-decision");
    assert.ok(["APPROVED (2026-03-01)", "Approved, with changes", "IMPLEMENTED in 1.2"].every(own));
    assert.ok(["DRAFT", "IN REVIEW", "REJECTED", "Superseded by [X](y)"].every((status) => !own(status)));
  });

  it("only informs where the section tells of one decision and is no log", () => {
    assert.deepEqual(told("APPROVED", "\n## Decision\n\nWe use Redis for all of it.\n"), []);
    assert.deepEqual(told("APPROVED", "\n## Decision Log\n\nWe use Redis for all of it.\n"), [rule.id]);
  });

  it("asks nothing of a document that is judged as if it were approved", () => {
    const text = `# X\n\nStatus: IN REVIEW\n\n${goals}\n## Decision Log\n\n- Redis.\n`;
    checkRule(rule, { template, stage: "approved", text });
  });

  it("tells once that no entry names a person, and leaves reasons to the rule about entries", () => {
    const of = (status: string, log: string): readonly string[] =>
      analyse(`# X\n\nStatus: ${status}\n\n${goals}\n## Decision Log\n\n${log}`, {
        template,
        stage: "approved",
      }).findings.flatMap(({ rule: { id }, message }) =>
        id === "approval-without-decision" || id === "decision-log-entry"
          ? [[id, JSON.stringify(message.args).match(/when|who|why/g) ?? []].flat().join(" ")]
          : [],
      );
    const nobody = "- 2026-03-01: we use Redis, since it is there.\n";
    assert.deepEqual(of("APPROVED", nobody), ["approval-without-decision"]);
    assert.deepEqual(of("IMPLEMENTED", `${nobody}- Keep versions.\n`), [
      "approval-without-decision",
      "decision-log-entry why",
    ]);
    // It claims no approval, or has one.
    assert.deepEqual(of("IN REVIEW", nobody), ["decision-log-entry who"]);
    assert.deepEqual(of("APPROVED", `${nobody}- 2026-03-02: approved by @ada.\n`), [
      "decision-log-entry who",
    ]);
  });
});
