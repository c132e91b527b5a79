import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readSide } from "../../server/src/facts/side.ts";
import { fixesOf } from "../../server/src/service.ts";
import { mark } from "../kit/markers.ts";
import { analyse } from "../kit/analyse.ts";

const template =
  "# Design\n\nStatus: DRAFT\nAuthors: YOUR NAME <you@example.com>\n\n## Goals\n\nWhat it is for.\n";
const bare = "# Design\n\n## Goals\n\nWhat it is for.\n";
const text = "# Sync engine\n\n## Goals\n\nPhones work offline.\n";

interface Case {
  readonly file: string;
  readonly text?: string;
  readonly template?: string;
  /** The text with what is told of the header marked, and the rules that tell it. */
  readonly told?: string;
  readonly by?: readonly string[];
  readonly stage: string;
}

const cases: Readonly<Record<string, Case>> = {
  "what stands beside the document is not missing": {
    file: "status: implemented\nauthors:\n  - Ada\n",
    stage: "implemented",
  },
  "a word of another flow": { file: "title: x\nstatus: implementable\n", template: bare, stage: "approved" },
  "a word that nobody knows": { file: "status: provisional\n", template: bare, stage: "draft" },
  "a slip of typing is told at the first line": {
    file: "status: imlpemented\n",
    template: bare,
    told: text.replace("# Sync engine", "⟦# Sync engine⟧"),
    by: ["invalid-status"],
    stage: "draft",
  },
  "a list of all statuses": {
    file: "status: provisional|implementable|implemented\nauthors: [Ada]\n",
    told: text.replace("# Sync engine", "⟦# Sync engine⟧"),
    by: ["unfilled-field"],
    stage: "draft",
  },
  "the document's own status wins": {
    file: "status: imlpemented\nauthors: [Ada]\n",
    text: text.replace("\n\n", "\n\nStatus: APPROVED\n\n"),
    stage: "approved",
  },
  "broken lines hide no others": {
    file: "\uFEFFtitle: a: b\n{{\nstatus: rejected\nauthors: x\n",
    stage: "closed",
  },
};

const header = /^(?:missing|unfilled|duplicate)-field$|^invalid-/;

describe("a file beside the document", () => {
  for (const [name, given] of Object.entries(cases)) {
    it(name, () => {
      const own = given.text ?? text;
      const analysis = analyse(own, {
        template: given.template ?? template,
        side: readSide("kep.yaml", given.file),
      });
      const findings = analysis.findings.filter(({ rule }) => header.test(rule.id));
      assert.deepEqual(
        findings.map(({ rule }) => rule.id),
        given.by ?? [],
      );
      const spans = findings.map(({ problem }) => problem.span);
      assert.equal(mark(own, spans), given.told ?? own);
      // Nothing writes to what stands elsewhere.
      for (const finding of findings) assert.deepEqual(fixesOf(analysis, finding), []);
      assert.equal(analysis.stage, given.stage);
    });
  }
});
