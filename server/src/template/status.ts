import { keyOf } from "./names.ts";
import type { Template } from "./template.ts";

/** How far a document has come. Severities follow it. */
export type Stage = "draft" | "review" | "approved" | "implemented" | "closed";

export const stages: readonly Stage[] = ["draft", "review", "approved", "implemented", "closed"];

/** A status word and the stage that it belongs to. */
export interface Status {
  readonly name: string;
  readonly stage: Stage;
}

/** The flow that holds where a template lists no statuses of its own. */
export const defaultStatuses: readonly Status[] = [
  { name: "DRAFT", stage: "draft" },
  { name: "IN REVIEW", stage: "review" },
  { name: "APPROVED", stage: "approved" },
  { name: "IMPLEMENTED", stage: "implemented" },
  { name: "REJECTED", stage: "closed" },
  { name: "WITHDRAWN", stage: "closed" },
  { name: "SUPERSEDED", stage: "closed" },
];

// What was agreed on and is not yet built as a whole: the work goes on, and so the design is an approved one.
const underwayWords: readonly string[] = ["partially", "partly"]
  .flatMap((part) =>
    ["implemented", "done", "shipped", "completed", "complete"].map((done) => `${part} ${done}`),
  )
  .concat(["implementing", "in implementation", "being implemented", "under implementation"]);

// The words of other flows that say the same. A word that is not here belongs to the draft stage: quiet.
const stageWords: Readonly<Record<Exclude<Stage, "draft">, readonly string[]>> = {
  review: ["in review", "review", "under review", "reviewing", "proposed", "last call", "in discussion"],
  approved: ["approved", "accepted", "final", "adopted", "ratified", "implementable", "active"].concat(
    underwayWords,
  ),
  implemented: ["implemented", "done", "shipped", "completed", "complete", "launched"],
  closed: [
    "rejected",
    "withdrawn",
    "superseded",
    "deprecated",
    "replaced",
    "abandoned",
    "deferred",
    "obsolete",
    "cancelled",
    "canceled",
    "declined",
    "closed",
  ],
};

const stageByKey: ReadonlyMap<string, Stage> = new Map(
  Object.entries(stageWords).flatMap(([stage, words]) => words.map((word) => [keyOf(word), stage as Stage])),
);

const underwayKeys: ReadonlySet<string> = new Set(underwayWords.map(keyOf));

/** Whether a status says that a part of what was approved is built, which no approval gives a design. */
export const isUnderway = ({ name }: Pick<Status, "name">): boolean => underwayKeys.has(keyOf(name));

/** The statuses with the names given, each at the stage that its word stands for in the field. */
export const statusesOf = (names: readonly string[]): readonly Status[] =>
  names.map((name) => ({ name, stage: stageByKey.get(keyOf(name)) ?? "draft" }));

/**
 * The status that a value says: it begins with the words of one of `statuses`, ignoring case, `-` and `_`.
 * What follows does not matter ("Superseded by …", "APPROVED (2026-03-01)"), unless it lists alternatives.
 * Where the default flow holds, the words of other flows say the same as its own. Nothing where the value says
 * none of them.
 */
export function readStatus(value: string, statuses: readonly Status[]): Status | undefined {
  const plain = value.slice(0, 200).replace(/~~[^~]*~~|<!--[^>]*-->/g, " ");
  const exact = statuses.find((status) => keyOf(status.name) === keyOf(plain));
  if (exact) return exact;
  const alone = plain.replace(/\([^)]*\)|\S+:\/\/\S+/g, "").replace(/\b(?:by|in|see)\b.*$/is, "");
  if (/\||[\p{L}\p{N}]\s*\/\s*[\p{L}\p{N}]/u.test(alone)) return undefined;
  const words = plainWords(plain);
  const own = statuses
    .map((status) => ({ status, own: plainWords(status.name) }))
    .toSorted((a, b) => b.own.length - a.own.length)
    .find((one) => one.own.length > 0 && one.own.every((word, index) => word === words[index]))?.status;
  return own ?? (hasDefaultFlow(statuses) ? knownStatus(words) : undefined);
}

/** Whether the statuses are those of the default flow, perhaps with others. */
const hasDefaultFlow = (statuses: readonly Status[]): boolean =>
  defaultStatuses.every(({ name }) => statuses.some((status) => status.name === name));

/** The word of some flow with which a value begins, two words before one, and the stage that it stands for. */
function knownStatus(words: readonly string[]): Status | undefined {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(" ");
    const stage = words.length < length ? undefined : stageByKey.get(keyOf(name));
    if (stage) return { name, stage };
  }
  return undefined;
}

// Tools that write records of decisions have spelt it so for years.
const plainWords = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/superced/g, "supersed")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/**
 * The names that a template's value lists as alternatives: `A | B`, `{A, B}`, `(A / B)`, each as code, and of
 * words that statuses are, `A, B, C` and `A/B`; none where it is one value. `…` stands for nothing, remarks in
 * brackets are none, and of "superseded by X" the first word is the status.
 */
export function enumeration(value: string): readonly string[] {
  const source = value
    .slice(0, 500)
    .replace(/\\(?=[{}[\]()<>|*_`])/g, "")
    .trim();
  // Names of which each is set as code are a list as well as those in brackets.
  const isWrapped = /^[{([<]|^`[^`,]{1,40}`(?:,\s*`[^`,]{1,40}`)+$/.test(source);
  const inner = source.replace(/^[*_`]*[{([<]\s*|\s*[})\]>][*_`]*$/g, "").replace(/^[*_`]+|[*_`]+$/g, "");
  const separator = inner.includes("|")
    ? "|"
    : inner.includes(" / ")
      ? " / "
      : isWrapped && inner.includes(",")
        ? ","
        : undefined;
  if (separator) return namesIn(inner.split(separator));
  // Without bars or brackets, only words that statuses are make a list of what could as well be one value.
  const parts = inner.split(/\s*,\s*(?:or\s+)?|\s+or\s+|\//).filter((part) => part !== "");
  const names = parts.length > 2 || /\sor\s|\//.test(inner) ? namesIn(parts) : [];
  return names.filter((name) => isStatusWord(name)).length > 1 && names.every((name) => name.length < 30)
    ? names
    : [];
}

const isStatusWord = (name: string): boolean =>
  stageByKey.has(keyOf(name)) || /^(?:draft|provisional|new|open|wip|idea|experimental|stable)$/i.test(name);

function namesIn(parts: readonly string[]): readonly string[] {
  const names = parts
    .map((name) =>
      name
        .replace(/\([^()]*\)/g, "")
        .replace(/[`*"]/g, "")
        .replace(/ by .*$/i, "")
        .trim(),
    )
    .filter((name) => name !== "" && !/^(?:…|\.{3}|etc\.?)$/.test(name));
  return names.length > 1 && names.every((name) => /^\p{L}[\p{L}\p{N} _-]*$/u.test(name)) ? names : [];
}

/**
 * Whether a template leaves open which statuses there are: it has a status, but neither a list of them nor a
 * word of the default flow. A status that nobody knows is no fault then.
 */
export function isOpenFlow({ fields, statuses }: Pick<Template, "fields" | "statuses">): boolean {
  const value = fields.find(({ shape }) => shape === "status")?.value;
  if (value === undefined || !hasDefaultFlow(statuses) || enumeration(value).length > 0) return false;
  return !defaultStatuses.some(({ name }) => keyOf(name) === keyOf(value));
}
