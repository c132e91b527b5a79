import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { asksForStep } from "../../../server/src/features/lifecycle/status-word.ts";
import type { Taking } from "../../../server/src/features/lifecycle/decision.ts";
import { takeStep } from "../../../server/src/features/lifecycle/take-step.ts";
import type { Facts } from "../../../server/src/facts/facts.ts";
import { analyze, type Analysis } from "../../../server/src/service.ts";
import { applyEdits, type Edit } from "../../../server/src/text/edit.ts";
import { builtInTemplate } from "../../../server/src/template/built-in.ts";
import { builtInText } from "../../../server/src/template/built-in-text.ts";
import { facts, templateOf } from "../../kit/check.ts";
import { oddDocument } from "../../kit/odd-documents.ts";
import { randomFrom } from "../../kit/random.ts";
import { unmark } from "../../kit/markers.ts";

const template =
  "# Design\n\nStatus: DRAFT\nAuthor: YOUR NAME <you@example.com>\nReviewers: @owner1, @owner2\n\n## Goals\n\nWhat it is for.\n\n## Decision Log\n\n<!-- design-docs: due: approved; expect: decisions -->\n\nRecord each decision: what was decided, who approved it, and why.\n\n## Appendix (optional)\n\nMore.\n";
const people = { "grace hopper": "@grace", "ada@lovelace.dev": "@ada" };
const today = "2026-03-02";

const approve = (analysis: Analysis, taking: Taking): readonly Edit[] | undefined =>
  takeStep(analysis, "approve", taking)?.edits;

const read = (text: string, about: Partial<Facts> = {}, governing = template): Analysis =>
  analyze({
    text,
    template: templateOf(governing),
    settings: { rules: {}, people },
    facts: { ...facts, ...about },
  });

const approved = (text: string, about: Partial<Facts> = {}, more: Partial<Taking> = {}): string => {
  const edits = approve(read(text, about), { today, ...more });
  assert.ok(edits, "nothing is offered");
  return applyEdits(text, edits);
};

const found = ({ findings }: Analysis): readonly string[] =>
  findings.map(({ rule, message }) => `${rule.id} ${JSON.stringify(message)}`);

/** Approval asks for these, and nothing else may be told that was not told before. */
const demanded = new Set(["implementation-link-missing"]);

/** What is told after approving and was not told of the same text as if it were approved. */
function newFindings(before: string, after: string): readonly string[] {
  const known = new Set(
    found(
      analyze({
        text: before,
        template: templateOf(template),
        settings: { rules: {}, people },
        facts,
        stage: "approved",
      }),
    ),
  );
  return found(read(after)).filter(
    (finding) => !known.has(finding) && !demanded.has(finding.split(" ")[0] ?? ""),
  );
}

const header = "Status: DRAFT\nAuthor: Ada Lovelace <ada@lovelace.dev>\nReviewers: @grace";
const goals = "\n\n## Goals\n\nPhones work offline.\n";
const document = (log: string, head = header): string =>
  `# Sync engine\n\n${head}${goals}\n## Decision Log\n${log}`;

const sentence = "Approved by @grace as proposed, for the reasons given in this document.";

