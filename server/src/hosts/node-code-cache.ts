import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Script } from "node:vm";
import { personalCaches } from "./node-caches.ts";

/** What a script exports, with what V8 has made of it. */
export interface Loaded {
  readonly exports: unknown;
  /**
   * Writes what V8 has compiled until now for the next start, unless this one found something. To be called when the
   * script has done its work once: what has not run has not been compiled.
   */
  keep(): void;
}

/**
 * Runs a CommonJS script with what V8 compiled of it the last time, from a file in `folder` that is named by the
 * script and `purpose`. Node's own compile cache keeps what the first process had compiled when it ended, for good,
 * also where that had only said its version. A file that does not fit, cannot be read or cannot be written is none.
 */
export function loadCompiled(script: string, purpose: string, folder: string): Loaded {
  const { size, mtimeMs } = statSync(script);
  const own = [purpose, size, Math.trunc(mtimeMs), process.version, process.arch].join("-");
  const file = join(folder, `${own}.bin`);
  const cachedData = readIfThere(file);
  const compiled = new Script(`(${head} {${readFileSync(script, "utf8")}\n})`, {
    filename: script,
    ...(cachedData && { cachedData }),
  });
  const module = { exports: {} };
  const run = compiled.runInThisContext() as (...given: readonly unknown[]) => void;
  run(module.exports, createRequire(script), module, script, dirname(script));
  let isKept = cachedData !== undefined && compiled.cachedDataRejected !== true;
  return {
    exports: module.exports,
    keep() {
      if (isKept) return;
      isKept = true;
      write(file, compiled.createCachedData(), purpose);
    },
  };
}

// As Node calls modules of this kind.
const head = "function (exports, require, module, __filename, __dirname)";

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Writes the file at once or not at all, and takes away those of older builds. */
function write(file: string, data: Buffer, purpose: string): void {
  const folder = dirname(file);
  const mine = `${file}.${process.pid}`;
  try {
    // Nobody else may put there what we would run.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(mine, data, { mode: 0o600 });
    for (const name of readdirSync(folder))
      if (name.startsWith(`${purpose}-`) && name.endsWith(".bin"))
        rmSync(join(folder, name), { force: true });
    renameSync(mine, file);
  } catch {
    // The next start is as slow as this one was.
    forget(mine);
  }
}

function forget(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It was never there.
  }
}

/** The folder of this person for such files. */
export const codeFolder = (): string => join(personalCaches(), "design-docs", "code");
