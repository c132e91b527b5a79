import type { DocumentProgress, DocumentSummary } from "../../../server/src/protocol/documents.ts";
import { listedStatus } from "../../../server/src/workspace/document-list.ts";
import type { Translate } from "../status-text.ts";

/** What a line of the view says of a document. */
export interface DocumentText {
  readonly label: string;
  readonly description: string;
  /** The same in words, for those who hear it. */
  readonly spoken: string;
}

/** A line of the view; `today` is `YYYY-MM-DD`. What is not known is left out. */
export function documentText(
  document: DocumentSummary,
  progress: DocumentProgress | null | undefined,
  today: string,
  translate: Translate,
): DocumentText {
  const { title, stage, author, date } = document;
  const age = date === undefined ? "" : ageOf(date, today, translate);
  const status = listedStatus(document);
  const findings = progress ? findingsText(progress, translate) : "";
  const parts = [
    // “Closed” says neither how nor why.
    stage === "closed" ? capitalized(status) : "",
    // What asks for something comes first: in a side bar as wide as it is at first, the end of most lines is cut off.
    progress ? translate("{0} of {1}", progress.written, progress.total) : "",
    findings,
    age,
    author === undefined ? "" : shortAuthor(author),
  ];
  const spoken = [
    title,
    status,
    date === undefined ? "" : translate("begun {0}", date),
    author === undefined ? "" : translate("by {0}", author),
    progress ? translate("{0} of {1} sections written", progress.written, progress.total) : "",
    findings,
  ];
  return { label: title, description: joined(parts, " · "), spoken: joined(spoken, ", ") };
}

/** What resting on a line shows, as Markdown in which nothing of the document's own is markup. */
export function documentTooltip(
  document: DocumentSummary,
  progress: DocumentProgress | null | undefined,
  today: string,
  translate: Translate,
): string {
  const { title, path, status, author, reviewers = [], date, updated } = document;
  const age = date === undefined ? "" : ageOf(date, today, translate);
  const lines = [
    status === "" ? "" : translate("Status: {0}", escaped(status)),
    author === undefined ? "" : translate("Author: {0}", escaped(author)),
    reviewers.length === 0 ? "" : translate("Reviewers: {0}", escaped(reviewers.join(", "))),
    date === undefined ? "" : translate("Begun: {0} ({1})", date, age),
    updated === undefined ? "" : translate("Updated: {0}", updated),
    progress ? translate("Sections: {0} of {1} written", progress.written, progress.total) : "",
    progress && progress.missing.length > 0
      ? translate("Missing: {0}", escaped(listed(progress.missing, translate)))
      : "",
    progress ? translate("Findings: {0}", allFindings(progress, translate)) : "",
  ];
  return [`**${escaped(title)}**`, joined(lines, "  \n"), escaped(path)]
    .filter((one) => one !== "")
    .join("\n\n");
}

/** How long ago a day was, in the unit in which people would say it. */
export function ageOf(date: string, today: string, translate: Translate): string {
  const days = Math.round((Date.parse(today) - Date.parse(date)) / 86_400_000);
  if (Number.isNaN(days)) return "";
  if (days < 0) return translate("in the future");
  if (days === 0) return translate("today");
  if (days === 1) return translate("1 day");
  if (days < 14) return translate("{0} days", days);
  if (days < 60) return translate("{0} weeks", Math.floor(days / 7));
  if (days < 730) return translate("{0} months", Math.max(2, Math.floor(days / 30.44)));
  return translate("{0} years", Math.max(2, Math.floor(days / 365.25)));
}

/** The errors and warnings; what is milder is no reason to look. */
function findingsText({ findings: { error, warning } }: DocumentProgress, translate: Translate): string {
  const count = error + warning;
  if (count === 0) return "";
  return count === 1 ? translate("1 finding") : translate("{0} findings", count);
}

function allFindings({ findings }: DocumentProgress, translate: Translate): string {
  const { error, warning, information, hint } = findings;
  const others = information + hint;
  const parts = [
    error === 0 ? "" : error === 1 ? translate("1 error") : translate("{0} errors", error),
    warning === 0 ? "" : warning === 1 ? translate("1 warning") : translate("{0} warnings", warning),
    others === 0 ? "" : others === 1 ? translate("1 note") : translate("{0} notes", others),
  ];
  return joined(parts, ", ") || translate("none");
}

// What is longer fills the screen.
const mostMissing = 8;

function listed(names: readonly string[], translate: Translate): string {
  const shown = names.slice(0, mostMissing).join(", ");
  return names.length > mostMissing
    ? translate("{0} and {1} more", shown, names.length - mostMissing)
    : shown;
}

/** The first of several authors, and how many others there are. */
function shortAuthor(author: string): string {
  const [first = "", ...others] = author.split(", ");
  return others.length === 0 ? first : `${first} +${others.length}`;
}

const capitalized = (word: string): string => {
  const short = word.length > 24 ? `${word.slice(0, 23)}…` : word;
  return short.charAt(0).toUpperCase() + short.slice(1).toLowerCase();
};

const joined = (parts: readonly string[], by: string): string => parts.filter((part) => part !== "").join(by);

/** Text in which nothing is markup, a link or an icon. */
const escaped = (text: string): string =>
  text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]()#+\-.!|<>~$&:@]/g, (sign) => `\\${sign}`);
