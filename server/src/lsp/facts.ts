import type { Facts } from "../facts/facts.ts";
import { saidBirthDay } from "../facts/birth-day.ts";
import { wantsOf, type Wants } from "../facts/wants.ts";
import { readText, stageOf } from "../service.ts";
import type { Analysed } from "../template/analysed.ts";
import type { Cards } from "../workspace/cards.ts";
import type { Diagrams } from "../workspace/diagrams.ts";
import { createFactStore, type FactStore } from "../workspace/fact-store.ts";
import type { Handle, Handles } from "../workspace/handles.ts";
import type { History } from "../workspace/history.ts";
import { ownersAmong } from "../workspace/owners.ts";
import type { Targets } from "../workspace/targets.ts";
import type { Files } from "../workspace/files.ts";
import { readSideFile } from "../workspace/side-files.ts";
import { canonical, folderOf, nameOf } from "../workspace/uris.ts";
import { described, type Log } from "./guard.ts";

/** The facts about open documents, as far as they are known at the moment. */
export interface DocumentFacts {
  /**
   * Equal facts are the same objects, so that what hangs on them is kept. When the document was first committed is
   * asked where `since` hangs on it.
   */
  of(uri: string, analysed: Analysed, author: string, since?: string): Facts;
  /**
   * The facts about a document that is not open, without those for which Git, Mermaid or the texts of other files
   * would have to be asked. Nothing of them is kept.
   */
  once(uri: string, analysed: Analysed, author: string): Promise<Facts>;
  /**
   * A file was changed, or came or went. It was nothing but a file `alone` where it cannot have been a folder with
   * others, and no documents hang on it as on a template.
   */
  fileChanged(uri: string, alone: boolean): void;
  /** An open document has another text now, at whose head other documents look. */
  headChanged(uri: string): void;
  /** Settings or folders are others. */
  everythingChanged(): void;
  /** What Git knows may be another now. */
  historyChanged(): void;
  /** The document was opened or saved: what nobody tells of is asked again. */
  renew(uri: string): void;
  /** Settles when all that was asked about an open document has been answered, and the documents around it are known. */
  settled(uri: string): Promise<void>;
  closed(uri: string): void;
}

/** Where facts come from. */
export interface DocumentFactsParts {
  readonly files: Files;
  readonly targets: Targets;
  readonly diagrams: Diagrams;
  readonly history: History;
  readonly handles: Handles;
  readonly log: Log;
  readonly cards: Cards;
  today(): string;
  folders(): readonly string[];
  /** Settles when what is being answered has been answered. */
  pause(): Promise<void>;
  /** A fact about an open document is another now. */
  changed(uri: string): void;
}

