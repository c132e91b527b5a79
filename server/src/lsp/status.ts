import { progress } from "../features/progress.ts";
import type { DocumentStatus } from "../protocol/protocol.ts";
import { readStatus } from "../template/status.ts";
import type { Analysis } from "../service.ts";
import { render } from "./messages.ts";
import type { Opened } from "./session.ts";

/** How the document stands, for the status item and for whoever asks. */
export function statusOf({ analysis, governing }: Opened): DocumentStatus {
  const { template, reason } = governing;
  const { written, total, missing } = progress(analysis);
  const findings = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of analysis.findings) findings[severity]++;
  return {
    template: {
      name: template.name,
      ...(template.uri === undefined ? {} : { uri: template.uri }),
      reason: render(reason),
    },
    status: statusWord(analysis),
    stage: analysis.stage,
    written,
    total,
    missing,
    findings,
  };
}

function statusWord({ alignment, template }: Analysis): string {
  const answer = alignment.fields.find(({ wanted }) => wanted.shape === "status");
  const value = answer?.field?.value ?? "";
  return readStatus(value, template.statuses)?.name ?? value;
}
