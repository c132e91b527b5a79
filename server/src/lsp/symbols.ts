import {
  DocumentSymbolRequest,
  type CancellationToken,
  type Connection,
  type Disposable,
  type DocumentSymbol,
  type SymbolInformation,
} from "vscode-languageserver";
import { outline } from "../features/outline.ts";
import { symbolLabel, type Client } from "./capabilities.ts";
import type { Session } from "./session.ts";
import { toDocumentSymbol, toSymbolInformation } from "./to-proto.ts";

/** The outline of a document, as a tree where the client knows trees; empty where the setting turns it off. */
export async function documentSymbols(
  session: Session,
  uri: string,
  token?: CancellationToken,
): Promise<DocumentSymbol[] | SymbolInformation[]> {
  const opened = await session.opened(uri, token);
  if (!opened?.scope.settings.outline.enabled) return [];
  const items = outline(opened.analysis);
  return session.client.nestedSymbols
    ? items.map((item) => toDocumentSymbol(opened.document, item))
    : items.flatMap((item) => toSymbolInformation(opened.document, item));
}

/** Our offer of symbols. The protocol has no way to say that symbols have changed except to offer them anew. */
export interface SymbolRegistration {
  renew(): Promise<void>;
}

/** Offers symbols to clients that take offers at run time; others got it with `initialize`. */
export function symbolRegistration(connection: Connection, client: Client): SymbolRegistration {
  let offered: Promise<Disposable | undefined> = Promise.resolve(undefined);

  const replace = async (before: Disposable | undefined): Promise<Disposable> => {
    const now = await connection.client.register(DocumentSymbolRequest.type, {
      documentSelector: [{ language: "markdown" }],
      ...(client.symbolLabel ? { label: symbolLabel } : {}),
    });
    before?.dispose();
    return now;
  };

  return {
    async renew() {
      if (!client.registersSymbols) return;
      // One after the other, so that no offer is left behind.
      const replaced = offered.then(replace);
      offered = replaced.catch(() => undefined);
      await replaced;
    },
  };
}
