import { isData, type Field } from "../syntax/document.ts";
import { keyOf } from "./names.ts";
import { enumeration } from "./status.ts";
import type { FieldShape, TemplateField } from "./template.ts";

/** A template's field: its shape and whether its value is a placeholder are read from the value, then from the key. */
export function readField(field: Field): TemplateField {
  const shape = shapeOf(field);
  return {
    key: field.key,
    shape,
    value: field.value,
    isPlaceholder: isPlaceholder(field.value, shape),
    required: !optional.test(field.value.slice(0, 200)) && !(isData(field) && site.has(field.key)),
    ...(field.style === "section" && { isSection: true }),
  };
}

// What generators of sites want to know of a page says nothing about the design.
const site: ReadonlySet<string> = new Set(
  "id original_id hide_title sidebar_label sidebar_position hide_table_of_contents custom_edit_url slug layout permalink nav_order nav_exclude parent grand_parent has_children weight toc menu aliases".split(
    " ",
  ),
);

// What a placeholder says of its own field: “ADR-XX if there is one, else remove”.
const optional =
  /\boptional\b|\bif (?:applicable|any|relevant|needed)\b|\b(?:else|otherwise|or) (?:remove|delete|leave out|omit)\b/i;

const statusKeys = new Set(["status", "state"].map(keyOf));
const dateKeys = new Set(
  ["date", "created", "created at", "created on", "creation date", "date created", "start date"].map(keyOf),
);
const personKeys = new Set(["author", "owner", "writer"].map(keyOf));
const handlesKeys = new Set(["reviewer", "approver"].map(keyOf));

function shapeOf({ key, value, style }: Field): FieldShape {
  const name = keyOf(key);
  // “Implementation Status” is one where its value lists statuses.
  if (statusKeys.has(name) || (/\bstatus$/i.test(key) && enumeration(value).length > 1)) return "status";
  // What a section says is its author's own way of saying it.
  if (style === "section") return "text";
  if (/^[^\w]*YYYY-MM-DD\b/i.test(value) || (dateKeys.has(name) && value === "")) return "date";
  if (/<[^<>\s]+@[^<>\s]+>/.test(value) || (personKeys.has(name) && value === "")) return "person";
  if (/^@[\w-]/.test(value) || (handlesKeys.has(name) && value === "")) return "handles";
  return "text";
}

const placeholderWords =
  /\b(?:YOUR[ _-]?NAMES?|NAME|YYYY|TBD|TODO|NNNN)\b|@(?:owner|reviewer|author|user|handle|username|person|team)\d*\b|\bexample\.(?:com|org)\b|^[[{<(].*[\]})>]$|^\.{3}$|^…$/i;

function isPlaceholder(value: string, shape: FieldShape): boolean {
  if (value === "") return true;
  const plain = value.slice(0, longest).replace(/\\(?=[^\w\s])/g, "");
  if (shape === "status") {
    // A sentence about statuses is none of them.
    const isSentence = plain.split(/\s+/).length > 4;
    return (
      enumeration(value).length > 0 || isSentence || /^(?:[[{(<].*[\]})>]|TBD|TODO|\.{3}|…)$/i.test(plain)
    );
  }
  return placeholderWords.test(plain) || marked.test(plain) || wording.test(plain);
}

// A longer value is looked at in its beginning only, so that no pattern can take long.
const longest = 500;

// `<language, ...>`, `{list of people}`, `[Author Name, ...]` in a value; no address, no link, no handle.
const marked = /<(?!https?:)[^<>@:/]{2,80}>|\{[^{}]{2,80}\}|\[[^[\]@]{2,80}\](?!\()/;

const wrapped = /^(?:<[^<>@:/\d]{2,80}>|\{[^{}\d]{2,80}\}|\[[^[\]@\d]{2,80}\])$/;

// “Date of initial proposal”: whoever had written a value would have named something.
const wording =
  /^(?:the |a |one |one-sentence |short |brief |list |name |link |date |day )[\p{L} ,/-]{8,80}$/iu;

/**
 * The entries of a field's value that are still the template's placeholders; the whole value where it is
 * empty or just what the template has. A name and an address of the template are placeholders each.
 */
export function unfilledIn(value: string, wanted: TemplateField): readonly string[] {
  // Half a dozen rules ask at each edit, and of most fields there is one document.
  const last = unfilled.get(wanted);
  if (last?.value === value) return last.entries;
  const entries = unfilledEntries(value, wanted);
  unfilled.set(wanted, { value, entries });
  return entries;
}

const unfilled = new WeakMap<
  TemplateField,
  { readonly value: string; readonly entries: readonly string[] }
>();

function unfilledEntries(value: string, wanted: TemplateField): readonly string[] {
  if (wanted.mayStay && (value === "" || sameText(value, wanted.value))) return [];
  if (value === "") return [""];
  // A list of statuses says none, whoever wrote it.
  if (wanted.shape === "status" && enumeration(value).length > 1) return [value];
  if (!wanted.isPlaceholder) return [];
  // “None” is an answer where nobody and nothing has to be named.
  if (isFiller(value) && !(isFree(wanted) && isAnswer.test(value))) return [value];
  if (sameText(value, wanted.value)) return [value];
  if (wanted.shape === "status") return [];
  // “[Date]” is none, though the template says it in other words.
  if (wanted.shape !== "text" && wrapped.test(value.slice(0, longest))) return [value];
  // What stands in one pair of brackets is one placeholder, and what it names are values to choose from.
  if (wrapped.test(wanted.value.slice(0, longest))) return [];
  const entries = value.split(",").map((entry) => entry.trim());
  const placeholders = placeholdersOf(wanted);
  return entries.filter((entry) =>
    [entry, ...tokensOf(entry)].some((token) => placeholders.some((known) => sameText(known, token))),
  );
}

const placeholdersKnown = new WeakMap<TemplateField, readonly string[]>();

/** The entries of a template's value, and the tokens in each; made once a template. */
function placeholdersOf(wanted: TemplateField): readonly string[] {
  const known = placeholdersKnown.get(wanted);
  if (known) return known;
  const made = wanted.value.split(",").flatMap((entry) => [entry.trim(), ...tokensOf(entry)]);
  placeholdersKnown.set(wanted, made);
  return made;
}

const isFree = ({ shape }: TemplateField): boolean => shape === "text" || shape === "links";

const isAnswer = /^(?:none|n\/?a|-+|–|—)$/i;

/** Whether a value only says that there is none yet. */
export const isFiller = (value: string): boolean =>
  /^@?(?:tbd|tba|todo|none|nobody|n\/?a|to be (?:decided|done|announced)|\?+|-+|–|—|\.{3}|…)$/i.test(value);

/** `Name <address>` as its two halves. */
function tokensOf(entry: string): readonly string[] {
  const [, name, address] = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(entry) ?? [];
  return name === undefined || address === undefined ? [] : [name, address].filter((token) => token !== "");
}

const sameText = (a: string, b: string): boolean => a === b || evenly(a) === evenly(b);

/** A text with one blank where it has white space, and none at its ends. Nearly all values are so as they stand. */
const evenly = (text: string): string => (uneven.test(text) ? text.replace(/\s+/g, " ").trim() : text);

const uneven = /[^\S ]|^ | {2}| $/;
