import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";

/** The path of a file, relative to the folder of the script that this process runs; nothing where it runs none. */
export function besideScript(...path: readonly string[]): string | undefined {
  const [, script] = process.argv;
  try {
    return script === undefined ? undefined : join(dirname(realpathSync(script)), ...path);
  } catch {
    return undefined; // The script has been moved away since.
  }
}
