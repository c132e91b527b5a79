import { describe, it } from "node:test";
import { rules } from "../../server/src/rules/index.ts";
import type { Example } from "../../server/src/rules/rule.ts";
import { checkRule } from "../kit/check.ts";

type Case = Omit<Example, "title">;

const template =
  "# Design\n\n## Goals\n\nSay what it is for, briefly.\n\n## Proposal\n\nWhat to build.\n\n### Data Flow\n\nWhat goes where.\n\n## Alternatives Considered\n\nWhat was not chosen.\n";
const fields =
  "# Design\n\nStatus: DRAFT\nAuthor: YOUR NAME <you@example.com>\nDate: YYYY-MM-DD\nReviewers: @owner1\nArea: TBD\n";

/** By rule: what an author may well write, and what is told of it. */
const cases: Readonly<Record<string, Readonly<Record<string, Case>>>> = {
  "duplicate-field": {
    "in the head of a table the second goes, and the first cannot": {
      template: fields,
      text: "# X\n\n| Date | 2026-03-01 |\n| --- | --- |\n⟦| Date | 2026-03-02 |⟧\n| Status | DRAFT |\n| Author | A <a@b.c> |\n| Reviewers | @a |\n| Area | b |\n",
      fixed:
        "# X\n\n| Date | 2026-03-01 |\n| --- | --- |\n| Status | DRAFT |\n| Author | A <a@b.c> |\n| Reviewers | @a |\n| Area | b |\n",
    },
    "of a line with other fields, only the field goes": {
      template: fields,
      text: "# X\n\nStatus: DRAFT | Date: 2026-03-01 | ⟦Status: DRAFT⟧\n",
      fixed: "# X\n\nStatus: DRAFT | Date: 2026-03-01\n",
    },
    "a field that the template itself has twice": {
      template: "# D\n\nStatus: DRAFT\nDate: YYYY-MM-DD\nStatus: DRAFT\n",
      text: "# X\n\nStatus: DRAFT\nDate: 2026-03-01\nStatus: IN REVIEW\n",
    },
    "one more than the template has, told once": {
      template: "# D\n\nStatus: DRAFT\nStatus: DRAFT\n",
      text: "# X\n\nStatus: DRAFT\nStatus: DRAFT\n⟦Status: DRAFT⟧\n",
      fixed: "# X\n\nStatus: DRAFT\nStatus: DRAFT\n",
    },
  },
  "duplicate-section": {
    "what stands round a heading that goes stays apart": {
      template,
      text: "# X\n\n## Goals\n\nFast.\n⟦## Goals⟧\n\nSmall.\n",
      fixed: "# X\n\n## Goals\n\nFast.\n\nSmall.\n",
    },
    "code at the start of the second section is code still": {
      template,
      text: "# X\n\n## Goals\n\nFast.\n\n## Proposal\n\nx\n\n⟦## Goals⟧\n\n    a\n    b\n",
      fixed: "# X\n\n## Goals\n\nFast.\n\n    a\n    b\n\n## Proposal\n\nx\n",
    },
  },
  "misspelled-section": {
    "keeps ids, marks, numbers and anchors": {
      template,
      text: '# X\n\n## 2. **⟦Gaols⟧** {#goals}\n\nx\n\n## <a id="p"></a>🚀 ⟦Propsal⟧\n\ny\n',
      fixed: '# X\n\n## 2. **Goals** {#goals}\n\nx\n\n## <a id="p"></a>🚀 ⟦Propsal⟧\n\ny\n'.replace(
        /[⟦⟧]/g,
        "",
      ),
    },
    "added words, other languages and tables of contents are no slips": {
      template,
      text: "# X\n\n## Contents\n\n## Goals A\n\n## Goals / 目標\n\n## Proposals of others\n\n## Alternation\n",
    },
    "no short form that names two sections": {
      template: "# D\n\n## Security Goals\n\n## Security Tests\n",
      text: "# X\n\n## Security\n",
    },
    "a short form at a wrong level is told by its level": {
      template,
      text: "# X\n\n## Goals\n\nx\n\n## Proposal\n\n#### Alternatives\n\ny\n",
    },
    "a bold line in the middle of a paragraph": {
      template,
      text: "# X\n\nSome words.\n⟦**Goals:**⟧\nFast.\n",
      fixed: "# X\n\nSome words.\n\n## Goals\n\nFast.\n",
    },
  },
  "section-level": {
    "the level of the others, where all are deeper": {
      template: "# D\n\n## A\n\n## B\n\n## C\n\n## D\n\n## E\n",
      text: "# X\n\n### A\n\na\n\n### B\n\nb\n\n### C\n\nc\n\n### D\n\nd\n\n⟦## E⟧\n\ne\n",
      fixed: "# X\n\n### A\n\na\n\n### B\n\nb\n\n### C\n\nc\n\n### D\n\nd\n\n### E\n\ne\n",
    },
  },
  "empty-section": {
    "a bare N/A is enough in an optional section": {
      template: "# D\n\n## Goals\n\nWhy.\n\n## Issues (if applicable)\n\nWhich.\n",
      text: "# X\n\n## Goals\n\n⟦N/A⟧\n\n## Issues\n\nN/A\n",
    },
    "TBD is not": {
      template: "# D\n\n## Issues (optional)\n\nWhich.\n",
      text: "# X\n\n## Issues\n\n⟦TBD⟧\n",
    },
  },
  "section-order": {
    "one move where only the section around was moved": {
      template: "# D\n\n## A\n\n### A1\n\n### A2\n\n## B\n\n## C\n",
      text: "# X\n\n### A1\n\n### A2\n\n## B\n\n⟦## A⟧\n\na\n\n## C\n",
    },
    "a subsection below another section": {
      template,
      text: "# X\n\n## Goals\n\nx\n\n## Proposal\n\ny\n\n## Alternatives Considered\n\nz\n\n⟦### Data Flow⟧\n\nd\n",
      fixed:
        "# X\n\n## Goals\n\nx\n\n## Proposal\n\ny\n\n### Data Flow\n\nd\n\n## Alternatives Considered\n\nz\n",
    },
    "no fix that an open fence would swallow": {
      template,
      text: "# X\n\n## Proposal\n\ny\n\n⟦## Goals⟧\n\nx\n\n```\ncode\n",
    },
    "a section with the title goes behind the header, not before the H1": {
      template: "# Design\n\nStatus: DRAFT\n\n## Title\n\nName it.\n\n## Goals\n\nSay why.\n",
      text: "# X\n\nStatus: DRAFT\n\n## Goals\n\nx\n\n⟦## Title⟧\n\ny\n",
      fixed: "# X\n\nStatus: DRAFT\n\n## Title\n\ny\n\n## Goals\n\nx\n",
    },
    "a rule behind the section makes no heading of the line before it": {
      template,
      text: "# X\n\n## Proposal\n\ny\n⟦## Goals⟧\n\nx\n\nAlternatives Considered\n---\n\nz\n",
      fixed: "# X\n\n## Goals\n\nx\n\n## Proposal\n\ny\n\nAlternatives Considered\n---\n\nz\n",
    },
    CRLF: {
      template,
      text: "# X\r\n\r\n## Proposal\r\n\r\ny\r\n\r\n### Data Flow\r\n\r\nd\r\n\r\n⟦## Goals⟧\r\n\r\nx\r\n",
      fixed: "# X\r\n\r\n## Goals\r\n\r\nx\r\n\r\n## Proposal\r\n\r\ny\r\n\r\n### Data Flow\r\n\r\nd\r\n",
    },
  },
  "missing-section": {
    "a section in two languages is there": {
      template: "# D\n\n## Goals\n",
      text: "# X\n\n## Goals (目標)\n\nx\n",
      stage: "review",
    },
    "before what belongs below it": {
      template,
      stage: "review",
      text: "# X\n\n⟦## Goals⟧\n\nx\n\n### Data Flow\n\nd\n\n## Alternatives Considered\n\nz\n",
      fixed:
        "# X\n\n## Goals\n\nx\n\n## Proposal\n\nWhat to build.\n\n### Data Flow\n\nd\n\n## Alternatives Considered\n\nz\n",
    },
    "behind what belongs below it, where only the heading was deleted": {
      template: "# D\n\n## A\n\na a a\n\n## B\n\nb b b\n\n### B1\n\nc c c\n\n### B2\n\nd d d\n",
      stage: "review",
      text: "# X\n\n⟦## A⟧\n\nx\n\n### B1\n\ny\n",
      fixed: "# X\n\n## A\n\nx\n\n## B\n\nb b b\n\n### B1\n\ny\n\n### B2\n\nd d d\n",
    },
    "not behind a section that stands wrong": {
      template: "# D\n\n## A\n\na a a\n\n## B\n\nb b b\n\n## C\n\nc c c\n\n## D\n\nd d d\n",
      stage: "review",
      text: "# X\n\n## C\n\nx\n\n## A\n\ny\n\n⟦## B⟧\n\nz\n",
      fixed: "# X\n\n## C\n\nx\n\n## A\n\ny\n\n## B\n\nz\n\n## D\n\nd d d\n",
    },
    "before the template's instructions": {
      template:
        "# D\n\n## A\n\na a a\n\n## B\n\nb b b\n\n---\n\nHow to use this template\n\n- Copy it first.\n",
      stage: "review",
      text: "# X\n\n⟦## A⟧\n\nx\n\n---\n\nHow to use this template\n\n- Copy it first.\n",
      fixed: "# X\n\n## A\n\nx\n\n## B\n\nb b b\n\n---\n\nHow to use this template\n\n- Copy it first.\n",
    },
    "a title": {
      template: "# Design\n\n## Title\n\nName it.\n\n## Goals\n",
      text: "⟦Status: DRAFT⟧\n\n## Goals\n\nx\n",
      fixed: "# Design\n\nStatus: DRAFT\n\n## Goals\n\nx\n",
    },
  },
  "template-instructions": {
    "what was appended behind them stays": {
      template: "# D\n\n## A\n\na a a\n\n---\n\nHow to use this template\n\n- Copy it first.\n",
      text: "# X\n\n## A\n\nx\n\n---\n\n⟦How to use this template\n\n- Copy it first.⟧\n\n## More\n\nm\n",
      fixed: "# X\n\n## A\n\nx\n\n---\n\n## More\n\nm\n",
    },
  },
  "placeholder-text": {
    "a rule below guidance makes no heading of the line above it": {
      template,
      text: "# X\n\n## Goals\n\nFast.\n- ⟦Say what it is for, briefly.⟧\n---\n\nSmall.\n",
      fixed: "# X\n\n## Goals\n\nFast.\n\n---\n\nSmall.\n",
    },
    "paragraphs stay apart with CRLF": {
      template,
      text: "# X\r\n\r\n## Goals\r\n\r\nFast.\r\n- ⟦Say what it is for, briefly.⟧\r\n\r\nSmall.\r\n",
      fixed: "# X\r\n\r\n## Goals\r\n\r\nFast.\r\n\r\nSmall.\r\n",
    },
    "tasks and a label above a list stay, a task that only shows where one stands does not": {
      template:
        "# D\n\n## A\n\nThe parts are listed here:\n\n- [ ] Unit tests were added\n- [ ] Task 2 {what to do}\n",
      text: "# X\n\n## A\n\nThe parts are listed here:\n\n- one\n- [x] Unit tests were added\n- [ ] Unit tests were added\n- [ ] ⟦Task 2 {what to do}⟧\n",
      fixed:
        "# X\n\n## A\n\nThe parts are listed here:\n\n- one\n- [x] Unit tests were added\n- [ ] Unit tests were added\n",
    },
    "not in a section that is told as a duplicate": {
      template,
      text: "# X\n\n## Goals\n\nx\n\n## Goals\n\nSay what it is for, briefly.\n",
    },
    "a token with blanks round it": {
      template,
      text: "# X\n\n## Goals\n\nServe ⟦[insert number]⟧ phones.\n",
      fixed: "# X\n\n## Goals\n\nServe phones.\n",
    },
  },
  "unfilled-field": {
    "a list below the line is its value": {
      template: fields,
      text: "# X\n\nStatus: DRAFT\nDate: 2026-03-01\nReviewers: @a\nArea: b\nAuthor:\n\n- Ada\n- Grace\n",
    },
    "words that say that there is none": {
      template: fields,
      text: "# X\n\nStatus: DRAFT\nAuthor: A <a@b.c>\nDate: ⟦TBD⟧\nReviewers: ⟦none⟧\nArea: ⟦TBD⟧\n",
    },
    "an empty bold field": {
      template: fields,
      fileName: "x.md",
      text: "# X\n\n- **Status:** DRAFT\n- **Author:** A <a@b.c>\n⟦- **Date:**⟧\n- **Reviewers:** @a\n- **Area:** b\n",
      fixed:
        "# X\n\n- **Status:** DRAFT\n- **Author:** A <a@b.c>\n- **Date:** 2026-03-02\n- **Reviewers:** @a\n- **Area:** b\n",
    },
  },
  "invalid-status": {
    "the template's own word": {
      template: "# D\n\nStatus: To be reviewed\n",
      text: "# X\n\nStatus: to be reviewed\n",
    },
    "a link and other fields on the line": {
      template: fields,
      text: "# X\n\n**Status:** [DRAFT](x/y) | **Area:** b\n",
    },
  },
  "invalid-author": {
    "more than a name and an address is left to the author": {
      template: fields,
      text: "# X\n\nStatus: DRAFT\nAuthor: ⟦Ada &lt;a@b.c&gt;⟧, B <b@c.d>\n",
    },
    "a remark behind the address": {
      template: fields,
      text: "# X\n\nStatus: DRAFT\nAuthor: Ada <a@b.c> (Platform)\n",
    },
    "a link": {
      template: fields,
      text: "# X\n\nStatus: DRAFT\nAuthor: ⟦[Ada](mailto:a@b.c)⟧\n",
      fixed: "# X\n\nStatus: DRAFT\nAuthor: Ada <a@b.c>\n",
    },
  },
  "invalid-reviewers": {
    "lists, links, code and remarks": {
      template: fields,
      text: "---\nreviewers:\n  - \"@a\"\n  - '@b'\n---\n\n# X\n",
    },
    "links round handles": {
      template: fields,
      text: "# X\n\nReviewers: [@a](https://x.org/a), `@b`, **@c**, @d (storage)\n",
    },
    "handles without commas": {
      template: fields,
      text: "# X\n\nReviewers: ⟦@a & @b and @c⟧\n",
      fixed: "# X\n\nReviewers: @a, @b, @c\n",
    },
  },
  "invalid-date": {
    "a word that begins like a month": { template: fields, text: "# X\n\nDate: ⟦Marble 3 2026⟧\n" },
    "a comment behind the day": {
      template: fields,
      text: "# X\n\nDate: 2026-03-01 <!-- day of creation -->\n",
    },
  },
  "missing-field": {
    "a field that the template has twice is missing once": {
      template: "# D\n\nDate: YYYY-MM-DD\nArea: sync\nArea: sync\n",
      text: "# X\n\n⟦Date: 2026-03-01⟧\n",
    },
    "one of two is enough": {
      template: "# D\n\nArea: sync\nArea: sync\n",
      text: "# X\n\nArea: phones\n",
    },
    "behind the row of a table": {
      template: fields,
      fileName: "x.md",
      text: "# X\n\n| Field | Value |\n| --- | --- |\n| Status | DRAFT |\n⟦| **Author** | A <a@b.c> |⟧\n| Reviewers | @a |\n| Area | b |\n\n## Goals\n\nx\n",
      fixed:
        "# X\n\n| Field | Value |\n| --- | --- |\n| Status | DRAFT |\n| **Author** | A <a@b.c> |\n| **Date** | YYYY-MM-DD |\n| Reviewers | @a |\n| Area | b |\n\n## Goals\n\nx\n",
    },
    "behind the head of a table, and its rule": {
      template: fields,
      fileName: "x.md",
      text: "# X\n\n⟦| Status | DRAFT |⟧\n| --- | --- |\n| Date | 2026-03-01 |\n| Reviewers | @a |\n| Area | b |\n",
      fixed:
        "# X\n\n| Status | DRAFT |\n| --- | --- |\n| Author | YOUR NAME <you@example.com> |\n| Date | 2026-03-01 |\n| Reviewers | @a |\n| Area | b |\n",
    },
    "without a title it is shown below a comment, which may suppress it": {
      template: "# D\n\nDate: YYYY-MM-DD\n",
      text: "<!-- design-docs-disable-next-line missing-field -->\n\n⟦Words.⟧\n\nMore.\n",
    },
    "behind fields that share a line": {
      template: fields,
      fileName: "x.md",
      text: "# X\n\n⟦**Status:** DRAFT⟧ | **Date:** 2026-03-01 | **Reviewers:** @a | **Area:** b\n",
      fixed:
        "# X\n\n**Status:** DRAFT | **Date:** 2026-03-01 | **Reviewers:** @a | **Area:** b\n**Author:** YOUR NAME <you@example.com>\n",
    },
  },
};

for (const [id, texts] of Object.entries(cases)) {
  describe(id, () => {
    const rule = rules.find((other) => other.id === id);
    if (!rule) throw new Error(`There is no rule ${id}.`);
    for (const [name, text] of Object.entries(texts)) it(name, () => checkRule(rule, text));
  });
}
