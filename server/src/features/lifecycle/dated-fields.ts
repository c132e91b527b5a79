import type { RuleContext } from "../../rules/rule.ts";
import { setValue } from "../../rules/support/header.ts";
import { insertField } from "../../rules/support/insert-field.ts";
import type { Field } from "../../syntax/document.ts";
import { asDay } from "../../template/dates.ts";
import { isFiller, unfilledIn } from "../../template/fields.ts";
import { keyOf } from "../../template/names.ts";
import type { TemplateField } from "../../template/template.ts";
import type { Edit } from "../../text/edit.ts";
import type { Step } from "./steps.ts";

/** Fields for the day of a step. Those that could as well hold people or links have to look like days. */
interface Names {
  readonly days: readonly string[];
  readonly perhaps: readonly string[];
}

const words = (...lists: readonly string[]): readonly string[] => lists.flatMap((list) => list.split(", "));

const onApproval: Names = {
  days: words(
    "approved, accepted, approved on, accepted on, approved at, approval date",
    "approved date, accepted date, date approved, date accepted, acceptance date",
    "ratified, ratified on, adopted, adopted on",
    "decided, decided on, decision date, date decided, date of decision",
  ),
  perhaps: ["reviewed", "reviewed on", "review date", "last reviewed", "approval", "resolution date"],
};

const decided = ["decided", "decided on", "decision date", "date decided", "date of decision"];

const named: Readonly<Record<Step, Names>> = {
  requestReview: {
    days: words(
      "review requested, review requested on, in review since, review since, review started",
      "submitted, submitted on, date submitted, submission date, proposed on, date proposed",
    ),
    perhaps: ["proposed", "review start", "review begins"],
  },
  approve: onApproval,
  markImplemented: {
    days: words(
      "implemented on, date implemented, implementation date, implemented at",
      "shipped on, completed on, date completed, completion date, release date",
    ),
    perhaps: ["implemented", "shipped", "completed", "released", "launched"],
  },
  reject: {
    days: ["rejected", "rejected on", "date rejected", "declined", "declined on", ...decided],
    perhaps: ["reviewed", "reviewed on", "last reviewed"],
  },
  withdraw: {
    days: ["withdrawn", "withdrawn on", "date withdrawn", "closed on", "cancelled on", "abandoned on"],
    perhaps: ["closed"],
  },
  supersede: { days: ["superseded on", "date superseded", "replaced on"], perhaps: ["superseded"] },
};

const updated: ReadonlySet<string> = new Set(
  words(
    "updated, last updated, updated on, updated at, last update, date updated",
    "last modified, modified, last modified on, last changed, last edited, revised",
    "last revised, status changed, status since, status date, last status change",
    "lastmod, aktualisiert, zuletzt geändert, letzte änderung, stand",
  ).map(keyOf),
);

interface Keys {
  readonly days: ReadonlySet<string>;
  readonly perhaps: ReadonlySet<string>;
}

const keysOf = ({ days, perhaps }: Names): Keys => ({
  days: new Set(days.map(keyOf)),
  perhaps: new Set(perhaps.map(keyOf)),
});

const known = new Map(Object.entries(named).map(([step, names]) => [step, keysOf(names)]));

/**
 * The edits that write today into the fields that are named for a step, and into those that say when the document was
 * changed last. A day that somebody wrote for an earlier step stays, and so does what is no day. The day of creation
 * is never touched. Of the fields that the template has and the document lacks, those that are demanded are inserted.
 */
export function datedFields(context: RuleContext, step: Step, today: string): readonly Edit[] {
  const { doc, alignment } = context;
  const present = doc.header.fields.flatMap((field): readonly Edit[] => {
    const wanted = alignment.fields.find((answer) => answer.field === field)?.wanted;
    return field.value !== today && isDueIn(field, wanted, step) ? [setValue(doc, field, today)] : [];
  });
  const missing = alignment.fields.flatMap(({ wanted, field }): readonly Edit[] =>
    !field && wanted.required && wanted.isSection !== true && isAsked(wanted, step)
      ? [insertField(context, wanted, today)]
      : [],
  );
  return [...present, ...missing];
}

function isDueIn({ key, value, style }: Field, wanted: TemplateField | undefined, step: Step): boolean {
  if (style === "section" || wanted?.shape === "status" || wanted?.shape === "handles") return false;
  const name = keyOf(key);
  const isOpen = value === "" || isFiller(value) || isPattern(value) || isLeft(value, wanted);
  if (updated.has(name)) return isOpen || asDay(value) !== undefined;
  return isOpen && isOf(name, step, wanted?.shape === "date" || isPattern(value));
}

/** Whether a template's field that a document lacks is one for the day of this step. */
function isAsked({ key, shape, value }: TemplateField, step: Step): boolean {
  if (shape !== "date" && shape !== "text") return false;
  const isDay = shape === "date" || isPattern(value);
  return updated.has(keyOf(key)) || isOf(keyOf(key), step, isDay);
}

function isOf(name: string, step: Step, isDay: boolean): boolean {
  const keys = known.get(step);
  return keys !== undefined && (keys.days.has(name) || (isDay && keys.perhaps.has(name)));
}

const isPattern = (value: string): boolean => /^[^\p{L}]*(?:YYYY|JJJJ)/iu.test(value.slice(0, 20));

const isLeft = (value: string, wanted: TemplateField | undefined): boolean =>
  wanted !== undefined && unfilledIn(value, wanted).length > 0;
