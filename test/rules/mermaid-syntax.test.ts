import { describe, it } from "node:test";
import type { DiagramFact } from "../../server/src/facts/diagram.ts";
import rule from "../../server/src/rules/mermaid-syntax.ts";
import { checkRule } from "../kit/check.ts";

const template = "# Design\n\n## Data Flow\n\nHow data moves.\n";

const at = (line: number): DiagramFact => ({
  kind: "fault",
  line,
  message: "Parse error on line 2:\n...A -> B\n---^",
});
const diagrams = new Map<string, DiagramFact>([
  ["flowchart LR\n  A -> B", at(1)],
  ["flowchart LR\r\n  A -> B", at(1)],
  ["flow", at(0)],
  ["flow\n", at(1)],
  ["flow\n\nend", at(9)],
  ["new", { kind: "unknown" }],
  ["fine", { kind: "sound" }],
]);

const cases: Readonly<Record<string, string>> = {
  "a line of the fence": "```mermaid\nflowchart LR\n  ⟦A -> B⟧\n```\n",
  "with CRLF": "```mermaid\r\nflowchart LR\r\n  ⟦A -> B⟧\r\n```\r\n",
  "in a list": "- x\n\n  ~~~Mermaid\n  flowchart LR\n    ⟦A -> B⟧\n  ~~~\n",
  "in a quote in a list": "- > ```mermaid\n  > flowchart LR\n  >   ⟦A -> B⟧\n  > ```\n",
  "that nobody closed": "```mermaid\nflowchart LR\n  ⟦A -> B⟧",
  "the first line": "```mermaid\n⟦flow⟧\n```\n",
  "an empty line is shown on the fence": "⟦```mermaid⟧\nflow\n\n```\n",
  "a line that is not there is shown on the fence": "⟦```mermaid  title⟧  \nflow\n\nend\n```\n",
  "each of two": "```mermaid\n⟦flow⟧\n```\n\n```mermaid\n⟦flow⟧\n```\n",
  "neither sound, nor unknown, nor without a fact":
    "```mermaid\nfine\n```\n\n```mermaid\nnew\n```\n\n```mermaid\nx\n```\n",
  "no other code": "```\nflow\n```\n\n```text\nflow\n```\n\n    flow\n",
};

describe("mermaid-syntax", () => {
  for (const [name, text] of Object.entries(cases))
    it(name, () => checkRule(rule, { template, text, given: { say: "", facts: { diagrams } } }));

  it("tells nothing without facts", () => checkRule(rule, { template, text: "```mermaid\nflow\n```\n" }));
});
