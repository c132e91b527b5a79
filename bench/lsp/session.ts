import { setTimeout as delay } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { fullClient } from "../../test/kit/clients.ts";
import type { MarkdownParser } from "../peers.ts";
import { answer } from "./answers.ts";
import { startClient, type Arrival, type Client, type Prepared } from "./client.ts";
import { frame } from "./frames.ts";
import type { Server } from "./servers.ts";
import { diskOf } from "./workspace.ts";

/** A replacement in a text: offsets in UTF-16 code units. */
export interface Stroke {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A server that has been initialized, and its workspace. */
export interface Session {
  readonly client: Client;
  /** Milliseconds from starting the process to the answer to `initialize`. */
  readonly startedIn: number;
  open(uri: string, text: string): OpenDocument;
  /** Settles when the server has not asked to be pulled again for so many milliseconds; says when it last did. */
  quiet(milliseconds: number): Promise<number>;
}

/** What came of something that was sent. */
export interface Timed {
  /** Milliseconds from the first byte sent to the last byte received. */
  readonly took: number;
  readonly arrival: Arrival;
}

export interface OpenDocument {
  readonly uri: string;
  /** The text after all strokes. */
  text(): string;
  /** When it was sent to the server, and its first diagnostics. */
  readonly sentAt: number;
  readonly first: Promise<Timed>;
  /** Changes the text at once; settles with the diagnostics of it. */
  diagnosed(stroke: Stroke): Promise<Timed>;
  /** Changes the text and asks at once for what the method is for. */
  asked(stroke: Stroke, method: string): Promise<Timed>;
  /** Diagnostics as they are now; undefined where the client is told them. */
  pull(): Promise<Arrival> | undefined;
}

/** What a server says without being asked: that diagnostics should be pulled again, or what they are. */
export type Stir =
  | { readonly kind: "refresh" }
  | { readonly kind: "pushed"; readonly uri: string; readonly arrival: Arrival };

/**
 * Starts a server for a workspace folder, and initializes it as VS Code does. One that does not answer in five seconds is
 * ended and started again: rumdl 0.2.75 sometimes never reads its first message.
 */
export async function startSession(
  server: Server,
  folder: string,
  parser?: MarkdownParser,
  heard: (stir: Stir) => void = () => undefined,
): Promise<Session> {
  for (let left = 5; ; left--) {
    const session = await tryToStart(server, folder, parser, heard);
    if (session) return session;
    if (left === 0) throw new Error(`${server.name} does not answer “initialize”.`);
  }
}

async function tryToStart(
  server: Server,
  folder: string,
  parser: MarkdownParser | undefined,
  heard: (stir: Stir) => void,
): Promise<Session | undefined> {
  const open = new Map<string, OpenDocument>();
  const known = {
    disk: diskOf(folder),
    textOf: (uri: string) => open.get(uri)?.text(),
    settings: (section: string) => server.settings[section],
    parser,
  };
  let stirred = performance.now();
  const client = startClient(
    server.program(folder),
    (method, params) => {
      if (method === "workspace/diagnostic/refresh") {
        stirred = performance.now();
        heard({ kind: "refresh" });
      }
      return answer(method, params, known);
    },
    (method, arrival) => {
      if (method !== "textDocument/publishDiagnostics") return;
      stirred = arrival.at;
      heard({ kind: "pushed", uri: (arrival.value as { readonly uri: string }).uri, arrival });
    },
  );
  const root = pathToFileURL(folder).href;
  const { diagnostic: _, ...told } = fullClient.textDocument ?? {};
  const { documentSymbol, ...rest } = server.diagnostics === "pull" ? (fullClient.textDocument ?? {}) : told;
  const answered = client.request("initialize", {
    processId: process.pid,
    rootUri: root,
    capabilities: {
      ...fullClient,
      textDocument: {
        ...rest,
        publishDiagnostics: { versionSupport: true },
        documentSymbol: { ...documentSymbol, dynamicRegistration: false },
      },
    },
    workspaceFolders: [{ uri: root, name: "workspace" }],
    ...(server.options === undefined ? {} : { initializationOptions: server.options }),
  });
  const initialized = await Promise.race([answered, later(5000)]);
  if (initialized === undefined) {
    answered.catch(() => undefined);
    await client.stop();
    return undefined;
  }
  const { at, value } = initialized;
  client.notify("initialized", {});
  if (Object.keys(server.settings).length > 0)
    client.notify("workspace/didChangeConfiguration", { settings: server.settings });
  const whole = syncOf(value) === 1;
  return {
    client,
    startedIn: at - client.startedAt,
    open(uri, text) {
      const document = openDocument(client, server, whole, uri, text);
      open.set(uri, document);
      return document;
    },
    async quiet(milliseconds) {
      for (;;) {
        const left = stirred + milliseconds - performance.now();
        if (left <= 0) return stirred;
        await later(left);
      }
    },
  };
}

const later = (milliseconds: number): Promise<undefined> => delay(milliseconds, undefined, { ref: false });

/** How the server wants changes: 1 as whole texts, 2 as edits. */
function syncOf(result: unknown): number {
  const { capabilities = {} } = result as {
    readonly capabilities?: { readonly textDocumentSync?: number | { readonly change?: number } };
  };
  const { textDocumentSync: sync = 2 } = capabilities;
  return typeof sync === "number" ? sync : (sync.change ?? 2);
}

function openDocument(
  client: Client,
  { diagnostics }: Server,
  whole: boolean,
  uri: string,
  opened: string,
): OpenDocument {
  let text = opened;
  let version = 1;
  let resultId: string | undefined;

  const pulled = (): Prepared =>
    client.prepare("textDocument/diagnostic", {
      textDocument: { uri },
      ...(resultId === undefined ? {} : { previousResultId: resultId }),
    });
  const isOfVersion = (wanted: number) => (params: unknown) => {
    const told = params as { readonly uri?: string; readonly version?: number | null };
    return told.uri === uri && (typeof told.version !== "number" || told.version >= wanted);
  };
  const diagnosed = async (message: Buffer): Promise<Timed> => {
    if (diagnostics === "push") {
      const pushed = client.next("textDocument/publishDiagnostics", isOfVersion(version));
      const sent = client.send(message);
      const arrival = await pushed;
      return { took: arrival.at - sent, arrival };
    }
    const { bytes, answer: answered } = pulled();
    const sent = client.send(message, bytes);
    const arrival = await answered;
    resultId = (arrival.value as { readonly resultId?: string }).resultId ?? resultId;
    return { took: arrival.at - sent, arrival };
  };
  const changed = ({ start, end, text: put }: Stroke): Buffer => {
    const range = { start: positionAt(text, start), end: positionAt(text, end) };
    text = text.slice(0, start) + put + text.slice(end);
    version++;
    return frame({
      method: "textDocument/didChange",
      params: {
        textDocument: { uri, version },
        contentChanges: [whole ? { text } : { range, text: put }],
      },
    });
  };

  const textDocument = { uri, languageId: "markdown", version, text };
  const sentAt = performance.now();
  const first = diagnosed(frame({ method: "textDocument/didOpen", params: { textDocument } }));
  return {
    uri,
    text: () => text,
    sentAt,
    first,
    diagnosed: (stroke) => diagnosed(changed(stroke)),
    async asked(stroke, method) {
      const message = changed(stroke);
      const position = positionAt(text, stroke.start + stroke.text.length);
      const prepared = client.prepare(method, { textDocument: { uri }, position });
      const sent = client.send(message, prepared.bytes);
      const arrival = await prepared.answer;
      return { took: arrival.at - sent, arrival };
    },
    pull: () => {
      if (diagnostics === "push") return undefined;
      const { bytes, answer: answered } = pulled();
      client.send(bytes);
      return answered;
    },
  };
}

/** Line and column of an offset, from 0, in a text whose lines end in line feeds. */
export function positionAt(
  text: string,
  offset: number,
): { readonly line: number; readonly character: number } {
  let line = 0;
  let start = 0;
  for (;;) {
    const next = text.indexOf("\n", start);
    if (next < 0 || next >= offset) return { line, character: offset - start };
    line++;
    start = next + 1;
  }
}
