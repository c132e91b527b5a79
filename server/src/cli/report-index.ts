import { applyEdits } from "../text/edit.ts";
import type { IndexPage } from "../workspace/index-pages.ts";
import type { IndexRequest } from "./args.ts";
import type { Host } from "./host.ts";
import { patchOf } from "./patch.ts";
import { printable } from "./report-pretty.ts";

/** What became of an index, or what was found where nothing is written. */
export type IndexState = "current" | "created" | "changed" | "stale" | "missing";

export interface ReportedIndex extends Pick<IndexPage, "documents" | "change"> {
  /** Of the file, as it is shown. */
  readonly path: string;
  readonly state: IndexState;
}

/** The report of `index`. That for programs is a contract: a change that readers have to follow raises `version`. */
export function indexReport(
  indexes: readonly ReportedIndex[],
  { format, checks }: IndexRequest,
  { terminal }: Pick<Host, "terminal">,
): string {
  if (format === "json") {
    const entries = indexes.map(({ path, state, documents }) => ({ file: path, state, documents }));
    return `${JSON.stringify({ version: 1, indexes: entries }, undefined, 2)}\n`;
  }
  if (indexes.length === 0) return "There is no design document here, so there is no index.\n";
  const lines = indexes.map((one) => lineOf(one, terminal));
  const isStale = checks && indexes.some(({ state }) => state !== "current");
  return lines.join("") + (isStale ? "Write them with “design-docs index”.\n" : "");
}

const words: Readonly<Record<IndexState, string>> = {
  current: "up to date",
  created: "created",
  changed: "changed",
  stale: "the index is stale",
  missing: "there is no index yet",
};

function lineOf({ path, state, documents, change }: ReportedIndex, terminal: boolean): string {
  const count = `${documents} ${documents === 1 ? "document" : "documents"}`;
  const line = `${printable(path)}: ${words[state]} (${count})\n`;
  if (state !== "stale" || change.kind !== "edit") return line;
  const patch = patchOf(path, change.before, applyEdits(change.before, [change.edit]));
  return line + hintOf(patch.split("\n").slice(2), terminal);
}

// So many lines say what is stale; whoever wants all of them writes the index and looks at it.
const mostLines = 20;

function hintOf(patch: readonly string[], terminal: boolean): string {
  const changed = patch.filter((line) => /^[+-]/.test(line));
  const shown = changed.slice(0, mostLines).map((line) => `  ${terminal ? printable(line) : line}\n`);
  const more = changed.length - shown.length;
  return shown.join("") + (more > 0 ? `  … and ${more} more lines\n` : "");
}
