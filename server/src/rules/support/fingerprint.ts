import { firstLine, type Document } from "../../syntax/document.ts";
import type { Alignment } from "../../template/align.ts";
import { keyOf } from "../../template/names.ts";
import { partExtent } from "../../template/parts.ts";
import { slice } from "../../text/span.ts";
import type { Problem, Rule } from "../rule.ts";

/**
 * What a finding is known by again when the text around it has changed: neither lines nor offsets, and no words
 * of a message, which a later version may say otherwise.
 */
export interface Fingerprint {
  readonly rule: string;
  /** The key of the section that it is told in; empty above the first one. */
  readonly section: string;
  /** What it is about, or the text that it is told on, with single blanks for all white space. */
  readonly text: string;
}

/** Findings with one fingerprint that were accepted. */
export interface Accepted extends Fingerprint {
  readonly count: number;
}

/** One text for equal fingerprints. */
export const fingerprintKey = ({ rule, section, text }: Fingerprint): string =>
  JSON.stringify([rule, section, text]);

/**
 * The fingerprints of a problem: one, or one for each thing that it is about. They do not hang on line endings,
 * on other sections, or on the document's title.
 */
export function fingerprintsOf(
  rule: string,
  { span, about }: Problem,
  context: { readonly doc: Document; readonly alignment: Alignment },
): readonly Fingerprint[] {
  if (about) return about.map((one) => ({ rule, section: "", text: shortened(one) }));
  const { doc } = context;
  const section = sectionAt(span.start, context);
  // What is told of the whole document stands on its first line, which says something else.
  const first = firstLine(doc);
  const text = shortened(slice(doc.text, span));
  // A byte order mark may be a part of either of the two.
  const isOfAll = section === "" && span.end === first.end && text === shortened(slice(doc.text, first));
  return [{ rule, section, text: isOfAll ? "" : text }];
}

/** Findings apart by whether they were accepted, and what was accepted and not found. */
export interface Split<F> {
  readonly told: readonly F[];
  readonly held: readonly F[];
  readonly gone: readonly Accepted[];
}

/**
 * Holds back the findings that were accepted: of several with one fingerprint the first, as many as were
 * accepted. One that is about several things is held back only where each of them was.
 */
export function splitAccepted<F extends { readonly rule: Pick<Rule, "id">; readonly problem: Problem }>(
  findings: readonly F[],
  accepted: readonly Accepted[],
  context: { readonly doc: Document; readonly alignment: Alignment },
): Split<F> {
  const left = new Map<string, number>();
  for (const one of accepted) left.set(fingerprintKey(one), (left.get(fingerprintKey(one)) ?? 0) + one.count);
  const told: F[] = [];
  const held: F[] = [];
  for (const finding of findings) {
    const keys = fingerprintsOf(finding.rule.id, finding.problem, context).map(fingerprintKey);
    if (keys.length === 0 || keys.some((key) => (left.get(key) ?? 0) === 0)) {
      told.push(finding);
      continue;
    }
    for (const key of keys) left.set(key, (left.get(key) ?? 0) - 1);
    held.push(finding);
  }
  const gone = accepted.flatMap((one) => {
    const count = left.get(fingerprintKey(one)) ?? 0;
    left.delete(fingerprintKey(one));
    return count > 0 ? [{ ...one, count }] : [];
  });
  return { told, held, gone };
}

/** The key of the innermost section at an offset; empty in the title's own text. */
function sectionAt(
  offset: number,
  { doc, alignment }: { readonly doc: Document; readonly alignment: Alignment },
): string {
  const part = alignment.parts.findLast((one) => {
    const { start, end } = partExtent(doc, one);
    return one.kind === "heading" && start <= offset && offset < end;
  });
  if (!part || part === alignment.title) return "";
  return keyOf(part.title) || part.title.trim();
}

const longest = 80;

/** A text in one line, the end of a long one as a number that stands for all of it. */
function shortened(text: string): string {
  const line = text.normalize("NFC").replace(/\s+/g, " ").trim();
  if (line.length <= longest) return line;
  // By whole characters, so that no half of one gets into a file.
  const beginning = Array.from(line.slice(0, longest)).slice(0, longest - 20);
  return `${beginning.join("")}… ${hash(line)}`;
}

// FNV-1a over UTF-16 code units, in 32 bits: with the beginning of the text beside it, that is enough.
function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, "0");
}
