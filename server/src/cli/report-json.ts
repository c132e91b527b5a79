import type { Fixed, ReportedFinding, Summary } from "./report.ts";

/**
 * The report for programs. The shape is a contract: a change that readers have to follow raises `version`.
 * The number of fixed files is there where fixes were asked for.
 */
export function jsonReport(
  findings: readonly ReportedFinding[],
  summary: Summary,
  fixed: Fixed | undefined,
): string {
  // The keys are named here, so that the order is a part of the contract and nothing else gets in.
  const entries = findings.map(({ file, line, column, endLine, endColumn, severity, rule, message }) => {
    return { file, line, column, endLine, endColumn, severity, rule, message };
  });
  const counts = fixed ? { ...summary, fixed: fixed.files } : summary;
  return `${JSON.stringify({ version: 1, findings: entries, summary: counts }, undefined, 2)}\n`;
}
