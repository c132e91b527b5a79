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
import type { Later } from "./quiet.ts";
import type { Session } from "./session.ts";
import { toRange } from "./to-proto.ts";

/** What our own client shows above the status; commands are the client's, so others are offered actions alone. */
export interface CodeLenses {
  of(uri: string, token?: CancellationToken): Promise<CodeLens[]>;
  /** Has the client ask again where it would be answered otherwise: at once if the text is the same, else if it does not by itself. */
  refresh(uri: string): Promise<void>;
  closed(uri: string): void;
}

interface Answered {
  readonly version: number;
  readonly content: string;
}

/**
 * For how many milliseconds a client may leave the lenses of another text alone before it is told, one after the other.
 * VS Code asks some 250 ms after an edit, but not where the editor loses the focus within them, as it does when a
 * command writes and then shows something else; what it shows would stay until somebody clicks into the text.
 */
const reminders: readonly number[] = [1000, 3000];

/** The lenses of the session's documents. */
export function createCodeLenses(
  connection: Pick<Connection, "sendRequest">,
  session: Session,
  later: Later,
): CodeLenses {
  const last = new Map<string, Answered>();
  const waiting = new Map<string, () => void>();

  const made = async (uri: string, token?: CancellationToken): Promise<CodeLens[]> => {
    const opened = await session.opened(uri, token);
    if (!opened?.scope.settings.codeLens) return [];
    const range = toRange(opened.document, lensSpan(opened.analysis));
    return lenses(opened.analysis).map((lens) => ({ range, command: commandOf(lens, uri) }));
  };

  const versionOf = (uri: string): number => session.documents.get(uri)?.version ?? -1;

  const rest = (uri: string): void => {
    waiting.get(uri)?.();
    waiting.delete(uri);
  };

  /** Whether the client shows something else than it would be answered now; nothing where it never asked. */
  const isStale = async (uri: string): Promise<boolean> => {
    const before = last.get(uri);
    if (before === undefined) return false;
    const content = JSON.stringify(await made(uri));
    return content !== before.content && last.get(uri) === before;
  };

  const remind = (uri: string, [pause, ...pauses]: readonly number[]): void => {
    rest(uri);
    if (pause === undefined) return;
    const again = async (): Promise<void> => {
      if (!(await isStale(uri))) return;
      remind(uri, pauses);
      await connection.sendRequest(CodeLensRefreshRequest.type);
    };
    // A document that cannot be read any more, or a client that has gone, has nothing to be reminded of.
    waiting.set(
      uri,
      later(pause, () => void again().catch(() => undefined)),
    );
  };

  return {
    async of(uri, token) {
      const items = await made(uri, token);
      last.set(uri, { version: versionOf(uri), content: JSON.stringify(items) });
      return items;
    },
    async refresh(uri) {
      if (!session.client.refreshesLenses || !(await isStale(uri))) return;
      const told = last.get(uri)?.version === versionOf(uri);
      remind(uri, reminders);
      // Of a text that is another one, clients mostly ask by themselves.
      if (told) await connection.sendRequest(CodeLensRefreshRequest.type);
    },
    closed(uri) {
      rest(uri);
      last.delete(uri);
    },
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
