import type { Entry, Host, Threads } from "../../server/src/cli/host.ts";
import { main } from "../../server/src/cli/main.ts";
import { createWorker } from "../../server/src/cli/worker.ts";
import type { Begun } from "../../server/src/facts/facts.ts";
import type { Diagrams } from "../../server/src/workspace/diagrams.ts";
import { noHistory } from "../../server/src/workspace/history.ts";
import { canonical, nameOf, parentOf, pathOf, pathWithin } from "../../server/src/workspace/uris.ts";
import { digest } from "../../server/src/text/digest.ts";
import { memoryFiles } from "../kit/memory-files.ts";

/** What a run of the command line left behind. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Machine {
  /** Texts by absolute path. The working folder is `/repo`. */
  readonly files: Readonly<Record<string, string>>;
  /** Absolute paths of files and folders that are there and cannot be read. */
  readonly locked?: readonly string[];
  /** Absolute paths of files that can be read and not written. */
  readonly readOnly?: readonly string[];
  /** Absolute paths of files whose bytes are no UTF-8. */
  readonly inexact?: readonly string[];
  /** The search for other documents finds none, so that texts may be alike. */
  readonly alone?: boolean;
  /** Takes the folders that are looked through for other files, by URI. */
  readonly looked?: string[];
  readonly terminal?: boolean;
  /** The path of the file with the event that a service runs the command for. */
  readonly event?: string;
  readonly colours?: boolean;
  /** Takes what is written, by absolute path. */
  readonly written?: Map<string, string>;
  /** What Mermaid says of a diagram; nothing is known unless it is given. */
  readonly diagrams?: Diagrams;
  /** What Git has of files at any commit that is named, by absolute path; `null` for a file that was not there. */
  readonly committed?: Readonly<Record<string, string | null>>;
  /** When files were first committed, by absolute path; the others never were. */
  readonly begun?: Readonly<Record<string, Begun>>;
  /** Has what is kept from run to run, by name. */
  readonly kept?: Map<string, string>;
  /** Of the program that keeps it. */
  readonly version?: string;
  /** So many threads can work at the same time, which in truth are this one. */
  readonly threads?: number;
  /** Called with each thread that is started. */
  started?(): void;
  /** Starts threads in another way. */
  readonly start?: Threads["start"];
  /** Called with each piece of standard output. */
  wrote?(text: string): void;
  readonly progress?: Host["progress"];
  /** Called with each document that is read to be checked. */
  read?(): void;
  /** What the days of lines hang on. */
  state?(): string;
  /** The day of any line, by absolute path. */
  readonly lineDays?: Readonly<Record<string, string>>;
  /** Called with each question about the day of a line. */
  days?(): void;
}

const uriOf = (path: string): string => canonical(`file://${path.startsWith("/") ? "" : "/repo/"}${path}`);

/** Threads that are none: messages go the same way, as copies, and come a moment later. */
const sameThread = (
  most: number,
  host: () => Host,
  started: Machine["started"],
  other: Threads["start"] | undefined,
): Threads => ({
  most,
  start(told, broken) {
    started?.();
    if (other) return other(told, broken);
    let isOver = false;
    const later = <M>(message: M, take: (message: M) => void): void => {
      const copy = structuredClone(message);
      queueMicrotask(() => void (isOver || take(copy)));
    };
    const { threads: _, diagrams: __, ...own } = host();
    const take = createWorker(own, (message) => later(message, told));
    return { post: (message) => later(message, take), end: () => void (isOver = true) };
  },
});

