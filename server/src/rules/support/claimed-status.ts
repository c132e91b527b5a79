import type { Field } from "../../syntax/document.ts";
import { readStatus } from "../../template/status.ts";
import type { RuleContext } from "../rule.ts";
import { filledFields } from "./header.ts";

/**
 * The status field where it says itself that the design is approved or implemented. A document that is only
 * judged as if it were claims nothing yet, and one without a status has that told.
 */
export function claimedStatus(context: RuleContext): Field | undefined {
  const [status] = filledFields(context, "status");
  const stage = status && readStatus(status.field.value, context.template.statuses)?.stage;
  return stage === "approved" || stage === "implemented" ? status?.field : undefined;
}
