import type { GitText } from "./node-history.ts";
import { converse } from "./node-git.ts";

/** The texts of one repository at its commits, given by one process of Git’s. */
export interface Blobs {
  /**
   * The text of a file by its path from the root, which holds no line ending; `absent` where there is none. Nothing
   * where the process cannot say. Never rejects.
   */
  at(commit: string, path: string): Promise<GitText | "absent" | undefined>;
}

// Milliseconds without a sign from Git, after which it is given up.
const patience = 10_000;

type Answer = GitText | "absent" | undefined;

/** No process yet: it is started by the first question, and ends with this one. */
export function createBlobs(root: string): Blobs {
  const waiting: ((answer: Answer) => void)[] = [];
  let process: ReturnType<typeof converse> | undefined;
  let isOver = false;
  let unread: Buffer = Buffer.alloc(0);
  let timer: NodeJS.Timeout | undefined;

  const giveUp = (): void => {
    isOver = true;
    clearTimeout(timer);
    process?.kill("SIGKILL");
    for (const answer of waiting.splice(0)) answer(undefined);
  };

  /** The process keeps this one alive while a question is open, and not longer. */
  const wait = (): void => {
    clearTimeout(timer);
    timer = waiting.length > 0 ? setTimeout(giveUp, patience) : undefined;
  };

  const take = (more: Buffer): void => {
    unread = unread.length === 0 ? more : Buffer.concat([unread, more]);
    for (let read = readAnswer(unread); read; read = readAnswer(unread)) {
      unread = unread.subarray(read.length);
      waiting.shift()?.(read.answer);
    }
    wait();
  };

  const start = (): ReturnType<typeof converse> => {
    const started = converse(root, ["cat-file", "--batch"]);
    started.on("error", giveUp);
    started.on("exit", giveUp);
    started.stdin.on("error", giveUp);
    started.stdout.on("data", take);
    started.unref();
    for (const pipe of [started.stdin, started.stdout])
      if ("unref" in pipe && typeof pipe.unref === "function") pipe.unref();
    return started;
  };

  return {
    at: (commit, path) =>
      new Promise((resolve) => {
        if (isOver) return resolve(undefined);
        waiting.push(resolve);
        process ??= start();
        process.stdin.write(`${commit}:${path}\n`);
        wait();
      }),
  };
}

/**
 * The first answer in what `git cat-file --batch` has written, with its length in bytes: `name missing`, or
 * `hash type size`, a line ending, so many bytes and another line ending. Nothing where it is not complete.
 */
function readAnswer(bytes: Buffer): { readonly answer: Answer; readonly length: number } | undefined {
  const end = bytes.indexOf(10);
  if (end < 0) return undefined;
  const line = bytes.toString("utf8", 0, end);
  const [, kind, size] = /^[0-9a-f]{40,64} (\w+) (\d+)$/.exec(line) ?? [];
  if (kind === undefined)
    return { answer: line.endsWith(" missing") ? "absent" : undefined, length: end + 1 };
  const length = end + 1 + Number(size) + 1;
  if (bytes.length < length) return undefined;
  const text = bytes.subarray(end + 1, length - 1);
  return { answer: kind === "blob" ? { text: new TextDecoder().decode(text) } : undefined, length };
}
