import type { Message } from "./messages/message.ts";
import { rules } from "./rules/index.ts";
import type { Facts, Fix, Level, Problem, Rule, RuleContext, Severity } from "./rules/rule.ts";
import type { Settings } from "./settings/settings.ts";
import { parseDocument } from "./syntax/parse-document.ts";
import { readBeside } from "./template/analysed.ts";
import { asksToIgnore } from "./template/annotations.ts";
import { readStatus, type Stage } from "./template/status.ts";
import type { Template } from "./template/template.ts";
import { walk, type Node } from "./syntax/node.ts";

export interface Subject {
  readonly text: string;
  readonly template: Template;
  readonly settings: Pick<Settings, "rules">;
  readonly facts: Facts;
  /** Judges the document as if it stood at this stage. */
  readonly stage?: Stage;
}

/** A document beside its template with everything that was found in it. */
export interface Analysis extends RuleContext {
  /** In the order of the text, the severest first at one place. */
  readonly findings: readonly Finding[];
  /** The document asked to be left alone with `<!-- design-docs: ignore -->`. */
  readonly ignored: boolean;
}

export interface Finding {
  readonly rule: Rule;
  readonly problem: Problem;
  readonly severity: Severity;
  readonly message: Message;
}

/** Everything that can be said of the subject. Pure and total: no text makes it throw. */
export function analyze({ text, template, settings, facts, stage }: Subject): Analysis {
  const analysed = readBeside(parseDocument(text), template);
  const context: RuleContext = { ...analysed, facts, stage: stage ?? stageOf(analysed) };
  const ignored = asksToIgnore(text) && context.doc.blocks.some(({ node }) => hasIgnoringComment(node));
  return { ...context, ignored, findings: ignored ? [] : findingsOf(context, settings) };
}

/** Whether a node holds the comment itself, not a code sample of it. */
function hasIgnoringComment(node: Node): boolean {
  for (const inner of walk(node)) if (inner.kind === "html" && asksToIgnore(inner.value)) return true;
  return false;
}

/** The ways to mend a finding, the best first. */
export const fixesOf = (analysis: Analysis, { rule, problem }: Finding): readonly Fix[] =>
  rule.fixes?.(problem, analysis) ?? [];

/** The stage that the header's status says; without a readable one a document is a draft. */
function stageOf({ alignment, template }: Pick<RuleContext, "alignment" | "template">): Stage {
  const field = alignment.fields.find(({ wanted }) => wanted.shape === "status")?.field;
  return (field && readStatus(field.value, template.statuses)?.stage) ?? "draft";
}

function findingsOf(context: RuleContext, settings: Subject["settings"]): readonly Finding[] {
  const findings = rules.flatMap((rule) => {
    const level = levelOf(rule, context.stage, settings.rules[rule.id]);
    if (level === "off") return [];
    return [...rule.check(context)].map((problem) => ({
      rule,
      problem,
      severity: bounded(level, problem),
      message: problem.message,
    }));
  });
  return findings.toSorted(
    (a, b) =>
      a.problem.span.start - b.problem.span.start ||
      order.indexOf(b.severity) - order.indexOf(a.severity) ||
      a.problem.span.end - b.problem.span.end,
  );
}

function levelOf(rule: Rule, stage: Stage, chosen: Settings["rules"][string] | undefined): Level {
  const level = typeof chosen === "object" ? chosen[stage] : chosen;
  return level ?? rule.severity[stage];
}

const order: readonly Severity[] = ["hint", "information", "warning", "error"];

/** A severity within what the problem allows. */
function bounded(severity: Severity, { atMost, atLeast }: Problem): Severity {
  if (atMost && order.indexOf(severity) > order.indexOf(atMost)) return atMost;
  if (atLeast && order.indexOf(severity) < order.indexOf(atLeast)) return atLeast;
  return severity;
}
