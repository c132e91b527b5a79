import type { DiagramFact } from "../facts/diagram.ts";
import { diagramNodes } from "../facts/wants.ts";
import { message } from "../messages/message.ts";
import { inText, type Document } from "../syntax/document.ts";
import { allIn } from "../syntax/found-in.ts";
import type { CodeNode } from "../syntax/node.ts";
import { lineAt, nextLine } from "../text/lines.ts";
import { trimmed, type Span } from "../text/span.ts";
import { defineRule, type Problem } from "./rule.ts";
import { levels } from "./support/levels.ts";

const template = "# Design\n\n## Data Flow\n\nHow data moves.\n";
const sound = "flowchart LR\n  Phone --> Server\n";
const faulty = "flowchart LR\n  Phone -> Server\n";

export default defineRule<Problem>({
  id: "mermaid-syntax",
  summary: "A Mermaid diagram cannot be drawn.",
  why: "In its place readers see Mermaid’s error, and the design lacks the drawing that it refers to. What is told is what Mermaid’s own parser says of the diagram. Kinds of diagrams that cannot be parsed here are not told.",
  severity: levels("warning", "warning", "error"),
  needs: ["diagrams"],
  waitsFor: "section",
  examples: [
    {
      title: "an arrow that a flowchart does not know",
      template,
      text: `# Sync engine\n\n## Data Flow\n\n\`\`\`mermaid\n${faulty.replace("Phone -> Server", "⟦Phone -> Server⟧")}\`\`\`\n`,
      given: {
        say: "Mermaid finds fault with the second line of this diagram.",
        facts: {
          diagrams: new Map<string, DiagramFact>([
            [faulty.trimEnd(), { kind: "fault", line: 1, column: 8, message: "Expecting “-->”, got “->”." }],
          ]),
        },
      },
    },
    {
      title: "a diagram that Mermaid can draw",
      template,
      text: `# Sync engine\n\n## Data Flow\n\n\`\`\`mermaid\n${sound}\`\`\`\n`,
      given: {
        say: "Mermaid finds no fault with this diagram.",
        facts: { diagrams: new Map<string, DiagramFact>([[sound.trimEnd(), { kind: "sound" }]]) },
      },
    },
  ],

  *check({ doc, facts }) {
    if (!facts.diagrams) return;
    for (const { block, items } of allIn(doc, diagramNodes)) {
      for (const inner of items) {
        const fact = facts.diagrams.get(inner.value);
        if (fact?.kind !== "fault") continue;
        const span = contentLine(doc, inText(doc, block, inner), inner, fact.line);
        yield { span, message: message("mermaid-syntax.found", { fault: sentenceOf(fact.message) }) };
      }
    }
  },
});

/**
 * A line of a fence's content as it stands in the text, without the marks of a quote and the blanks round it.
 * An empty one, or one that the content does not have, is shown on the fence's opening line.
 */
function contentLine({ text }: Document, fence: Span, { value }: CodeNode, line: number): Span {
  const opening = trimmed(text, { start: fence.start, end: lineAt(text, fence.start).end });
  const wanted = value.split(/\r\n|\n|\r/)[line]?.trim() ?? "";
  let start = fence.start;
  for (let passed = 0; passed <= line && start < fence.end; passed++) start = nextLine(text, start);
  const { end } = lineAt(text, start);
  const at = wanted === "" || start >= fence.end ? -1 : text.slice(start, end).lastIndexOf(wanted);
  return at < 0 ? opening : { start: start + at, end: start + at + wanted.length };
}

const longest = 200;

/** The parser's words as one sentence on one line: it draws the place with lines of its own. */
function sentenceOf(words: string): string {
  const plain = words.slice(0, 1000).replace(/\s+/g, " ").trim();
  const short = plain.length > longest ? `${plain.slice(0, longest).trimEnd()}…` : plain;
  return /[.!?…]$/.test(short) ? short : `${short}.`;
}
