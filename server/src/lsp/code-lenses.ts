import {
  CodeLensRefreshRequest,
  type CancellationToken,
  type CodeLens,
  type Connection,
} from "vscode-languageserver";
import { lenses, lensSpan, type Lens } from "../features/lifecycle/lenses.ts";
import { message } from "../messages/message.ts";
import { stepTitle } from "./lifecycle.ts";
import { render } from "./messages.ts";
import type { Session } from "./session.ts";
import { toRange } from "./to-proto.ts";

/** What our own client shows above the status; commands are the client's, so others are offered actions alone. */
export interface CodeLenses {
  of(uri: string, token?: CancellationToken): Promise<CodeLens[]>;
  /** Has the client ask again where it would be answered otherwise, although the text is the same. */
  refresh(uri: string): Promise<void>;
  closed(uri: string): void;
}

interface Answered {
  readonly version: number;
  readonly content: string;
}

/** The lenses of the session's documents. */
export function createCodeLenses(connection: Pick<Connection, "sendRequest">, session: Session): CodeLenses {
  const last = new Map<string, Answered>();

  const made = async (uri: string, token?: CancellationToken): Promise<CodeLens[]> => {
    const opened = await session.opened(uri, token);
    if (!opened?.scope.settings.codeLens) return [];
    const range = toRange(opened.document, lensSpan(opened.analysis));
    return lenses(opened.analysis).map((lens) => ({ range, command: commandOf(lens, uri) }));
  };

  const versionOf = (uri: string): number => session.documents.get(uri)?.version ?? -1;

  return {
    async of(uri, token) {
      const items = await made(uri, token);
      last.set(uri, { version: versionOf(uri), content: JSON.stringify(items) });
      return items;
    },
    async refresh(uri) {
      const before = last.get(uri);
      // Of a text that is another one, clients ask by themselves.
      if (!session.client.refreshesLenses || before?.version !== versionOf(uri)) return;
      const content = JSON.stringify(await made(uri));
      if (content === before.content || last.get(uri) !== before) return;
      last.set(uri, { ...before, content });
      await connection.sendRequest(CodeLensRefreshRequest.type);
    },
    closed: (uri) => void last.delete(uri),
  };
}

function commandOf(lens: Lens, uri: string): NonNullable<CodeLens["command"]> {
  switch (lens.kind) {
    case "step":
      return { title: render(stepTitle(lens.step)), command: `designDocs.${lens.step}`, arguments: [uri] };
    case "readiness":
      return {
        title: render(message("lens.readiness")),
        command: "designDocs.checkReadiness",
        arguments: [uri],
      };
    case "progress": {
      const { written, total } = lens;
      return {
        title: render(message("lens.progress", { written, total })),
        command: "designDocs.goToNextIncompleteSection",
      };
    }
  }
}
