// A runner small enough for both extension hosts: node:test does not exist in a web worker.
import type { Results } from "./protocol.ts";

interface Test {
  readonly name: string;
  readonly body: () => void | Promise<void>;
}

const tests: Test[] = [];
const groups: string[] = [];

/** Groups the tests that `define` declares; their names begin with `name`. */
export function describe(name: string, define: () => void): void {
  groups.push(name);
  define();
  groups.pop();
}

/** Declares a test. Tests run one after another, in the order of their declaration. */
export function it(name: string, body: () => void | Promise<void>): void {
  tests.push({ name: [...groups, name].join(": "), body });
}

export interface RunOptions {
  /** Only tests whose full name contains this are run. */
  readonly only?: string;
  /** Only tests for whose full name this is true are run. */
  readonly fits?: (name: string) => boolean;
  /** Called after a test that failed, before the next one starts. */
  readonly failed?: (name: string) => Promise<void>;
  readonly say: (line: string) => void;
}

/** Runs what was declared and says how each test went. A test that takes over a minute has failed. */
export async function runAll({ only = "", fits, failed, say }: RunOptions): Promise<Results> {
  let failures = 0;
  const chosen = tests.filter(({ name }) => name.includes(only) && fits?.(name) !== false);
  for (const { name, body } of chosen) {
    const started = Date.now();
    try {
      await within(60_000, Promise.resolve().then(body));
      say(`✔ ${name} (${Date.now() - started} ms)`);
    } catch (error) {
      failures++;
      say(`✖ ${name} (${Date.now() - started} ms)\n${indent(describeError(error))}`);
      await failed?.(name);
    }
  }
  return { passed: chosen.length - failures, failed: failures };
}

async function within(limit: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`not done after ${limit / 1000} s`)), limit);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const describeError = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

const indent = (text: string): string => text.replaceAll(/^/gm, "    ");