/** By what it shows: the log before and after. */
const logs: Readonly<Record<string, readonly [string, string]>> = {
  empty: ["", `\n- ${today}: ${sentence}\n`],
  "a word that says nothing": ["\nTBD\n", `\n- ${today}: ${sentence}\n`],
  "filler in a list": ["\n- TBD\n", `\n- ${today}: ${sentence}\n`],
  "the template’s guidance": [
    "\nRecord each decision: what was decided, who approved it, and why.\n",
    `\n- ${today}: ${sentence}\n`,
  ],
  "guidance below a comment, which stays": [
    "\n<!-- ours -->\n\nRecord each decision: what was decided, who approved it, and why.\n",
    `\n<!-- ours -->\n\n- ${today}: ${sentence}\n`,
  ],
  "guidance beside words of the author’s": [
    "\nRecord each decision: what was decided, who approved it, and why.\n\nSee the minutes.\n",
    `\nRecord each decision: what was decided, who approved it, and why.\n\nSee the minutes.\n\n- ${today}: ${sentence}\n`,
  ],
  "a list": [
    "\n* 2026-02-20: Redis, by @grace, since it is small.\n",
    `\n* 2026-02-20: Redis, by @grace, since it is small.\n* ${today}: ${sentence}\n`,
  ],
  "a list without an end of line": [
    "\n- 2026-02-20: Redis, by @grace, since it is small.",
    `\n- 2026-02-20: Redis, by @grace, since it is small.\n- ${today}: ${sentence}`,
  ],
  "a list whose days are set off otherwise": [
    "\n- **2026-02-20**, by @grace: Redis, since it is small.\n",
    `\n- **2026-02-20**, by @grace: Redis, since it is small.\n- **${today}**, a${sentence.slice(1)}\n`,
  ],
  "a numbered list whose items stand apart": [
    "\n1. 2026-02-20: Redis, by @grace, since it is small.\n\n2. 2026-02-21: No MySQL, by @grace, since it is slow.\n",
    `\n1. 2026-02-20: Redis, by @grace, since it is small.\n\n2. 2026-02-21: No MySQL, by @grace, since it is slow.\n\n3. ${today}: ${sentence}\n`,
  ],
  "a list with the newest first": [
    "\n- 2026-02-21: No MySQL, by @grace, since it is slow.\n- 2026-02-20: Redis, by @grace, since it is small.\n",
    `\n- ${today}: ${sentence}\n- 2026-02-21: No MySQL, by @grace, since it is slow.\n- 2026-02-20: Redis, by @grace, since it is small.\n`,
  ],
  "a list with sentences behind it": [
    "\n- 2026-02-20: Redis, by @grace, since it is small.\n\nThe minutes say more.\n",
    `\n- 2026-02-20: Redis, by @grace, since it is small.\n- ${today}: ${sentence}\n\nThe minutes say more.\n`,
  ],
  "a table": [
    "\n| Date | Decision | Approved by | Why |\n| --- | --- | --- | --- |\n| 2026-02-20 | Redis | @grace | It is small |\n",
    `\n| Date | Decision | Approved by | Why |\n| --- | --- | --- | --- |\n| 2026-02-20 | Redis | @grace | It is small |\n| ${today} | Approved as proposed | @grace | For the reasons given in this document |\n`,
  ],
  "a table with other columns in another order": [
    "\n| ID | What | Date | Status | Link |\n|--|--|--|--|--|\n| D-09 | Redis, by @grace, since it is small | 2026-02-20 | Done | x |\n",
    `\n| ID | What | Date | Status | Link |\n|--|--|--|--|--|\n| D-09 | Redis, by @grace, since it is small | 2026-02-20 | Done | x |\n| D-10 | ${sentence.slice(0, -1)} | ${today} | Approved |  |\n`,
  ],
  "a table without a row": [
    "\n| Date | Who | Why |\n|--|--|--|\n",
    `\n| Date | Who | Why |\n|--|--|--|\n| ${today} | @grace | Approved as proposed, for the reasons given in this document |\n`,
  ],
  "a table with an empty row": [
    "\n| Date | Decision | Who |\n|--|--|--|\n| | | |\n",
    `\n| Date | Decision | Who |\n|--|--|--|\n| ${today} | Approved as proposed, for the reasons given in this document | @grace |\n`,
  ],
  "sections below": [
    "\n### 2026-02-20: Use Redis\n\nDecided by @grace, since it is small.\n\n## Appendix\n\nx\n",
    `\n### 2026-02-20: Use Redis\n\nDecided by @grace, since it is small.\n\n### ${today}: Approved\n\n${sentence}\n\n## Appendix\n\nx\n`,
  ],
  "bold labels": [
    "\n**2026-02-20: Use Redis.** Decided by @grace, since it is small.\n",
    `\n**2026-02-20: Use Redis.** Decided by @grace, since it is small.\n\n**${today}:** ${sentence}\n`,
  ],
  "keys and values": [
    "\n- **Date:** 2026-02-20\n- **Decision:** Redis\n- **Approver:** @grace\n- **Rationale:** It is small\n",
    `\n- **Date:** 2026-02-20\n- **Decision:** Redis\n- **Approver:** @grace\n- **Rationale:** It is small\n- **Date:** ${today}\n- **Decision:** Approved as proposed\n- **Approver:** @grace\n- **Rationale:** For the reasons given in this document\n`,
  ],
  "a line with a day": [
    "\n2026-02-20: Redis, decided by @grace, since it is small.\n",
    `\n2026-02-20: Redis, decided by @grace, since it is small.\n\n${today}: ${sentence}\n`,
  ],
  "a sentence that introduces nothing": [
    "\nDecisions stand in the minutes.\n",
    `\nDecisions stand in the minutes.\n\n- ${today}: ${sentence}\n`,
  ],
};

