import { headerBirthDay } from "../facts/birth-day.ts";
import type { About } from "../facts/facts.ts";
import type { Headed } from "../facts/succession.ts";
import { implementationKeys } from "../rules/support/implementation.ts";
import { entriesOf } from "../rules/support/header.ts";
import { blockSpan, inText, type Document, type Field } from "../syntax/document.ts";
import { linksOf } from "../syntax/links.ts";
import { sameKeys, type FieldAnswer } from "../template/align-fields.ts";
import { asDay } from "../template/dates.ts";
import { isFiller, unfilledIn } from "../template/fields.ts";
import { keyOf } from "../template/names.ts";
import { plainWords } from "../text/plain-words.ts";
import { contains, slice } from "../text/span.ts";

// What is longer is no name, and would stand ten thousand times in a list.
const longestAuthor = 120;
const mostLinks = 10;

/** What a header says for lists of documents; `handles` are those in the fields that its template has for them. */
export function readAbout(headed: Headed, handles: readonly string[]): Omit<About, "statusWord"> {
  const { doc } = headed;
  const fields = doc.header.fields.map((field): Keyed => ({ key: keyOf(field.key), field }));
  const author = authorIn(headed, fields);
  const date = headerBirthDay(headed);
  const updated = dayOf(fields, updatedKeys);
  const reviewers = once(handles);
  const number = numberIn(fields);
  const implementation = implementationIn(doc, fields);
  return {
    ...(author !== "" && { author }),
    ...(date !== undefined && { date }),
    ...(updated !== undefined && { updated }),
    ...(reviewers.length > 0 && { reviewers }),
    ...(number !== undefined && { number }),
    ...(implementation.length > 0 && { implementation }),
  };
}

/** A field with its key as `keyOf` has it, which costs enough to be asked once. */
interface Keyed {
  readonly key: string;
  readonly field: Field;
}

const authorKeys = sameKeys({ key: "Author" });
const updatedKeys = sameKeys({ key: "Last updated" });
const numberKeys: ReadonlySet<string> = new Set(
  ["number", "id", "rfc", "adr", "kep", "rfc number", "adr number", "kep number", "proposal number"].map(
    keyOf,
  ),
);

/** Whether a field names who wrote the document, whatever its template makes of it. */
export const namesAuthor = ({ key }: Pick<Field, "key">): boolean => authorKeys.has(keyOf(key));

function authorIn({ doc, alignment }: Headed, fields: readonly Keyed[]): string {
  const answerOf = (field: Field): FieldAnswer | undefined =>
    alignment.fields.find((answer) => answer.field === field);
  const isPerson = (field: Field): boolean => answerOf(field)?.wanted.shape === "person";
  const field = fields
    .filter(({ key, field: one }) => authorKeys.has(key) || isPerson(one))
    .map(({ field: one }) => one)
    .toSorted((one, other) => Number(isPerson(other)) - Number(isPerson(one)))
    .find((one) => {
      const wanted = answerOf(one)?.wanted;
      return (
        !isFiller(one.value) && one.value !== "" && !(wanted && unfilledIn(one.value, wanted).length > 0)
      );
    });
  if (!field) return "";
  const names = entriesOf(doc, field).map(({ text }) => nameIn(text));
  const said = names.filter((name) => name !== "").join(", ");
  return said.length <= longestAuthor ? said : `${said.slice(0, longestAuthor - 1)}…`;
}

/** `Ada <ada@example.org>`, `**Ada**` and `[Ada](https://…)` are Ada; an address alone is what there is. */
const nameIn = (written: string): string =>
  plainWords(written)
    .replace(/(\S)\s*<[^<>]{1,200}>/g, "$1")
    .replace(/^<([^<>]{1,200})>$/, "$1")
    .replace(/\s+/g, " ")
    .trim();

function dayOf(fields: readonly Keyed[], keys: ReadonlySet<string>): string | undefined {
  const field = fields.find(({ key }) => keys.has(key))?.field;
  return field && asDay(field.value.replace(/^["'`*_]+|["'`*_]+$/g, ""));
}

/** Handles as forges compare them, each in the spelling in which it comes first. */
const once = (handles: readonly string[]): readonly string[] =>
  handles.filter(
    (handle, at) => handles.findIndex((other) => other.toLowerCase() === handle.toLowerCase()) === at,
  );

function numberIn(fields: readonly Keyed[]): number | undefined {
  for (const { key, field } of fields) {
    if (!numberKeys.has(key)) continue;
    const digits = /^["'`[]?#?(?:[a-z]{1,12}[-_ ]?)?(\d{1,6})["'`\]]?$/i.exec(field.value)?.[1];
    if (digits !== undefined) return Number(digits);
  }
  return undefined;
}

const address = /https?:\/\/[^\s<>)\]"'`|,]{1,500}/gi;
const numbered = /(?<![\w/])(?:[\w.-]{1,80}\/[\w.-]{1,80})?[#!]\d{1,9}\b/g;

function implementationIn(doc: Document, fields: readonly Keyed[]): readonly string[] {
  const found = new Set<string>();
  for (const { key, field } of fields) {
    if (!implementationKeys.has(key)) continue;
    // The values of a field may stand in a list below its line.
    const isListed = field.value === "" && doc.blocks[field.block + 1]?.kind === "list";
    const block = field.block + (isListed ? 1 : 0);
    const span = isListed ? blockSpan(doc, block) : inText(doc, block, field.valueSpan);
    const value = slice(doc.text, span).slice(0, 4000);
    for (const { url = "", span: link } of linksOf(doc, block, block + 1))
      if (contains(span, link) && /^https?:/i.test(url)) found.add(url);
    for (const [url] of value.matchAll(address)) found.add(url.replace(/[.;:]+$/, ""));
    if (found.size === 0) for (const [words] of value.matchAll(numbered)) found.add(words);
  }
  return [...found].slice(0, mostLinks);
}

/** Whether something from elsewhere has the shape of {@link About}. */
export function isAbout(value: unknown): value is About {
  if (typeof value !== "object" || value === null) return false;
  const { author, date, updated, reviewers, number, statusWord, implementation } = value as Readonly<
    Record<string, unknown>
  >;
  return (
    [author, date, updated, statusWord].every((one) => one === undefined || typeof one === "string") &&
    [reviewers, implementation].every((one) => one === undefined || isStrings(one)) &&
    (number === undefined || typeof number === "number")
  );
}

const isStrings = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === "string");
