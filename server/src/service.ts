import { isOlder } from "./facts/birth-day.ts";
import type { FactName, Facts } from "./facts/facts.ts";
import { sideStatus } from "./facts/side.ts";
import type { Message } from "./messages/message.ts";
import { rules } from "./rules/index.ts";
import {
  defaultOptions,
  type Fix,
  type Level,
  type Problem,
  type Rule,
  type RuleContext,
  type Severity,
} from "./rules/rule.ts";
import { splitAccepted, type Accepted } from "./rules/support/fingerprint.ts";
import { problemsWith, toldIn, wholeProblem, type Told } from "./rules/support/kept-problems.ts";
import {
  createCovering,
  noSuppressions,
  readSuppressions,
  type Suppression,
} from "./rules/support/suppressions.ts";
import type { Settings } from "./settings/settings.ts";
import { parseDocument } from "./syntax/parse-document.ts";
import { readBeside, withMore, type Analysed } from "./template/analysed.ts";
import { asksToIgnore } from "./template/annotations.ts";
import { readStatus, type Stage } from "./template/status.ts";
import { readTemplate, type TemplateSource } from "./template/read-template.ts";
import type { Template } from "./template/template.ts";
import { allIn } from "./syntax/found-in.ts";
import { commentNodes } from "./syntax/html-nodes.ts";
import { createMemory } from "./text/memory.ts";
import type { Text } from "./text/rope.ts";

export interface Subject extends Judging {
  readonly text: string;
  readonly template: Template;
}

/** By what a document is judged besides its own text and its template. */
export interface Judging {
  readonly settings: Pick<Settings, "rules"> &
    Partial<Pick<Settings, "people" | "reviewDays" | "toldElsewhere">> & {
      /** The pattern of file names that a team's configuration has for the document. */
      readonly fileName?: string | undefined;
    };
  readonly facts: Facts;
  /** Judges the document as if it stood at this stage. */
  readonly stage?: Stage;
  /** `YYYY-MM-DD`: a document that was begun before is told at information at most. */
  readonly since?: string | undefined;
  /** The findings of the document that were accepted, and are not told. */
  readonly accepted?: readonly Accepted[] | undefined;
  /** The text is a template itself, read beside itself: what is wrong with templates is told. */
  readonly subject?: "template";
  /** The ids of the rules that run; all of them where it is absent. */
  readonly only?: ReadonlySet<string> | undefined;
}

/** A document beside its template with everything that was found in it. */
export interface Analysis extends RuleContext {
  /** In the order of the text, the severest first at one place. */
  readonly findings: readonly Finding[];
  /** The document asked to be left alone with `<!-- design-docs: ignore -->`. */
  readonly ignored: boolean;
  /** Older than `since`. */
  readonly old: boolean;
  /** What was found and is not told, since it was accepted. */
  readonly accepted: readonly Finding[];
  /** What was accepted and is there no more, of the rules that could look for it. */
  readonly gone: readonly Accepted[];
}

export interface Finding {
  readonly rule: Rule;
  readonly problem: Problem;
  readonly severity: Severity;
  readonly message: Message;
}

/** Everything that can be said of the subject. Pure and total: no text makes it throw. */
export const analyze = ({ text, template, ...judging }: Subject): Analysis =>
  judge(readText(text, template), judging);

/**
 * A text beside its template, before any rule has looked at it. What an edit left as it was in the text `before` is
 * not read again.
 */
export const readText = (text: Text, template: Template, before?: Analysed): Analysed =>
  readBeside(parseDocument(text, before?.doc), template, before);

/** A template's own text, read as a template and beside itself: what rules about templates look at. */
export function readOwnTemplate(source: TemplateSource, inherit?: Template): Analysed {
  const template = readTemplate(source, inherit);
  return readBeside(template.doc, template);
}

/**
 * What the rules say of a document that was read. Facts that arrive later are judged without reading it again. What
 * rules said `before` of the document that an edit made this one from is kept where it cannot be different.
 */
