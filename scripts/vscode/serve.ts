import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Installation } from "./install.ts";

export interface ServeOptions {
  /** Where settings and state live. Without it a fresh folder is made, and removed at the end. */
  readonly dataFolder?: string;
  /** What the address must carry as `tkn`. Without it the page needs no token. */
  readonly token?: string;
  /** Lets the page address name an extension under development and a suite to run. */
  readonly testDriver?: boolean;
  /** Settings of the user that are written before the start, over {@link quietSettings}. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Receives what the server prints. */
  readonly log?: (text: string) => void;
}

export interface Served {
  /** Host and port, as in `127.0.0.1:4567`; also the authority of the served folders. */
  readonly authority: string;
  /** Where the server keeps settings, extensions and state. */
  readonly dataFolder: string;
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends the server and what it started, and removes a folder that was made for it. */
  stop(): Promise<void>;
}

/** Settings under which VS Code shows nothing of its own and asks nobody. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  "telemetry.telemetryLevel": "off",
  "git.openRepositoryInParentFolders": "never",
  "update.mode": "none",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "workbench.settings.enableNaturalLanguageSearch": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "security.workspace.trust.enabled": false,
  "npm.fetchOnlinePackageInfo": false,
};

/**
 * Starts the server of VS Code on a free port of this machine only and waits until it answers.
 *
 * The server does not outlive this process: it is ended by `stop`, and when this process exits.
 */
export async function serve(installation: Installation, options: ServeOptions = {}): Promise<Served> {
  const made = options.dataFolder === undefined;
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), "design-docs-vscode-"));
  writeSettings(dataFolder, options.settings ?? {});
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [installation.serverMain, ...serverArguments(port, dataFolder, options)],
    // A group of its own, so that the extension hosts that it starts end with it.
    {
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
      env: environment(dataFolder),
    },
  );

  let output = "";
  const collect = (chunk: Buffer): void => {
    const text = chunk.toString();
    output += text;
    options.log?.(text);
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);

  const ended = new Promise<void>((done) => child.once("close", () => done()));
  const clean = (): void => {
    killGroup(child.pid);
    if (made) rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once("exit", clean);
  const stop = async (): Promise<void> => {
    killGroup(child.pid);
    await ended;
    clean();
    process.removeListener("exit", clean);
  };

  const authority = `127.0.0.1:${port}`;
  const ready = answers(`http://${authority}/version`, () => child.exitCode === null);
  if (!(await ready)) {
    await stop();
    throw new Error(`VS Code ${installation.version} did not start. It said:\n${output.trim()}`);
  }
  return { authority, dataFolder, ended, stop };
}

function serverArguments(port: number, dataFolder: string, options: ServeOptions): readonly string[] {
  const trust =
    options.token === undefined ? ["--without-connection-token"] : [`--connection-token=${options.token}`];
  return [
    "--host=127.0.0.1",
    `--port=${port}`,
    ...trust,
    "--accept-server-license-terms",
    `--server-data-dir=${dataFolder}`,
    `--user-data-dir=${join(dataFolder, "data")}`,
    `--extensions-dir=${join(dataFolder, "extensions")}`,
    "--telemetry-level=off",
    "--disable-telemetry",
    "--disable-experiments",
    "--disable-getting-started-override",
    "--disable-workspace-trust",
    ...(options.testDriver === true ? ["--enable-smoke-test-driver"] : []),
  ];
}

function writeSettings(dataFolder: string, settings: Readonly<Record<string, unknown>>): void {
  const text = `${JSON.stringify({ ...quietSettings, ...settings }, undefined, 2)}\n`;
  for (const scope of ["Machine", "User"]) {
    const folder = join(dataFolder, "data", scope);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "settings.json"), text);
  }
}

/**
 * The environment without what an editor or npm around this process would tell the one started here. On Linux
 * the server's sockets go into its own folder, to be removed with it; elsewhere the path may be too long.
 */
function environment(dataFolder: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([key]) => !/^(?:VSCODE_|npm_|ELECTRON_)/i.test(key));
  if (process.platform !== "linux") return Object.fromEntries(kept);
  const sockets = join(dataFolder, "tmp");
  mkdirSync(sockets, { recursive: true });
  return { ...Object.fromEntries(kept), TMPDIR: sockets, XDG_RUNTIME_DIR: sockets };
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}

/** True as soon as the address answers; false once `running` says no, or after a minute. */
async function answers(url: string, running: () => boolean): Promise<boolean> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline && running(); await delay(100)) {
    const response = await fetch(url).catch(() => undefined);
    if (response !== undefined) return true;
  }
  return false;
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}

/**
 * Ends this process in the ordinary way when it is told to stop, or when the process that started it has gone,
 * so that whatever hangs on its exit, such as a server started by {@link serve}, ends with it.
 */
export function endWithParent(): void {
  const ends = [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const;
  for (const [signal, code] of ends) process.once(signal, () => process.exit(code));
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) process.exit(1);
  }, 500);
  watch.unref();
}
