import type { DiagramFact } from "../facts/diagram.ts";
import type { Begun, Card, Facts, HistoryFact, SideFact, TargetFact } from "../facts/facts.ts";
import type { Wants } from "../facts/wants.ts";
import type { Analysed } from "../template/analysed.ts";
import type { Template } from "../template/template.ts";
import { createAnswer, type Answer } from "./answer.ts";
import type { Base } from "./history.ts";
import { mayHaveSide } from "./side-files.ts";

/** What facts are asked of. Each question may take its time; none is asked at a keystroke that does not change it. */
export interface FactSources {
  targets(document: string, wants: Wants): Promise<ReadonlyMap<string, TargetFact>>;
  diagram(source: string): Promise<DiagramFact>;
  base(document: string): Promise<Base | undefined>;
  /** The text of a base beside the template that the document has now. */
  read(text: string, template: Template): Analysed;
  statusSince(document: string, line: string): Promise<string | undefined>;
  /** When the document was first committed. */
  begun(document: string): Promise<Begun>;
  /** What a file beside the document says of it. */
  side(document: string): Promise<SideFact | undefined>;
  /** What is known now of the other design documents; nothing until all have been read. */
  others(document: string): readonly Card[] | undefined;
  /** What is known now of owners; nothing where no file names any. */
  owners(document: string): ReadonlySet<string> | undefined;
  /** A fact about an open document is another now. */
  changed(document: string): void;
  failed(error: unknown): void;
  /** Settles when what is being answered has been answered: starting Git, for one, takes its time. */
  pause?(): Promise<void>;
}

/** What is asked about one document. */
export interface FactSubject {
  readonly uri: string;
  /** Nothing where nobody has read yet what the document wants: of that nothing is asked then. */
  readonly wants: Wants | undefined;
  readonly template: Template;
  /** Whether it matters since when the document is in its status. */
  readonly asksSince: boolean;
  /** Whether it matters when the document was first committed. */
  readonly asksBegun: boolean;
}

/** The facts of open documents that come from elsewhere, as far as they are known. */
export interface FactStore {
  /** The same object for as long as nothing is different. What is missing is asked in the background. */
  now(subject: FactSubject): Known;
  /** Something that facts are taken from has changed. */
  stale(what: "files" | "history"): void;
  /** Everything about this one is asked again. */
  renew(uri: string): void;
  /** Settles when all that was asked about this one has been answered. */
  settled(uri: string): Promise<void>;
  closed(uri: string): void;
}

export type Known = Pick<Facts, "targets" | "diagrams" | "history" | "begun" | "side" | "others" | "owners">;

interface Entry {
  readonly targets: Answer<ReadonlyMap<string, TargetFact>>;
  readonly diagrams: Answer<ReadonlyMap<string, DiagramFact>>;
  readonly base: Answer<{ readonly base: Base | undefined }>;
  readonly since: Answer<{ readonly day: string | undefined }>;
  readonly begun: Answer<Begun>;
  readonly side: Answer<{ readonly side: SideFact | undefined }>;
  wants: Wants | undefined;
  baseRead: BaseRead | undefined;
  history: HistoryFact | undefined;
  known: Known;
}

/** The text of a base as it was read last. */
interface BaseRead {
  readonly text: string;
  readonly template: Template;
  readonly analysed: Analysed;
}

