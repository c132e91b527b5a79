import { readable, blockSpan, type Document } from "../../syntax/document.ts";
import type { Span } from "../../text/span.ts";
import type { ExpectationName } from "../../template/expectations.ts";
import type { RuleContext } from "../rule.ts";
import { firstIn, ofBeginning, type Beginning, type Reader } from "../../syntax/found-in.ts";
import { wholeBlocksIn } from "../../template/units.ts";
import { isEnglish } from "./english.ts";
import { proseBeginning, proseText } from "./prose.ts";
import { wordCount } from "./words.ts";
import { saysNotApplicable, writtenSections, type Written } from "./section.ts";

/**
 * The written sections of which the template asks `name` and that do not say it, in English documents. `isThere` is
 * given what tells whether a section says something; one that says that nothing of the kind is needed lacks nothing.
 */
export function* sectionsLacking(
  context: RuleContext,
  name: ExpectationName,
  isThere: (says: (pattern: RegExp) => boolean, written: Written) => boolean,
): Generator<Written> {
  for (const written of writtenSections(context, name)) {
    const { whole } = written;
    if (isThere((pattern) => says(context, whole, pattern), written)) continue;
    if (isSetAside(saidIn(context, whole)) || !speaksEnglish(context, whole)) continue;
    yield written;
  }
}

// “No migration is needed.” `saysNotApplicable` looks at the first words of the prose; this one also at code.
const notNeeded =
  /\b(?:no|not|nothing|none|without)\b[^.\n]{0,80}\b(?:needed|necessary|required?|requirements?|planned|affected|impact(?:ed)?|chang(?:e|es|ed)|expected|applicable|relevant)\b|\bnothing (?:to|new|special)\b/i;

/** Whether a section of a sentence or two says that there is nothing to say. */
const isSetAside = (said: string): boolean =>
  said.length < 1000 &&
  wordCount(said) < 40 &&
  (notNeeded.test(said) || saysNotApplicable(said.replace(/[`*_>-]/g, " ")));

// As much as `isEnglish` reads.
const sample = 4000;

/**
 * Whether English words can be looked for in a stretch: the document is English as far as its beginning
 * tells, and the stretch is not written in another script. A section of a few words tells nothing by itself.
 */
export function speaksEnglish({ doc }: Pick<RuleContext, "doc">, stretch: Span): boolean {
  const text = readable(doc).slice(stretch.start, Math.min(stretch.end, stretch.start + sample));
  // Without letters beyond ASCII there is no other script.
  if (/[^\0-\x7F]/.test(text)) {
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    const foreign = text.match(/(?!\p{Script=Latin})\p{L}/gu)?.length ?? 0;
    if (foreign * 5 > letters) return false;
  }
  return beginsInEnglish(doc);
}

const beginsInEnglish = (doc: Document): boolean => ofBeginning(doc, readBeginning);

function readBeginning(doc: Document): Beginning<boolean> {
  const end = beginning(doc);
  const stretch = { start: 0, end: end === 0 ? 0 : blockSpan(doc, end - 1).end };
  return { value: isEnglish(proseText(doc, stretch)), end };
}

/** Index behind the first blocks of a document whose prose together is as long as a sample. */
function beginning(doc: Document): number {
  let length = 0;
  for (const [index, { kind, length: own }] of doc.blocks.entries()) {
    if (kind === "paragraph" || kind === "list" || kind === "quote") length += own;
    if (length >= sample) return index + 1;
  }
  return doc.blocks.length;
}

/** A sign of the language of a document, by which two documents are compared. */
export function languageOf(doc: Document): number {
  const { isEnglish: isRead, hasSubject } = proseBeginning(doc);
  return (beginsInEnglish(doc) ? 1 : 0) + (isRead ? 2 : 0) + (hasSubject ? 4 : 0);
}

/**
 * All that a stretch says, as it is written: prose, code, links, HTML, but no comments. Rules that are content
 * with any of many words look for them here.
 */
export const saidIn = ({ doc }: Pick<RuleContext, "doc">, { start, end }: Span): string =>
  withoutComments(readable(doc).slice(start, end));

const withoutComments = (text: string): string =>
  text.includes("<!--") ? text.replace(/<!--[^]*?(?:-->|$)/g, " ") : text;

const readers = new WeakMap<RegExp, Reader<boolean>>();

/**
 * Whether one of the blocks of a stretch says what a pattern matches, see `saidIn`. Each block is asked once, however
 * often the others change, so the pattern must not need two of them.
 */
export function says(context: Pick<RuleContext, "doc">, stretch: Span, pattern: RegExp): boolean {
  const { doc } = context;
  let read = readers.get(pattern);
  if (!read) {
    read = (_, source) => pattern.test(withoutComments(source));
    readers.set(pattern, read);
  }
  const { from, to, partly } = wholeBlocksIn(doc, stretch);
  if (firstIn(doc, from, to, read) >= 0) return true;
  return partly.some((index) => {
    const { start, end } = blockSpan(doc, index);
    const part = { start: Math.max(start, stretch.start), end: Math.min(end, stretch.end) };
    return pattern.test(saidIn(context, part));
  });
}
