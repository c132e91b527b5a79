import { readFileSync, type Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Entry, Host } from "../cli/host.ts";
import { main } from "../cli/main.ts";
import { besideScript } from "./node-beside.ts";
import { nodeDiagrams } from "./node-diagrams.ts";
import { nodeFiles } from "./node-files.ts";
import { localDay } from "./today.ts";

// A reader such as `head` that has seen enough closes the pipe: no fault of ours, and none to tell.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});

const host: Host = {
  folder: pathToFileURL(process.cwd()).href,
  today: localDay(new Date()),
  get version() {
    return readVersion();
  },
  colours: process.stdout.isTTY && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb",
  files: nodeFiles,
  diagrams: nodeDiagrams(besideScript("mermaid.js")),
  toUri: (path) => pathToFileURL(resolve(path)).href,
  async kindOf(uri) {
    try {
      return (await stat(fileURLToPath(uri))).isDirectory() ? "folder" : "file";
    } catch (error) {
      // What is there and cannot be looked at is told when it is read.
      return isAbsent(error) ? "missing" : "file";
    }
  },
  readText: (uri) => reading(readFile(fileURLToPath(uri), "utf8")),
  async entriesOf(uri) {
    const folder = fileURLToPath(uri);
    const entries = await reading(readdir(folder, { withFileTypes: true }));
    const kinds = await Promise.all(entries.map((entry) => entryOf(folder, entry)));
    return kinds.filter((entry) => entry !== undefined);
  },
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
};

async function entryOf(folder: string, entry: Dirent): Promise<Entry | undefined> {
  const { name } = entry;
  if (entry.isDirectory()) return { name, kind: "folder" };
  if (entry.isFile()) return { name, kind: "file" };
  if (!entry.isSymbolicLink()) return undefined;
  const target = await stat(join(folder, name)).catch(() => undefined);
  return target?.isFile() ? { name, kind: "file" } : undefined;
}

const isAbsent = (error: unknown): boolean => ["ENOENT", "ENOTDIR", "ENAMETOOLONG"].includes(codeOf(error));

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  ENOENT: "it is gone",
  EISDIR: "it is a folder",
  ELOOP: "its links go round in a circle",
  EMFILE: "too many files are open",
};

/** What is read, or an error that says the reason in a few words. */
async function reading<T>(reader: Promise<T>): Promise<T> {
  try {
    return await reader;
  } catch (error) {
    const reason = reasons[codeOf(error)];
    throw reason === undefined ? error : new Error(reason);
  }
}

/** The version in the manifest beside the folder of this file, which may have been copied without it. */
function readVersion(): string {
  try {
    const manifest = besideScript("..", "package.json");
    const { version } = JSON.parse(readFileSync(manifest ?? "", "utf8")) as { readonly version?: string };
    return version ?? "unknown";
  } catch {
    return "unknown";
  }
}

main(process.argv.slice(2), host).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(`design-docs: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  },
);
