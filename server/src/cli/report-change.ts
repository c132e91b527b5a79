import type { Format } from "./options.ts";
import { found, painter, printable, rows, type Paint } from "./report-pretty.ts";
import { atLeast, summarise, type ReportedFinding, type Summary } from "./report.ts";
import type { Severity } from "../rules/rule.ts";

/** What another text of one template changes. */
export interface TemplateChange {
  /** The path of the template, as it is shown. */
  readonly template: string;
  /** The commit that its old text is of: as it was named, and its hash. */
  readonly ref: string;
  readonly base: string;
  /** How many documents it governs. */
  readonly documents: number;
  /** What is told by the new text and not by the old one, and the other way round. */
  readonly added: readonly ReportedFinding[];
  readonly gone: readonly ReportedFinding[];
}

/** The report of `template check`, of findings of a severity or above. */
export const changeReport = (
  changes: readonly TemplateChange[],
  format: Format,
  severity: Severity,
  colours: boolean,
): string => {
  const shown = changes.map((change) => ({
    ...change,
    added: atLeast(severity, change.added),
    gone: atLeast(severity, change.gone),
  }));
  return format === "json"
    ? jsonOf(shown)
    : shown.map((change) => prettyOf(change, painter(colours))).join("\n");
};

/** How many files there are findings in. */
const filesOf = (findings: readonly ReportedFinding[]): number =>
  new Set(findings.map(({ file }) => file)).size;

const sum = (findings: readonly ReportedFinding[]): Summary => summarise(findings, filesOf(findings));

/** The rules of findings, those with most of them first. */
function rulesOf(findings: readonly ReportedFinding[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts]
    .toSorted(([a, most], [b, more]) => more - most || (a < b ? -1 : 1))
    .map(([rule]) => rule);
}

function prettyOf({ template, ref, base, documents, added, gone }: TemplateChange, paint: Paint): string {
  const head = `${paint("bold", printable(template))} since ${printable(ref)} (${base.slice(0, 10)}), ${counted(documents, "document")}\n`;
  const table = [...tableOf("new", added), ...tableOf("gone", gone)];
  const width = Math.max(0, ...table.map(([, rule]) => rule.length));
  const lines = table.map(([which, rule, what]) => `  ${which.padEnd(4)}  ${rule.padEnd(width)}  ${what}\n`);
  const files = [...new Set(added.map(({ file }) => file))].map((file) => {
    const own = rows(
      added.filter((finding) => finding.file === file),
      paint,
    );
    return `${paint("bold", printable(file))}\n${own.join("\n")}\n\n`;
  });
  const last = `New: ${inFiles(added)}. Gone: ${inFiles(gone)}.\n`;
  return `${head}${lines.join("")}\n${files.join("")}${last}`;
}

const tableOf = (
  which: string,
  findings: readonly ReportedFinding[],
): readonly (readonly [which: string, rule: string, what: string])[] =>
  rulesOf(findings).map((rule) => [
    which,
    rule,
    inFiles(findings.filter((finding) => finding.rule === rule)),
  ]);

function inFiles(findings: readonly ReportedFinding[]): string {
  const what = found(sum(findings)).toLowerCase();
  return findings.length === 0 ? what : `${what} in ${counted(filesOf(findings), "file")}`;
}

const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

/** The shape is a contract, as that of `check`: a change that readers have to follow raises `version`. */
function jsonOf(changes: readonly TemplateChange[]): string {
  const entries = changes.map(({ template, base, documents, added, gone }) => ({
    template,
    base,
    documents,
    rules: rulesOf([...added, ...gone]).map((rule) => ({
      rule,
      new: sum(added.filter((finding) => finding.rule === rule)),
      gone: sum(gone.filter((finding) => finding.rule === rule)),
    })),
    new: added.map(entryOf),
    gone: gone.map(entryOf),
    summary: { new: sum(added), gone: sum(gone) },
  }));
  return `${JSON.stringify({ version: 1, templates: entries }, undefined, 2)}\n`;
}

const entryOf = ({
  file,
  line,
  column,
  endLine,
  endColumn,
  severity,
  rule,
  message,
}: ReportedFinding): ReportedFinding => ({ file, line, column, endLine, endColumn, severity, rule, message });
