import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** What a client says of files, as servers ask for them. All paths are URIs; what is not there is undefined. */
export interface Disk {
  read(uri: string): Buffer | undefined;
  kind(uri: string): "file" | "folder" | undefined;
  entries(uri: string): readonly { readonly name: string; readonly kind: "file" | "folder" }[];
  /** All Markdown files below the folder. */
  markdown(): readonly string[];
}

/** The files of a workspace folder, read when they are asked for. */
export function diskOf(folder: string): Disk {
  const orNothing = <T>(look: () => T): T | undefined => {
    try {
      return look();
    } catch {
      return undefined;
    }
  };
  return {
    read: (uri) => orNothing(() => readFileSync(fileURLToPath(uri))),
    kind: (uri) => orNothing(() => (statSync(fileURLToPath(uri)).isDirectory() ? "folder" : "file")),
    entries: (uri) =>
      (orNothing(() => readdirSync(fileURLToPath(uri), { withFileTypes: true })) ?? []).map((entry) => ({
        name: entry.name,
        kind: entry.isDirectory() ? "folder" : "file",
      })),
    markdown: () =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".md"))
        .map((name) => pathToFileURL(join(folder, name)).href),
  };
}
