import type { Fix, Rule } from "../../server/src/rules/rule.ts";
import { fixesOf, type Analysis, type Finding } from "../../server/src/service.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { checkFix } from "./check.ts";
import { consequences } from "./consequences.ts";

/** A text judged by the same template, facts and settings as the one that a fix is of. */
export type Read = (text: string) => Analysis;

// These rules put text elsewhere or add to it: every word that was there must still be there.
const keepsWords = new Set([
  "missing-section",
  "missing-field",
  "approval-without-decision",
  "implementation-link-missing",
  "section-order",
  "section-level",
  "duplicate-section",
]);

// These rules have one message for all that they find, and what they find may hide more of the same.
const hidesLike = new Set(["template-instructions", "placeholder-text", "unclosed-comment"]);

/** What trying fixes came to. */
export interface Tried {
  readonly fixes: number;
  /** What is wrong with them, each with its finding; none where all is well. */
  readonly faults: readonly string[];
}

/**
 * Tries every fix of every finding by itself: it stays in the text and changes it, loses no words, silences
 * its finding, brings no other finding but its consequences, and is not offered again.
 */
export function tryFixes(before: Analysis, read: Read): Tried {
  // Findings of one cause may offer the same edits, such as the insertion of all that is missing.
  const seen = new Set<string>();
  const tried = before.findings.flatMap((finding) =>
    fixesOf(before, finding).flatMap((fix, index) => {
      const edits = finding.rule.id + JSON.stringify(fix);
      if (seen.has(edits)) return [];
      seen.add(edits);
      const which = `${finding.rule.id} at ${finding.problem.span.start}, fix ${index}`;
      checkFix(before.doc.text, fix, which);
      if (fix.rename !== undefined) return [[]];
      const result = applyEdits(before.doc.text, fix.edits);
      const faults = faultsOf(before, finding, fix, read(result));
      return [faults.map((fault) => `${which} ${fault}`)];
    }),
  );
  return { fixes: tried.length, faults: tried.flat() };
}

function faultsOf(before: Analysis, finding: Finding, fix: Fix, after: Analysis): readonly string[] {
  const { rule } = finding;
  const lost = keepsWords.has(rule.id) ? lostWords(before.doc.text, after.doc.text) : [];
  // Of several findings with the same words, the others offer the same words still.
  const isOnly = before.findings.filter((other) => isSame(other, finding)).length === 1;
  const isOfferedAgain =
    isOnly && !hidesLike.has(rule.id) && offers(after, rule, fix) >= offers(before, rule, fix);
  return [
    ...lost.map((word) => `loses “${word}”`),
    ...(isSilenced(before, finding, after) ? [] : ["does not silence its finding"]),
    ...newlyTold(before, rule, after).map((id) => `brings ${id}`),
    ...(isOfferedAgain ? ["is offered again"] : []),
  ];
}

const isSame = (one: Finding, other: Finding): boolean =>
  one.rule === other.rule && JSON.stringify(one.message) === JSON.stringify(other.message);

function isSilenced(before: Analysis, finding: Finding, after: Analysis): boolean {
  const count = ({ findings }: Analysis): number => findings.filter((other) => isSame(other, finding)).length;
  if (count(after) < count(before)) return true;
  if (!hidesLike.has(finding.rule.id)) return false;
  // Then its place is free of it, or less is left of the text.
  const { start } = finding.problem.span;
  const isAtPlace = after.findings.some(
    (other) => isSame(other, finding) && other.problem.span.start === start,
  );
  return !isAtPlace || after.doc.text.length < before.doc.text.length;
}

/**
 * The rules that tell more than before without being a consequence of the fix. Rules are counted rather than
 * messages, since what is told still may have other words: of a section with its right name, or of a section
 * beside another neighbour.
 */
function newlyTold(before: Analysis, by: Rule, after: Analysis): readonly string[] {
  const earlier = countsOf(before);
  const now = countsOf(after);
  const rules = new Map(after.findings.map(({ rule }) => [rule.id, rule]));
  return [...rules.values()]
    .filter((rule) => {
      const most = (earlier.get(rule.id) ?? 0) - (rule === by ? 1 : 0);
      return (now.get(rule.id) ?? 0) > most && !brings(by, rule);
    })
    .map(({ id }) => id);
}

function countsOf({ findings }: Analysis): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, message } of findings) {
    // Sections that are missing at one place are told together while the document is a draft.
    const together = message.args["count"];
    const weight = message.id === "missing-section.many" && typeof together === "number" ? together : 1;
    counts.set(rule.id, (counts.get(rule.id) ?? 0) + weight);
  }
  return counts;
}

const brings = (by: Rule, told: Rule): boolean =>
  consequences.some((one) => one.of.includes(by.id) && (one.are === "any" || one.are.includes(told.id)));

/** How often an analysis offers a fix of the same words. */
const offers = (analysis: Analysis, by: Rule, { title }: Fix): number =>
  analysis.findings
    .filter(({ rule }) => rule === by)
    .flatMap((finding) => fixesOf(analysis, finding))
    .filter((other) => JSON.stringify(other.title) === JSON.stringify(title)).length;

function lostWords(before: string, after: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const word of wordsOf(after)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return wordsOf(before).filter((word) => {
    const left = (counts.get(word) ?? 0) - 1;
    counts.set(word, left);
    return left < 0;
  });
}

// The heading of a merged duplicate goes, so words of headings are not counted.
const wordsOf = (text: string): readonly string[] =>
  text.replace(/^\uFEFF?#+ .*$|^.*(?:\r\n|\n)(?:===|---)$/gm, "").match(/[\p{L}\p{N}]{3,}/gu) ?? [];