/** Facts of the sources given; what takes time is asked in the background and told by `changed`. */
export function createDocumentFacts(parts: DocumentFactsParts): DocumentFacts {
  const { files, targets, diagrams, history, handles, cards, log, folders } = parts;
  // Each workspace folder has its own handles, and documents of all may be open.
  const ownersIn = new WeakMap<readonly Handle[], ReturnType<typeof ownersAmong>>();
  const owners = (known: readonly Handle[]): ReturnType<typeof ownersAmong> => {
    if (!ownersIn.has(known)) ownersIn.set(known, ownersAmong(known));
    return ownersIn.get(known);
  };
  const names = new Map<string, Pick<Facts, "fileName" | "uri">>();
  const namesOf = (uri: string): Pick<Facts, "fileName" | "uri"> => {
    const known = names.get(uri) ?? { fileName: nameOf(uri), uri: canonical(uri) };
    names.set(uri, known);
    return known;
  };
  // Several requests follow a keystroke, and all of them are about the same reading.
  const wanted = new Map<string, { readonly analysed: Analysed; readonly wants: Wants }>();
  const wantsIn = (uri: string, analysed: Analysed): Wants => {
    const last = wanted.get(uri);
    if (last?.analysed === analysed) return last.wants;
    const wants = wantsOf(analysed);
    wanted.set(uri, { analysed, wants });
    return wants;
  };

  const seen = new Set<string>();
  /** True at the first look, behind whose answer there is another one: reading what a document wants takes its time. */
  const isFirst = (uri: string): boolean => {
    if (seen.has(uri)) return false;
    seen.add(uri);
    const askAgain = async (): Promise<void> => {
      await parts.pause();
      if (seen.has(uri)) parts.changed(uri);
    };
    askAgain().catch((error: unknown) => log.error(`asking for facts failed: ${described(error)}`));
    return true;
  };

  const store: FactStore = createFactStore({
    targets: (uri, wants) => targets.of(uri, wants),
    diagram: (source) => diagrams.check(source),
    base: (uri) => history.base(uri),
    read: readText,
    statusSince: (uri, line) => history.lineDay(uri, line),
    begun: (uri) => history.begun(uri),
    side: (uri) => readSideFile(files, uri),
    others(uri) {
      const folder = folderOf(uri, folders());
      return folder === undefined ? undefined : cards.others(folder, uri);
    },
    owners(uri) {
      const folder = folderOf(uri, folders());
      return folder === undefined ? undefined : owners(handles.now(folder));
    },
    changed: (uri) => parts.changed(uri),
    failed: (error) => log.error(`asking for facts failed: ${described(error)}`),
    pause: () => parts.pause(),
  });

  return {
    of(uri, analysed, author, since) {
      const own = namesOf(uri);
      const known = store.now({
        uri,
        wants: isFirst(uri) ? undefined : wantsIn(uri, analysed),
        template: analysed.template,
        asksSince: stageOf(analysed) === "review",
        asksBegun: since !== undefined && saidBirthDay(analysed, own) === undefined,
      });
      return {
        today: parts.today(),
        ...own,
        ...(author === "" ? {} : { author }),
        ...known,
      };
    },
    async once(uri, analysed, author) {
      const folder = folderOf(uri, folders());
      const [found, side] = await Promise.all([
        targets.of(uri, { paths: wantsOf(analysed).paths, withFragment: [] }),
        readSideFile(files, uri),
      ]);
      targets.closed(uri);
      const others = folder === undefined ? undefined : cards.now(folder);
      const known = folder === undefined ? undefined : owners(handles.now(folder));
      return {
        today: parts.today(),
        fileName: nameOf(uri),
        uri: canonical(uri),
        ...(author !== "" && { author }),
        targets: found,
        ...(side && { side }),
        ...(others && { others }),
        ...(known && { owners: known }),
      };
    },
    fileChanged(uri, alone) {
      targets.forget(uri);
      store.stale("files");
      if (isPicture(uri)) return;
      // A folder that has gone took documents along, and all headers are read by their template.
      const which = alone ? uri : undefined;
      cards.stale(which);
      handles.stale(which);
    },
    // Also when it is opened, since what was not saved may have been kept over a restart of the editor.
    headChanged: (uri) => cards.stale(uri),
    everythingChanged() {
      targets.stale();
      store.stale("files");
      cards.stale();
      handles.stale();
    },
    historyChanged() {
      history.forget();
      store.stale("history");
    },
    renew(uri) {
      targets.stale();
      store.renew(uri);
    },
    async settled(uri) {
      const folder = folderOf(uri, folders());
      const around = folder === undefined ? [] : [cards.all(folder), handles.all(folder)];
      await Promise.all([store.settled(uri), ...around]);
    },
    closed(uri) {
      store.closed(uri);
      targets.closed(uri);
      cards.closed(uri);
      // What was typed and not saved counts no longer.
      cards.stale(uri);
      names.delete(uri);
      seen.delete(uri);
      wanted.delete(uri);
    },
  };
}

/** Pictures are only linked to. */
const isPicture = (uri: string): boolean => /\.(?:png|jpe?g|gif|svg|webp)$/i.test(uri);
