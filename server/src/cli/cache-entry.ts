import type { Checked, Trace } from "./check-document.ts";
import type { ReportedFinding } from "./report.ts";

/** What is kept of a document: the result, and what it hangs on besides what its key says. */
export interface Entry extends Omit<Trace, "hash" | "sawToday"> {
  /** The day that a rule looked at. */
  readonly today?: string;
  /** Findings without the path, which may be another one from another folder. */
  readonly checked: Omit<Checked, "findings" | "trace"> & {
    readonly findings: readonly Omit<ReportedFinding, "file">[];
  };
}

/** Whether something from elsewhere has the shape of an entry. */
export function isEntry(value: unknown): value is Entry {
  if (!isRecord(value)) return false;
  const { questions, present, past, pastState, today, checked } = value;
  return (
    isRecord(questions) &&
    [questions["paths"], questions["withFragment"], questions["diagrams"]].every(areTextsOrNone) &&
    isTextOrNone(questions["statusLine"]) &&
    typeof present === "string" &&
    typeof past === "string" &&
    isTextOrNone(pastState) &&
    isTextOrNone(today) &&
    isRecord(checked) &&
    typeof checked["held"] === "number" &&
    typeof checked["fixes"] === "number" &&
    [checked["notes"], checked["failures"]].every((texts) => areTextsOrNone(texts) && texts !== undefined) &&
    Array.isArray(checked["gone"]) &&
    checked["gone"].every(isRecord) &&
    Array.isArray(checked["findings"]) &&
    checked["findings"].every(isFinding)
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isTextOrNone = (value: unknown): boolean => value === undefined || typeof value === "string";

const areTextsOrNone = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.every((one) => typeof one === "string"));

const isFinding = (value: unknown): boolean =>
  isRecord(value) &&
  ["line", "column", "endLine", "endColumn"].every((name) => typeof value[name] === "number") &&
  ["severity", "rule", "message"].every((name) => typeof value[name] === "string");
