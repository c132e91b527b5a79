import { analyze, fixesOf, type Analysis } from "../service.ts";
import type { Settings } from "../settings/settings.ts";
import { applyEdits, type Edit } from "../text/edit.ts";
import { meets } from "../text/span.ts";

// Each round mends at least one finding for good, so this is only met where two rules contradict each other.
const mostRounds = 20;

/** The edits that apply every safe fix, also of findings that show only when others are mended. */
export function safeEdits(analysis: Analysis, settings: Settings): readonly Edit[] {
  const { template, facts, doc } = analysis;
  const first = oneRound(analysis);
  let text = applyEdits(doc.text, first);
  let rounds = 1;
  for (; rounds < mostRounds; rounds++) {
    const edits = oneRound(analyze({ text, template, settings, facts }));
    if (edits.length === 0) break;
    text = applyEdits(text, edits);
  }
  return rounds === 1 ? first : difference(doc.text, text);
}

/** The edits of the first safe fix of each finding. Of two fixes that touch the same text, the first is taken. */
function oneRound(analysis: Analysis): readonly Edit[] {
  const taken: Edit[] = [];
  for (const finding of analysis.findings) {
    const fix = fixesOf(analysis, finding).find(({ safe, rename }) => safe === true && rename === undefined);
    if (fix && !fix.edits.some((edit) => taken.some((other) => collide(edit, other))))
      taken.push(...fix.edits);
  }
  return taken;
}

// Edits that only meet are apart for the protocol, but their fixes counted on the text between them; two
// insertions at one place do not disturb each other.
const collide = (a: Edit, b: Edit): boolean => meets(a.span, b.span) && !(isInsertion(a) && isInsertion(b));

const isInsertion = ({ span }: Edit): boolean => span.start === span.end;

/** One edit for what lies between the common start and the common end of two texts; none where they are equal. */
function difference(before: string, after: string): readonly Edit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return [{ span: { start, end: before.length - end }, text: after.slice(start, after.length - end) }];
}