/** Runs the command line in this process, on files that exist nowhere. */
export async function run(
  words: readonly string[],
  {
    files,
    locked = [],
    readOnly = [],
    inexact = [],
    alone = false,
    looked = [],
    terminal = false,
    event,
    colours = false,
    written = new Map(),
    diagrams = { check: () => Promise.resolve({ kind: "unknown" }) },
    committed = {},
    begun = {},
    kept,
    version = "1",
    threads,
    started,
    start,
    days,
    read,
    state,
    lineDays = {},
    wrote,
    progress,
  }: Machine,
): Promise<Run> {
  const texts = new Map(Object.entries(files).map(([path, text]) => [uriOf(path), text]));
  const locks = new Set(locked.map(uriOf));
  const all = [...texts.keys(), ...locks];
  const isFolder = (uri: string): boolean =>
    all.some((file) => file !== uri && pathWithin(uri, file) !== undefined);
  const refuse = (uri: string): void => {
    if (locks.has(uri)) throw new Error("permission is denied");
  };
  const memory = memoryFiles(Object.fromEntries(texts));
  let out = "";
  let err = "";
  const host: Host = {
    folder: "file:///repo",
    today: "2026-03-02",
    version: "1.2.3",
    terminal,
    colours,
    ...(event !== undefined && { event }),
    files: {
      listFolder: (uri) => memory.listFolder(uri),
      findFiles(query, folders) {
        looked.push(...folders);
        return alone ? Promise.resolve([]) : memory.findFiles(query, folders);
      },
      entriesOf: (uri) => memory.entriesOf(uri),
      kindOf: (uri) => memory.kindOf(uri),
      // What was written is there.
      readFile: (uri) => Promise.resolve(locks.has(canonical(uri)) ? undefined : texts.get(canonical(uri))),
    },
    turn: () => new Promise((resolve) => void setImmediate(resolve)),
    history: {
      ...noHistory,
      check: () => Promise.resolve(undefined),
      base(uri, ref) {
        const path = `/${pathOf(uri)}`;
        const text = committed[path];
        if (text === undefined || ref === undefined) return Promise.resolve(undefined);
        return Promise.resolve({ ref: "0123456789abcdef", ...(text !== null && { text }) });
      },
      lineDay(uri) {
        days?.();
        return Promise.resolve(lineDays[`/${pathOf(uri)}`]);
      },
      ...(state && { state: () => Promise.resolve(state()) }),
      begun: (uri) => Promise.resolve(begun[`/${pathOf(uri)}`] ?? {}),
    },
    diagrams,
    hash: digest,
    hashOf(uri) {
      const text = texts.get(uri);
      return Promise.resolve(text === undefined ? undefined : digest(text));
    },
    kept: () =>
      kept && {
        version,
        store: (name) => ({
          read: () => Promise.resolve(kept.get(name)),
          async write(text) {
            kept.set(name, text);
          },
        }),
      },
    ...(threads !== undefined && { threads: sameThread(threads, () => host, started, start) }),
    toUri: (path) => uriOf(path === "." ? "/repo" : path.replace(/\/$/, "")),
    kindOf: (uri) => Promise.resolve(isFolder(uri) ? "folder" : all.includes(uri) ? "file" : "missing"),
    async readText(uri) {
      read?.();
      refuse(uri);
      return { text: texts.get(uri) ?? "", exact: !inexact.map(uriOf).includes(uri) };
    },
    async writeText(uri, before, text) {
      if (readOnly.map(uriOf).includes(uri)) throw new Error("it is read-only");
      if (texts.get(uri) !== before) throw new Error("it was changed by another program in the meantime");
      texts.set(uri, text);
      written.set(`/${pathOf(uri)}`, text);
    },
    async createText(uri, text) {
      refuse(uri);
      if (texts.has(uri)) throw new Error("it exists already");
      texts.set(uri, text);
      written.set(`/${pathOf(uri)}`, text);
    },
    async entriesOf(folder) {
      refuse(folder);
      const entries = new Map<string, Entry>();
      for (const file of all) {
        for (let inner = file; inner !== parentOf(inner); inner = parentOf(inner)) {
          if (parentOf(inner) !== folder) continue;
          entries.set(nameOf(inner), {
            name: nameOf(inner),
            kind: inner === file && !isFolder(inner) ? "file" : "folder",
          });
        }
      }
      return [...entries.values()];
    },
    progress,
    out(text) {
      out += text;
      wrote?.(text);
    },
    err: (text) => (err += text),
  };
  return { code: await main(words, host), out, err };
}
