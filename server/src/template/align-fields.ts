import type { Field } from "../syntax/document.ts";
import { groupBy } from "../text/group.ts";
import { acceptedNames, keyOf, wordsOf } from "./names.ts";
import type { TemplateField } from "./template.ts";

export interface FieldAnswer {
  readonly wanted: TemplateField;
  readonly field: Field | undefined;
  /** Fields of that key beyond those that the template itself has. */
  readonly duplicates: readonly Field[];
}

/**
 * Which field of a document answers which of the template's. Keys are the same whatever their case, plural,
 * hyphens and `(s)`. Where a key stands twice, each of its fields answers one of the template’s; one that is
 * absent is asked for once. What no field of the key answers, one may that says the same in another word
 * (`Owner`, `Author`) or in more or fewer of them (`Implementation`, `Implementation Status`).
 */
export function alignFields(
  wanted: readonly TemplateField[],
  fields: readonly Field[],
): readonly FieldAnswer[] {
  const answers = byKey(wanted, fields);
  if (answers.every(({ field }) => field)) return answers;
  const left = new Set(fields.slice(0, most));
  for (const { wanted: one, field, duplicates } of answers) {
    // What every document may have gives way to what the template asks for.
    if (field && (one.required || one.value !== "")) left.delete(field);
    for (const other of duplicates) left.delete(other);
  }
  // Another word comes before more of the same, whichever field asks first.
  const taken = new Set<Field>();
  const all = [saysSame, isPartOf].reduce(
    (known, answersTo) =>
      known.map((answer): FieldAnswer => {
        // What the template does not ask for is what it says and nothing near it.
        if (answer.field || !answer.wanted.required) return answer;
        const field = [...left].find((other) => answersTo(answer.wanted, other));
        if (!field) return answer;
        left.delete(field);
        taken.add(field);
        return { ...answer, field };
      }),
    answers,
  );
  const isFirst = ({ wanted: one }: FieldAnswer): boolean => one.required || one.value !== "";
  return all.map((answer) =>
    answer.field && taken.has(answer.field) && !isFirst(answer) ? { ...answer, field: undefined } : answer,
  );
}

// Nobody has more fields; a long list before the first section may look like them.
const most = 60;

/** The fields of a template by their keys, see `keyOf`. */
interface Keyed {
  /** One a field. */
  readonly keys: readonly string[];
  readonly last: ReadonlyMap<string, TemplateField>;
}

const keyed = new WeakMap<readonly TemplateField[], Keyed>();

/** Made once a template. */
function keyedFields(wanted: readonly TemplateField[]): Keyed {
  let known = keyed.get(wanted);
  if (!known) {
    const keys = wanted.map(({ key }) => keyOf(key));
    known = { keys, last: new Map(wanted.map((one, index) => [keys[index] ?? "", one])) };
    keyed.set(wanted, known);
  }
  return known;
}

function byKey(wanted: readonly TemplateField[], fields: readonly Field[]): readonly FieldAnswer[] {
  const found = groupBy(fields, ({ key }) => keyOf(key));
  const { keys, last } = keyedFields(wanted);
  const seen = new Map<string, number>();
  const answers: FieldAnswer[] = [];
  for (const [place, one] of wanted.entries()) {
    const key = keys[place] ?? "";
    const own = found.get(key) ?? [];
    const index = seen.get(key) ?? 0;
    seen.set(key, index + 1);
    if (index > 0 && index >= own.length) continue;
    const duplicates = last.get(key) === one ? own.slice(index + 1) : [];
    answers.push({ wanted: one, field: own[index], duplicates });
  }
  return answers;
}

// Words of which a document needs but one, whichever its template has.
const groups: readonly ReadonlySet<string>[] = [
  ["author", "owner", "writer", "champion", "proposer", "lead", "author name", "created by", "written by"],
  [
    "date",
    "created",
    "created at",
    "created on",
    "creation date",
    "date created",
    "start date",
    "date proposed",
  ],
  ["last updated", "updated", "last modified", "last updated on", "updated at", "modified", "last update"],
  ["reviewer", "initial reviewers", "required reviewers", "reviewed by"],
  ["approver", "need approval from", "approved by", "approval"],
  ["decider", "decision makers", "decision maker", "decided by"],
  ["status", "state", "current status", "document status"],
  ["implementation", "implemented in", "implementation pr", "implementation issue"],
  ["tracking issue", "issue", "github issue", "issue id", "issue number", "related issue"],
  ["discussion", "discussion at", "discussions to", "discussion pr", "discussion thread"],
].map((words) => new Set(words.map(keyOf)));

/** Whether a key, or a heading, says the same as the key of a template's field, perhaps in another word. */
export const saysSame = (wanted: Pick<TemplateField, "key">, { key }: Pick<Field, "key">): boolean =>
  sameKeys(wanted).has(keyOf(key));

const known = new WeakMap<Pick<TemplateField, "key">, ReadonlySet<string>>();

/** All keys that say the same as that of a template’s field; made once a template. */
export function sameKeys(wanted: Pick<TemplateField, "key">): ReadonlySet<string> {
  let found = known.get(wanted);
  if (!found) {
    const names = acceptedNames(wanted.key).map(keyOf);
    const alike = groups.filter((group) => names.some((one) => group.has(one)));
    found = new Set([...names, ...alike.flatMap((group) => [...group])]);
    known.set(wanted, found);
  }
  return found;
}

// Of these, one more word makes another field.
const telling = /^(?:last|update|updated|modified|end|due|target|expire|expiry|next|previous|old|no|not)$/;

/** Whether the words of one key are the first or the last of the other's. */
function isPartOf({ key: wanted, isSection }: TemplateField, { key }: Field): boolean {
  if (isSection) return false;
  const [a, b] = [wordsOf(wanted), wordsOf(key)];
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length === long.length || !short.some((word) => word.length > 3)) return false;
  if (long.some((word) => telling.test(word) && !short.includes(word))) return false;
  const isHead = short.every((word, index) => word === long[index]);
  return isHead || short.every((word, index) => word === long[long.length - short.length + index]);
}
