import type { Checked, Trace } from "./check-document.ts";

/** What is kept of a document: the result, and what it hangs on besides what its key says. */
export interface Entry extends Omit<Trace, "hash" | "sawToday"> {
  /** The day that a rule looked at. */
  readonly today?: string;
  readonly checked: Omit<Checked, "trace">;
}

/** An entry without its findings, which are kept by themselves. */
export type Rest = Omit<Entry, "checked"> & { readonly checked: Omit<Entry["checked"], "findings"> };

/** Whether something from elsewhere has the shape of an entry without findings. */
export function isRest(value: unknown): value is Rest {
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
    checked["gone"].every(isRecord)
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isTextOrNone = (value: unknown): boolean => value === undefined || typeof value === "string";

const areTextsOrNone = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.every((one) => typeof one === "string"));
