import type { Connection, Diagnostic } from "vscode-languageserver";
import { DidChangeStatus, type DidChangeStatusParams, type DocumentStatus } from "../protocol/protocol.ts";
import type { CodeLenses } from "./code-lenses.ts";
import type { Diagnostics } from "./diagnostics.ts";
import { described } from "./guard.ts";
import type { Session } from "./session.ts";
import { statusOf } from "./status.ts";
import type { SymbolRegistration } from "./symbols.ts";

/** Tells the client what it did not ask for. Whatever happens within one turn is told once. */
export interface Publisher {
  /** The text of a document has changed, or it was opened. */
  changed(uri: string): void;
  /** Something that all documents hang on has changed: owners, settings, folders, a template's file. */
  everything(): void;
  /** A document was saved: where findings wait for that, they are told now. */
  saved(uri: string): void;
  /** A document's findings are others now although its text is the same: a fact has come, or somebody has paused. */
  refreshed(uri: string): void;
  /** The same for all, in the midst of typing in a template: the outline waits until it is saved. */
  findings(): void;
  closed(uri: string): void;
}

/** A publisher to `connection`. What cannot be told is logged; what was told before stays. */
export function createPublisher(
  connection: Connection,
  session: Session,
  diagnostics: Diagnostics,
  symbols: SymbolRegistration,
  lenses: Pick<CodeLenses, "refresh" | "closed">,
): Publisher {
  const { client, documents } = session;
  const told = new Map<string, string>();
  const pushed = new Map<string, readonly Diagnostic[]>();
  const waiting = new Set<string>();
  let all = false;
  let pullAgain = false;
  let outlines = false;
  let scheduled = false;

  const attempt = async (what: string, run: () => Promise<void>): Promise<void> => {
    try {
      await run();
    } catch (error) {
      connection.console.error(`${what} failed: ${described(error)}`);
    }
  };

  const push = async (uri: string): Promise<void> => {
    const items = await diagnostics.soon(uri);
    // Keystrokes and facts that change nothing are no news.
    if (!documents.get(uri) || pushed.get(uri) === items) return;
    pushed.set(uri, items);
    // What is pushed stands for this version and all later ones until the next push, so it names none. Some clients
    // drop what is of an older version than their text, and would be left without: the next version may bring no news.
    await connection.sendDiagnostics({ uri, diagnostics: [...items] });
  };

  const tellStatus = async (uri: string): Promise<void> => {
    const shown = await diagnostics.current(uri);
    const opened = await session.opened(uri);
    if (!documents.get(uri)) return;
    const status: DocumentStatus | null = opened ? statusOf(opened, shown) : null;
    const content = JSON.stringify(status);
    // That a file is no design document is no news unless it was one.
    if ((told.get(uri) ?? "null") === content) return;
    told.set(uri, content);
    const params: DidChangeStatusParams = { uri, status };
    await connection.sendNotification(DidChangeStatus, params);
  };

  // What changes while the client has yet to answer is one more refresh, however much it is.
  let asking = false;
  let askAgain = false;
  const askToPull = async (): Promise<void> => {
    askAgain = true;
    if (asking) return;
    asking = true;
    while (askAgain) {
      askAgain = false;
      await attempt("refreshing diagnostics", () => connection.languages.diagnostics.refresh());
    }
    asking = false;
  };

  const tell = async (uri: string): Promise<void> => {
    if (!client.pullsDiagnostics) await attempt("pushing diagnostics", () => push(uri));
    if (!client.ours) return;
    await attempt("telling the status", () => tellStatus(uri));
    await attempt("refreshing code lenses", () => lenses.refresh(uri));
  };

  // Of one document one telling after the other, so that an older state never overtakes a newer one. Documents
  // do not wait for each other, nor does a refresh for any: a file that is read slowly holds up only its own.
  const telling = new Map<string, Promise<void>>();
  const publish = (): void => {
    const refresh = all;
    const renew = outlines;
    const uris = refresh ? documents.keys() : Array.from(waiting);
    const pull = refresh || pullAgain;
    scheduled = all = outlines = pullAgain = false;
    waiting.clear();
    if (pull && client.pullsDiagnostics && client.refreshesDiagnostics) void askToPull();
    if (renew) void attempt("refreshing symbols", () => symbols.renew());
    for (const uri of uris) {
      const before = telling.get(uri) ?? Promise.resolve();
      const mine = before
        .then(() => tell(uri))
        .finally(() => {
          if (telling.get(uri) === mine) telling.delete(uri);
        });
      telling.set(uri, mine);
    }
  };

  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    void attempt("publishing", () => session.host.nextTurn().then(publish));
  };

  // A client that pulls has to be asked, and it pulls all of its documents then; most are answered as unchanged.
  const refreshed = (uri: string): void => {
    waiting.add(uri);
    if (client.pullsDiagnostics && client.refreshesDiagnostics)
      void attempt("comparing diagnostics", async () => {
        if (!(await diagnostics.differ(uri))) return;
        pullAgain = true;
        schedule();
      });
    schedule();
  };

  // Clients that pull and are not ours are told nothing about a text that they have typed themselves.
  const isTold = !client.pullsDiagnostics || client.ours;

  return {
    changed(uri) {
      if (!isTold) return;
      waiting.add(uri);
      schedule();
    },
    everything() {
      all = outlines = true;
      schedule();
    },
    saved(uri) {
      void attempt("telling findings on saving", async () => {
        const opened = await session.opened(uri);
        if (opened?.scope.settings.run === "onSave") refreshed(uri);
      });
    },
    refreshed,
    findings() {
      all = true;
      schedule();
    },
    closed(uri) {
      waiting.delete(uri);
      told.delete(uri);
      pushed.delete(uri);
      lenses.closed(uri);
      if (!client.pullsDiagnostics)
        void attempt("clearing diagnostics", () => connection.sendDiagnostics({ uri, diagnostics: [] }));
    },
  };
}
