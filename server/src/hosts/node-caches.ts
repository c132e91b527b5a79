import { homedir } from "node:os";
import { join } from "node:path";

/** The folder in which this system keeps what a person's programs can make again. */
export function personalCaches(
  platform: NodeJS.Platform = process.platform,
  { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local }: Readonly<Record<string, string | undefined>> = process.env,
): string {
  if (platform === "win32") return local ?? join(homedir(), "AppData", "Local");
  if (platform === "darwin") return join(homedir(), "Library", "Caches");
  return xdg !== undefined && xdg !== "" ? xdg : join(homedir(), ".cache");
}
