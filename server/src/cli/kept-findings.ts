import type { Severity } from "../rules/rule.ts";
import type { KeptStore } from "../workspace/kept.ts";
import { isRest, type Entry } from "./cache-entry.ts";
import type { Host } from "./host.ts";
import { severities, type ReportedFinding } from "./report.ts";

/**
 * What was found in documents, kept from one run to the next. Nearly all of it is wanted by each run, so that what
 * counts is how fast all is read: thousands of documents have few sentences between them.
 */
export interface KeptFindings {
  /** The entry for a key, with its findings as those of `file`; nothing where there is none. Never rejects. */
  get(key: string, file: string): Promise<Entry | undefined>;
  /** Keeps an entry. A key has no tabs and no line endings. Nothing is written before {@link save}. */
  set(key: string, entry: Entry): void;
  /** A word that was kept for a key by {@link setPrint}. */
  print(key: string): Promise<string | undefined>;
  /** Keeps a word. Of these there are few, the last ones. */
  setPrint(key: string, print: string): void;
  /** Writes what is kept, if anything is new. Rejects where it cannot be written. */
  save(): Promise<void>;
}

interface Kept {
  /** How many runs that wrote have not wanted it; 0 where this one has. */
  readonly age: number;
  /** The values of its line, until somebody wants it. */
  readonly line?: string;
  readonly entry?: Entry;
}

const most = 100_000;
// What so many runs have not wanted belongs to texts that are gone. Branches of a repository come and go.
const oldest = 9;
const mostPrints = 16;
/** How many numbers a finding is: four of its place, its severity, and the indices of its rule and sentence. */
const width = 7;

/**
 * The findings in `store`. Its text is ASCII, so that it is read fast and takes one byte a character: a line that says
 * what it is, with the hash of all that follows; one with the words that are kept and all ids of rules and sentences,
 * each once; and one for each document: an age, the key, and a pair of JSON, which is the entry without its findings
 * and those as numbers. A text that is not all as it was written is taken for none.
 */
export function keptFindings(store: KeptStore, version: string, hash: Host["hash"]): KeptFindings {
  const title = JSON.stringify(["design-docs", 2, "findings", version]);
  const entries = new Map<string, Kept>();
  const prints = new Map<string, string>();
  // Of the lines that were read.
  let words: readonly string[] = [];
  let isNew = false;
  let loading: Promise<void> | undefined;

  const load = async (): Promise<void> => {
    // A file that cannot be read is one that is not there.
    const text = await store.read().catch(() => undefined);
    const body = text === undefined ? undefined : bodyOf(text, title, hash);
    if (body === undefined) return;
    const [first = "", ...lines] = body.split("\n");
    const known = parsed(first);
    if (!Array.isArray(known) || !known.every(areTexts) || known.length !== 2) return;
    words = known[1] ?? [];
    const found = known[0] ?? [];
    const newer = [...prints];
    prints.clear();
    for (let index = 0; index + 1 < found.length; index += 2)
      prints.set(found[index] ?? "", found[index + 1] ?? "");
    for (const [key, print] of newer) {
      prints.delete(key);
      prints.set(key, print);
    }
    for (const line of lines) {
      const tab = line.indexOf("\t");
      const key = line.slice(1, tab);
      // What was found in the meantime is newer.
      if (tab > 0 && !entries.has(key))
        entries.set(key, { age: Number(line.charAt(0)) + 1, line: line.slice(tab + 1) });
    }
  };
  const loaded = (): Promise<void> => (loading ??= load());

  const write = async (): Promise<void> => {
    await loaded();
    const lasting = Array.from(entries)
      .filter(([, { age }]) => age <= oldest)
      .toSorted(([, one], [, other]) => one.age - other.age)
      .slice(0, most);
    const own = new Map<string, number>();
    const indexOf = (word: string): number => {
      const index = own.get(word) ?? own.size;
      own.set(word, index);
      return index;
    };
    const lines: string[] = [];
    for (const [
      key,
      { age, line, entry = line === undefined ? undefined : readLine(line, "", words) },
    ] of lasting)
      if (entry) lines.push(ascii(`${age}${key}\t${written(entry, indexOf)}`));
    const first = JSON.stringify([[...prints].slice(-mostPrints).flat(), [...own.keys()]]);
    const body = [ascii(first), ...lines].join("\n");
    await store.write(`${title}\n${hash(body)}\n${body}`);
    isNew = false;
  };

  return {
    async get(key, file) {
      await loaded();
      const kept = entries.get(key);
      if (kept?.line === undefined) return kept?.entry;
      const entry = readLine(kept.line, file, words);
      if (entry) entries.set(key, { age: 0, entry });
      else entries.delete(key);
      return entry;
    },
    set(key, entry) {
      entries.set(key, { age: 0, entry });
      isNew = true;
    },
    async print(key) {
      await loaded();
      const print = prints.get(key);
      if (print === undefined) return undefined;
      prints.delete(key);
      prints.set(key, print);
      return print;
    },
    setPrint(key, print) {
      prints.set(key, print);
      isNew = true;
    },
    save: () => (isNew ? write() : Promise.resolve()),
  };
}

/** What follows the title and the hash; nothing where it is of another kind or not as it was written. */
function bodyOf(text: string, title: string, hash: Host["hash"]): string | undefined {
  if (!text.startsWith(`${title}\n`)) return undefined;
  const start = title.length + 1;
  const end = text.indexOf("\n", start);
  const body = text.slice(end + 1);
  return end > 0 && hash(body) === text.slice(start, end) ? body : undefined;
}

// In JSON nothing else than texts has such characters, and there they may be written so.
const ascii = (json: string): string =>
  json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

function written(
  { checked: { findings, ...checked }, ...rest }: Entry,
  indexOf: (word: string) => number,
): string {
  const numbers = findings.flatMap(({ line, column, endLine, endColumn, severity, rule, message }) => [
    line,
    column,
    endLine,
    endColumn,
    severities.indexOf(severity),
    indexOf(rule),
    indexOf(message),
  ]);
  return JSON.stringify([{ ...rest, checked }, numbers]);
}

function readLine(line: string, file: string, words: readonly string[]): Entry | undefined {
  const pair = parsed(line);
  if (!Array.isArray(pair)) return undefined;
  const [rest, numbers] = pair as readonly unknown[];
  const findings = findingsIn(numbers, file, words);
  if (!findings || !isRest(rest)) return undefined;
  return { ...rest, checked: { ...rest.checked, findings } };
}

function findingsIn(
  numbers: unknown,
  file: string,
  words: readonly string[],
): readonly ReportedFinding[] | undefined {
  if (!Array.isArray(numbers) || !numbers.every((one) => typeof one === "number")) return undefined;
  const findings: ReportedFinding[] = [];
  for (let index = 0; index < numbers.length; index += width) {
    const [line = 0, column = 0, endLine = 0, endColumn = 0] = numbers.slice(index, index + 4);
    const severity: Severity | undefined = severities[numbers[index + 4] ?? -1];
    const rule = words[numbers[index + 5] ?? -1];
    const message = words[numbers[index + 6] ?? -1];
    if (severity === undefined || rule === undefined || message === undefined) return undefined;
    findings.push({ file, line, column, endLine, endColumn, severity, rule, message });
  }
  return findings;
}

const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
