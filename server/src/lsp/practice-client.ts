import type { InitializeParams, Message, MessageReader, MessageWriter } from "vscode-languageserver";

/** A replacement in a text, by lines and UTF-16 code units. */
export interface PracticeEdit {
  readonly line: number;
  readonly character: number;
  readonly text: string;
}

/** A client that nobody looks at. */
export interface PracticeClient {
  initialize(params: InitializeParams): Promise<void>;
  /** Settles with the first diagnostics, where they can be asked for. */
  open(uri: string, text: string): Promise<void>;
  edit(uri: string, edit: PracticeEdit): Promise<void>;
  close(uri: string): void;
}

/** What joins a connection to it. */
export interface PracticeTransport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

interface Sent {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: { readonly items?: readonly unknown[] };
}

/** A client in memory with what it is reached by. It has no settings, and pulls whenever it is asked to. */
export function createPracticeClient(): {
  readonly client: PracticeClient;
  readonly transport: PracticeTransport;
} {
  const never = { dispose: () => undefined };
  const waiting = new Map<number | string, () => void>();
  let hear: (message: Message) => void = () => undefined;
  let last = 0;
  let version = 1;
  let opened: string | undefined;
  let pulls = false;

  const send = (message: object): void => {
    hear({ jsonrpc: "2.0", ...message });
  };
  const request = (method: string, params: object): Promise<void> => {
    last += 1;
    const id = last;
    return new Promise((settle) => {
      waiting.set(id, settle);
      send({ id, method, params });
    });
  };
  const pull = async (uri: string): Promise<void> => {
    if (pulls) await request("textDocument/diagnostic", { textDocument: { uri } });
  };

  const take = ({ id, method, params }: Sent): void => {
    if (id === undefined) return;
    if (method === undefined) {
      waiting.get(id)?.();
      waiting.delete(id);
      return;
    }
    send({ id, result: params?.items?.map(() => null) ?? null });
    if (method === "workspace/diagnostic/refresh" && opened !== undefined) void pull(opened);
  };

  return {
    client: {
      async initialize(params) {
        pulls = params.capabilities.textDocument?.diagnostic !== undefined;
        await request("initialize", params);
        send({ method: "initialized", params: {} });
      },
      async open(uri, text) {
        opened = uri;
        version += 1;
        const textDocument = { uri, languageId: "markdown", version, text };
        send({ method: "textDocument/didOpen", params: { textDocument } });
        await pull(uri);
      },
      async edit(uri, { line, character, text }) {
        version += 1;
        const start = { line, character };
        const contentChanges = [{ range: { start, end: start }, text }];
        send({
          method: "textDocument/didChange",
          params: { textDocument: { uri, version }, contentChanges },
        });
        await pull(uri);
        await request("textDocument/documentSymbol", { textDocument: { uri } });
      },
      close(uri) {
        opened = undefined;
        send({ method: "textDocument/didClose", params: { textDocument: { uri } } });
      },
    },
    transport: {
      reader: {
        onError: () => never,
        onClose: () => never,
        onPartialMessage: () => never,
        listen(callback) {
          hear = callback;
          return never;
        },
        dispose: () => undefined,
      },
      writer: {
        onError: () => never,
        onClose: () => never,
        write(message) {
          take(message as Sent);
          return Promise.resolve();
        },
        end: () => undefined,
        dispose: () => undefined,
      },
    },
  };
}