export function judge(analysed: Analysed, judging: Judging, before?: Analysis): Analysis {
  const steps = judgeInSteps(analysed, judging, before);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** What rules have said of a document when some of them have run. */
export interface Part {
  /** How many problems were found, those that were accepted among them. */
  readonly found: number;
  /** An analysis with what was found so far. Takes a while, so it is made only where it is told. */
  analysis(): Analysis;
}

/**
 * {@link judge} for a host that has others to answer meanwhile: what is said of the structure first, and then one rule
 * a step, those that tell the worst first. Each step gives what has been found so far.
 */
export function* judgeInSteps(
  analysed: Analysed,
  judging: Judging,
  before?: Analysis,
): Generator<Part, Analysis, undefined> {
  const { settings, facts, stage, since, accepted = [], subject, only } = judging;
  const { people = defaultOptions.people, reviewDays = defaultOptions.reviewDays, fileName } = settings;
  const context: RuleContext = withMore(analysed, {
    facts,
    stage: stage ?? stageOf(analysed, facts),
    options: { people, reviewDays, fileName },
    suppressions: noSuppressions,
  });
  const { doc } = analysed;
  // A comment itself is meant, not a code sample of it.
  const ignored = allIn(doc, commentNodes).some(({ items }) =>
    items.some(({ value }) => asksToIgnore(value)),
  );
  const old = since !== undefined && isOlder(analysed, facts, since);
  if (ignored) return withMore(context, { ignored, old, findings: [], accepted: [], gone: accepted });
  const problemsOf = problemsWith(context, before && told.get(before));
  const problems = new Map<Rule, readonly Problem[]>();
  const ask = (rule: Rule, seen: RuleContext): readonly Problem[] => {
    // What looks at the others hangs on what they told.
    const asked = rule.last === true ? [...rule.check(seen)] : problemsOf(rule);
    problems.set(rule, asked);
    return asked;
  };
  const whole = (found: Found): Analysis =>
    withAccepted(withMore(found, { ignored, old, accepted: [], gone: [] }), judging);
  const steps = findingsOf(
    context,
    settings,
    rulesFor(subject, only),
    old ? "information" : undefined,
    ask,
    only,
  );
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      const analysis = whole(step.value);
      told.set(analysis, toldIn(context, problems));
      return analysis;
    }
    const { found, soFar } = step.value;
    yield { found, analysis: () => whole(soFar()) };
  }
}

// Beside an analysis, what it was made of, for the one that is made from the next edit.
const told = createMemory<Analysis, Told>();

/** An analysis without the findings that were accepted. */
function withAccepted(found: Analysis, { accepted = [], settings, only }: Judging): Analysis {
  if (accepted.length === 0) return found;
  const { told: left, held, gone } = splitAccepted(found.findings, accepted, found);
  const couldLook = (id: string): boolean => {
    if (only && !only.has(id)) return false;
    const rule = rules.find((one) => one.id === id);
    // Nobody asks for the facts of a rule that is off, and it tells nothing whatever they are.
    return !rule || hasFacts(rule, found.facts) || levelOf(rule, found.stage, settings) === "off";
  };
  return withMore(found, {
    findings: left,
    accepted: held,
    gone: gone.filter(({ rule }) => couldLook(rule)),
  });
}

const ofDocuments = rules.filter(({ subject }) => subject === undefined);
const ofTemplates = rules.filter(({ subject }) => subject === "template");

function rulesFor(subject: Judging["subject"], only: Judging["only"]): readonly Rule[] {
  const running = subject === undefined ? ofDocuments : ofTemplates;
  if (!only) return running;
  const last = chosen.get(only);
  if (last?.running === running) return last.those;
  const those = running.filter(({ id }) => only.has(id));
  chosen.set(only, { running, those });
  return those;
}

// The same rules run on thousands of documents, and their order is found once for one list of them.
const chosen = new WeakMap<
  ReadonlySet<string>,
  { readonly running: readonly Rule[]; readonly those: readonly Rule[] }
>();

/** The facts that the rules need which run on a document at a stage and are not off there. */
export const neededFacts = (
  stage: Stage,
  settings: Judging["settings"],
  only?: ReadonlySet<string>,
): ReadonlySet<FactName> =>
  new Set(
    rulesFor(undefined, only).flatMap((rule) =>
      levelOf(rule, stage, settings) === "off" ? [] : (rule.needs ?? []),
    ),
  );

/** The ways to mend a finding, the best first. */
export function fixesOf(analysis: Analysis, { rule, problem }: Finding): readonly Fix[] {
  if (!rule.fixes) return [];
  const whole = wholeProblem(rule, problem, analysis);
  return whole ? rule.fixes(whole, analysis) : [];
}

/**
 * The stage that the header's status says, or where it has none, that of a file beside the document; without a
 * readable one a document is a draft.
 */
export function stageOf(
  { alignment, template }: Pick<RuleContext, "alignment" | "template">,
  { side }: Pick<Facts, "side"> = {},
): Stage {
  const field = alignment.fields.find(({ wanted }) => wanted.shape === "status")?.field ?? sideStatus(side);
  return (field && readStatus(field.value, template.statuses)?.stage) ?? "draft";
}

const ids: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

const none: readonly Suppression[] = [];

type Found = RuleContext & Pick<Analysis, "findings">;

interface FoundSoFar {
  readonly found: number;
  soFar(): Found;
}

