import { describe, it } from "node:test";
import invalidDate from "../../server/src/rules/invalid-date.ts";
import invalidStatus from "../../server/src/rules/invalid-status.ts";
import missingField from "../../server/src/rules/missing-field.ts";
import type { Example, Rule } from "../../server/src/rules/rule.ts";
import unfilledField from "../../server/src/rules/unfilled-field.ts";
import { checkRule } from "../kit/check.ts";

type Case = Omit<Example, "title">;

const goals = "\n\n## Goals\n\nPhones work offline.\n";
const lines = `# Design\n\nStatus: Draft | In Review | Accepted\nAuthor(s): NAME\nDate: YYYY-MM-DD${goals}`;
const data = `---\nstatus: "{draft | accepted}"\ndate: {YYYY-MM-DD when decided}\n---\n\n# Design${goals}`;
const open = `# Design\n\nStatus: To be reviewed${goals}`;
const sections = `# Design\n\n## Status\n\n{Proposed | Accepted}${goals}`;
const bullets = `# Design\n\n- **Owner:** NAME\n- **Area:** NAME${goals}`;

const cases: readonly (readonly [Rule, Readonly<Record<string, Case>>])[] = [
  [
    missingField,
    {
      "another word for it": {
        template: lines,
        text: `# X\n\nState: Draft\nOwner: Ada\nCreated at: 2026-03-01${goals}`,
      },
      "a section of its own": {
        template: lines,
        text: `# X\n\nDate: 2026-03-01\n\n## Status\n\nDraft\n\n## Authors\n\n- Ada${goals}`,
      },
      "a slip of typing in the key": {
        template: lines,
        text: `# X\n\n- Status: Draft\n- ⟦Auhtors⟧: Ada\n- Date: 2026-03-01${goals}`,
        fixed: `# X\n\n- Status: Draft\n- Author(s): Ada\n- Date: 2026-03-01${goals}`,
      },
      "front matter begins as in the template": {
        template: data,
        text: `⟦⟦# X⟧⟧${goals}`,
        fixed: `---\nstatus: draft\n---\n\n# X${goals}`,
      },
      "a bullet as in the template": {
        template: bullets,
        text: `# X\n\n- **Owner:**\n  - Ada\n  - Grace${goals}`.replace("- **Owner:**", "⟦- **Owner:**⟧"),
        fixed: `# X\n\n- **Owner:**\n  - Ada\n  - Grace\n- **Area:** NAME${goals}`,
      },
      "a missing section is told as that": { template: sections, text: `# X${goals}` },
    },
  ],
  [
    unfilledField,
    {
      "the whole list of statuses": {
        template: lines,
        text: `# X\n\n| | |\n|-|-|\n| Status | ⟦Draft \\| In Review \\| Accepted⟧ |\n| Author | Ada |\n| Date | 2026-03-01 |${goals}`,
        fixed: `# X\n\n| | |\n|-|-|\n| Status | Draft |\n| Author | Ada |\n| Date | 2026-03-01 |${goals}`,
      },
      "placeholders in front matter": {
        template: data,
        text: `---\nstatus: "⟦{draft | accepted}⟧"\ndate: ⟦{YYYY-MM-DD when decided}⟧\n---\n\n# X${goals}`,
        fixed: `---\nstatus: "draft"\ndate: {YYYY-MM-DD when decided}\n---\n\n# X${goals}`,
      },
      "a list behind its key": {
        template: lines,
        text: `# X\n\nStatus: Draft\nDate: 2026-03-01\nAuthors:\n\n- Ada\n- Grace${goals}`,
      },
      "none is an answer": { template: bullets, text: `# X\n\n- Owner: Ada\n- Area: N/A${goals}` },
      "a day that is none": {
        template: lines,
        text: `# X\n\nStatus: Draft\nAuthor: Ada\nDate: ⟦[Day]⟧${goals}`,
      },
      "an empty section is told as that": { template: sections, text: `# X\n\n## Status${goals}` },
    },
  ],
  [
    invalidStatus,
    {
      remarks: {
        template: lines,
        text: `# X\n\n* Status: **Accepted (superseded by ADR-5)**${goals}`,
        stage: "approved",
      },
      "a picture": {
        template: lines,
        text: `# X\n\n*Status: In Review 🛫*\\\n*Author: Ada*${goals}`,
        stage: "review",
      },
      "struck out": { template: lines, text: `# X\n\nStatus: ~~Draft~~ Accepted${goals}`, stage: "approved" },
      "the next line": {
        template: data,
        text: `---\nstatus:\n    accepted\n---\n\n# X${goals}`,
        stage: "approved",
      },
      "a slip before a remark": {
        template: lines,
        text: `# X\n\nStatus: ⟦Acepted (since March)⟧${goals}`,
        fixed: `# X\n\nStatus: Accepted (since March)${goals}`,
      },
      "words of another flow where the template has none": {
        template: open,
        text: `# X\n\nStatus: Under Review${goals}`,
        stage: "review",
      },
      "any word where the template lists none": { template: open, text: `# X\n\nStatus: Parked${goals}` },
      "but no slip": {
        template: open,
        text: `# X\n\nStatus: ⟦Aproved⟧${goals}`,
        fixed: `# X\n\nStatus: APPROVED${goals}`,
      },
      "a section": {
        template: sections,
        text: `# X\n\n## Status\n\n⟦Acepted⟧${goals}`,
        fixed: `# X\n\n## Status\n\nAccepted${goals}`,
      },
      "a section that tells it at length": {
        template: sections,
        text: `# X\n\n## Status\n\nWe have built the first half.${goals}`,
      },
    },
  ],
  [
    invalidDate,
    {
      "a remark behind the day": {
        template: lines,
        text: `# X\n\nDate: 2026-03-01 (updated: 2026-04-01)${goals}`,
      },
      "a remark behind no day": { template: lines, text: `# X\n\nDate: ⟦2026-02-30 (updated)⟧${goals}` },
    },
  ],
];

for (const [rule, given] of cases) {
  describe(`${rule.id} in every spelling`, () => {
    for (const [name, example] of Object.entries(given)) it(name, () => checkRule(rule, example));
  });
}
