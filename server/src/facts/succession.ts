import { readable, inText, isData, type Document, type Field } from "../syntax/document.ts";
import { linksOf } from "../syntax/links.ts";
import { plainText } from "../syntax/node.ts";
import type { Analysed } from "../template/analysed.ts";
import { isDay } from "../template/dates.ts";
import { isFiller, unfilledIn } from "../template/fields.ts";
import { keyOf } from "../template/names.ts";
import { contains, shift, slice, trimmed, type Span } from "../text/span.ts";
import { matchesOf } from "../text/matches.ts";

/** Whether a design takes the place of another one, or another one takes its place. */
export type Succession = "supersedes" | "supersededBy";

/** A design that a header names as the one before its own, or the one behind it. */
export interface Related {
  readonly relation: Succession;
  /** What a reader reads: the text of the link, the file's name, or the words. */
  readonly words: string;
  /** The destination of the link, or the file's name or path; absent where there are words alone. */
  readonly url: string | undefined;
  /** The link, the name or the words, in the text. */
  readonly span: Span;
  readonly field: Field;
}

/** A document of which no more than the header was read beside its template. */
export interface Headed extends Pick<Analysed, "doc"> {
  readonly alignment: Pick<Analysed["alignment"], "fields">;
}

const keys: ReadonlyMap<string, Succession> = new Map([
  ...["supersedes", "supersede", "replaces", "obsoletes", "predecessor"].map(
    (key) => [keyOf(key), "supersedes"] as const,
  ),
  ...["superseded by", "replaced by", "obsoleted by", "successor"].map(
    (key) => [keyOf(key), "supersededBy"] as const,
  ),
]);

// A longer value is not read to its end, so that no pattern can take long.
const longest = 2000;

/**
 * The designs that a header names in `Supersedes: …`, `Superseded by: …` and fields of such names, and in a
 * status such as `Superseded by …`, in the order of the text. Fields that are not filled in name none.
 */
export function successionIn({ doc, alignment }: Headed): readonly Related[] {
  return doc.header.fields.flatMap((field): readonly Related[] => {
    const wanted = alignment.fields.find((answer) => answer.field === field)?.wanted;
    const isStatus = wanted?.shape === "status";
    const relation = isStatus ? undefined : relationOf(field);
    if (field.value === "" || !(isStatus || relation)) return [];
    // Of the fields of a header this is true of few, and what is still to be filled in takes a closer look.
    if (wanted && unfilledIn(field.value, wanted).length > 0) return [];
    return relation
      ? relatedIn(doc, field, inText(doc, field.block, field.valueSpan), relation)
      : inStatus(doc, field);
  });
}

/** What a field of the header names by its key, filled in or not. */
export const relationOf = ({ key }: Pick<Field, "key">): Succession | undefined => keys.get(keyOf(key));

/** Whether a status says that another design took this one's place. */
export const saysSuperseded = (status: string): boolean =>
  /^[^\p{L}]{0,10}(?:superseded|replaced|obsoleted)(?!\p{L})/iu.test(status.slice(0, 100));

function inStatus(doc: Document, field: Field): readonly Related[] {
  const value = inText(doc, field.block, field.valueSpan);
  const source = readable(doc).slice(value.start, Math.min(value.end, value.start + longest));
  const by = /\b(?:superseded|replaced|obsoleted)[^\p{L}]{0,10}by(?!\p{L}):?/iu.exec(source);
  if (by)
    return relatedIn(
      doc,
      field,
      { start: value.start + by.index + by[0].length, end: value.end },
      "supersededBy",
    );
  if (!saysSuperseded(source)) return [];
  // Behind the bare word, a remark is a name only where something says so: “Superseded, see …”.
  const found = relatedIn(doc, field, value, "supersededBy");
  if (found.some(({ url }) => url !== undefined)) return found;
  const mark = /\b(?:see|in favou?r of|with)\b:?|→|->|:/i.exec(source);
  return mark
    ? relatedIn(
        doc,
        field,
        { start: value.start + mark.index + mark[0].length, end: value.end },
        "supersededBy",
      )
    : [];
}

