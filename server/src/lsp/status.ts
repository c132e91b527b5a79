import { DiagnosticSeverity, type Diagnostic } from "vscode-languageserver";
import { progress } from "../features/progress.ts";
import type { DocumentStatus } from "../protocol/protocol.ts";
import { readStatus } from "../template/status.ts";
import type { Analysis } from "../service.ts";
import { render } from "./messages.ts";
import type { Opened } from "./session.ts";

/** How the document stands, for the status item and for whoever asks. It counts what the editor shows. */
export function statusOf({ analysis, governing }: Opened, shown: readonly Diagnostic[]): DocumentStatus {
  const { template, reason } = governing;
  const { written, total, missing } = progress(analysis);
  const count = (severity: DiagnosticSeverity): number =>
    shown.filter((diagnostic) => diagnostic.severity === severity).length;
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
    findings: {
      error: count(DiagnosticSeverity.Error),
      warning: count(DiagnosticSeverity.Warning),
      information: count(DiagnosticSeverity.Information),
      hint: count(DiagnosticSeverity.Hint),
    },
  };
}

function statusWord({ alignment, template }: Analysis): string {
  const answer = alignment.fields.find(({ wanted }) => wanted.shape === "status");
  const value = answer?.field?.value ?? "";
  return readStatus(value, template.statuses)?.name ?? value;
}
