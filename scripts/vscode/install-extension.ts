import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Installation } from "./install.ts";
import { packVsix } from "./pack.ts";

/**
 * Packs what is built and installs it into the data folder of a served VS Code the way a user would, so that
 * what is shown is what is published.
 *
 * Throws with what VS Code said if it does not take the extension.
 */
export function installExtension(installation: Installation, dataFolder: string): void {
  mkdirSync(dataFolder, { recursive: true });
  const vsix = join(dataFolder, "design-docs.vsix");
  packVsix(vsix);
  const installed = spawnSync(
    process.execPath,
    [
      installation.serverMain,
      `--install-extension=${vsix}`,
      "--force",
      "--accept-server-license-terms",
      `--server-data-dir=${dataFolder}`,
      `--extensions-dir=${join(dataFolder, "extensions")}`,
      "--telemetry-level=off",
    ],
    { encoding: "utf8" },
  );
  if (installed.status === 0) return;
  throw new Error(`VS Code did not take the extension. It said:\n${installed.stdout}${installed.stderr}`);
}
