import { parseArgs } from "node:util";
import { distance } from "fastest-levenshtein";
import type { Severity } from "../rules/rule.ts";
import { isDay } from "../template/dates.ts";
import type { Stage } from "../template/status.ts";

export type Format = "pretty" | "json";

export const formats: readonly Format[] = ["pretty", "json"];
export const severities: readonly Severity[] = ["error", "warning", "information", "hint"];
export const stages: readonly Stage[] = ["draft", "review", "approved", "implemented"];

// Options with a value, and the place of the value in messages.
const valued = {
  "--format": formats.join("|"),
  "--severity": severities.join("|"),
  "--template": "FILE",
  "--config": "FILE",
  "--stage": stages.join("|"),
  "--today": "YYYY-MM-DD",
  "--base": "REF",
  "--max-warnings": "N",
  "--only": "RULE",
  "--threads": "N",
  "--cache-location": "DIR",
  "--preset": "NAME",
  "--folder": "DIR",
  "--title": "TITLE",
  "--files": "FILE",
  "--event": "FILE",
  "--since": "REF",
} as const;

export type Valued = keyof typeof valued;

// Options that may be given several times, and what stands between their values then.
const repeated: ReadonlyMap<string, string> = new Map([
  ["--only", ","],
  ["--files", "\n"],
]);

// Options without a value.
const flags = ["--fix", "--dry-run", "--update-baseline", "--cache", "--check"] as const;

export type Flag = (typeof flags)[number];

/** A fault of the command line, thrown by the small readers below and turned into `misuse`. */
export class Misuse extends Error {}

export const beforeDashes = (words: readonly string[]): readonly string[] =>
  words.includes("--") ? words.slice(0, words.indexOf("--")) : words;

/** What options say; of one without a value, the empty text. */
export type Options = ReadonlyMap<Valued | Flag, string>;

export interface Words {
  readonly options: Options;
  readonly positionals: readonly string[];
}

/**
 * Options apart from the rest. Of an option that is given twice the last one counts, of those that may be repeated all,
 * with a comma between them, or a line feed where they are files; all behind `--` are paths.
 */
export function split(words: readonly string[]): Words {
  const known = Object.fromEntries([
    ...Object.keys(valued).map((name) => [name.slice(2), { type: "string" as const }]),
    ...flags.map((name) => [name.slice(2), { type: "boolean" as const }]),
  ]);
  // Not strict, so that each fault gets our own sentence, which says what to do.
  const { tokens, positionals } = parseArgs({
    args: [...words],
    options: known,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const options = new Map<Valued | Flag, string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { rawName, value } = token;
    const [name, read] = readOption(rawName, value);
    const between = repeated.get(name);
    const before = between === undefined ? undefined : options.get(name);
    options.set(name, before === undefined ? read : `${before}${between ?? ""}${read}`);
  }
  return { options, positionals };
}

function readOption(name: string, value: string | undefined): [Valued | Flag, string] {
  const flag = flags.find((one) => one === name);
  if (flag) {
    if (value !== undefined) throw new Misuse(`The option ${flag} takes no value.`);
    return [flag, ""];
  }
  // A list of files that a shell fills in may be empty.
  if (name === "--files") return [name, value ?? ""];
  if (!isValued(name)) throw new Misuse(`There is no option “${name}”.${meant(name)}`);
  if (value === undefined || value === "")
    throw new Misuse(`The option ${name} wants a value: ${name} ${valued[name]}.`);
  return [name, value];
}

const isValued = (name: string): name is Valued => Object.hasOwn(valued, name);

function meant(name: string): string {
  const known = [...Object.keys(valued), ...flags, "--help", "--version"];
  const near = known.find((option) => distance(option, name) <= 2);
  return near ? ` Did you mean “${near}”?` : "";
}

export function oneOf<T extends string>(options: Options, name: Valued, known: readonly T[]): T | undefined {
  const value = options.get(name);
  if (value === undefined) return undefined;
  const found = known.find((one) => one === value);
  if (found === undefined)
    throw new Misuse(`“${value}” is no value of ${name}. It is one of ${known.join(", ")}.`);
  return found;
}

export function readDay(value: string | undefined): string | undefined {
  if (value === undefined || isDay(value)) return value;
  throw new Misuse(`“${value}” is no day for --today. Write it as YYYY-MM-DD.`);
}

export function readCount(value: string | undefined): number {
  if (value === undefined) return Infinity;
  if (/^\d{1,15}$/.test(value)) return Number(value);
  throw new Misuse(`“${value}” is no number for --max-warnings. Write 0 or more.`);
}
