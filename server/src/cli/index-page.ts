import type { Card } from "../facts/facts.ts";
import { defaults } from "../settings/table.ts";
import { applyEdits } from "../text/edit.ts";
import { indexPages, type IndexPage } from "../workspace/index-pages.ts";
import { canonical, parentOf } from "../workspace/uris.ts";
import type { IndexRequest } from "./args.ts";
import { misused } from "./check.ts";
import { collect, reasonOf } from "./collect.ts";
import { byteOrderMark, withoutMark } from "./fix.ts";
import { foundTemplates } from "./governing.ts";
import type { Host } from "./host.ts";
import { indexReport, type IndexState, type ReportedIndex } from "./report-index.ts";
import { shownPath } from "./paths.ts";
import { printable } from "./report-pretty.ts";
import { createSurroundings } from "./surroundings.ts";
import { createAround, createHeadsOf, createRoots } from "./workspaces.ts";

/**
 * Writes the indexes of the folders that have design documents at the paths, or tells which ones are not as they should
 * be. The exit code is 1 where a check finds one of those, and 2 where a file cannot be read or written.
 */
export async function writeIndexes(request: IndexRequest, host: Host): Promise<number> {
  let failed = false;
  const fail = (line: string): void => {
    failed = true;
    host.err(`design-docs: ${printable(line)}\n`);
  };
  const pages = await findPages(request.paths.length > 0 ? request.paths : ["."], host, fail);
  const reported: ReportedIndex[] = [];
  for (const page of pages) {
    const path = shownPath(host.folder, page.uri);
    try {
      reported.push({ path, ...page, state: await settle(page, request.checks, host) });
    } catch (error) {
      fail(`${path}: the file cannot be written: ${reasonOf(error)}.`);
    }
  }
  host.out(indexReport(reported, request, host));
  if (failed) return misused;
  return reported.some(({ state }) => state === "stale" || state === "missing") ? 1 : 0;
}

/** Brings a page up to date, unless it is only looked at. */
async function settle({ uri, change }: IndexPage, checks: boolean, host: Host): Promise<IndexState> {
  if (change.kind === "none") return "current";
  if (checks) return change.kind === "create" ? "missing" : "stale";
  if (change.kind === "create") {
    await host.createText(uri, change.text);
    return "created";
  }
  const { text, exact } = await host.readText(uri);
  if (!exact) throw new Error("it is not UTF-8, so writing it would lose bytes; save it as UTF-8 first");
  if (withoutMark(text) !== change.before)
    throw new Error("it was changed by another program in the meantime");
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : "";
  await host.writeText(uri, text, mark + applyEdits(change.before, [change.edit]));
  return "changed";
}

/** The pages of the folders with documents at the paths. A file stands for the folder that it is in. */
async function findPages(
  paths: readonly string[],
  host: Host,
  fail: (line: string) => void,
): Promise<readonly IndexPage[]> {
  const surroundings = createSurroundings(host, undefined);
  const templates = foundTemplates(surroundings, host);
  const around = createAround(createHeadsOf(templates, surroundings, host.files), surroundings, host);
  const rootOf = createRoots(surroundings, host);

  const named = new Set<string>();
  const collected = await collect(paths, surroundings, host);
  collected.failures.forEach(fail);
  for (const document of collected.documents) if (!document.isTemplate) named.add(document.uri);
  const folders = new Set<string>();
  for (const path of paths) {
    const uri = canonical(host.toUri(path));
    const kind = await host.kindOf(uri);
    if (kind !== "missing") folders.add(kind === "file" ? parentOf(uri) : uri);
  }
  const cards = new Map<string, Card>();
  for (const folder of new Set([...Array.from(named, parentOf), ...folders]))
    for (const card of await around.cards(await rootOf(folder))) cards.set(card.uri, card);
  const asked = folders;
  return indexPages([...cards.values()], [...asked], {
    include: defaults.include,
    placed: (uri) => surroundings.placed(uri),
    files: host.files,
    async textOf(uri) {
      const text = await host.files.readFile(uri);
      return text === undefined ? undefined : withoutMark(text);
    },
    pause: () => Promise.resolve(),
    wanted: (uri) => named.has(uri),
  });
}
