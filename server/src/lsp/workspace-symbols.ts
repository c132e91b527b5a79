import { SymbolKind, type SymbolInformation } from "vscode-languageserver";
import { findByTitle } from "../workspace/find-by-title.ts";
import { summaryOf } from "./document-lists.ts";
import type { Session } from "./session.ts";

// Editors filter and rank what they are given again, and nobody reads further.
const most = 200;

/** The design documents whose titles fit a query, as far as they are known now: nobody waits for files. */
export function workspaceSymbols(session: Session, query: string): SymbolInformation[] {
  const cards = session.folders().flatMap((folder) => session.index.cards.now(folder) ?? []);
  // A workspace folder may lie in another one.
  const known = new Map(cards.map((card) => [card.uri, card]));
  return findByTitle(
    query,
    Array.from(known.values(), (card) => summaryOf(card)),
    most,
  ).map(({ uri, path, title, status, statusWord = status }) => ({
    name: title,
    kind: SymbolKind.File,
    containerName: statusWord === "" ? path : `${statusWord} · ${path}`,
    location: { uri, range: { start, end: start } },
  }));
}

const start = { line: 0, character: 0 };
