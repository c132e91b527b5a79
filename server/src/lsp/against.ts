import type { Step } from "../features/lifecycle/steps.ts";
import { judge, readText, type Finding } from "../service.ts";
import type { Stage } from "../template/status.ts";
import { applyEdits, type Edit } from "../text/edit.ts";
import { render } from "./messages.ts";
import type { Opened } from "./session.ts";

/**
 * The errors and warnings that an open document has at a stage, whatever its status says, in the order of the text. They
 * are those of `design-docs check --stage`, with what is known of the document at the moment.
 */
export const findingsAt = (opened: Opened, stage: Stage): readonly Finding[] => grave(opened, stage);

/**
 * The errors and warnings that stand against a step: those of the stage that it leads to, without what its own edits
 * mend, and without the link to the implementation, which the author writes next. Steps that close a design have none.
 */
export function findingsAgainst(
  opened: Opened,
  step: Step,
  stage: Stage,
  edits: readonly Edit[],
): readonly Finding[] {
  if (stage === "closed") return [];
  const text = applyEdits(opened.document.getText(), edits);
  const left = new Set(grave(opened, stage, text).map(nameOf));
  return grave(opened, stage).filter(
    (finding) =>
      left.has(nameOf(finding)) &&
      !(step === "markImplemented" && finding.rule.id === "implementation-link-missing"),
  );
}

const nameOf = ({ rule, message }: Finding): string => `${rule.id} ${render(message)}`;

function grave(opened: Opened, stage: Stage, text?: string): readonly Finding[] {
  const { analysis, governing, scope, baseline } = opened;
  const read = text === undefined ? analysis : readText(text, governing.template);
  const { findings } = judge(read, {
    settings: scope.settings,
    facts: analysis.facts,
    stage,
    since: governing.collection?.since,
    accepted: baseline?.accepted,
  });
  return findings.filter(({ severity }) => severity === "error" || severity === "warning");
}
