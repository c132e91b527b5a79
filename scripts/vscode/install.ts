import { spawn } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** Says one line of progress to whoever waits. */
export type Say = (line: string) => void;

/**
 * The packages on npm that hold a VS Code: the current one, and the oldest that can be started the same way.
 * The package's version is the version of VS Code with the major raised: 4.139.1 carries 1.139.1.
 */
const packages = { current: "4.139.1", oldest: "4.96.4" } as const;

/** Which of the two VS Codes is meant. */
export type Edition = keyof typeof packages;

/** A VS Code on this machine that can be served to a browser. */
export interface Installation {
  /** The version of VS Code, such as `1.139.1`. */
  readonly version: string;
  /** The script that starts its server. */
  readonly serverMain: string;
}

/** The folder that keeps what is fetched once and used by tests and `npm start`. */
export function cacheFolder(): string {
  return resolve(process.env["DESIGN_DOCS_CACHE"] ?? join(import.meta.dirname, "../../.cache"));
}

/**
 * A VS Code from the npm registry, installed into the cache folder if it is not there yet. Two callers at
 * once do not install twice, and an install that was broken off is not mistaken for a whole one.
 *
 * Throws with what went wrong and what to do if npm fails.
 */
export async function installVSCode(edition: Edition, say: Say): Promise<Installation> {
  const packageVersion = packages[edition];
  const version = packageVersion.replace(/^4/, "1");
  const cache = cacheFolder();
  const folder = join(cache, `vscode-${version}`);
  const installation = { version, serverMain: join(folder, serverRoot, "out/server-main.js") };
  const server = join(folder, serverRoot);
  const isInstalled = (): boolean => existsSync(installation.serverMain);
  if (isInstalled() && canSearch(server)) return installation;

  mkdirSync(cache, { recursive: true });
  const unlock = await lock(`${folder}.lock`, say);
  try {
    if (!isInstalled()) await installEditor(folder, edition, say);
    if (!canSearch(server)) await addSearch(folder, say);
    say(`VS Code ${version} is installed.`);
    return installation;
  } finally {
    unlock();
  }
}

const serverRoot = "node_modules/code-server/lib/vscode";

// Compiling the native parts would take minutes and a tool chain; what needs them here only logs so.
const flags = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

async function installEditor(folder: string, edition: Edition, say: Say): Promise<void> {
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  writeFileSync(join(partial, "package.json"), '{ "private": true }\n');
  say(`Installing VS Code from the npm registry into ${folder}.`);
  say("This is done once; it takes about 600 MB and some twenty seconds on a good line.");
  await npm([...flags, `code-server@${packages[edition]}`], partial, "the editor", say);
  const server = join(partial, serverRoot);
  takeFromRegistry(join(server, "npm-shrinkwrap.json"));
  await npm([...flags, "--omit=dev"], server, "its libraries", say);
  rmSync(folder, { recursive: true, force: true });
  renameSync(partial, folder);
}

/** The program that an edition searches files with, where it is not part of its libraries. */
function searchProgram(server: string): string | undefined {
  const library = join(server, "node_modules/@vscode/ripgrep");
  return existsSync(library) ? join(library, "bin/rg") : undefined;
}

function canSearch(server: string): boolean {
  const program = searchProgram(server);
  return program === undefined || existsSync(program);
}

/**
 * Gives the oldest edition the program that its libraries would fetch from a source host while they are
 * installed; without it, no extension finds any file.
 */
async function addSearch(folder: string, say: Say): Promise<void> {
  const program = searchProgram(join(folder, serverRoot));
  if (program === undefined) return;
  const library = `@vscode/ripgrep-${process.platform}-${process.arch}`;
  const beside = join(folder, "search");
  mkdirSync(beside, { recursive: true });
  writeFileSync(join(beside, "package.json"), '{ "private": true }\n');
  await npm([...flags, `${library}@1.18.0`], beside, "its search", say);
  mkdirSync(dirname(program), { recursive: true });
  copyFileSync(join(beside, "node_modules", library, "bin/rg"), `${program}.partial`);
  renameSync(`${program}.partial`, program);
}

/**
 * Lets npm take a library from the registry where the lock file names a source host for the same version, so
 * that nothing but the registry has to be reached. The oldest edition has one such library.
 */
function takeFromRegistry(lockFile: string): void {
  interface Package {
    readonly resolved?: string;
    readonly integrity?: string;
  }
  const locked = JSON.parse(readFileSync(lockFile, "utf8")) as { packages: Record<string, Package> };
  for (const [path, { resolved, integrity: _, ...rest }] of Object.entries(locked.packages)) {
    if (resolved?.startsWith("git")) locked.packages[path] = rest;
  }
  writeFileSync(lockFile, JSON.stringify(locked, undefined, 2));
}

/** Runs npm in `folder`, saying every few seconds that it is still at work. */
async function npm(args: readonly string[], folder: string, step: string, say: Say): Promise<void> {
  const started = Date.now();
  say(`  ${step} …`);
  const beat = setInterval(() => say(`  ${step}: ${seconds(started)} so far …`), 5000);
  try {
    const output = await run(args, folder);
    if (output !== undefined) {
      throw new Error(
        `npm could not install VS Code (${step}). It said:\n${output.trim()}\n` +
          "Check that the npm registry can be reached and that the disk has 1 GB free, then try again.",
      );
    }
    say(`  ${step}: done in ${seconds(started)}.`);
  } finally {
    clearInterval(beat);
  }
}

const seconds = (since: number): string => `${Math.round((Date.now() - since) / 1000)} s`;

/** What npm printed if it failed, else nothing. */
function run(args: readonly string[], folder: string): Promise<string | undefined> {
  // Inside `npm test` npm hands its own project on to child processes; this install is another project.
  const { npm_config_local_prefix: _prefix, npm_execpath: script, ...env } = process.env;
  const command = script?.endsWith("npm-cli.js") ? process.execPath : "npm";
  const all = command === "npm" ? args : [script ?? "", ...args];
  return new Promise((done, fail) => {
    const child = spawn(command, all, {
      cwd: folder,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      shell: command === "npm" && process.platform === "win32",
    });
    let output = "";
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", fail);
    child.on("close", (code) => done(code === 0 ? undefined : output));
  });
}

/** Waits until this process holds the lock file; a lock whose holder has died is taken over. */
async function lock(file: string, say: Say): Promise<() => void> {
  for (let told = false; ; told = true) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    if (!told) say("Another process is installing VS Code; waiting for it …");
    if (!alive(holder(file))) rmSync(file, { force: true });
    else await delay(500);
  }
}

function holder(file: string): number | undefined {
  try {
    return Number(readFileSync(file, "utf8")) || undefined;
  } catch {
    return undefined;
  }
}

/** False for a process that has ended; an unreadable lock counts as held, as its holder is writing it. */
function alive(pid: number | undefined): boolean {
  if (pid === undefined) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
