import type { Field } from "../../syntax/document.ts";
import { isDay } from "../../template/dates.ts";
import type { RuleContext } from "../rule.ts";
import { filledFields } from "./header.ts";

// Dates of something else than the beginning of the document.
const other =
  /updat|modif|chang|revis|review|approv|accept|decid|decision|due|target|deadline|release|implement|expir|until|last|end|deliver|merge|ship|launch/i;

/** Whether a field of days speaks of the day on which the document was begun, by its key. */
export const isOfBeginning = (key: string): boolean => !other.test(key);

/** The header's field with the day on which the document was begun, where that is a day of the calendar. */
export function creationDay(context: RuleContext): Field | undefined {
  for (const { field } of filledFields(context, "date"))
    if (isOfBeginning(field.key)) return isDay(field.value) ? field : undefined;
  return undefined;
}
