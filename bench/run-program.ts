import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";
import { usageOf } from "./process.ts";

/** What a program took from its start to its end. */
export interface Run {
  /** Milliseconds of the clock. */
  readonly wall: number;
  /** Milliseconds of processors, all threads together; NaN where the system does not say. */
  readonly cpu: number;
  /** MB at the most; NaN where the system does not say. */
  readonly peak: number;
}

/** Milliseconds after which a program counts as failed. */
const patience = 300_000;

/**
 * Runs a program to its end, and looks at it fifty times a second, so that its last 20 ms are not in the sum. What it
 * prints is thrown away by the system. An exit code above 1 is a failure and throws: 0 and 1 are what linters end with.
 */
export function runProgram(command: string, args: readonly string[], folder: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const stdio = ["ignore", "ignore", "pipe"] as const;
    const child = spawn(command, args, { cwd: folder, stdio: [...stdio], timeout: patience });
    let last: Run = { wall: 0, cpu: NaN, peak: NaN };
    let complaints = "";
    child.stderr.on(
      "data",
      (chunk: Buffer) => (complaints = `${complaints}${chunk.toString()}`.slice(-2000)),
    );
    const timer = setInterval(() => {
      const usage = usageOf(child.pid ?? -1);
      if (usage) last = { ...last, ...usage };
    }, 20);
    child.once("error", reject);
    child.once("exit", (code) => {
      clearInterval(timer);
      if (code === 0 || code === 1) resolve({ ...last, wall: performance.now() - begun });
      else reject(new Error(`${command} ${args.join(" ")} has ended with ${code}: ${complaints}`));
    });
  });
}
