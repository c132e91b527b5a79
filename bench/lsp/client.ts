import { spawn, type ChildProcess } from "node:child_process";
import { performance } from "node:perf_hooks";
import { frame, frameReader } from "./frames.ts";

/** How a server's process is started. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
}

/** What a server answers or tells, and when its last byte was here: milliseconds of `performance.now()`. */
export interface Arrival {
  readonly value: unknown;
  readonly at: number;
}

/** A request that is ready to be sent, so that making it costs no time of the server's. */
export interface Prepared {
  readonly bytes: Buffer;
  /** Rejects where the server answers with an error, or ends. */
  readonly answer: Promise<Arrival>;
}

/** The client's side of a server over standard input and output. */
export interface Client {
  readonly pid: number;
  /** When the process was started. */
  readonly startedAt: number;
  prepare(method: string, params: unknown): Prepared;
  /** Sends what was prepared, and says when it began to. */
  send(...messages: readonly Buffer[]): number;
  request(method: string, params: unknown): Promise<Arrival>;
  notify(method: string, params: unknown): void;
  /** The next notification of this name whose parameters are as wanted. */
  next(method: string, fits?: (params: unknown) => boolean): Promise<Arrival>;
  /** What the server has said on standard error, for when something fails. */
  complaints(): string;
  /** Ends the process, at once if it does not answer `shutdown` in a second. Settles when it has ended. */
  stop(): Promise<void>;
}

/** Answers a request of the server's by its parameters; undefined is answered as null. */
export type Answers = (method: string, params: unknown) => unknown;

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message?: string };
}

interface Waiting {
  resolve(arrival: Arrival): void;
  reject(error: Error): void;
}

interface Listener {
  readonly method: string;
  readonly fits: (params: unknown) => boolean;
  readonly resolve: (arrival: Arrival) => void;
}

/** Milliseconds after which a request counts as failed. */
const patience = 60_000;

/** Starts a server. Its requests are answered by `answers`; `told` hears all its notifications. */
export function startClient(
  program: Program,
  answers: Answers,
  told: (method: string, arrival: Arrival) => void = () => undefined,
): Client {
  const startedAt = performance.now();
  const child = spawn(program.command, program.args, {
    cwd: program.folder,
    stdio: ["pipe", "pipe", "pipe"],
  });
  const { stdin, stdout, stderr } = child;
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<Listener>();
  let complaints = "";
  let asked = 0;
  stderr.on("data", (chunk: Buffer) => (complaints = `${complaints}${chunk.toString()}`.slice(-4000)));
  // A server that has ended is told by the requests that it left unanswered.
  stdin.on("error", () => undefined);

  const take = (body: Buffer): void => {
    const at = performance.now();
    const message = JSON.parse(body.toString("utf8")) as Message;
    const { id, method, params } = message;
    if (method !== undefined && id !== undefined) {
      stdin.write(frame({ id, result: answers(method, params) ?? null }));
    } else if (method !== undefined) {
      const arrival = { value: params, at };
      told(method, arrival);
      for (const listener of listeners) {
        if (listener.method !== method || !listener.fits(params)) continue;
        listeners.delete(listener);
        listener.resolve(arrival);
      }
    } else if (typeof id === "number") {
      const one = waiting.get(id);
      waiting.delete(id);
      if (message.error) one?.reject(new Error(message.error.message ?? "an error without a message"));
      else one?.resolve({ value: message.result, at });
    }
  };
  stdout.on("data", frameReader(take));

  const ended = new Promise<void>((resolve) => {
    const end = (why: string): void => {
      for (const { reject } of waiting.values())
        reject(new Error(`${program.command} ${why}: ${complaints}`));
      waiting.clear();
      resolve();
    };
    child.once("error", (error) => end(`could not be started (${error.message})`));
    child.once("close", (code) => end(`has ended with ${code}`));
  });

  const prepare = (method: string, params: unknown): Prepared => {
    const id = ++asked;
    const answer = new Promise<Arrival>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`${program.command} has not answered ${method} for ${patience / 1000} s`)),
        patience,
      );
      const settled = (): void => clearTimeout(timer);
      waiting.set(id, {
        resolve(arrival) {
          settled();
          resolve(arrival);
        },
        reject(error) {
          settled();
          reject(error);
        },
      });
    });
    return { bytes: frame({ id, method, ...(params === undefined ? {} : { params }) }), answer };
  };
  const send = (...messages: readonly Buffer[]): number => {
    const at = performance.now();
    for (const message of messages) stdin.write(message);
    return at;
  };
  const request = (method: string, params: unknown): Promise<Arrival> => {
    const { bytes, answer } = prepare(method, params);
    send(bytes);
    return answer;
  };
  const notify = (method: string, params: unknown): void => void send(frame({ method, params }));

  return {
    pid: child.pid ?? -1,
    startedAt,
    prepare,
    send,
    request,
    notify,
    next: (method, fits = () => true) => new Promise((resolve) => listeners.add({ method, fits, resolve })),
    complaints: () => complaints,
    stop: () => stop(child, ended, request, notify),
  };
}

async function stop(
  child: ChildProcess,
  ended: Promise<void>,
  request: Client["request"],
  notify: Client["notify"],
): Promise<void> {
  const timer = setTimeout(() => child.kill("SIGKILL"), 1000);
  try {
    await request("shutdown", undefined);
    notify("exit", undefined);
  } catch {
    // It has ended already, or does not know the request; the timer sees to the rest.
  }
  child.stdin?.end();
  await ended;
  clearTimeout(timer);
}
