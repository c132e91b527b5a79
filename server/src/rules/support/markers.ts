import type { Span } from "../../text/span.ts";
import { matchesOf } from "../../text/matches.ts";

/** A word by which an author marks what is still to be written or decided. Its span is in the text searched. */
export interface Marker {
  readonly kind: "clarify" | "word";
  readonly span: Span;
  /** It can only be understood as a marker. Others are words of English that may only be spoken of. */
  readonly isSure: boolean;
}

/** Whether it is worth looking at a text at all. */
export const mayHaveMarkers = (text: string): boolean => anyMarker.test(text);

const anyMarker = /TODO|TBD|TBA|TBC|FIXME|XXX|\?\?\?|NEEDS CLARIFICATION/;

/**
 * The markers in a stretch of running text, as `proseIn` gives it: as long as its `source`, with blanks for
 * all that is not read. `TODO`, `TBD`, `TBA`, `TBC` and `FIXME` in capitals count before `:` or `(`, in brackets, and
 * where a sentence or line begins or ends with them; `XXX` only before `:` or alone; `???` as a word of its
 * own; `[NEEDS CLARIFICATION …]` up to its bracket.
 */
export function markersIn(text: string, source: string): readonly Marker[] {
  return Array.from(matchesOf(text, candidate), (match): readonly Marker[] => {
    const start = match.index;
    const span = { start, end: start + match[0].length };
    const before = lineBefore(text, source, start);
    const after = lineAfter(text, source, span.end);
    if (match[0].startsWith("[")) {
      const length = lengthToBracket(text.slice(span.end, span.end + longest));
      const end = span.end + length;
      // “No [NEEDS CLARIFICATION] markers remain” stands in many checklists; what asks something is meant.
      const asks = /^\s{0,4}[:：–—-]\s{0,4}[^\s\]….]/u.test(after);
      const behind = lineAfter(text, source, end);
      if (asks ? markerWord.test(behind) : spokenOf.test(behind) || named.test(before)) return [];
      return [{ kind: "clarify", span: { start, end }, isSure: true }];
    }
    const isSure = isSurely(match[0], before, after);
    return isSure || isLikely(match[0], before, after) ? [{ kind: "word", span, isSure }] : [];
  }).flat();
}

const longest = 600;

/** How long a text is up to the bracket that closes what was opened before it; nothing where none does. */
function lengthToBracket(text: string): number {
  let open = 1;
  for (const { 0: bracket, index } of matchesOf(text, /[[\]]/g)) {
    open += bracket === "[" ? 1 : -1;
    if (open === 0) return index + 1;
  }
  // A bracket that was forgotten within may not take the end away.
  return text.indexOf("]") + 1;
}

// As far as words beside a marker are looked at.
const near = 60;

const quotes = `'"“”„‘’«»`;
const candidate = new RegExp(
  String.raw`\[NEEDS CLARIFICATION\b|(?<![\p{L}\p{N}_/#@.&+\-${quotes}])(?:TODO|TBD|TBA|TBC|FIXME|XXX)(?![\p{L}\p{N}_/&+\-${quotes}])|(?<![^\s(\[|（【「])\?{3,8}(?![^\s)\].,;:|）】」。、])`,
  "gu",
);

/** What stands before an offset on its line, without the blanks at its end. */
function lineBefore(text: string, source: string, offset: number): string {
  const from = Math.max(0, offset - near);
  const beside = source.slice(from, offset);
  const line = Math.max(beside.lastIndexOf("\n"), beside.lastIndexOf("\r")) + 1;
  return text.slice(from + line, offset).trimEnd();
}

function lineAfter(text: string, source: string, offset: number): string {
  const end = source.slice(offset, offset + near).search(/[\r\n]/);
  return text.slice(offset, end < 0 ? offset + near : offset + end).trimEnd();
}

// Quote marks of quotes in lists are part of the source, not of what is read.
const begins = /(?:^|[.!?:;([|–—。！？：；（【、]|\s-)$/u;
const ends = /^\s*(?:$|[.!?;)\]|,。！？；）】、])/u;

function isSurely(word: string, before: string, after: string): boolean {
  if (word.startsWith("?")) return !/\b(?:the|an?|operator)$/i.test(before);
  const opens = begins.test(before);
  if (/^\s{0,4}[:：]/.test(after)) return opens || word !== "XXX";
  if (/^\([\p{L}\p{N}@_.#/ -]{1,40}\)/u.test(after) && word !== "XXX") return true;
  // Alone on its line, in its cell or in brackets.
  return opens && !before.endsWith(":") && /^\s*(?:$|[.!)\]|。！）】]\s*$|[)\]）】])/u.test(after);
}

// What follows or precedes a word that is spoken of.
const spokenOf =
  /^\s*(?:[-,]|(?:lists?|comments?|items?|apps?|applications?|markers?|entry|entries|notes?|files?|tags?|annotations?|keywords?|words?|values?|sections?|columns?|is|are|was|were|and|or|means?|stands?|tasks?|fields?|placeholders?|state|status)\b)/i;
const named =
  /(?:\b(?:the|an?|any|no|this|that|these|those|each|every|some|your|my|our|their|its|word|words|with|as|by|of|like|or|and|says?|said|called|named|marked|labell?ed|mark|marker|from|to|for|than|code|into|via|e\.g\.|i\.e\.|status|state|column)|,)$/i;

const markerWord = /^\s*(?:markers?|tags?|placeholders?|comments?)\b/i;

// “Sizes are TBD by mobile”: it is said who decides it, or when. A status that is TBD has a value.
const predicate = /(?<!\b(?:status|state|value|field|column|marker) )\b(?:is|are|still|remains?)$/i;
const untilWhen = /^\s+(?:by|until|till|once|when|after|before|pending|depending|based|during|later)\b/i;

function isLikely(word: string, before: string, after: string): boolean {
  if (word === "XXX" || spokenOf.test(after)) return false;
  if (word.startsWith("TB") && predicate.test(before) && untilWhen.test(after)) return true;
  if (begins.test(before)) return /^\s+\p{L}|^\s*[–—(]/u.test(after) || ends.test(after);
  if (!ends.test(after) || after.trimStart().startsWith(",") || named.test(before)) return false;
  // “It is TBD” and “limits TBD”; a TODO at the end of a sentence may be a thing on somebody’s list.
  return word.startsWith("TB") || /\b(?:is|are|still|remains?)$/i.test(before);
}
