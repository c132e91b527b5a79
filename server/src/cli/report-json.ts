import type { Fixed, ReportedFinding, Summary } from "./report.ts";

/**
 * The report for programs, in pieces. The shape is a contract: a change that readers have to follow raises `version`.
 * The number of fixed files is there where fixes were asked for.
 */
export function* jsonReport(
  findings: readonly ReportedFinding[],
  summary: Summary,
  fixed: Fixed | undefined,
): Generator<string> {
  yield `{\n  "version": 1,\n  "findings": [`;
  let before = "\n    ";
  // The keys are named here, so that the order is a part of the contract and nothing else gets in.
  for (const { file, line, column, endLine, endColumn, severity, rule, message } of findings) {
    yield before + indented({ file, line, column, endLine, endColumn, severity, rule, message }, "    ");
    before = ",\n    ";
  }
  const counts = fixed ? { ...summary, fixed: fixed.files } : summary;
  yield `${findings.length > 0 ? "\n  " : ""}],\n  "summary": ${indented(counts, "  ")}\n}\n`;
}

/** A value as JSON over several lines, which are all but the first indented by `indent`. */
const indented = (value: object, indent: string): string =>
  JSON.stringify(value, undefined, 2).replaceAll("\n", `\n${indent}`);
