import assert from "node:assert/strict";
import type { Facts } from "../../server/src/facts/facts.ts";
import {
  type Example,
  type Fix,
  type Problem,
  type Rule,
  type RuleOptions,
} from "../../server/src/rules/rule.ts";
import { analyze, judge, readOwnTemplate, type Analysis } from "../../server/src/service.ts";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import { overridden } from "../../server/src/template/overrides.ts";
import { readTemplate } from "../../server/src/template/read-template.ts";
import type { Stage } from "../../server/src/template/status.ts";
import type { Template } from "../../server/src/template/template.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { mark, unmark } from "./markers.ts";

export const facts: Facts = { today: "2026-03-02", fileName: "2026-03-01-sync-engine-design.md" };

/** The template with the text, or the built-in one. A text inherits nothing, so that tests say all they rely on. */
export const templateOf = (text: string | undefined): Template =>
  text === undefined ? builtInTemplate() : readTemplate({ name: "team", uri: "file:///TEMPLATE.md", text });

/** The template of a rule's example, with what its configuration says. */
export function exampleTemplate({ template, given }: Pick<Example, "template" | "given">): Template {
  const own = templateOf(template);
  return given?.overrides ? overridden(own, given.overrides) : own;
}

/** A text beside its template, as rules see it, with what they tell. */
export const contextOf = (
  text: string,
  template: Template,
  stage: Stage,
  about: Partial<Facts> = {},
  options: Partial<RuleOptions> = {},
): Analysis =>
  analyze({ text, template, stage, settings: { rules: {}, ...options }, facts: { ...facts, ...about } });

/** A template's own text, as rules about templates see it, with what they tell. */
export const ownContextOf = (text: string): Analysis =>
  judge(readOwnTemplate({ name: "team", uri: "file:///TEMPLATE.md", text }), {
    settings: { rules: {} },
    facts: { ...facts, fileName: "TEMPLATE.md" },
    subject: "template",
  });

/** A text as a rule's example has it: beside the example's template, or as a template itself. */
export const exampleContextOf = (
  { subject }: Pick<Rule, "subject">,
  example: Omit<Example, "title" | "text">,
  text: string,
): Analysis =>
  subject === "template"
    ? ownContextOf(text)
    : contextOf(
        text,
        exampleTemplate(example),
        example.stage ?? "draft",
        aboutOf(example),
        example.given?.options,
      );

/** What an example says of the world besides its text. */
export const aboutOf = ({ fileName, given }: Pick<Example, "fileName" | "given">): Partial<Facts> => ({
  ...given?.facts,
  ...(fileName === undefined ? {} : { fileName }),
});

/** The only place where tests call a rule: marks round what it tells, and the text after its first fix. */
export function checkRule(rule: Rule, example: Omit<Example, "title">): void {
  const { text } = unmark(example.text);
  const context = exampleContextOf(rule, example, text);
  const problems = [...rule.check(context)];
  assert.equal(mark(text, spansOf(problems)), example.text);
  for (const problem of problems) for (const fix of rule.fixes?.(problem, context) ?? []) checkFix(text, fix);

  if (example.fixed === undefined && example.renamed === undefined) return;
  const [problem] = problems;
  const fix = problem && rule.fixes?.(problem, context).at(0);
  assert.ok(fix, "the rule offers no fix");
  if (example.renamed !== undefined) assert.equal(fix.rename, example.renamed);
  if (example.fixed === undefined) return;
  assert.equal(applyEdits(text, fix.edits), example.fixed);
}

/** What holds for every fix: it stays inside the text, its edits do not overlap, and it changes something. */
export function checkFix(text: string, fix: Fix, name = ""): void {
  for (const { span } of fix.edits) {
    assert.ok(
      0 <= span.start && span.start <= span.end && span.end <= text.length,
      `${name}: an edit leaves the text`,
    );
  }
  assert.ok(
    fix.rename !== undefined || applyEdits(text, fix.edits) !== text,
    `${name}: ${fix.title.id} changes nothing`,
  );
}

const spansOf = (problems: readonly Problem[]): readonly Problem["span"][] =>
  problems.map(({ span }) => span).toSorted((a, b) => a.start - b.start);