describe("approving adds to a decision log", () => {
  for (const [name, [before, after]] of Object.entries(logs)) {
    const text = document(before);
    const expected = document(after)
      .replace("DRAFT", "APPROVED")
      .replace("@grace\n", "@grace\nImplementation:\n");
    it(name, () => {
      assert.equal(approved(text), expected);
      assert.deepEqual(newFindings(text, expected), []);
    });
    it(`${name}, with CRLF`, () => {
      assert.equal(approved(text.replaceAll("\n", "\r\n")), expected.replaceAll("\n", "\r\n"));
    });
  }

  it("inserts one that is missing", () => {
    const text = `# Sync engine\n\n${header}${goals}\n## Appendix\n\nx\n`;
    assert.equal(
      approved(text),
      `# Sync engine\n\n${header.replace("DRAFT", "APPROVED")}\nImplementation:${goals}\n## Decision Log\n\n- ${today}: ${sentence}\n\n## Appendix\n\nx\n`,
    );
  });

  it("puts header and log in their order at the end of a text", () => {
    assert.equal(
      approved(`# Sync engine\n\n${header}`),
      `# Sync engine\n\n${header.replace("DRAFT", "APPROVED")}\nImplementation:\n\n## Decision Log\n\n- ${today}: ${sentence}\n`,
    );
  });
});

/** By what it shows: the header before and after. */
const headers: Readonly<Record<string, readonly [string, string]>> = {
  "lines, in small letters": [
    "Status: in_review\nReviewers: @grace",
    "Status: approved\nReviewers: @grace\nImplementation:",
  ],
  bullets: [
    "- **Status:** In Review\n- **Reviewers:** @grace",
    "- **Status:** Approved\n- **Reviewers:** @grace\n- **Implementation:**",
  ],
  "values in bold": [
    "**Status**: **DRAFT**\\\n**Reviewers**: @grace",
    "**Status**: **APPROVED**\\\n**Reviewers**: @grace\n**Implementation**:",
  ],
  "one line": [
    "**Status:** DRAFT | **Reviewers:** @grace",
    "**Status:** APPROVED | **Reviewers:** @grace\n**Implementation:**",
  ],
  "a day behind the status": [
    "Status: In review (since 2026-02-01)\nReviewers: @grace",
    "Status: Approved (since 2026-03-02)\nReviewers: @grace\nImplementation:",
  ],
  "words round the status": [
    "Status: ~~DRAFT~~ IN REVIEW, second round <!-- see wiki -->\nReviewers: @grace",
    "Status: ~~DRAFT~~ APPROVED, second round <!-- see wiki -->\nReviewers: @grace\nImplementation:",
  ],
  "a list of statuses": [
    "Status: DRAFT | IN REVIEW | APPROVED\nReviewers: @grace",
    "Status: APPROVED\nReviewers: @grace\nImplementation:",
  ],
  "no value": ["Status:\nReviewers: @grace", "Status: APPROVED\nReviewers: @grace\nImplementation:"],
  "a place for the links": [
    "Status: DRAFT\nReviewers: @grace\nImplementation: #12",
    "Status: APPROVED\nReviewers: @grace\nImplementation: #12",
  ],
  "another name for that place": [
    "Status: DRAFT\nReviewers: @grace\nTracking issue: #12",
    "Status: APPROVED\nReviewers: @grace\nTracking issue: #12",
  ],
};

describe("approving keeps the spelling of a header", () => {
  const log = `\n- ${today}: ${sentence}\n`;
  for (const [name, [before, after]] of Object.entries(headers)) {
    it(name, () => assert.equal(approved(document("", before)), document(log, after)));
  }

  it("front matter", () => {
    const text = (status: string, more: string): string =>
      `\uFEFF---\nstatus: "${status}"\nreviewers: [@grace]\n${more}---\n\n# Sync engine${goals}\n## Decision Log\n`;
    assert.equal(
      approved(text("draft", "")),
      `${text("approved", "implementation:\n")}\n- ${today}: ${sentence}\n`,
    );
  });
});

