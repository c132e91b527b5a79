import type { Template } from "../../server/src/template/template.ts";
import { readingOf, type ReadLine } from "./reading.ts";
import { nameHash, staleLines, type Maybe, type TrueLine, type Truth } from "./truth.ts";

/** Where a reading of a template and the truth differ. */
export interface Difference {
  /** In the template, from 1; 0 where the table itself does not fit. */
  readonly line: number;
  readonly what: string;
}

/** All differences between our reading of a template and its truth table, in the order of the lines. */
export function differences(template: Template, truth: Truth): readonly Difference[] {
  const stale = staleLines(truth, template.doc.text);
  if (stale.length > 0) return stale.map((what) => ({ line: 0, what }));
  const reading = readingOf(template);
  return truth.lines.flatMap((line) =>
    inLine(line, reading.get(line.line) ?? nothing).map((what) => ({ line: line.line, what })),
  );
}

const nothing: ReadLine = { kinds: new Set(), section: undefined, field: undefined };

/** What is wrong if it is read into a line that is meant to be something else. */
const alarms = ["title", "field", "section", "guidance", "instructions"] as const;

function inLine(line: TrueLine, read: ReadLine): readonly string[] {
  const allowed: readonly string[] = line.kind.split("|");
  const seen: ReadonlySet<string> = read.kinds;
  // What only holds others together may be told with them.
  if (allowed.includes("either") || allowed.includes("frame")) return [];
  const told: string[] = [];
  const isRead = allowed.some((kind) => seen.has(kind));
  const mayBeSilent = ["boilerplate", "value"].some((kind) => allowed.includes(kind));
  if (!isRead && !mayBeSilent) told.push(`${line.kind} is read as ${shown(read)}`);
  else {
    // A line of boilerplate may hold a word that is a placeholder elsewhere; told as a leftover it is not.
    const wrong = alarms.filter((kind) => seen.has(kind) && !allowed.includes(kind));
    if (wrong.length > 0) told.push(`${line.kind} is also read as ${wrong.join(", ")}`);
  }
  if (allowed.includes("section") && read.section) {
    const { title, depth, required, isPattern, repeatable } = read.section;
    told.push(
      ...nameFault(line.name, title),
      ...(line.depth === depth
        ? []
        : [`section of level ${String(line.depth)} is read as of level ${depth}`]),
      ...flagFault("required", line.required, required),
      ...flagFault("pattern", line.pattern, isPattern),
      ...flagFault("repeatable", line.repeatable, repeatable),
    );
  }
  if (allowed.includes("field") && read.field) {
    const { key, required, isPlaceholder } = read.field;
    told.push(
      ...nameFault(line.name, key),
      ...flagFault("required", line.required, required),
      ...flagFault("placeholder", line.placeholder, isPlaceholder),
    );
  }
  return told;
}

const shown = ({ kinds }: ReadLine): string => (kinds.size === 0 ? "nothing" : [...kinds].join(", "));

const nameFault = (hash: string | undefined, name: string): readonly string[] =>
  hash === undefined || hash === nameHash(name) ? [] : [`another name is read: “${name}”`];

function flagFault(flag: string, wanted: Maybe | undefined, read: boolean): readonly string[] {
  if (wanted === undefined || wanted === "either" || wanted === read) return [];
  return [wanted ? `${flag} is not read` : `${flag} is read and is not meant`];
}
