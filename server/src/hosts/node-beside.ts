import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";

/** The path of the script that this process runs, or this thread; nothing where it runs none. */
export function ownScript(): string | undefined {
  const [, script] = process.argv;
  try {
    return script === undefined ? undefined : realpathSync(script);
  } catch {
    return undefined; // The script has been moved away since.
  }
}

/** The path of a file, relative to the folder of the script that this process runs; nothing where it runs none. */
export function besideScript(...path: readonly string[]): string | undefined {
  const script = ownScript();
  return script === undefined ? undefined : join(dirname(script), ...path);
}
