// What tools tell a model: Markdown in plain English, which models read best, cut where it would be long.
import type { DocumentSummary } from "../../../server/src/protocol/documents.ts";
import { listedStatus } from "../../../server/src/workspace/document-list.ts";
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
  /** What the status begins with, whatever its case. */
  readonly status?: string;
  /** Words that all stand among the authors, with or without `@`. */
  readonly author?: string;
  /** Its last day is at least so many days ago. What has no day is of no age, and passes neither of the two. */
  readonly olderThanDays?: number;
  /** Its last day is at most so many days ago. */
  readonly newerThanDays?: number;
  /** Words that all stand in the title, the path, the author or the status. */
  readonly text?: string;
  /** A handle, with or without `@`. */
  readonly reviewer?: string;
  readonly limit?: number;
}

const mostListed = 200;

/** The days from the last day that a document's header has to `today`; nothing where it has none. */
export function ageInDays(
  { date, updated }: Pick<DocumentSummary, "date" | "updated">,
  today: string,
): number | undefined {
  const last = [date, updated].reduce((a = "", b = "") => (a > b ? a : b)) ?? "";
  const days = Math.round((Date.parse(today) - Date.parse(last)) / 86_400_000);
  return Number.isNaN(days) ? undefined : Math.max(0, days);
}

/**
 * The documents that pass a filter, the newest first, or the oldest where old ones are asked for. `today` is
 * `YYYY-MM-DD`.
 */
export function listInWords(
  documents: readonly DocumentSummary[],
  filter: ListFilter,
  today: string,
): string {
  const isOldFirst = filter.olderThanDays !== undefined;
  const ageOf = (one: DocumentSummary): number => ageInDays(one, today) ?? -1;
  const found = documents
    .filter((one) => passes(one, filter, today))
    .toSorted((a, b) => (isOldFirst ? ageOf(b) - ageOf(a) : (b.date ?? "").localeCompare(a.date ?? "")));
  const limit = Math.min(Math.max(1, Math.floor(filter.limit ?? 50)), mostListed);
  const shown = found.slice(0, limit);
  const more = found.length - shown.length;
  return cut(
    [
      `${found.length} of ${documents.length} design documents${more > 0 ? `; the ${isOldFirst ? "oldest" : "newest"} ${shown.length} are listed` : ""}. Today is ${today}.`,
      "",
      ...shown.map(({ path, title, status, stage, author, date, updated, reviewers = [] }) =>
        [
          `- ${path}: ${oneLine(title)}`,
          `status ${status === "" ? "none" : oneLine(status)} (${stage})`,
          ...(date === undefined ? [] : [`date ${date}`]),
          ...(updated === undefined ? [] : [`updated ${updated}`]),
          ...(author === undefined ? [] : [`author ${oneLine(author)}`]),
          ...(reviewers.length === 0 ? [] : [`reviewers ${reviewers.join(" ")}`]),
        ].join("; "),
      ),
    ].join("\n"),
  );
}

function passes(one: DocumentSummary, filter: ListFilter, today: string): boolean {
  const { stage, text = "", reviewer = "", olderThanDays, newerThanDays } = filter;
  const { title, path, author = "", status, reviewers = [] } = one;
  const age = ageInDays(one, today);
  const all = `${title} ${path} ${author} ${status}`.toLowerCase();
  const words = text.toLowerCase().split(/\s+/);
  const handle = `@${reviewer.replace(/^@/, "").toLowerCase()}`;
  const authors = author.toLowerCase();
  return (
    (stage === undefined || one.stage === stage) &&
    plain(listedStatus(one)).startsWith(plain(filter.status ?? "")) &&
    (filter.author ?? "")
      .toLowerCase()
      .replace(/^@/, "")
      .split(/\s+/)
      .every((word) => authors.includes(word)) &&
    (olderThanDays === undefined || (age !== undefined && age >= olderThanDays)) &&
    (newerThanDays === undefined || (age !== undefined && age <= newerThanDays)) &&
    words.every((word) => all.includes(word)) &&
    (reviewer === "" || reviewers.some((known) => known.toLowerCase() === handle))
  );
}

// `in_review` is what others write as `IN REVIEW`.
const plain = (status: string): string =>
  status
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();

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
