import { digest } from "../text/digest.ts";

/**
 * Answers that are kept from one start of the program to the next. They are never needed: each can be found again,
 * and one that was damaged, is of another version or of another shape is one that is not there.
 */
export interface Kept<T> {
  /** The answer that is kept for a key; nothing where there is none. Never rejects. */
  get(key: string): Promise<T | undefined>;
  /** Keeps an answer, which has to be as good after it went through JSON. Nothing is written before {@link save}. */
  set(key: string, value: T): void;
  /**
   * Writes what is kept, if anything is new. Saves that come while one is under way are one more. Rejects where it
   * cannot be written; then the next save tries again.
   */
  save(): Promise<void>;
}

/** Where the text of what is kept lies: a file of its own, as a rule. */
export interface KeptStore {
  /** The text that was written last; nothing where there is none. */
  read(): Promise<string | undefined>;
  /** Replaces the text as a whole, so that whoever reads finds the one or the other. */
  write(text: string): Promise<void>;
}

export interface KeptParts<T> {
  /** What is kept, so that a file of something else is not taken for it. */
  readonly kind: string;
  /** Of the code that finds the answers: those of another version are not taken. */
  readonly version: string;
  isValue(value: unknown): value is T;
  /** At most so many answers are kept, those that were wanted last. */
  readonly most?: number;
  /** Lets others work for a moment, between pieces of what takes longer. */
  pause?(): Promise<void>;
}

interface Entry<T> {
  /** How many runs of the program that wrote have not wanted it; 0 where this one has. */
  age: number;
  /** As it stands in the file, until somebody wants it. */
  line: string | undefined;
  value: T | undefined;
}

const format = 1;
const mostKept = 100_000;
// What so many runs have not wanted belongs to texts that are gone. Branches of a repository come and go.
const oldest = 9;
const linesAtOnce = 500;

/**
 * Answers in `store`, which is read when the first one is wanted. Its text is one line that says what it is, and one
 * for each answer: its age, a digest of what follows, the key and the value as JSON. So a line that was cut off or
 * changed is known by itself, and nothing is parsed that nobody asks for.
 */
export function createKept<T>(store: KeptStore, parts: KeptParts<T>): Kept<T> {
  const { isValue, most = mostKept, pause = () => Promise.resolve() } = parts;
  const title = JSON.stringify(["design-docs", format, parts.kind, parts.version]);
  const entries = new Map<string, Entry<T>>();
  let isNew = false;
  let reading: Promise<void> | undefined;

  const load = async (): Promise<void> => {
    // A file that cannot be read is one that is not there.
    const text = await store.read().catch(() => undefined);
    if (text === undefined || !text.startsWith(`${title}\n`)) return;
    let count = 0;
    for (let start = title.length + 1; start < text.length;) {
      const found = text.indexOf("\n", start);
      const end = found < 0 ? text.length : found;
      const line = text.slice(start, end);
      const known = ageAndKey(line);
      // What was found in the meantime is newer.
      if (known && !entries.has(known.key))
        entries.set(known.key, { age: known.age + 1, line, value: undefined });
      start = end + 1;
      if (++count % linesAtOnce === 0) await pause();
    }
  };
  const loaded = (): Promise<void> => (reading ??= load());

  const write = async (): Promise<void> => {
    await loaded();
    isNew = false;
    const lasting = Array.from(entries)
      .filter(([, { age }]) => age <= oldest)
      .toSorted(([, one], [, other]) => one.age - other.age)
      .slice(0, most);
    entries.clear();
    for (const [key, entry] of lasting) entries.set(key, entry);
    const lines = [title];
    for (const [key, { age, line, value }] of lasting) {
      lines.push(line === undefined ? written(key, value) : `${age}${line.slice(1)}`);
      if (lines.length % linesAtOnce === 0) await pause();
    }
    await store.write(`${lines.join("\n")}\n`);
  };

  let saving: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const save = (): Promise<void> => {
    if (saving) {
      next ??= saving
        .catch(() => undefined)
        .then(() => {
          next = undefined;
          return save();
        });
      return next;
    }
    if (!isNew) return Promise.resolve();
    saving = write()
      .catch((error: unknown) => {
        isNew = true;
        throw error;
      })
      .finally(() => {
        saving = undefined;
      });
    return saving;
  };

  return {
    async get(key) {
      await loaded();
      const entry = entries.get(key);
      if (!entry) return undefined;
      if (entry.line !== undefined) {
        const value = valueOf(entry.line, isValue);
        if (value === undefined) {
          entries.delete(key);
          return undefined;
        }
        entries.set(key, { age: 0, line: undefined, value });
        return value;
      }
      return entry.value;
    },
    set(key, value) {
      entries.set(key, { age: 0, line: undefined, value });
      isNew = true;
    },
    save,
  };
}

/** One answer as a line: JSON has neither line endings nor tabs of its own. */
function written(key: string, value: unknown): string {
  const rest = `${JSON.stringify(key)}\t${JSON.stringify(value)}`;
  return `0 ${digest(rest)} ${rest}`;
}

const lineStart = /^(\d) [\da-z-]+ ("(?:[^"\\\t]|\\.)*")\t/;

/** What has to be known of a line before anybody wants its value; nothing where it is none of ours. */
function ageAndKey(line: string): { readonly age: number; readonly key: string } | undefined {
  const [, age, key] = lineStart.exec(line) ?? [];
  if (age === undefined || key === undefined) return undefined;
  const parsed = parsedJson(key);
  return typeof parsed === "string" ? { age: Number(age), key: parsed } : undefined;
}

/** The value in a line that {@link ageAndKey} has read; nothing where the line is not as it was written. */
function valueOf<T>(line: string, isValue: (value: unknown) => value is T): T | undefined {
  const space = line.indexOf(" ", 2);
  const rest = line.slice(space + 1);
  if (digest(rest) !== line.slice(2, space)) return undefined;
  const value = parsedJson(rest.slice(rest.indexOf("\t") + 1));
  return isValue(value) ? value : undefined;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
