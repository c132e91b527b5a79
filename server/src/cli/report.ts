import { inEnglish, type Message } from "../messages/message.ts";
import type { Severity } from "../rules/rule.ts";
import type { Analysis } from "../service.ts";
import { lineStarts, positionAt } from "../text/lines.ts";
import type { Span } from "../text/span.ts";

/** A finding with its place as people and tools count it: all from 1, columns in UTF-16 code units. */
export interface ReportedFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
}

export interface Summary {
  /** How many were checked. */
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly informations: number;
  readonly hints: number;
  /** How many were accepted and are not told; absent where no document has a baseline. */
  readonly accepted?: number;
}

/** What `--fix` came to. In a dry run, what it would come to. */
export interface Fixed {
  readonly fixes: number;
  /** How many files they are in. */
  readonly files: number;
}

/** From the least to the most severe. */
export const severities: readonly Severity[] = ["hint", "information", "warning", "error"];

/** The findings of one document, in the order of its text. */
export const reported = (file: string, { doc, findings }: Analysis): readonly ReportedFinding[] =>
  placed(
    file,
    doc.text,
    findings.map(({ rule, problem: { span }, severity, message }) => ({
      span,
      severity,
      rule: rule.id,
      message,
    })),
  );

/** What was found in a file, by lines and columns that begin with 1; spans are UTF-16 offsets of the text. */
export function placed(
  file: string,
  text: string,
  found: readonly (Pick<ReportedFinding, "severity" | "rule"> & {
    readonly span: Span;
    readonly message: Message;
  })[],
): readonly ReportedFinding[] {
  if (found.length === 0) return [];
  const starts = lineStarts(text);
  return found.map(({ span, severity, rule, message }) => {
    const start = positionAt(starts, span.start);
    const end = positionAt(starts, span.end);
    return {
      file,
      line: start.line + 1,
      column: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
      severity,
      rule,
      message: inEnglish(message),
    };
  });
}

/** How many findings there are of each severity, over so many files. */
export function summarise(findings: readonly ReportedFinding[], files: number): Summary {
  const counts: Record<Severity, number> = { hint: 0, information: 0, warning: 0, error: 0 };
  for (const { severity } of findings) counts[severity]++;
  return {
    files,
    errors: counts.error,
    warnings: counts.warning,
    informations: counts.information,
    hints: counts.hint,
  };
}

/** The findings at or above a severity. */
export const atLeast = (
  severity: Severity,
  findings: readonly ReportedFinding[],
): readonly ReportedFinding[] =>
  findings.filter((finding) => severities.indexOf(finding.severity) >= severities.indexOf(severity));
