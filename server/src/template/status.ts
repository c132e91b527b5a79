import { keyOf } from "./names.ts";

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

// The words of other flows that say the same. A word that is not here belongs to the draft stage: quiet.
const stageWords: Readonly<Record<Exclude<Stage, "draft">, readonly string[]>> = {
  review: ["in review", "review", "under review", "reviewing", "proposed", "last call", "in discussion"],
  approved: ["approved", "accepted", "final", "adopted", "ratified", "implementable", "active"],
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

/** The statuses with the names given, each at the stage that its word stands for in the field. */
export const statusesOf = (names: readonly string[]): readonly Status[] =>
  names.map((name) => ({ name, stage: stageByKey.get(keyOf(name)) ?? "draft" }));

/**
 * The status that a value says: it begins with the words of one of `statuses`, ignoring case, `-` and `_`.
 * What follows does not matter ("Superseded by …", "APPROVED (2026-03-01)"), unless it lists alternatives.
 * Nothing where the value says none of them.
 */
export function readStatus(value: string, statuses: readonly Status[]): Status | undefined {
  const plain = value.slice(0, 200).replace(/~~[^~]*~~|<!--[^>]*-->/g, " ");
  const exact = statuses.find((status) => keyOf(status.name) === keyOf(plain));
  if (exact) return exact;
  if (/\||[\p{L}\p{N}]\s*\/\s*[\p{L}\p{N}]/u.test(plain.replace(/\([^)]*\)|\S+:\/\/\S+/g, "")))
    return undefined;
  const words = plainWords(plain);
  return statuses
    .map((status) => ({ status, own: plainWords(status.name) }))
    .toSorted((a, b) => b.own.length - a.own.length)
    .find(({ own }) => own.length > 0 && own.every((word, index) => word === words[index]))?.status;
}

const plainWords = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/**
 * The names that a template's value lists as alternatives (`A | B`, `{A, B}`, `(A / B)`); none where it is
 * one value. `…` stands for nothing, and of "superseded by X" the first word is the status.
 */
export function enumeration(value: string): readonly string[] {
  // Names of which each is set as code are a list as well as those in brackets.
  const isWrapped = /^[{([<]|^`[^`,]{1,40}`(?:,\s*`[^`,]{1,40}`)+$/.test(value.slice(0, 500).trim());
  const inner = value
    .slice(0, 500)
    .trim()
    .replace(/^[{([<]\s*|\s*[})\]>]$/g, "");
  const separator = inner.includes("|")
    ? "|"
    : inner.includes(" / ")
      ? " / "
      : isWrapped && inner.includes(",")
        ? ","
        : undefined;
  if (!separator) return [];
  const names = inner
    .split(separator)
    .map((name) =>
      name
        .replace(/[`*]/g, "")
        .replace(/ by .*$/i, "")
        .trim(),
    )
    .filter((name) => name !== "" && !/^(?:…|\.{3}|etc\.?)$/.test(name));
  return names.length > 1 && names.every((name) => /^\p{L}[\p{L}\p{N} _-]*$/u.test(name)) ? names : [];
}
