import { byDate, titleOf, type Designed } from "./designed.ts";
import { diagram } from "./diagram.ts";
import { mermaidText } from "./mermaid-text.ts";

/** How documents hang together, and how many of those that do are shown. */
export interface Graph {
  readonly lines: readonly string[];
  readonly shown: number;
  readonly related: number;
}

const mostNodes = 60;

/** What is written at the lines of a graph. */
export interface EdgeWords {
  readonly supersedes: string;
  readonly depends: string;
}

/** The documents that name each other, the newest first where they are too many; nothing where none does. */
export function graphOf(documents: readonly Designed[], words: EdgeWords): Graph | undefined {
  const known = new Map(documents.map((one) => [one.uri, one]));
  const edges = new Map<string, readonly [from: string, to: string, isDependency: boolean]>();
  const add = (from: string, to: string, isDependency: boolean): void => {
    if (from === to || !known.has(from) || !known.has(to)) return;
    const key = `${isDependency} ${from} ${to}`;
    if (!edges.has(key)) edges.set(key, [from, to, isDependency]);
  };
  for (const { uri, supersedes, supersededBy, depends = [] } of documents) {
    for (const to of supersedes) add(uri, to, false);
    for (const from of supersededBy) add(from, uri, false);
    for (const to of depends) add(uri, to, true);
  }
  if (edges.size === 0) return undefined;
  const related = new Set(Array.from(edges.values()).flatMap(([from, to]) => [from, to]));
  const nodes = documents.filter(({ uri }) => related.has(uri)).toSorted(byDate);
  const shown = nodes.slice(0, mostNodes);
  const names = new Map(shown.map(({ uri }, index) => [uri, `d${index}`]));
  const boxes = shown.map((one, index) => `  d${index}["${mermaidText(titleOf(one))}"]`);
  const arrows = Array.from(edges.values()).flatMap(([from, to, isDependency]) => {
    const [first, second] = [names.get(from), names.get(to)];
    if (first === undefined || second === undefined) return [];
    const arrow = isDependency
      ? `-. "${mermaidText(words.depends)}" .->`
      : `-- "${mermaidText(words.supersedes)}" -->`;
    return [`  ${first} ${arrow} ${second}`];
  });
  const closed = shown.flatMap(({ stage }, index) => (stage === "closed" ? [`d${index}`] : []));
  // No colour of ours, which would be the wrong one in some theme.
  const classes =
    closed.length === 0
      ? []
      : ["  classDef closed stroke-dasharray: 4 3, opacity: 0.7", `  class ${closed.join(",")} closed`];
  return {
    lines: diagram(["flowchart LR", ...boxes, ...arrows, ...classes]),
    shown: shown.length,
    related: nodes.length,
  };
}
