import { isOfBeginning } from "../../facts/birth-day.ts";
import type { Field } from "../../syntax/document.ts";
import { isDay } from "../../template/dates.ts";
import type { RuleContext } from "../rule.ts";
import { filledFields } from "./header.ts";

export { isOfBeginning };

/** The header's field with the day on which the document was begun, where that is a day of the calendar. */
export function creationDay(context: RuleContext): Field | undefined {
  for (const { field } of filledFields(context, "date"))
    if (isOfBeginning(field.key)) return isDay(field.value) ? field : undefined;
  return undefined;
}