/** The context with the use of its suppressions, and the findings that are left by them; or, so far, those of some rules. */
function* findingsOf(
  context: RuleContext,
  settings: Judging["settings"],
  running: readonly Rule[],
  atMost: Severity | undefined,
  ask: (rule: Rule, seen: RuleContext) => readonly Problem[],
  only: Judging["only"],
): Generator<FoundSoFar, Found, undefined> {
  const all = readSuppressions(context.doc, ids);
  const covering = all.length === 0 ? () => none : createCovering(all);
  const used = new Set<Suppression>();
  const findings: Finding[] = [];
  const run = (rule: Rule, level: Severity, seen: RuleContext): void => {
    for (const problem of ask(rule, seen)) {
      const by = covering(rule.id, problem.span.start).filter(
        (one) => rule.last !== true || one.rule === rule.id,
      );
      for (const suppression of by) used.add(suppression);
      if (by.length > 0) continue;
      const severity = capped(bounded(level, problem), atMost);
      findings.push({ rule, problem, severity, message: problem.message });
    }
  };
  const inOrder = (seen: RuleContext): Found => withMore(seen, { findings: findings.toSorted(byPlace) });
  const soFar = (): Found => inOrder(context);
  const levelIn = (rule: Rule): Level => levelOf(rule, context.stage, settings);
  const asked = structureFirst(running, context.stage, settings);
  for (const { rule, level } of asked) {
    if (rule.last === true) continue;
    // What is said of the structure is quickly found, and told at once.
    if (rule.first !== true) yield { found: findings.length, soFar };
    run(rule, level, context);
  }
  const isOff = (rule: Rule): boolean => levelIn(rule) === "off";
  const isKnown = (rule: Rule): boolean => hasFacts(rule, context.facts);
  const hasRun = (rule: Rule): boolean => only?.has(rule.id) !== false;
  // A comment that was copied from a template may name a rule that runs on templates.
  const couldBeTold = (rule: Rule): boolean =>
    running.includes(rule) && !isOff(rule) && isKnown(rule) && rule.needs?.includes("clock") !== true;
  // A rule that is named may be told at another stage or on another day. Of all rules that is always true, so a
  // comment that names none has to wait for missing facts only.
  const unused = all.filter(
    (one) =>
      !used.has(one) &&
      rules.every((rule) =>
        one.rule === "*"
          ? isOff(rule) || (isKnown(rule) && hasRun(rule))
          : one.rule !== rule.id || couldBeTold(rule),
      ),
  );
  const seen: RuleContext = withMore(context, { suppressions: { all, unused } });
  for (const { rule, level } of asked) if (rule.last === true) run(rule, level, seen);
  return inOrder(seen);
}

/** A rule that is not off, and how severe its problems are as far as they do not say so themselves. */
interface Asked {
  readonly rule: Rule;
  readonly level: Severity;
}

/** The rules that are not off: those about the structure first, and then those that tell the worst. */
function structureFirst(
  running: readonly Rule[],
  stage: Stage,
  settings: Judging["settings"],
): readonly Asked[] {
  const last = orders.get(settings);
  if (last?.running === running && last.stage === stage) return last.asked;
  const all = running.flatMap((rule): readonly Asked[] => {
    const level = levelOf(rule, stage, settings);
    return level === "off" ? [] : [{ rule, level }];
  });
  const later = all.filter(({ rule }) => rule.first !== true);
  const asked = [
    ...all.filter(({ rule }) => rule.first),
    ...order.toReversed().flatMap((severity) => later.filter(({ level }) => level === severity)),
  ];
  orders.set(settings, { running, stage, asked });
  return asked;
}

// Settings are read once and never change, and a document seldom changes its stage.
const orders = new WeakMap<
  Judging["settings"],
  { readonly running: readonly Rule[]; readonly stage: Stage; readonly asked: readonly Asked[] }
>();

/** In the order of the text, the severest first at one place, and then in the order of their rules. */
const byPlace = (a: Finding, b: Finding): number =>
  a.problem.span.start - b.problem.span.start ||
  order.indexOf(b.severity) - order.indexOf(a.severity) ||
  a.problem.span.end - b.problem.span.end ||
  (places.get(a.rule) ?? 0) - (places.get(b.rule) ?? 0);

const places: ReadonlyMap<Rule, number> = new Map(rules.map((rule, index) => [rule, index]));

/** Whether all is known that a rule needs to tell all that there is to tell. */
const hasFacts = ({ needs = [] }: Rule, facts: Facts): boolean =>
  needs.every((name) => name === "clock" || facts[name] !== undefined);

function levelOf(rule: Rule, stage: Stage, { rules: chosen, toldElsewhere }: Judging["settings"]): Level {
  // What another extension tells already is not told twice, unless somebody asked for it.
  const own = chosen[rule.id];
  const level = typeof own === "object" ? own[stage] : own;
  return level ?? (toldElsewhere?.includes(rule.id) ? "off" : rule.severity[stage]);
}

const order: readonly Severity[] = ["hint", "information", "warning", "error"];

const capped = (severity: Severity, atMost: Severity | undefined): Severity =>
  atMost && order.indexOf(severity) > order.indexOf(atMost) ? atMost : severity;

/** A severity within what the problem allows. */
function bounded(severity: Severity, { atMost, atLeast }: Problem): Severity {
  if (atMost && order.indexOf(severity) > order.indexOf(atMost)) return atMost;
  if (atLeast && order.indexOf(severity) < order.indexOf(atLeast)) return atLeast;
  return severity;
}
