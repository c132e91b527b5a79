import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { decisionsOf, type Decision } from "../../server/src/rules/support/decisions.ts";
import { contextOf, templateOf } from "../kit/check.ts";
import { mark, unmark } from "../kit/markers.ts";

const template = templateOf(
  "# D\n\n## Decision Log\n\n<!-- design-docs: expect: decisions -->\n\nAll.\n\n## Next\n",
);

interface Read {
  readonly day?: string;
  readonly who?: string;
  /** Of rationale, approval, open: those that hold. */
  readonly is?: string;
}

const shown = ({ day, who, hasRationale, isApproval, isOpen }: Decision): Read => ({
  ...(day === undefined ? {} : { day }),
  ...(who === undefined ? {} : { who }),
  ...((hasRationale || isApproval || isOpen) && {
    is: [hasRationale && "why", isApproval && "approval", isOpen && "open"].filter(Boolean).join(" "),
  }),
});

/** By what it shows: the log with marks round its entries, and what is read of each. */
const cases: Readonly<Record<string, readonly [string, readonly Read[]]>> = {
  "a table": [
    "Every decision, newest last.\n\n| Date | Decision | Approved by | Why |\n|-|-|-|-|\n⟦| 2026-03-01 | Redis | @ada, @org/leads | Fast |⟧\n⟦| 3 March 2026 | MySQL | | |⟧\n| | | | |\n| TBD | - | TBD | |",
    [{ day: "2026-03-01", who: "@ada, @org/leads", is: "why approval" }, { day: "2026-03-03" }],
  ],
  "a list": [
    "⟦- 2026-03-01: approved by Ada Lovelace, since phones have it.⟧\n⟦- 2026-03-02, Grace: use Redis because it is fast⟧\n⟦- Use MySQL.⟧\n⟦- 2026-03-04, open: whether to cache. To be decided by @ada.⟧",
    [
      { day: "2026-03-01", who: "Ada Lovelace", is: "why approval" },
      { day: "2026-03-02", who: "Grace", is: "why" },
      {},
      { day: "2026-03-04", who: "@ada", is: "why open" },
    ],
  ],
  "sections below": [
    "⟦### 2026-03-01: Use Redis\n\nDecided by: the platform team\n\nRationale: it is there already.⟧\n\n⟦### Use MySQL\n\nChosen.⟧",
    [{ day: "2026-03-01", who: "the platform team", is: "why" }, {}],
  ],
  "keys and values": [
    "⟦- **Date:** 2026-03-01\n- **Decision:** Use Redis\n- **Approver:** Ada\n- **Rationale:** Fast⟧\n⟦- **Date:** 2026-03-02\n- **Decision:** No MySQL⟧",
    [{ day: "2026-03-01", who: "Ada", is: "why approval" }, { day: "2026-03-02" }],
  ],
  "lines of a paragraph": [
    "⟦2026-03-01 Ada Lovelace <ada@x.org>: go⟧\n⟦2026-03-02 @grace: LGTM⟧",
    [
      { day: "2026-03-01", who: "ada@x.org", is: "approval" },
      { day: "2026-03-02", who: "@grace", is: "approval" },
    ],
  ],
  "a sentence": ["⟦Approved by @ada in the review.⟧", [{ who: "@ada", is: "approval" }]],
  "what introduces a log is no entry": [
    "Each decision is recorded here, with who approved it and why.\n\nDecisions are approved by the reviewers.",
    [],
  ],
  "names behind a date, in brackets and at the end": [
    "⟦- 2026-03-01: Ada approved it⟧\n⟦- Use Redis (Ada, Grace Hopper)⟧\n⟦- Use MySQL – Ada⟧\n⟦- 2026-03-02: Redis, for all⟧",
    [
      { day: "2026-03-01", who: "Ada", is: "approval" },
      { who: "Ada, Grace Hopper" },
      { who: "Ada" },
      { day: "2026-03-02" },
    ],
  ],
  "a link is a reason, a second clause too": [
    "⟦- @ada: Redis ([minutes](a.md))⟧\n⟦- [@ada](a.md): Redis⟧\n⟦- @ada: Redis – no server⟧",
    [{ who: "@ada", is: "why" }, { who: "@ada" }, { who: "@ada", is: "why" }],
  ],
  "a terse log, without years and capitals": [
    "⟦- 04-02: go (ada)⟧\n⟦- 04-09, @grace: keep them a month, the lawyers insist⟧\n⟦- 04-10 @ada: MySQL at the request of customers⟧",
    [
      { who: "ada", is: "approval" },
      { who: "@grace", is: "why" },
      { who: "@ada", is: "why" },
    ],
  ],
  "a task is open until it is ticked": ["⟦- [ ] sign-off⟧", [{ is: "approval open" }]],
  "a table of keys": [
    "| Key | Value |\n|-|-|\n⟦| Date | 2026-03-01 |\n| Decision | Redis |\n| Approved by | Ada |⟧",
    [{ day: "2026-03-01", who: "Ada", is: "approval" }],
  ],
  "what was not approved is no approval": [
    "⟦- 2026-03-01: not yet approved by @ada⟧",
    [{ day: "2026-03-01", who: "@ada", is: "open" }],
  ],
};

describe("decisions", () => {
  for (const [name, [body, expected]] of Object.entries(cases)) {
    it(name, () => {
      const marked = `# X\n\n## Decision Log\n\n${body}\n\n## Next\n\nx\n`;
      const { text } = unmark(marked);
      const decisions = decisionsOf(contextOf(text, template, "approved"));
      assert.equal(
        mark(
          text,
          decisions.map(({ span }) => span),
        ),
        marked,
      );
      assert.deepEqual(decisions.map(shown), expected);
    });
  }

  it("a date that could be two days is a date without a day", () => {
    const text = "# X\n\n## Decision Log\n\n- 03/04/2026: go\n";
    const [decision] = decisionsOf(contextOf(text, template, "approved"));
    assert.deepEqual([decision?.day, decision?.isDated], [undefined, true]);
  });
});
