import type { Span } from "../../text/span.ts";
import { matchesOf } from "../../text/matches.ts";

// The rules for the ends of sentences are the same in all languages; with one language named, the result does
// not depend on the machine.
let kept: Readonly<Record<"sentence" | "word", Intl.Segmenter>> | undefined;

/** Made when somebody asks: they take longer to make than a document takes to be read. */
const segmenters = (): Readonly<Record<"sentence" | "word", Intl.Segmenter>> =>
  (kept ??= {
    sentence: new Intl.Segmenter("en", { granularity: "sentence" }),
    word: new Intl.Segmenter("en", { granularity: "word" }),
  });

// What is longer than this has too many sentences anyway.
const longest = 20_000;

/**
 * The sentences of a running text, in UTF-16 code units from its start and without the blanks round them. Full stops of
 * abbreviations, initials and numbers end none, and one or two words are no sentence of their own. Works
 * for languages that are written without blanks.
 */
export function sentencesIn(text: string): readonly Span[] {
  const found: Span[] = [];
  let start: number | undefined;
  const short = text.slice(0, longest);
  for (const { segment, index } of segmenters().sentence.segment(short)) {
    start ??= index;
    const end = index + segment.length;
    const next = short.slice(end, end + 20).trimStart();
    if (next !== "" && !endsHere(short.slice(start, end), next)) continue;
    const inner = short.slice(start, end);
    const from = start + (inner.length - inner.trimStart().length);
    if (saysSomething(inner)) found.push({ start: from, end: start + inner.trimEnd().length });
    start = undefined;
  }
  return found;
}

/** Whether a sentence has come to its end, by what follows. */
function endsHere(sentence: string, next: string): boolean {
  const tail = sentence.trimEnd().slice(-20);
  const isCut = initial.test(tail) || abbreviation.test(tail) || (number.test(tail) && /^\d/.test(next));
  return !isCut && !goesOn.test(next) && saysSomething(sentence);
}

const initial = /(?:^|[\s.(])\p{L}\.$/u;
const goesOn = /^[\p{Ps}\p{Pi}"']?\p{Ll}/u;
const abbreviation =
  /(?:^|[\s([/])(?:e\. ?g|i\. ?e|c\. ?f|cf|vs|ca|approx|resp|incl|excl|esp|viz|et al|dr|mrs?|ms|prof|st|figs?|secs?|sect|chap?|eqs?|refs?|vol|pp?|dept|inc|ltd|co|corp|jr|sr|z\. ?b|d\. ?h|u\. ?a|bzw|vgl|ggf|nr|evtl|p\. ?ex|p\. ?ej)\.$/iu;
// “No. 5” and “v. 2” go on, “There is no. 5 are enough” is rare.
const number = /(?:^|[\s(])(?:nos?|vers?|v|rev|art|ch|step|issue|\d+)\.$/iu;

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Whether a text has writing that has no blanks between words, such as Chinese, Japanese or Thai. */
export const isUnspaced = (text: string): boolean => unspaced.test(text);

const saysSomething = (sentence: string): boolean => {
  const found = sentence.match(/[\p{L}\p{N}]+/gu);
  return found !== null && (found.length > 2 || isUnspaced(sentence));
};

/**
 * The words of a text, in UTF-16 code units from its start: what stands between blanks and has a letter or a
 * digit. Of writing without blanks they are those of a dictionary, without the particles of one kana.
 */
export function wordsIn(text: string): readonly Span[] {
  return Array.from(matchesOf(text.slice(0, longest), /\S+/gu), (match): readonly Span[] => {
    const token = match[0];
    const base = match.index;
    if (!/[\p{L}\p{N}]/u.test(token)) return [];
    if (!isUnspaced(token)) return [{ start: base, end: base + token.length }];
    return Array.from(segmenters().word.segment(token))
      .filter(({ isWordLike, segment }) => isWordLike === true && !/^\p{Script=Hiragana}$/u.test(segment))
      .map(({ index, segment }) => ({ start: base + index, end: base + index + segment.length }));
  }).flat();
}
