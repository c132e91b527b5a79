import { randomFrom } from "../../test/kit/random.ts";
import { fixesOf, type Analysis, type Finding } from "../../server/src/service.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { faultKinds, type Fault, type FaultKind, type Ground } from "./fault.ts";
import { asInTemplate, blanked, misspeltStatus, removedFields } from "./field-faults.ts";
import { atOtherLevel, misspeltSections, moved, removed, renamed, swapped } from "./section-faults.ts";
import { guidancePasted, placeholdersPasted } from "./text-faults.ts";

/** What became of a fault that was planted. */
export interface Outcome {
  readonly fault: Fault;
  /** What is wrong with how it was told; none where all is as it should be. */
  readonly misses: readonly string[];
}

const makers: Readonly<Record<FaultKind, (ground: Ground) => readonly Fault[]>> = {
  "section removed": removed,
  "section misspelt": misspeltSections,
  "section renamed": renamed,
  "section moved": moved,
  "section at another level": atOtherLevel,
  "sections swapped": swapped,
  "guidance pasted back": guidancePasted,
  "placeholder pasted": placeholdersPasted,
  "field blanked": blanked,
  "field removed": removedFields,
  "field as in the template": asInTemplate,
  "status misspelt": misspeltStatus,
};

/**
 * Up to `count` faults for a document, of each kind as many as of the others while there are: of those that
 * are possible, the seed chooses. The same seed gives the same.
 */
export function chooseFaults(ground: Omit<Ground, "random">, seed: number, count: number): readonly Fault[] {
  const random = randomFrom(seed);
  const piles = faultKinds.map((kind) => shuffled(makers[kind]({ ...ground, random }), random.below));
  const chosen: Fault[] = [];
  for (let round = 0; chosen.length < count && piles.some((pile) => pile.length > round); round++) {
    for (const pile of piles) {
      const fault = pile[round];
      if (fault && chosen.length < count) chosen.push(fault);
    }
  }
  return chosen;
}

function shuffled<Value>(values: readonly Value[], below: (count: number) => number): readonly Value[] {
  const result = [...values];
  for (let last = result.length - 1; last > 0; last--) {
    const other = below(last + 1);
    const [a, b] = [result[last], result[other]];
    if (a !== undefined && b !== undefined) [result[last], result[other]] = [b, a];
  }
  return result;
}

// Where only the author knows what to write, and has the template's guidance before him, nothing is offered.
const mayLackFix: ReadonlySet<string> = new Set(["unfilled-field", "empty-section"]);
const toWrite: ReadonlySet<string> = new Set(["placeholder-text", "empty-section", "unfilled-field"]);

/**
 * Judges how a fault is told: by the right rule, at the right place, once, and silenced by the first fix,
 * which leaves no more for the author to write than it may. `read` judges a text as `before` was.
 */
export function judgeFault(fault: Fault, before: Analysis, read: (text: string) => Analysis): Outcome {
  const after = read(fault.text);
  const told = newlyTold(before, after);
  const right = told.filter(({ rule }) => fault.rules.includes(rule.id));
  const others = told.filter((finding) => !right.includes(finding));
  const [first] = right;
  if (!first) {
    const miss = others.length > 0 ? `told as ${names(others)}` : "not told";
    return { fault, misses: [miss] };
  }
  const misses: string[] = [];
  const isAtPlace = ({ problem }: Finding): boolean =>
    problem.span.start <= fault.place.end && problem.span.end >= fault.place.start;
  if (!right.every(isAtPlace)) misses.push("told at another place");
  if (right.length > 1) misses.push(`told ${right.length} times`);
  if (others.length > 0) misses.push(`told as ${names(others)} too`);
  return { fault, misses: [...misses, ...faultsOfFix(fault, first, before, after, read)] };
}

function faultsOfFix(
  { text, leaves }: Fault,
  finding: Finding,
  before: Analysis,
  after: Analysis,
  read: (text: string) => Analysis,
): readonly string[] {
  const fix = fixesOf(after, finding).at(0);
  if (!fix) return mayLackFix.has(finding.rule.id) ? [] : ["has no fix"];
  const left = newlyTold(before, read(applyEdits(text, fix.edits)));
  const wrong = left.filter((other) => !toWrite.has(other.rule.id));
  if (wrong.length > 0) return [`its fix leaves ${names(wrong)}`];
  return left.length > leaves ? [`its fix leaves ${left.length} things to write: ${names(left)}`] : [];
}

const names = (findings: readonly Finding[]): string =>
  [...new Set(findings.map(({ rule }) => rule.id))].join(", ");

/** What is told of the second and not of the first, where a rule tells more of it than before. */
export function newlyTold(before: Analysis, after: Analysis): readonly Finding[] {
  const known = before.findings.map(wordsOf);
  const news = after.findings.filter((finding) => {
    const at = known.indexOf(wordsOf(finding));
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
  const counts = ({ findings }: Analysis, id: string): number =>
    findings.filter(({ rule }) => rule.id === id).length;
  return news.filter(({ rule }) => counts(after, rule.id) > counts(before, rule.id));
}

const wordsOf = ({ rule, message }: Finding): string => `${rule.id} ${JSON.stringify(message)}`;
