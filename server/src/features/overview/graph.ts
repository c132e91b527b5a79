import { byDate, titleOf, type Designed } from "./designed.ts";
import { diagram } from "./diagram.ts";
import { mermaidText } from "./mermaid-text.ts";

/** How documents hang together, and how many of those that do are shown. */
export interface Graph {
  readonly lines: readonly string[];
  readonly shown: number;
  readonly related: number;
  /** Links in texts are drawn as well, as arrows without a word. */
  readonly hasLinks: boolean;
}

const mostNodes = 60;
// With more lines nobody sees where one leads.
const mostLinks = 90;

/** What is written at the lines of a graph. */
export interface EdgeWords {
  readonly supersedes: string;
  readonly depends: string;
}

type Kind = "supersedes" | "depends" | "links";

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly kind: Kind;
}

/**
 * The documents that name each other; nothing where none does. Where they are too many, those stay that name others in
 * their headers, and of these the newest. `links` has the URIs to which the texts of documents link.
 */
export function graphOf(
  documents: readonly Designed[],
  links: ReadonlyMap<string, readonly string[]>,
  words: EdgeWords,
): Graph | undefined {
  const edges = edgesOf(documents, links);
  if (edges.length === 0) return undefined;
  const related = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const named = new Set(edges.flatMap(({ from, to, kind }) => (kind === "links" ? [] : [from, to])));
  const nodes = documents.filter(({ uri }) => related.has(uri)).toSorted(byDate);
  const [first, others] = [
    nodes.filter(({ uri }) => named.has(uri)),
    nodes.filter(({ uri }) => !named.has(uri)),
  ];
  const chosen = new Set([...first, ...others].slice(0, mostNodes));
  const shown = nodes.filter((one) => chosen.has(one));
  const names = new Map(shown.map(({ uri }, index) => [uri, `d${index}`]));
  const boxes = shown.map((one, index) => `  d${index}["${mermaidText(titleOf(one))}"]`);
  const arrows: Readonly<Record<Kind, string>> = {
    supersedes: `-- "${mermaidText(words.supersedes)}" -->`,
    depends: `-. "${mermaidText(words.depends)}" .->`,
    links: "-.->",
  };
  const drawn = edges.filter(({ from, to }) => names.has(from) && names.has(to));
  const linked = drawn.filter(({ kind }) => kind === "links").slice(0, mostLinks);
  const lines = [...drawn.filter(({ kind }) => kind !== "links"), ...linked].map(
    ({ from, to, kind }) => `  ${names.get(from) ?? ""} ${arrows[kind]} ${names.get(to) ?? ""}`,
  );
  const closed = shown.flatMap(({ stage }, index) => (stage === "closed" ? [`d${index}`] : []));
  // No colour of ours, which would be the wrong one in some theme.
  const classes =
    closed.length === 0
      ? []
      : ["  classDef closed stroke-dasharray: 4 3, opacity: 0.7", `  class ${closed.join(",")} closed`];
  return {
    lines: diagram(["flowchart LR", ...boxes, ...lines, ...classes]),
    shown: shown.length,
    related: nodes.length,
    hasLinks: linked.length > 0,
  };
}

/** What is to be drawn between documents, each line once: of a link where a header says more, only that. */
function edgesOf(
  documents: readonly Designed[],
  links: ReadonlyMap<string, readonly string[]>,
): readonly Edge[] {
  const known = new Set(documents.map(({ uri }) => uri));
  const edges = new Map<string, Edge>();
  const pairs = new Set<string>();
  const add = (from: string, to: string, kind: Kind): void => {
    if (from === to || !known.has(from) || !known.has(to)) return;
    if (kind === "links" && (pairs.has(`${from} ${to}`) || pairs.has(`${to} ${from}`))) return;
    const key = `${kind} ${from} ${to}`;
    if (!edges.has(key)) edges.set(key, { from, to, kind });
    if (kind !== "links") pairs.add(`${from} ${to}`);
  };
  for (const { uri, supersedes, supersededBy, depends = [] } of documents) {
    for (const to of supersedes) add(uri, to, "supersedes");
    for (const from of supersededBy) add(from, uri, "supersedes");
    for (const to of depends) add(uri, to, "depends");
  }
  for (const { uri } of documents) for (const to of links.get(uri) ?? []) add(uri, to, "links");
  return [...edges.values()];
}
