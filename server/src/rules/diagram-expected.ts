import { message } from "../messages/message.ts";
import { linksOf } from "../syntax/links.ts";
import type { CodeNode } from "../syntax/node.ts";
import { partHeading } from "../template/parts.ts";
import { blocksIn } from "../template/units.ts";
import type { Span } from "../text/span.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { wordsIn } from "./support/prose.ts";
import { writtenSections } from "./support/section.ts";
import { isShown, nodesIn, signsOfShown } from "./support/shown.ts";

const template =
  "# Design\n\n## Proposal\n\n<!-- design-docs: expect: diagram -->\n\nWhat to build.\n\n## Risks\n\nWhat may go wrong.\n";

// A design that can be read in a minute needs no picture.
const readWithout = 200;

const long = "The phone keeps a log of operations and sends it when there is a network. ".repeat(15).trim();

export default defineRule<Problem>({
  id: "diagram-expected",
  summary: "A long section about the architecture has no diagram.",
  why: `Readers see components and their links faster than they read them. It is asked for in the section of which the template expects \`diagram\`, where that has more than ${readWithout} words with its subsections. A picture, a drawing in a fence (Mermaid, PlantUML, DOT, ASCII art and others), HTML with a picture, and a link to a picture or a drawing tool are diagrams.`,
  severity: levels("off", "hint", "hint"),
  reads: ["diagram"],
  waitsFor: "section",
  examples: [
    {
      title: "many words and no diagram",
      template,
      stage: "review",
      text: `# Sync engine\n\n⟦## Proposal⟧\n\n${long}\n\n## Risks\n\nConflicts.\n`,
    },
    {
      title: "a Mermaid diagram",
      template,
      stage: "review",
      text: `# Sync engine\n\n## Proposal\n\n${long}\n\n\`\`\`mermaid\nflowchart LR\n  Phone --> Server\n\`\`\`\n\n## Risks\n\nConflicts.\n`,
    },
    {
      title: "a short section needs none",
      template,
      stage: "review",
      text: "# Sync engine\n\n## Proposal\n\nThe phone keeps a log of operations.\n\n## Risks\n\nConflicts.\n",
    },
  ],

  *check(context) {
    for (const { part, whole } of writtenSections(context, "diagram")) {
      const count = wordsIn(context.doc, whole);
      if (count <= readWithout || hasDiagram(context, whole)) continue;
      yield {
        span: partHeading(context.doc, part),
        message: message("diagram-expected.found", { title: part.title, count }),
      };
    }
  },
});

const drawingLanguage =
  /^(?:\{?\.?)?(?:mermaid|plantuml|puml|uml|dot|graphviz|gv|ditaa|d2|svgbob|bob|pikchr|wavedrom|blockdiag|seqdiag|actdiag|nwdiag|packetdiag|rackdiag|c4plantuml|structurizr|nomnoml|vega|vega-lite|vegalite|erd|bytefield|tikz|svg|excalidraw|drawio|flow|sequence|ascii|asciiart|diagram|kroki)/i;

// Boxes, arrows and trees; a comparison in a program has no blanks and dashes like these round it.
const art =
  /[─-╿▲►▼◄↑↓→←⇒]|\+--|-->|<--|==>|\.\.>|\|[ \t]{0,80}\r?\n[ \t|]{0,80}v\b|^[ \t]*\|[^|\n]{0,200}\|[ \t]*$/m;

const drawing =
  /(?:draw\.io|diagrams\.net|excalidraw|figma\.com|miro\.com|lucid(?:chart|spark)?\.|whimsical|tldraw|cacoo|gliffy|creately|eraser\.io|mural\.co|plantuml|kroki|mermaid\.(?:live|ink)|mermaidchart|websequencediagrams|sequencediagram|dbdiagram|docs\.google\.com\/(?:drawings|presentation)|\.(?:png|svg|jpe?g|gif|webp|drawio|puml|plantuml|mmd|dot|vsdx?|pdf|excalidraw|dio)(?:$|[?#]))/i;

function hasDiagram({ doc }: RuleContext, stretch: Span): boolean {
  for (const node of nodesIn(doc, stretch, signsOfShown)) {
    if (node.kind === "code" ? isDrawing(node) : isShown(node)) return true;
  }
  const blocks = [...blocksIn(doc, stretch)];
  const [first] = blocks;
  if (first === undefined) return false;
  return linksOf(doc, first, (blocks.at(-1) ?? first) + 1).some(
    ({ url }) => url !== undefined && drawing.test(url.slice(0, 2000)),
  );
}

const isDrawing = ({ language = "", value }: CodeNode): boolean =>
  drawingLanguage.test(language) || art.test(value);