const relatedIn = (doc: Document, field: Field, stretch: Span, relation: Succession): readonly Related[] =>
  namedIn(doc, field, stretch).map((one) => ({ ...one, relation, field }));

/**
 * What a stretch of a field names, in the order of the text: its links and the names of files, else its words. The
 * stretch is in the text.
 */
export function namedIn(doc: Document, field: Field, stretch: Span): readonly Named[] {
  const end = Math.min(stretch.end, stretch.start + longest);
  const source = readable(doc).slice(stretch.start, end);
  const links = isData(field) ? linksWritten(source, stretch.start) : linksRead(doc, field, stretch);
  const found = [...links, ...filesNamed(blanked(source, stretch.start, links), stretch.start)];
  const named = found.length > 0 ? found : wordsSaid(doc, { start: stretch.start, end });
  return named.toSorted((a, b) => a.span.start - b.span.start);
}

/** What a header names, however it is related. */
export type Named = Pick<Related, "words" | "url" | "span">;

// The value of a section, or a list behind a key, stands in the block behind it.
const linksRead = (doc: Document, field: Field, stretch: Span): readonly Named[] =>
  linksOf(doc, field.block, field.block + 2).flatMap(({ node, span, url }): readonly Named[] =>
    node.kind === "link" && url !== undefined && contains(stretch, span)
      ? [{ words: plainText(node).trim(), url, span }]
      : [],
  );

/** Links in front matter, which is no Markdown and often has them all the same. */
const linksWritten = (source: string, start: number): readonly Named[] =>
  Array.from(matchesOf(source, /\[([^[\]\r\n]{1,200})\]\(([^()\s]{1,500})\)/g), (match) => ({
    words: match[1] ?? "",
    url: match[2] ?? "",
    span: shift({ start: match.index, end: match.index + match[0].length }, start),
  }));

const filesNamed = (source: string, start: number): readonly Named[] =>
  Array.from(
    matchesOf(source, /[^\s,;()<>[\]{}"'`*|]{1,200}\.(?:md|markdown)(?![\p{L}\p{N}])/giu),
    (match) => ({
      words: match[0],
      url: match[0],
      span: shift({ start: match.index, end: match.index + match[0].length }, start),
    }),
  );

const blanked = (source: string, start: number, spans: readonly Named[]): string =>
  spans.reduce((text, { span }) => {
    const [from, to] = [span.start - start, Math.min(span.end - start, text.length)];
    return text.slice(0, from) + " ".repeat(to - from) + text.slice(to);
  }, source);

function wordsSaid(doc: Document, stretch: Span): readonly Named[] {
  const source = readable(doc).slice(stretch.start, stretch.end);
  const lead = /^[\s"'`*_([:–—-]*/.exec(source)?.[0].length ?? 0;
  const inner = source.slice(lead);
  // A bracket that was opened before the words ends behind them.
  const marks = inner.includes("(") ? /[\s"'`*_.\]]*$/ : /[\s"'`*_.\])]*$/;
  const tail = marks.exec(inner.slice(-20))?.[0].length ?? 0;
  const end = stretch.end - tail;
  const whole = trimmed(readable(doc), { start: stretch.start + lead, end });
  const text = slice(readable(doc), whole);
  // “ADR-7, ADR-8” are two; a sentence with a comma is one.
  const isList = text.length <= 300 && /^[^,\s]*\d[^,\s]*(?:\s*,\s*[^,\s]*\d[^,\s]*)+$/.test(text);
  const spans = isList
    ? Array.from(matchesOf(text, /[^,\s]+/g), ({ index, 0: { length } }) =>
        shift({ start: index, end: index + length }, whole.start),
      )
    : [whole];
  return spans.flatMap((span): readonly Named[] => {
    const words = slice(readable(doc), span).replace(/\s+/g, " ");
    const isName = /[\p{L}\p{N}]/u.test(words) && !isDay(words) && !isFiller(words) && !isNothing.test(words);
    return isName ? [{ words, url: undefined, span }] : [];
  });
}

const isNothing =
  /^(?:nothing|null|none yet|not yet|no (?:one|successor|predecessor)|unknown|not applicable)$/i;
