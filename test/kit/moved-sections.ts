import { moveSection, type Destination } from "../../server/src/features/move-section.ts";
import type { Analysis } from "../../server/src/service.ts";
import { blockSpan } from "../../server/src/syntax/document.ts";
import { partHeading } from "../../server/src/template/parts.ts";
import { applyEdits, type Edit } from "../../server/src/text/edit.ts";
import { slice } from "../../server/src/text/span.ts";
import { analyse } from "./analyse.ts";
import { oddDocument } from "./odd-documents.ts";
import { designDocument } from "./random-document.ts";
import { randomMarkdown } from "./random-markdown.ts";
import { randomFrom, type Random } from "./random.ts";

/** What is wrong with drops of sections in the document of a seed, and how many of them moved something. */
export interface Drops {
  readonly moved: number;
  readonly fault: string | undefined;
}

/** Drops some sections of a random document elsewhere in it, each in the document as it was. */
export function dropSections(seed: number, drops: number): Drops {
  const random = randomFrom(seed);
  const text = random.of([designDocument, oddDocument, designDocument, randomMarkdown])(random);
  const before = analyse(text);
  let moved = 0;
  for (let drop = 0; drop < drops && before.alignment.parts.length > 0; drop++) {
    const part = partAt(before, random);
    const destination = destinationIn(before, random);
    const move = moveSection(before, part.offset, destination);
    if (move.kind === "refused") continue;
    moved++;
    const wrong = faultOf(before, move.edits, part.title, move.offset);
    if (wrong !== undefined)
      return {
        moved,
        fault: `${wrong}: ${part.title} to ${JSON.stringify(destination)} in ${JSON.stringify(text)}`,
      };
  }
  return { moved, fault: undefined };
}

function partAt(
  { doc, alignment: { parts } }: Analysis,
  random: Random,
): { readonly offset: number; readonly title: string } {
  const part = parts[random.below(parts.length)];
  return { offset: part ? partHeading(doc, part).start : 0, title: part?.title ?? "" };
}

function destinationIn(before: Analysis, random: Random): Destination {
  const kinds = ["up", "down", "end", "there", "there"] as const;
  const kind = random.of(kinds);
  return kind === "there" ? { before: partAt(before, random).offset } : kind;
}

function faultOf(
  before: Analysis,
  edits: readonly Edit[],
  title: string,
  offset: number,
): string | undefined {
  const { text } = before.doc;
  const result = applyEdits(text, edits);
  if (linesOf(result) !== linesOf(text)) return "lines are lost or made";
  const after = analyse(result);
  if (headingsOf(after) !== headingsOf(before)) return "the headings are others";
  // Instructions that close a damaged template may be taken for more or less of the text behind them, and whether a line
  // of bold text counts as a section hangs on what stands around it.
  const isPlain =
    !/How to use this template|Open a pull request titled|link the pul/.test(text) &&
    !/^\s*(?:\*\*|__).*(?:\*\*|__):?\s*$/m.test(text);
  if (isPlain && sectionsOf(after) !== sectionsOf(before)) return "a section has another text";
  const there = after.alignment.parts.find((part) => {
    const { start, end } = partHeading(after.doc, part);
    return start <= offset && offset <= end;
  });
  if (there?.title !== title) return "it is not where it is said to be";
  return applyEdits(result, undoing(text, edits)) === text ? undefined : "it cannot be undone";
}

/** The edits that take others back. */
function undoing(text: string, edits: readonly Edit[]): readonly Edit[] {
  let by = 0;
  return edits.map(({ span, text: added }) => {
    const start = span.start + by;
    by += added.length - (span.end - span.start);
    return { span: { start, end: start + added.length }, text: slice(text, span) };
  });
}

const linesOf = (text: string): string =>
  text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== "")
    .toSorted()
    .join("\n");

const headingsOf = ({ doc }: Analysis): string =>
  doc.blocks
    .flatMap(({ kind }, index) => (kind === "heading" ? [slice(doc.text, blockSpan(doc, index))] : []))
    .toSorted()
    .join("\n");

// What keeps sections apart stays where it is.
const loose: ReadonlySet<string> = new Set(["thematicBreak", "definition", "footnoteDefinition"]);

/** What stands between two headings, with the heading, in no order. */
const sectionsOf = ({ doc }: Analysis): string =>
  doc.sections
    .map(({ block, bodyEnd }) =>
      doc.blocks
        .slice(block, bodyEnd)
        .flatMap(({ kind }, index) =>
          loose.has(kind) ? [] : [slice(doc.text, blockSpan(doc, block + index)).trimEnd()],
        )
        .join("\n"),
    )
    .toSorted()
    .join("\n");
