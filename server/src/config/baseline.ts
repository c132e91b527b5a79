import { message, type Message } from "../messages/message.ts";
import { fingerprintKey, type Accepted, type Fingerprint } from "../rules/support/fingerprint.ts";

/** The findings that a team has accepted, by the path of their document from the folder of the configuration. */
export type Baseline = ReadonlyMap<string, readonly Accepted[]>;

/** A baseline as it was read; where the file cannot be read as one, a sentence says why, and nothing is accepted. */
export interface ReadBaseline {
  readonly baseline: Baseline;
  readonly problem?: Message;
}

export const noBaseline: Baseline = new Map();

const version = 1;

/**
 * Reads the text of a baseline's file, which people call `name`. Total. A file that is wrong in one place accepts
 * nothing at all, since half of it would tell findings that nobody expects, and nobody would know why.
 */
export function readBaseline(text: string, name: string): ReadBaseline {
  const failed = (id: "baseline.not-json" | "baseline.not-baseline"): ReadBaseline => ({
    baseline: noBaseline,
    problem: message(id, { name }),
  });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return failed("baseline.not-json");
  }
  if (!isRecord(value) || value["version"] !== version || !isRecord(value["documents"]))
    return failed("baseline.not-baseline");
  const baseline = new Map<string, readonly Accepted[]>();
  for (const [path, list] of Object.entries(value["documents"])) {
    const entries = Array.isArray(list) ? list.map(readEntry) : [undefined];
    const known = entries.flatMap((entry) => entry ?? []);
    if (known.length < entries.length) return failed("baseline.not-baseline");
    baseline.set(path, known);
  }
  return { baseline };
}

function readEntry(entry: unknown): Accepted | undefined {
  if (!isRecord(entry)) return undefined;
  const { rule, section = "", text = "", count = 1 } = entry;
  if (typeof rule !== "string" || typeof section !== "string" || typeof text !== "string") return undefined;
  if (typeof count !== "number" || !Number.isSafeInteger(count) || count < 1) return undefined;
  return { rule, section, text, count };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The text of a baseline's file: documents and findings in the order of their code units, one finding a line, so
 * that two branches seldom touch the same lines. Documents without findings are left out.
 */
export function printBaseline(baseline: Baseline): string {
  const documents = [...baseline]
    .filter(([, entries]) => entries.length > 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, entries]) => {
      const lines = merged(entries).map((entry) => `      ${printEntry(entry)}`);
      return `    ${JSON.stringify(path)}: [\n${lines.join(",\n")}\n    ]`;
    });
  const inner = documents.length === 0 ? "{}" : `{\n${documents.join(",\n")}\n  }`;
  return `{\n  "version": ${version},\n  "documents": ${inner}\n}\n`;
}

function printEntry({ rule, section, text, count }: Accepted): string {
  const parts: readonly (readonly [string, string | number])[] = [
    ["rule", rule],
    ...(section === "" ? [] : [["section", section] as const]),
    ...(text === "" ? [] : [["text", text] as const]),
    ...(count === 1 ? [] : [["count", count] as const]),
  ];
  return `{ ${parts.map(([key, value]) => `"${key}": ${JSON.stringify(value)}`).join(", ")} }`;
}

/** The baseline with other entries for one document. */
export const withDocument = (baseline: Baseline, path: string, entries: readonly Accepted[]): Baseline =>
  new Map([...baseline, [path, entries]]);

/** Entries with one more of each fingerprint. */
export const withFingerprints = (
  entries: readonly Accepted[],
  more: readonly Fingerprint[],
): readonly Accepted[] => merged([...entries, ...more.map((one) => ({ ...one, count: 1 }))]);

/** The entries without others, each as often as it is among them. */
export function withoutEntries(entries: readonly Accepted[], gone: readonly Accepted[]): readonly Accepted[] {
  const less = new Map(gone.map((one) => [fingerprintKey(one), one.count]));
  return merged(entries).flatMap((one) => {
    const count = one.count - (less.get(fingerprintKey(one)) ?? 0);
    return count > 0 ? [{ ...one, count }] : [];
  });
}

/** One entry a fingerprint, in the order of rule, section and text. */
function merged(entries: readonly Accepted[]): readonly Accepted[] {
  const counts = new Map<string, Accepted>();
  for (const entry of entries) {
    const key = fingerprintKey(entry);
    const before = counts.get(key);
    counts.set(key, before ? { ...before, count: before.count + entry.count } : entry);
  }
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}
