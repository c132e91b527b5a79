import type { Facts, TargetFact } from "../../server/src/facts/facts.ts";
import { builtInText } from "../../server/src/template/built-in-text.ts";
import type { Random } from "./random.ts";

const fragments: readonly [string, ...string[]] = [
  "\n```\n# no heading\n",
  "\n```\n",
  "\n~~~ js\n",
  "\n<!--\n",
  "\n-->\n",
  "\n<!-- a —>\n\n- <!-- b\n\n<!-- c\n",
  "\n<!-- design-docs: optional -->\n",
  "\n<div>\n",
  "\n</div>\n\n",
  "\n> ## Goals\n> quoted\n\n",
  "\n- ## Goals\n- TBD\n\n",
  "\n---\n",
  "\n***\n\nHow to use this template\n\n- Copy it.\n",
  "\n**Goals**\n",
  "\n**Non-Goals:**\nwords behind\n",
  "\nTitle\n===\n\n",
  "\nGoals\n---\n\n",
  "\n#### Data Flow\n\nx\n\n",
  "\n# Goals\n\nx\n\n",
  "\n## Gaols\n\nx\n\n",
  "\n### Testing\n\nx\n\n",
  "\n## Goals\n",
  "\nStatus: APROVED\n",
  "\n| Status | APROVED |\n|-|-|\n| **Date** | |\n| Reviewers | nobody |\n",
  "\nDate: 2026-02-30\n",
  "\n- **Author:** nobody\n",
  "\n---\nstatus: x\n---\n",
  "\n| a | b |\n|---|---|\n| c | d |\n\n",
  "\nN/A\n\n",
  "\nTBD\n",
  "\n[x]: y\n\n",
  "[insert name] {{name}} ",
  "\r\n\r\n",
  "\t",
  "👩‍💻 ",
  "\uFEFF",
  "\u0000",
  "\\",
  "`",
  "\n## Goals\n\n• One is done.\n   • Another\nas well.\n\n(a) x\n(b) y\n\n– u\\\n– v  \n– w\n\n",
  "\n## Non-Goals\n\nWe list:\n\nNone of\nthat.\n\nNor of this.\n\nNor of the last of these.\n\n",
  "\n## Requirements\n\n- All of it is for the phone.\n- It is not in the way of the user.\n\n",
  "    indented\n",
  "[^1]\n\n[^1]: note\n\n",
  "[the engine](old.md#protocol 'so it is') [engine][old]\n\n[old]: old.md\n\n",
  "[gone](gone.md) ",
  "![](<other case.png> 'a title') ",
  '<img src="other%20case.png"> ',
  "[a](there.md#goal) [b](#non-goal) ",
  "[some words][y] and[^12] ",
  "\n> ```mermaid\n> flowchart LR\n>   A -> B\n> ```\n\n",
  "\n## Alternatives Considered\n\n- Redis\n- **MySQL**: a store of the\n\n",
  "\n## Decision Log\n\n- @ada: the log is to be in it\n- 2026-03-01\n\n| Date | Who |\n|-|-|\n| | x |\n\n",
  "\n## Timeline\n\n- the start of it\n- 2025-01-01: the end is here for all of us\n\n",
  "\n## Rollout\n\nIt is for all of us and with the app.\n\n## Data Model\n\nWe add a table to the store.\n\n",
  "\n## Dependencies\n\n- the billing service\n\n## Monitoring\n\nWe look at it with the team.\n\n",
  "\nStatus: APPROVED\nDate: 2062-03-01\nReviewers: none yet\n",
  "\n## Open Questions\n\n- Who pays?\n- When? TBD\n- TBD: [NEEDS CLARIFICATION: [x](y)]\n",
  "\n## Decision Log\n\n- 2026-03-01: Redis\n- Next\n",
  "\n## Decision Log\n\n| Date | Who |\n|---|---|\n| 2026-03-01 | |\n",
  "\nTODO: x [NEEDS CLARIFICATION: y\n- [ ] ??? TBD\n\n",
  "It is one. They are two. So is it three. And that is four. ",
  "\n# Proposal\n\n## Review Checklist\n\n- [ ] z\n\n",
  "",
];