describe("who approves", () => {
  const nobody = "Approved as proposed, for the reasons given in this document.";
  const cases: readonly (readonly [string, string, string | undefined, string])[] = [
    ["the person who acts, by handle", header, "Grace Hopper <g@navy.org>", sentence],
    [
      "by name where no handle is known",
      header,
      "Jun Park <jun@park.dev>",
      sentence.replace("@grace", "Jun Park"),
    ],
    ["not the only author", header, "A. Lovelace <Ada@lovelace.dev>", sentence],
    ["nobody beside the author", header.replace("@grace", "@ada"), "Ada Lovelace <ada@lovelace.dev>", nobody],
    ["not a placeholder", header.replace("@grace", "@owner1"), undefined, nobody],
    [
      "an author among several",
      header.replace(".dev>", ".dev>, Jun Park <jun@park.dev>"),
      "Jun Park <jun@park.dev>",
      sentence.replace("@grace", "Jun Park"),
    ],
    [
      "all reviewers",
      header.replace("@grace", "@grace (storage), @org/leads"),
      undefined,
      sentence.replace("@grace", "@grace, @org/leads"),
    ],
  ];
  for (const [name, head, author, expected] of cases) {
    it(name, () => {
      const text = document("", head);
      const after = approved(text, author === undefined ? {} : { author });
      assert.ok(after.endsWith(`- ${today}: ${expected}\n`), after);
    });
  }

  it("the approver who is named", () => {
    assert.match(approved(document(""), {}, { approver: "@jun" }), /by @jun as proposed, for/);
  });
});

describe("approving is not offered", () => {
  const texts: Readonly<Record<string, string>> = {
    "what is approved": document("", header.replace("DRAFT", "APPROVED")),
    "what is closed": document("", header.replace("DRAFT", "REJECTED")),
    "without a status": document("", header.replace("Status: DRAFT\n", "")),
    "where an open fence would swallow the entry": document("\n```\ncode\n"),
  };
  for (const [name, text] of Object.entries(texts))
    it(name, () => assert.equal(approve(read(text), { today }), undefined));

  it("by a template without a status for it", () => {
    const governing = "# D\n\nStatus: OPEN | SHUT\n\n## Goals\n\nx.\n";
    assert.equal(approve(read("# X\n\nStatus: OPEN\n", {}, governing), { today }), undefined);
  });
});

describe("where it is offered", () => {
  const cases: readonly (readonly [string, boolean])[] = [
    ["# X\n\nSta▮tus: DRAFT\nAuthor: Ada\n", true],
    ["# X\n\nStatus: DRAFT▮\nAuthor: Ada\n", true],
    ["# X\n\nStatus: DRAFT\nAut▮hor: Ada\n", false],
    ["# ▮X\n\nStatus: DRAFT\nAuthor: Ada\n", false],
  ];
  for (const [marked, isOffered] of cases) {
    it(JSON.stringify(marked), () => {
      const { text, carets } = unmark(marked);
      const [offset = 0] = carets;
      assert.equal(asksForStep(read(text), { start: offset, end: offset }), isOffered);
    });
  }
});

it("takes nothing from odd documents but their status, filler and the template’s own words", () => {
  const runs = Number(process.env["DESIGN_DOCS_RUNS"] ?? 60);
  const first = Number(process.env["DESIGN_DOCS_SEED"] ?? 1);
  const bar = /[\s|>*+\-.)]+/g;
  const known = builtInText.replace(bar, " ");
  let offered = 0;
  for (let seed = first; seed < first + runs; seed++) {
    const text = oddDocument(randomFrom(seed));
    const judged = (other: string): Analysis =>
      analyze({ text: other, template: builtInTemplate(), facts, settings: { rules: {} } });
    const before = judged(text);
    const edits = approve(before, { today });
    if (!edits) continue;
    offered++;
    const status = before.alignment.fields.find(({ wanted }) => wanted.shape === "status")?.field;
    for (const { span } of edits) {
      const isStatus = text.slice(span.start, span.end) === status?.value;
      for (const paragraph of isStatus ? [] : text.slice(span.start, span.end).split(/(?:\r?\n[ \t]*){2,}/)) {
        const taken = paragraph.replace(bar, " ").trim();
        assert.ok(known.includes(taken) || taken === "TBD" || taken === "N/A", `seed ${seed} takes ${taken}`);
      }
    }
    const after = judged(applyEdits(text, edits));
    assert.equal(after.stage, "approved", `seed ${seed}`);
    const ids = after.findings.map(({ rule }) => rule.id);
    assert.ok(!ids.includes("approval-without-decision"), `seed ${seed}`);
  }
  assert.ok(offered > runs / 4, `${offered} of ${runs}`);
});