/** A store over `sources`. Nothing in it is needed for an answer to be right: facts may be asked again at any time. */
export function createFactStore(sources: FactSources): FactStore {
  const entries = new Map<string, Entry>();

  const entryOf = (uri: string): Entry => {
    const kept = entries.get(uri);
    if (kept) return kept;
    const parts = {
      changed: () => {
        if (entries.get(uri) === entry) sources.changed(uri);
      },
      failed: (error: unknown) => sources.failed(error),
      ...(sources.pause && { pause: sources.pause }),
    };
    const entry: Entry = {
      targets: createAnswer({ ...parts, fingerprint: printTargets }),
      diagrams: createAnswer({ ...parts, fingerprint: (map) => JSON.stringify([...map]) }),
      base: createAnswer({ ...parts, fingerprint: ({ base }) => JSON.stringify([base?.ref, base?.text]) }),
      since: createAnswer({ ...parts, fingerprint: ({ day }) => day ?? "" }),
      begun: createAnswer({ ...parts, fingerprint: (begun) => JSON.stringify(begun) }),
      side: createAnswer({ ...parts, fingerprint: ({ side }) => JSON.stringify(side) ?? "" }),
      wants: undefined,
      baseRead: undefined,
      history: undefined,
      known: {},
    };
    entries.set(uri, entry);
    return entry;
  };

  /** The base beside the template of now, read once; nothing where the document did not exist there. */
  const readBase = (entry: Entry, { text }: Base, template: Template): Analysed | undefined => {
    if (text === undefined) return undefined;
    const last = entry.baseRead;
    if (last?.text === text && last.template === template) return last.analysed;
    const analysed = sources.read(text, template);
    entry.baseRead = { text, template, analysed };
    return analysed;
  };

  return {
    now({ uri, wants, template, asksSince, asksBegun }) {
      const entry = entryOf(uri);
      const wanted = wants && keepingLists(entry.wants, wants);
      entry.wants = wanted;
      const targets =
        wanted &&
        entry.targets.now({
          key: [wanted.paths, wanted.withFragment],
          ask: () => sources.targets(uri, wanted),
        });
      const checked =
        wanted &&
        entry.diagrams.now({
          key: [wanted.diagrams],
          ask: () => checkAll(wanted.diagrams, sources),
        });
      const base = entry.base.now({
        // Git is not asked again where only the template is typed in.
        key: [],
        ask: async () => ({ base: await sources.base(uri) }),
      });
      const line = asksSince ? wanted?.statusLine : undefined;
      const since =
        wanted &&
        entry.since.now({
          key: [line],
          ask: async () => ({
            day: line === undefined ? undefined : await sources.statusSince(uri, line),
          }),
        });
      const begun = asksBegun ? entry.begun.now({ key: [], ask: () => sources.begun(uri) }) : undefined;
      const beside = mayHaveSide(uri)
        ? entry.side.now({ key: [], ask: async () => ({ side: await sources.side(uri) }) })
        : undefined;
      const then = base?.base && { ref: base.base.ref, analysed: readBase(entry, base.base, template) };
      entry.history = sameHistory(entry.history, then, since?.day);
      const others = sources.others(uri);
      const owners = sources.owners(uri);
      const known: Known = {
        ...(targets && { targets }),
        ...(checked && { diagrams: checked }),
        ...(entry.history && { history: entry.history }),
        ...(begun && { begun }),
        ...(beside?.side && { side: beside.side }),
        ...(others && { others }),
        ...(owners && { owners }),
      };
      if (!same(entry.known, known)) entry.known = known;
      return entry.known;
    },
    stale(what) {
      for (const entry of entries.values()) {
        if (what === "files") for (const answer of [entry.targets, entry.side]) answer.again();
        else for (const answer of [entry.base, entry.since, entry.begun]) answer.again();
      }
    },
    renew(uri) {
      const { targets, base, since, side } = entries.get(uri) ?? {};
      for (const answer of [targets, base, since, side]) answer?.again();
    },
    async settled(uri) {
      const entry = entries.get(uri);
      if (!entry) return;
      const { targets, diagrams, base, since, begun, side } = entry;
      await Promise.all([targets, diagrams, base, since, begun, side].map((answer) => answer.settled()));
    },
    closed: (uri) => void entries.delete(uri),
  };
}

/** What is wanted now, with the lists of before where they are equal: at a keystroke that costs no more than comparing. */
const keepingLists = (before: Wants | undefined, now: Wants): Wants =>
  before
    ? {
        paths: keepingList(before.paths, now.paths),
        withFragment: keepingList(before.withFragment, now.withFragment),
        diagrams: keepingList(before.diagrams, now.diagrams),
        statusLine: now.statusLine,
      }
    : now;

const keepingList = (before: readonly string[], now: readonly string[]): readonly string[] =>
  before === now || (before.length === now.length && before.every((item, index) => item === now[index]))
    ? before
    : now;

async function checkAll(
  diagrams: readonly string[],
  sources: FactSources,
): Promise<ReadonlyMap<string, DiagramFact>> {
  const facts = await Promise.all(
    diagrams.map(async (source) => [source, await sources.diagram(source)] as const),
  );
  return new Map(facts);
}

const printTargets = (targets: ReadonlyMap<string, TargetFact>): string =>
  JSON.stringify(
    [...targets].map(([path, fact]) =>
      fact.kind === "file" ? [path, fact.uri, fact.anchors && [...fact.anchors]] : [path, fact],
    ),
  );

/** What is known of the history, as the object that it was where it is the same. Nothing where Git knows nothing. */
function sameHistory(
  before: HistoryFact | undefined,
  base: { readonly ref: string; readonly analysed: Analysed | undefined } | undefined,
  statusSince: string | undefined,
): HistoryFact | undefined {
  if (!base && statusSince === undefined) return undefined;
  if (
    before?.base?.ref === base?.ref &&
    before?.base?.analysed === base?.analysed &&
    before?.statusSince === statusSince
  )
    return before;
  return {
    ...(base && { base: { ref: base.ref, ...(base.analysed && { analysed: base.analysed }) } }),
    ...(statusSince !== undefined && { statusSince }),
  };
}

const same = (a: Known, b: Known): boolean =>
  a.targets === b.targets &&
  a.diagrams === b.diagrams &&
  a.history === b.history &&
  a.begun === b.begun &&
  a.side === b.side &&
  a.others === b.others &&
  a.owners === b.owners;
