import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

/** The folder of the checkout. */
export const root: string = resolve(import.meta.dirname, "../..");

/**
 * Packs what is built in `dist/` as it is published, into the file named. The build itself is not repeated.
 *
 * Throws with what the packer said if it refuses.
 */
export function packVsix(file: string): void {
  const vsce = join(dirname(createRequire(import.meta.url).resolve("@vscode/vsce/package.json")), "vsce");
  const args = ["package", "--no-dependencies", "--no-rewrite-relative-links", "--allow-missing-repository"];
  const packed = spawnSync(process.execPath, [vsce, ...args, "--out", file], { cwd: root, encoding: "utf8" });
  if (packed.status === 0) return;
  throw new Error(`The extension could not be packed. vsce said:\n${packed.stdout}${packed.stderr}`);
}
