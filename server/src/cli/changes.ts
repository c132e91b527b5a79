import {
  changesBetween,
  isUnchanged,
  type Changes,
  type SectionChange,
} from "../features/changes/changes.ts";
import type { EntryChange } from "../features/changes/entries.ts";
import { summaryOf, written } from "../features/changes/summary.ts";
import { inEnglish } from "../messages/message.ts";
import { readText } from "../service.ts";
import { canonical } from "../workspace/uris.ts";
import { misused } from "./check.ts";
import { collect, reasonOf, type Document } from "./collect.ts";
import { withoutMark } from "./fix.ts";
import { foundTemplates } from "./governing.ts";
import type { Host } from "./host.ts";
import type { ChangesRequest } from "./read-changes.ts";
import { printable } from "./report-pretty.ts";
import { createSurroundings } from "./surroundings.ts";

/** A document that is another one than it was. */
interface Changed {
  readonly path: string;
  readonly title: string;
  readonly text: string;
  /** The whole hash of the commit that it is compared with. */
  readonly commit: string;
  readonly isNew: boolean;
  readonly changes: Changes;
}

/**
 * Tells what changed in design documents since the branch left a commit, section by section: each is read beside its
 * present template. Documents that are gone have no file to tell of. The exit code is 2 where something cannot be
 * found out, else 0: that something changed is no fault.
 */
export async function changes(request: ChangesRequest, host: Host): Promise<number> {
  const say = (line: string): void => host.err(`design-docs: ${printable(line)}\n`);
  const only = request.config === undefined ? undefined : canonical(host.toUri(request.config));
  if (only !== undefined && (await host.files.readFile(only)) === undefined) {
    say(`${request.config ?? ""}: there is no such configuration, or it cannot be read. Name a JSON file.`);
    return misused;
  }
  const reason =
    request.since === undefined ? undefined : await host.history.check(request.since, host.folder);
  if (reason) {
    say(inEnglish(reason));
    return misused;
  }
  const surroundings = createSurroundings(host, only);
  const { documents, failures, notes } = await collect(request.paths, surroundings, host);
  const broken = [...failures];
  const templates = foundTemplates(surroundings, host);
  const found: Changed[] = [];
  for (const document of documents) {
    if (document.isTemplate) continue;
    const { template, failure } = await templates(document);
    if (failure !== undefined) broken.push(failure);
    try {
      const one = await changedSince(document, template, request.since, host);
      if (typeof one === "string") broken.push(one);
      else if (one) found.push(one);
    } catch (error) {
      broken.push(`${document.path}: the file cannot be read: ${reasonOf(error)}.`);
    }
  }
  host.out(reportOf(found, request));
  for (const line of new Set([...broken, ...(documents.length === 0 ? notes : [])])) say(line);
  return broken.length > 0 ? misused : 0;
}

/** What changed in one document; nothing where nothing did, and a sentence where Git cannot say. */
async function changedSince(
  { path, uri }: Document,
  template: Parameters<typeof readText>[1],
  since: string | undefined,
  host: Host,
): Promise<Changed | string | undefined> {
  const text = withoutMark((await host.readText(uri)).text);
  const base = await host.history.base(uri, since);
  if (!base) {
    const where = since === undefined ? "where its branch began" : `at “${since}”`;
    return `${path}: Git does not say what it was ${where}. A file has to be tracked; name a commit with --since.`;
  }
  if (base.text === text) return undefined;
  const now = readText(text, template);
  const before = base.text === undefined ? undefined : readText(base.text, template);
  const found = changesBetween(before, now);
  if (before && isUnchanged(found)) return undefined;
  const title = now.alignment.title?.title ?? "";
  return { path, title, text, commit: base.ref, isNew: before === undefined, changes: found };
}

function reportOf(found: readonly Changed[], { format, since }: ChangesRequest): string {
  if (format === "json")
    return `${JSON.stringify({ version: 1, documents: found.map(asJson) }, undefined, 2)}\n`;
  if (found.length === 0) return "Nothing that a reader sees has changed.\n";
  const form = format === "markdown" ? "markdown" : "plain";
  const texts = found.map(({ path, title, commit, isNew, changes: all }) => {
    const short = commit.slice(0, 8);
    const about = { title, since: since === undefined ? short : `${since} (${short})`, isNew };
    const { text } = written(summaryOf(all, about), inEnglish, form);
    if (form === "plain") return `${printable(path)}\n\n${lines(text)}`;
    return text.replace("\n", `\n\n\`${path.replaceAll("`", "")}\`\n`);
  });
  return texts.join("\n");
}

const lines = (text: string): string => text.split("\n").map(printable).join("\n");

const asJson = ({ path, text, commit, isNew, changes: all }: Changed): unknown => ({
  file: path,
  since: commit,
  new: isNew,
  sections: all.sections.map((one) => sectionJson(one, text)),
  unchanged: all.unchanged.length,
  fields: all.fields.map(({ key, before, now }) => ({ key, before, now })),
  decisions: all.decisions.changes.map((one) => entryJson(one, text)),
  requirements: all.requirements.changes.map((one) => entryJson(one, text)),
});

const sectionJson = (
  { kind, isHead, title, was, isMoved, words, now }: SectionChange,
  text: string,
): unknown => ({
  kind,
  title: isHead ? undefined : title,
  was,
  header: isHead ? true : undefined,
  moved: isMoved ? true : undefined,
  words,
  line: now && lineIn(text, now.heading.start),
});

const entryJson = ({ kind, text: said, span }: EntryChange, text: string): unknown => ({
  kind,
  text: said,
  line: kind === "removed" ? undefined : lineIn(text, span.start),
});

/** The number of a line, from 1. */
const lineIn = (text: string, offset: number): number => text.slice(0, offset).split(/\r\n?|\n/).length;
