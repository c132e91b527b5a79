// `npm start`: a real VS Code with the extension and an example workspace, for trying it out.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { cacheFolder, installVSCode } from "./vscode/install.ts";
import { installExtension } from "./vscode/install-extension.ts";
import { root } from "./vscode/pack.ts";
import { endWithParent, serve } from "./vscode/serve.ts";

const help = `Usage: npm start -- [options] [FOLDER]

Opens VS Code with the extension on FOLDER, or on a copy of examples/ that may be changed freely.

  --desktop     use the installed "code" instead of a VS Code in the browser
  --in-place    open examples/ itself instead of a copy
  --fresh       throw away the copy of examples/ and the settings of earlier starts
  --no-open     only print the address
  --help        show this
`;

const say = (line: string): void => console.log(line);

interface Choice {
  readonly desktop: boolean;
  readonly inPlace: boolean;
  readonly fresh: boolean;
  readonly open: boolean;
  readonly folder: string | undefined;
}

function readChoice(): Choice | undefined {
  const flag = { type: "boolean", default: false } as const;
  const { values, positionals } = parseArgs({
    options: { desktop: flag, "in-place": flag, fresh: flag, "no-open": flag, help: flag },
    allowPositionals: true,
  });
  if (values.help) return undefined;
  const { desktop, fresh, "in-place": inPlace, "no-open": quiet } = values;
  return { desktop, inPlace, fresh, open: !quiet, folder: positionals.at(0) };
}

/** The folder to open. The examples are under version control, so a copy is what people play with. */
function prepareFolder({ folder, inPlace, fresh }: Choice): string {
  if (folder !== undefined) {
    if (existsSync(folder)) return resolve(folder);
    throw new Error(`There is no folder ${resolve(folder)}.`);
  }
  const examples = join(root, "examples");
  if (inPlace) return examples;
  const copy = join(cacheFolder(), "playground");
  if (fresh) rmSync(copy, { recursive: true, force: true });
  if (!existsSync(copy)) cpSync(examples, copy, { recursive: true });
  return copy;
}

function build(): void {
  say("Building the extension …");
  const built = spawnSync(process.execPath, ["esbuild.mjs"], { cwd: root, stdio: "inherit" });
  if (built.status !== 0) throw new Error("The extension could not be built; see above.");
}

async function startDesktop(folder: string): Promise<void> {
  say("Opening the installed VS Code …");
  const args = [`--extensionDevelopmentPath=${root}`, "--new-window", folder];
  const windows = process.platform === "win32";
  const child = spawn("code", windows ? args.map((arg) => `"${arg}"`) : args, {
    stdio: "inherit",
    shell: windows,
  });
  const code = await new Promise<number | null>((done, fail) => {
    child.once("error", () => fail(new Error(noDesktop)));
    child.once("close", done);
  });
  if (code !== 0) throw new Error(noDesktop);
}

const noDesktop =
  'The command "code" could not be run. Install VS Code and its command (in VS Code: "Shell Command: Install ' +
  "'code' command in PATH\"), or leave out --desktop to use a VS Code in the browser.";

async function startServed(folder: string, choice: Choice): Promise<void> {
  const installation = await installVSCode("current", say);
  const dataFolder = join(cacheFolder(), "user");
  if (choice.fresh) rmSync(dataFolder, { recursive: true, force: true });
  say("Packing and installing the extension …");
  installExtension(installation, dataFolder);
  say("Starting VS Code …");
  const token = randomBytes(16).toString("hex");
  const served = await serve(installation, { dataFolder, token });
  const url = new URL(`http://${served.authority}/`);
  url.searchParams.set("tkn", token);
  url.searchParams.set("folder", folder.replaceAll("\\", "/"));
  say(`\nVS Code ${installation.version} with Design Docs is at\n\n  ${url.href}\n`);
  say(`It shows ${folder}. Open a document under docs/designs, or press F1 and type "New Design Doc".`);
  say("Press Ctrl+C to end it.");
  if (choice.open) openBrowser(url.href);
  await served.ended;
  throw new Error("VS Code has ended by itself; start it again with npm start.");
}

/** Shows the address in the user's browser, if there is a desktop to show it on. */
function openBrowser(url: string): void {
  const [command, ...args] = opener();
  if (command === undefined) {
    say("There is no desktop here to open a browser on; open the address yourself, on this machine.");
    return;
  }
  const child = spawn(command, [...args, url], { stdio: "ignore", detached: true });
  child.once("error", () => say("The browser could not be opened; open the address above yourself."));
  child.unref();
}

function opener(): readonly string[] {
  if (process.platform === "darwin") return ["open"];
  if (process.platform === "win32") return ["explorer"];
  const display = process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"] ?? "";
  return display === "" ? [] : ["xdg-open"];
}

async function main(): Promise<void> {
  const choice = readChoice();
  if (choice === undefined) return say(help);
  build();
  const folder = prepareFolder(choice);
  await (choice.desktop ? startDesktop(folder) : startServed(folder, choice));
}

endWithParent();
main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
