import { parseDocument } from "../../syntax/parse-document.ts";
import { childrenOf, plainText, walk, type Node } from "../../syntax/node.ts";
import { asDay, isDay } from "../../template/dates.ts";
import { gantt } from "./gantt.ts";
import { mermaidLine } from "./mermaid-text.ts";
import { titleOf, type Designed } from "./designed.ts";

/** Something that is to be reached by a day. */
export interface Milestone {
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

const heading = /\b(?:milestones?|timeline|schedule|roadmap)\b/i;
const mostOfOne = 20;

/**
 * The milestones in the text of a document: rows of tables and entries of lists in sections that are called so, as far
 * as they say a day of the calendar. In the order of the text.
 */
export function milestonesIn(text: string): readonly Milestone[] {
  const doc = parseDocument(text);
  const found: Milestone[] = [];
  for (const [index, { title, block, depth }] of doc.sections.entries()) {
    if (!heading.test(title)) continue;
    const next = doc.sections.slice(index + 1).find((other) => other.depth <= depth);
    for (const { node } of doc.blocks.slice(block + 1, next?.block)) {
      for (const one of entriesOf(node)) {
        const milestone = milestoneIn(one);
        if (milestone && found.length < mostOfOne) found.push(milestone);
      }
    }
    // A section with its subsections is enough; those would be read a second time.
    if (found.length > 0) return found;
  }
  return found;
}

/** The cells of each row, and the whole of each entry. */
function entriesOf(block: Node): readonly (readonly string[])[] {
  if (block.kind === "table")
    return childrenOf(block)
      .slice(1)
      .map((row) => childrenOf(row).map(plainText));
  if (block.kind !== "list") return [];
  return [...walk(block)].filter(({ kind }) => kind === "item").map((item) => [firstLineOf(item)]);
}

const firstLineOf = (item: Node): string => {
  const [first] = childrenOf(item);
  return first ? plainText(first) : "";
};

const written =
  /\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th|\.)?\s+[a-z]{3,9}\.?,?\s+\d{4}\b|\b[a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}\b/gi;

function milestoneIn(cells: readonly string[]): Milestone | undefined {
  for (const [at, cell] of cells.entries()) {
    const source = cell.slice(0, 500);
    for (const { 0: said, index } of source.matchAll(written)) {
      const day = asDay(said.replace(/[/.]/g, (sign) => (/^\d{4}/.test(said) ? "-" : sign)));
      if (day === undefined || !isDay(day)) continue;
      const rest = trimmedName(`${source.slice(0, index)} ${source.slice(index + said.length)}`);
      const others = cells.filter((_, other) => other !== at).map(trimmedName);
      const name = rest === "" || cells.length > 1 ? (others.find((one) => one !== "") ?? rest) : rest;
      return name === "" ? undefined : { name, day };
    }
  }
  return undefined;
}

const trimmedName = (text: string): string =>
  text
    .replace(/\(\s*\)|\[[ xX]\]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s:,;–—|-]+|[\s:,;–—|-]+$/g, "")
    .replace(/\s+(?:by|on|until|from)$/i, "");

const most = 40;
const mostDesigns = 12;

/** Which milestones are shown: the next ones, and those that are not long past. */
export function milestoneLines(
  documents: readonly Designed[],
  milestones: ReadonlyMap<string, readonly Milestone[]>,
  today: string,
): readonly string[] {
  const since = new Date(Date.parse(today) - 60 * 86_400_000).toISOString().slice(0, 10);
  const sections = documents
    .flatMap((one) => {
      const own = (milestones.get(one.uri) ?? []).filter(({ day }) => day >= since);
      const sorted = own.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
      return sorted[0] ? [{ one, sorted, first: sorted[0].day }] : [];
    })
    .toSorted((a, b) =>
      a.first === b.first ? (a.one.path < b.one.path ? -1 : 1) : a.first < b.first ? -1 : 1,
    )
    .slice(0, mostDesigns);
  let left = most;
  return gantt(
    sections.map(({ one, sorted }) => {
      const shown = sorted.slice(0, left);
      left -= shown.length;
      return {
        title: mermaidLine(titleOf(one), 26),
        rows: shown.map(({ name, day }) => ({
          name: mermaidLine(name, 40),
          from: day,
          isDone: day < today,
        })),
      };
    }),
    today,
  );
}
