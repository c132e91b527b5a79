import type { InitializeParams } from "vscode-languageserver";
import { initializeResult, readClient } from "../lsp/capabilities.ts";

/** The request that opens a session. */
interface Initialize {
  readonly id: number | string;
  readonly params: InitializeParams;
}

/** What is used here of a process that is spoken to. */
export interface Spoken {
  readonly argv: readonly string[];
  readonly stdin: Pick<NodeJS.ReadStream, "on" | "off" | "pause" | "resume" | "unshift">;
  readonly stdout: { write: NodeJS.WriteStream["write"] };
  send?: NonNullable<typeof process.send> | undefined;
  once(event: "message", listener: (message: unknown) => void): unknown;
  emit(event: "message", message: unknown): unknown;
}

/**
 * Answers `initialize` before the server is loaded, which takes several times as long as everything until then: the
 * client goes on with what it has to do meanwhile. `load` loads and starts the server. It is given everything that
 * has come, `initialize` too, and its own answer to that, which is the same, is not sent a second time. Where the
 * first message is another one, or comes in another way, nothing is answered here.
 */
export function answerFirst(process: Spoken, load: () => void): void {
  if (process.argv.includes("--stdio")) answerStream(process, load);
  else if (process.argv.includes("--node-ipc") && process.send) answerMessage(process, load);
  else load();
}

const answerTo = ({ id, params }: Initialize): object => ({
  jsonrpc: "2.0",
  id,
  result: initializeResult(readClient(params)),
});

function answerMessage(process: Spoken, load: () => void): void {
  process.once("message", (message) => {
    const { send } = process;
    const first = initializeIn(message);
    if (first && send) {
      Reflect.apply(send, process, [answerTo(first)]);
      process.send = ((sent: unknown, ...rest: readonly ((error: Error | null) => void)[]) => {
        if (!isAnswerTo(first, sent)) return Reflect.apply(send, process, [sent, ...rest]) as boolean;
        process.send = send;
        rest.findLast((one) => typeof one === "function")?.(null);
        return true;
      }) as typeof send;
    }
    load();
    process.emit("message", message);
  });
}

function answerStream(process: Spoken, load: () => void): void {
  const { stdin, stdout } = process;
  let received = Buffer.alloc(0);
  const go = (): void => {
    stdin.off("data", take);
    stdin.off("end", go);
    stdin.pause();
    if (received.length > 0) stdin.unshift(received);
    load();
    // What was paused on purpose does not flow again for having a listener.
    stdin.resume();
  };
  const take = (chunk: Buffer): void => {
    received = Buffer.concat([received, chunk]);
    const body = firstBody(received);
    if (body === "more") return;
    const first = body === undefined ? undefined : initializeIn(parsed(body));
    if (first) {
      stdout.write(framed(answerTo(first)));
      withoutAnswer(stdout, first);
    }
    go();
  };
  stdin.on("data", take);
  stdin.on("end", go);
}

/** Keeps the library, which writes the header of a message and then its body, from answering again. */
function withoutAnswer(stdout: Spoken["stdout"], first: Initialize): void {
  const { write } = stdout;
  let header: readonly unknown[] | undefined;
  const done = (words: readonly unknown[]): void => {
    const told = words.findLast((one) => typeof one === "function");
    if (told) Reflect.apply(told, undefined, []);
  };
  stdout.write = ((...words: readonly unknown[]): boolean => {
    const [text] = words;
    if (header === undefined && String(text).startsWith("Content-Length:")) {
      header = words;
      done(words);
      return true;
    }
    stdout.write = write;
    if (isAnswerTo(first, parsed(String(text)))) {
      done(words);
      return true;
    }
    if (header) Reflect.apply(write, stdout, [header[0]]);
    return Reflect.apply(write, stdout, words) as boolean;
  }) as typeof write;
}

/** The body of the first message, `more` where it has not come whole; nothing where what has come is no message. */
function firstBody(received: Buffer): string | undefined {
  const end = received.indexOf("\r\n\r\n");
  if (end < 0) return received.length > 4096 ? undefined : "more";
  const length = /^content-length: *(\d+)/im.exec(received.toString("latin1", 0, end))?.[1];
  if (length === undefined) return undefined;
  const start = end + 4;
  return received.length < start + Number(length)
    ? "more"
    : received.toString("utf8", start, start + Number(length));
}

const framed = (message: object): string => {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function initializeIn(message: unknown): Initialize | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const { id, method, params } = message as Readonly<Record<string, unknown>>;
  const isOne = method === "initialize" && (typeof id === "number" || typeof id === "string");
  if (!isOne || typeof params !== "object" || params === null || !("capabilities" in params))
    return undefined;
  return { id, params: params as InitializeParams };
}

const isAnswerTo = ({ id }: Initialize, message: unknown): boolean =>
  typeof message === "object" &&
  message !== null &&
  "id" in message &&
  message.id === id &&
  !("method" in message);