/** What is known of the links and diagrams in odd documents. */
export const oddFacts: Partial<Facts> = {
  targets: new Map<string, TargetFact>([
    ["gone.md", { kind: "absent", meant: "here (1).md" }],
    ["here (1).md", { kind: "file", uri: "file:///w/here%20(1).md" }],
    ["other case.png", { kind: "otherCase", written: "Other case.png" }],
    ["there.md", { kind: "file", uri: "file:///w/there.md", anchors: new Set(["goals"]) }],
  ]),
  diagrams: new Map([["flowchart LR\n  A -> B", { kind: "fault", line: 1, message: "No arrow" }]]),
};

/** Statuses that replace the template’s own. */
export const statuses: readonly [string, ...string[]] = [
  "IN REVIEW",
  "APPROVED",
  "`SUPERSEDED`",
  "SUPERSEDED by",
  "Superseded by ADR 12",
];

/** A document that began as the built-in template and met with accidents. */
export function oddDocument(random: Random): string {
  let text = random.once(8) ? "" : builtInText;
  if (random.once(2)) text = text.replace("DRAFT", random.of(statuses));
  if (random.once(3))
    text = text.replace("- List", "- Send [as here](old.md#x 'y') and [there][old].\n- List");
  if (random.once(5)) text = text.replace(/\n/g, "\r\n");
  if (random.once(6)) text = `\uFEFF${text}`;
  for (let times = random.below(8); times >= 0; times--) {
    const from = random.below(text.length + 1);
    const lineStart = text.lastIndexOf("\n", from) + 1;
    switch (random.below(5)) {
      case 0:
        text = text.slice(0, from) + random.of(fragments) + text.slice(from);
        break;
      case 1:
        text = text.slice(0, lineStart) + random.of(fragments) + text.slice(lineStart);
        break;
      case 2:
        text = text.slice(0, from) + text.slice(Math.min(text.length, from + random.below(400)));
        break;
      case 3: {
        const piece = text.slice(lineStart, lineStart + random.below(600));
        const to = text.lastIndexOf("\n", random.below(text.length + 1)) + 1;
        text = text.slice(0, to) + piece + text.slice(to);
        break;
      }
      default:
        text = text.slice(0, from) + text.charAt(from).repeat(3) + text.slice(from + 1);
    }
  }
  return text;
}

const fields: readonly [string, ...string[]] = [
  "Date: 2026/1/5",
  "Date: 1 March 2026",
  "Date: 2026-01-05",
  "- **Date:** 5.1.2026",
  "Author: Ada Lovelace ada@example.com",
  "**Author:** Ada <mailto:ada@example.com>",
  "Reviewers: ada, @bob; grace",
  "- Reviewers: ada and bob 👩‍💻",
  "Status: DRAFT",
  "Status: IN REVIEW",
  "Status: DRAFT | Date: 2026-01-05 | Status: DRAFT",
];

/** An odd document whose header, or what became of it, also has fields with faults that can be mended. */
export function oddHeader(random: Random): string {
  const source = oddDocument(random);
  // A byte order mark is one at the start only.
  const bom = source.startsWith("\uFEFF") ? "\uFEFF" : "";
  let text = source.slice(bom.length);
  const ending = text.includes("\r\n") ? "\r\n" : "\n";
  for (let times = random.below(6); times >= 0; times--) {
    const lines = text.split(ending);
    const field = random.of(fields);
    // Twice the same line is a fault as well.
    lines.splice(random.below(Math.min(lines.length, 9)), 0, ...(random.once(3) ? [field, field] : [field]));
    text = lines.join(ending);
  }
  return bom + text;
}
