import { readdirSync, readFileSync, statSync, type Dirent } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Entry, Host } from "../cli/host.ts";
import { main } from "../cli/main.ts";
import { cliFiles } from "./cli-files.ts";
import { cliHistory } from "./cli-history.ts";
import { cliKept, fileHashes, fileStamp, hashOfText } from "./cli-kept.ts";
import { isThread, nodeThreads, serveThread } from "./cli-threads.ts";
import { progressOn } from "./cli-progress.ts";
import { besideScript, ownScript } from "./node-beside.ts";
import { nodeDiagrams } from "./node-diagrams.ts";
import { codeOf, withReason } from "./node-reasons.ts";
import { createText, readText, writeText } from "./node-text.ts";
import { localDay } from "./today.ts";

// A reader such as `head` that has seen enough closes the pipe: no fault of ours, and none to tell.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});

const files = cliFiles();
const script = ownScript();

const host: Host = {
  folder: pathToFileURL(process.cwd()).href,
  today: localDay(new Date()),
  get version() {
    return readVersion();
  },
  event: process.env["GITHUB_EVENT_PATH"],
  terminal: process.stdout.isTTY,
  colours: process.stdout.isTTY && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb",
  files,
  history: cliHistory(),
  diagrams: nodeDiagrams(besideScript("mermaid.js")),
  hash: hashOfText,
  hashOf: fileHashes(),
  stampOf: fileStamp,
  kept: (location) => cliKept(location, script),
  ...(script !== undefined && { threads: nodeThreads(script) }),
  toUri: (path) => pathToFileURL(resolve(path)).href,
  async kindOf(uri) {
    try {
      return statSync(fileURLToPath(uri)).isDirectory() ? "folder" : "file";
    } catch (error) {
      // What is there and cannot be looked at is told when it is read.
      return isAbsent(error) ? "missing" : "file";
    }
  },
  readText: (uri) => readText(fileURLToPath(uri)),
  writeText: (uri, before, text) => writeText(fileURLToPath(uri), before, text),
  async createText(uri, text) {
    await createText(fileURLToPath(uri), text);
    files.forget();
  },
  async entriesOf(uri) {
    const folder = fileURLToPath(uri);
    const entries = await withReason(listNow(folder));
    return entries.flatMap((entry) => entryOf(folder, entry) ?? []);
  },
  progress: progressOn(process.stderr, process.env, () => performance.now()),
  turn: () => new Promise((resolve) => void setImmediate(resolve)),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
};

const listNow = async (folder: string): Promise<readonly Dirent[]> =>
  readdirSync(folder, { withFileTypes: true });

function entryOf(folder: string, entry: Dirent): Entry | undefined {
  const { name } = entry;
  if (entry.isDirectory()) return { name, kind: "folder" };
  if (entry.isFile()) return { name, kind: "file" };
  if (!entry.isSymbolicLink()) return undefined;
  return leadsToFile(join(folder, name)) ? { name, kind: "file" } : undefined;
}

function leadsToFile(link: string): boolean {
  try {
    return statSync(link).isFile();
  } catch {
    return false;
  }
}

const isAbsent = (error: unknown): boolean => ["ENOENT", "ENOTDIR", "ENAMETOOLONG"].includes(codeOf(error));

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

if (isThread) serveThread(host);
else
  main(process.argv.slice(2), host).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      console.error(`design-docs: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 2;
    },
  );
