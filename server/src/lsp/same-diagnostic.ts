import type { Diagnostic, Range } from "vscode-languageserver";

/** Whether nobody could tell two of our diagnostics apart. Where a rule is explained hangs on the rule alone. */
export const sameDiagnostic = (a: Diagnostic, b: Diagnostic | undefined): boolean =>
  b !== undefined &&
  a.code === b.code &&
  a.severity === b.severity &&
  a.message === b.message &&
  a.tags?.length === b.tags?.length &&
  sameRange(a.range, b.range);

/** Whether two ranges begin and end at the same places. */
export const sameRange = (a: Range, b: Range): boolean =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character;
