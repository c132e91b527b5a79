import type { Fix } from "./rules/rule.ts";
import { analyze, fixesOf, type Analysis, type Subject } from "./service.ts";
import { applyEdits, difference, type Edit } from "./text/edit.ts";
import { settle, type Mending } from "./text/settle.ts";
import { meets } from "./text/span.ts";

/** What the analysis was made with and does not hold itself. A document that is not judged at a given stage has none. */
export type Terms = Pick<Subject, "settings" | "stage" | "since" | "accepted" | "only">;

/** What all safe fixes together make of a document. */
export interface FixedAll {
  /** For the text as it was, in UTF-16 code units; none where there is nothing to mend. */
  readonly edits: readonly Edit[];
  /** How many fixes are in them. */
  readonly fixes: number;
  /** Of the text with the edits applied. */
  readonly analysis: Analysis;
}

interface Round extends Mending {
  readonly analysis: Analysis;
  readonly candidates: readonly Fix[];
  /** The edits that led here from the round before. */
  readonly edits: readonly Edit[];
  readonly rounds: number;
  readonly fixes: number;
}

/**
 * Applies every safe fix, also of findings that show only when others are mended. Total: where rules
 * contradict each other, it stops at the last text that was better than the one before.
 */
export function fixAll(analysis: Analysis, terms: Terms): FixedAll {
  const before = analysis.doc.text;
  const start: Round = { ...judged(analysis), edits: [], rounds: 0, fixes: 0 };
  const after = settle(start, (round) => nextRound(round, terms));
  // The edits of a single round are the fixes themselves, so that what lies between them is left alone.
  const whole = difference(before, after.text);
  const edits = after.rounds <= 1 ? after.edits : whole ? [whole] : [];
  return { edits, fixes: after.fixes, analysis: after.analysis };
}

/** The edits of {@link fixAll}. */
export const safeEdits = (analysis: Analysis, terms: Terms): readonly Edit[] => fixAll(analysis, terms).edits;

function nextRound({ analysis, candidates, rounds, fixes }: Round, terms: Terms): Round {
  const { template, facts, doc } = analysis;
  const taken = apart(candidates);
  const edits = taken.flatMap((fix) => fix.edits);
  const text = applyEdits(doc.text, edits);
  const next = analyze({ ...terms, text, template, facts });
  return { ...judged(next), edits, rounds: rounds + 1, fixes: fixes + taken.length };
}

/** An analysis with the first safe fix of each of its findings. */
function judged(analysis: Analysis): Pick<Round, "analysis" | "candidates" | "text" | "open"> {
  const candidates = analysis.findings.flatMap((finding) => {
    const fix = fixesOf(analysis, finding).find(({ safe, rename }) => safe === true && rename === undefined);
    return fix ? [fix] : [];
  });
  return { analysis, candidates, text: analysis.doc.text, open: candidates.length };
}

/** The fixes that can be applied at once. Of two that touch the same text, the first is taken. */
function apart(fixes: readonly Fix[]): readonly Fix[] {
  const taken: Fix[] = [];
  for (const fix of fixes) {
    const others = taken.flatMap(({ edits }) => edits);
    if (!fix.edits.some((edit) => others.some((other) => collide(edit, other)))) taken.push(fix);
  }
  return taken;
}

// Edits that only meet are apart for the protocol, but their fixes counted on the text between them; two
// insertions at one place do not disturb each other.
const collide = (a: Edit, b: Edit): boolean => meets(a.span, b.span) && !(isInsertion(a) && isInsertion(b));

const isInsertion = ({ span }: Edit): boolean => span.start === span.end;
