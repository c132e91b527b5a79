import type { ReportedFinding, Summary } from "./report.ts";

/**
 * The report for programs. The shape is a contract: a change that readers have to follow raises `version`.
 */
export function jsonReport(findings: readonly ReportedFinding[], summary: Summary): string {
  // The keys are named here, so that the order is a part of the contract and nothing else gets in.
  const entries = findings.map(({ file, line, column, endLine, endColumn, severity, rule, message }) => {
    return { file, line, column, endLine, endColumn, severity, rule, message };
  });
  return `${JSON.stringify({ version: 1, findings: entries, summary }, undefined, 2)}\n`;
}
