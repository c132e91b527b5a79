import type { Severity } from "../rules/rule.ts";
import { groupBy } from "../text/group.ts";
import type { Fixed, ReportedFinding, Summary } from "./report.ts";

/** What was found but is below the severity that is shown. */
export interface Hidden {
  readonly count: number;
  /** The lowest severity among them. */
  readonly lowest: Severity;
}

const codes = { bold: 1, faint: 2, red: 31, yellow: 33, blue: 34, grey: 90 } as const;
export type Paint = (style: keyof typeof codes, text: string) => string;

const styles: Readonly<Record<Severity, keyof typeof codes>> = {
  error: "red",
  warning: "yellow",
  information: "blue",
  hint: "grey",
};

/** Sets texts off by colours, or leaves them as they are. */
export const painter = (colours: boolean): Paint =>
  colours ? (style, text) => `\u001b[${codes[style]}m${text}\u001b[0m` : (_, text) => text;

/** The report for people, in pieces: the findings of each file below its name, and a line that sums them up. */
export function* prettyReport(
  findings: readonly ReportedFinding[],
  summary: Summary,
  hidden: Hidden | undefined,
  fixed: Fixed | undefined,
  colours: boolean,
): Generator<string> {
  const paint = painter(colours);
  for (const [file, own] of groupBy(findings, (finding) => finding.file))
    yield `${paint("bold", printable(file))}\n${rows(own, paint).join("\n")}\n\n`;
  yield `${sumLine(summary, hidden)}${fixed ? ` ${fixedLine(fixed)}` : ""}\n`;
}

/** One line a finding, in columns. */
export function rows(findings: readonly ReportedFinding[], paint: Paint): readonly string[] {
  const places = findings.map(({ line, column }) => `${line}:${column}`);
  const placeWidth = longest(places);
  const severityWidth = longest(findings.map(({ severity }) => severity));
  return findings.map(({ severity, message, rule }, index) => {
    const place = (places[index] ?? "").padEnd(placeWidth);
    const level = paint(styles[severity], severity.padEnd(severityWidth));
    return `  ${place}  ${level}  ${printable(message)}  ${paint("faint", rule)}`;
  });
}

const longest = (texts: readonly string[]): number =>
  texts.reduce((most, { length }) => Math.max(most, length), 0);

function sumLine(summary: Summary, hidden: Hidden | undefined): string {
  const more = hidden ? ` ${hidden.count} more with --severity ${hidden.lowest}.` : "";
  const accepted = summary.accepted ? ` ${summary.accepted} accepted in the baseline.` : "";
  return `${found(summary)} in ${counted(summary.files, "file", "files")}.${accepted}${more}`;
}

const fixedLine = ({ fixes, files }: Fixed): string =>
  fixes === 0
    ? "No fixes applied."
    : `${counted(fixes, "fix", "fixes")} applied in ${counted(files, "file", "files")}.`;

/** What a dry run says of the fixes beside their patch, and of what they would leave. */
export function dryRunLine(summary: Summary, { fixes, files }: Fixed): string {
  const would =
    fixes === 0
      ? `No fixes for ${counted(summary.files, "file", "files")}.`
      : `${counted(fixes, "fix", "fixes")} in ${counted(files, "file", "files")}, not applied.`;
  return `${would} Left after fixing: ${found(summary).toLowerCase()}.`;
}

/** `2 errors, 1 hint`, or `No findings`. */
export function found({ errors, warnings, informations, hints }: Summary): string {
  const counts = [
    counted(errors, "error", "errors"),
    counted(warnings, "warning", "warnings"),
    counted(informations, "information", "informations"),
    counted(hints, "hint", "hints"),
  ].filter((count) => !count.startsWith("0 "));
  return counts.length > 0 ? counts.join(", ") : "No findings";
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** A text from a document or a file name without the characters that could steer a terminal or turn its text round. */
export const printable = (text: string): string =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
