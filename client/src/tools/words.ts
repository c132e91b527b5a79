// What tools tell a model: Markdown in plain English, which models read best, cut where it would be long.
import type { DocumentSummary } from "../../../server/src/protocol/documents.ts";
import type { DescribeDocumentResult, DescribedSection } from "../../../server/src/protocol/tools.ts";

type Described = NonNullable<DescribeDocumentResult>;

/** So many characters are told at most: more would push a conversation out of a model's memory. */
export const mostTold = 12_000;

/** What stands against a document. `path` is as it was asked. */
export function checkInWords(path: string, found: Described): string {
  const { status, stage, written, total, missing, findings, template } = found;
  if (!found.exists)
    return `There is no file ${path}. A document there would follow the template “${template}”.`;
  const why = new Map(findings.map((one) => [one.rule, one.why]));
  return cut(
    [
      `# ${path}`,
      "",
      `Status: ${status === "" ? "none" : status}. Judged at the stage “${stage}”, by the template “${template}”.`,
      `Sections written: ${written} of ${total}.${missing.length > 0 ? ` Missing: ${missing.join(", ")}.` : ""}`,
      "",
      findings.length === 0 ? "No findings." : `## Findings (${findings.length})`,
      "",
      ...findings.map(
        ({ line, severity, rule, message }) => `- line ${line}, ${severity}, ${rule}: ${oneLine(message)}`,
      ),
      ...(why.size === 0 ? [] : ["", "## Why these rules matter", ""]),
      ...Array.from(why, ([rule, reason]) => `- ${rule}: ${oneLine(reason)}`),
    ].join("\n"),
  );
}

/** Which documents are listed. What is absent passes all. */
export interface ListFilter {
  readonly stage?: string;
  /** Words that all stand in the title, the path, the author or the status. */
  readonly text?: string;
  /** A handle, with or without `@`. */
  readonly reviewer?: string;
  readonly limit?: number;
}

const mostListed = 200;

/** The documents that pass a filter, the newest first. */
export function listInWords(documents: readonly DocumentSummary[], filter: ListFilter): string {
  const found = documents
    .filter((one) => passes(one, filter))
    .toSorted((a, b) => (b.date ?? "").localeCompare(a.date ?? ""));
  const limit = Math.min(Math.max(1, Math.floor(filter.limit ?? 50)), mostListed);
  const shown = found.slice(0, limit);
  const more = found.length - shown.length;
  return cut(
    [
      `${found.length} of ${documents.length} design documents${more > 0 ? `; the newest ${shown.length} are listed` : ""}.`,
      "",
      ...shown.map(({ path, title, status, stage, author, date, reviewers = [] }) =>
        [
          `- ${path}: ${oneLine(title)}`,
          `status ${status === "" ? "none" : oneLine(status)} (${stage})`,
          ...(date === undefined ? [] : [`date ${date}`]),
          ...(author === undefined ? [] : [`author ${oneLine(author)}`]),
          ...(reviewers.length === 0 ? [] : [`reviewers ${reviewers.join(" ")}`]),
        ].join("; "),
      ),
    ].join("\n"),
  );
}

function passes(one: DocumentSummary, { stage, text = "", reviewer = "" }: ListFilter): boolean {
  const { title, path, author = "", status, reviewers = [] } = one;
  const all = `${title} ${path} ${author} ${status}`.toLowerCase();
  const words = text.toLowerCase().split(/\s+/);
  const handle = `@${reviewer.replace(/^@/, "").toLowerCase()}`;
  return (
    (stage === undefined || one.stage === stage) &&
    words.every((word) => all.includes(word)) &&
    (reviewer === "" || reviewers.some((known) => known.toLowerCase() === handle))
  );
}

/** What the template says of its sections, or of those whose title has the words of `section`. */
export function guidanceInWords(path: string, found: Described, section: string | undefined): string {
  const wanted = section?.toLowerCase().trim() ?? "";
  const meant = found.sections.filter(({ title }) => title.toLowerCase().includes(wanted));
  if (meant.length === 0)
    return `The template “${found.template}” has no section “${section ?? ""}”. It has: ${found.sections.map(({ title }) => title).join(", ")}.`;
  return cut(
    [
      `# Sections of the template “${found.template}”, for ${path}`,
      "",
      ...meant.flatMap(sectionInWords),
    ].join("\n"),
  );
}

function sectionInWords({
  title,
  depth,
  required,
  due,
  guidance,
  expects,
  state,
}: DescribedSection): string[] {
  return [
    `## ${title}`,
    "",
    `Heading of depth ${depth}; ${required ? `required from the stage “${due}” on` : "optional"}; ${state} in the document.`,
    ...(expects.length === 0 ? [] : [`Expected of its text: ${expects.join(", ")}.`]),
    "",
    ...(guidance === "" ? [] : [guidance, ""]),
  ];
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

function cut(text: string): string {
  if (text.length <= mostTold) return text;
  const end = text.lastIndexOf("\n", mostTold);
  return `${text.slice(0, end > 0 ? end : mostTold)}\n\nThis is cut: ask for less, for example for one section or with a filter.`;
}
