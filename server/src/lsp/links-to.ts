import type { CancellationToken } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { cardFinder } from "../facts/find-card.ts";
import type { Card } from "../facts/facts.ts";
import { linksInto, mayLinkTo } from "../features/links-into.ts";
import { parseDocument } from "../syntax/parse-document.ts";
import type { Span } from "../text/span.ts";
import { canonical } from "../workspace/uris.ts";
import { stopIfCancelled } from "./guard.ts";
import type { Session } from "./session.ts";

/** The links of one document to another. */
export interface LinksTo {
  readonly document: TextDocument;
  readonly spans: readonly Span[];
}

// Enough for a disk to be busy, and few enough for any client that serves files.
const atOnce = 8;

/**
 * The links in the texts of `cards` to the document of a card, by the URIs of those that have some. All texts are read
 * for it, those of open documents as they are typed, in the turns of background work; nothing of them is kept.
 * Rejects where nobody waits for it any more.
 */
export async function linksTo(
  session: Session,
  target: Pick<Card, "uri" | "path" | "fileName" | "title">,
  cards: readonly Card[],
  token: CancellationToken | undefined,
): Promise<ReadonlyMap<string, LinksTo>> {
  const finder = cardFinder([target]);
  const open = new Map(session.documents.all().map((document) => [canonical(document.uri), document]));
  const found = new Map<string, LinksTo>();
  const waiting = cards.values();
  const work = async (): Promise<void> => {
    for (const { uri } of waiting) {
      if (uri === target.uri) continue;
      await session.turns.pause();
      stopIfCancelled(token);
      const text = open.get(uri)?.getText() ?? (await session.files.readFile(uri))?.replace(/^\uFEFF/, "");
      if (text === undefined || !mayLinkTo(text, target.fileName)) continue;
      const spans = linksInto(parseDocument(text), (url) => finder.at(url, uri) === target);
      if (spans.length > 0)
        found.set(uri, {
          document: open.get(uri) ?? TextDocument.create(uri, "markdown", 0, text),
          spans,
        });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  stopIfCancelled(token);
  return found;
}
