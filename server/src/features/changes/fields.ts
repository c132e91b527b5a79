import type { Analysed } from "../../template/analysed.ts";
import { inText } from "../../syntax/document.ts";
import { keyOf } from "../../template/names.ts";
import { readStatus } from "../../template/status.ts";
import type { Span } from "../../text/span.ts";
import { sameTokens, tokensOf } from "./words.ts";

/** A field of the header that says something else, is new, or is gone. */
export interface FieldChange {
  readonly key: string;
  readonly isStatus: boolean;
  /** What it said; absent where the field is new. */
  readonly before?: string;
  /** What it says; absent where the field is gone. */
  readonly now?: string;
  /** The entries of a list that came and went, where both values are lists of people. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** The present field. */
  readonly span?: Span;
}

interface Known {
  readonly key: string;
  readonly value: string;
  readonly isStatus: boolean;
  readonly isList: boolean;
  readonly span: Span;
}

/** The fields of the header that changed, in the order of the present header; behind them those that are gone. */
export function fieldChanges(before: Analysed, now: Analysed): readonly FieldChange[] {
  const old = fieldsOf(before);
  const present = fieldsOf(now);
  const changed = [...present].flatMap(([id, field]): readonly FieldChange[] => {
    const was = old.get(id);
    if (!was) return field.value === "" ? [] : [changeOf(undefined, field)];
    return sameTokens(tokensOf(was.value), tokensOf(field.value)) ? [] : [changeOf(was, field)];
  });
  const gone = [...old].flatMap(([id, field]) =>
    present.has(id) || field.value === "" ? [] : [changeOf(field, undefined)],
  );
  return [...changed, ...gone];
}

function changeOf(before: Known | undefined, now: Known | undefined): FieldChange {
  const isList = before?.isList === true && now?.isList === true;
  const [old, present] = [entriesOf(before?.value ?? ""), entriesOf(now?.value ?? "")];
  return {
    key: now?.key ?? before?.key ?? "",
    isStatus: now?.isStatus ?? before?.isStatus ?? false,
    ...(before ? { before: before.value } : {}),
    ...(now ? { now: now.value, span: now.span } : {}),
    added: isList ? present.filter((entry) => !old.includes(entry)) : [],
    removed: isList ? old.filter((entry) => !present.includes(entry)) : [],
  };
}

const entriesOf = (value: string): readonly string[] =>
  value
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");

/** The fields by what names them: the template’s field that they answer, else their key, and how often it came before. */
function fieldsOf({ doc, alignment, template }: Analysed): ReadonlyMap<string, Known> {
  const answers = new Map(
    alignment.fields.flatMap(({ wanted, field }) => (field ? [[field, wanted] as const] : [])),
  );
  const times = new Map<string, number>();
  return new Map(
    doc.header.fields.map((field) => {
      const wanted = answers.get(field);
      const name = wanted ? `=${keyOf(wanted.key)}` : keyOf(field.key.slice(0, 200));
      const time = (times.get(name) ?? 0) + 1;
      times.set(name, time);
      const isStatus = wanted?.shape === "status";
      const value = isStatus
        ? (readStatus(field.value, template.statuses)?.name ?? field.value)
        : field.value;
      const isList =
        wanted?.shape === "handles" || wanted?.shape === "person" || /^@\S+(?:\s*,|$)/.test(field.value);
      const span = inText(doc, field.block, field.whole);
      return [`${name} ${time}`, { key: field.key, value, isStatus, isList, span }] as const;
    }),
  );
}
