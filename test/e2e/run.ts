// Runs the suite inside a real VS Code, against the extension as it is packed.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { downloadAndUnzipVSCode, runTests } from "@vscode/test-electron";
import { packVsix, root } from "../../scripts/vscode/pack.ts";
import { writeWorld } from "../../scripts/vscode/control.ts";
import { cacheFolder, type Edition } from "../../scripts/vscode/install.ts";
import { unzip } from "../../scripts/vscode/unzip.ts";
import type { Results } from "./kit/protocol.ts";

/** The two kinds of extension host. */
export type HostKind = "node" | "web";

export interface RunOptions {
  readonly hosts?: readonly HostKind[];
  /** Only tests whose full name contains this are run. */
  readonly only?: string;
}

/** A VS Code and one of its extension hosts. */
interface Place {
  readonly name: string;
  readonly host: HostKind;
  /** A desktop VS Code, or the script that serves one to a browser. */
  readonly executable: string;
  readonly edition?: Edition;
  /** Two folders are open instead of one, and only the tests about that are run. */
  readonly severalFolders?: true;
  /** The display language is German, and only the test about that is run. */
  readonly german?: true;
}

/**
 * Runs the suite in every place that is asked for and adds up what passed and failed. A run that breaks off
 * counts as one failure.
 *
 * DESIGN_DOCS_VSCODE says in which VS Code: nothing for the current and the oldest one that is supported,
 * served to a browser; `current` or `oldest` for one of them; the path of a desktop VS Code; or
 * `download:VERSION` to let test-electron fetch a desktop one.
 */
export async function runE2e(options: RunOptions = {}): Promise<Results> {
  const places = await findPlaces(process.env["DESIGN_DOCS_VSCODE"] ?? "");
  const wanted = places.filter(({ host }) => options.hosts?.includes(host) ?? true);
  const scratch = mkdtempSync(join(tmpdir(), "ddocs-"));
  process.once("exit", () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));
  const vsix = join(scratch, "design-docs.vsix");
  console.log("Packing the extension …");
  packVsix(vsix);
  let total: Results = { passed: 0, failed: 0 };
  const activations: number[] = [];
  for (const place of wanted) {
    const { passed, failed, activation } = await runPlace(
      place,
      vsix,
      join(scratch, place.name),
      options.only,
    );
    console.log(`suite, ${place.name}: ${passed} passed, ${failed} failed`);
    if (activation !== undefined) {
      console.log(`The extension was activated in ${activation.toFixed(1)} ms.`);
      if (place.host === "node") activations.push(activation);
    }
    console.log("");
    total = { passed: total.passed + passed, failed: total.failed + failed };
  }
  // For the table of the benchmarks.
  if (activations.length > 0) {
    mkdirSync(join(root, "out"), { recursive: true });
    writeFileSync(join(root, "out/activation.json"), JSON.stringify({ milliseconds: activations }));
  }
  return total;
}

async function runPlace(
  place: Place,
  vsix: string,
  scratch: string,
  only: string | undefined,
): Promise<Results> {
  const extension = join(scratch, "extension");
  const workspace = join(scratch, "workspace");
  const control = join(scratch, "control");
  unzip(vsix, "extension/", extension);
  if (place.host === "web") keepOnlyBrowser(join(extension, "package.json"));
  // The suite runs in the host of the extension in whose folder it lies; outside one it would always be Node's.
  const suite = join(extension, "suite.js");
  cpSync(join(root, "out/e2e", place.host === "web" ? "index.browser.js" : "index.js"), suite);
  cpSync(join(root, "test/e2e/workspace"), workspace, { recursive: true });
  // Workspaces in the shapes of other teams, each with a configuration of its own, as in a monorepo.
  cpSync(join(root, "test/fixtures/workspaces"), join(workspace, "shapes"), { recursive: true });
  const opened = place.severalFolders === true ? writeSeveral(scratch) : workspace;
  writeWorld(control, {
    name: place.name,
    user: false,
    severalFolders: place.severalFolders === true,
    german: place.german === true,
    ...(only === undefined ? {} : { only }),
  });

  console.log(`Running the suite, ${place.name} …`);
  try {
    await runTests({
      vscodeExecutablePath: place.executable,
      extensionDevelopmentPath: extension,
      extensionTestsPath: suite,
      launchArgs: [opened, "--disable-extensions", `--user-data-dir=${join(scratch, "u")}`],
      extensionTestsEnv: {
        DESIGN_DOCS_EDITION: place.edition ?? "",
        DESIGN_DOCS_HOST: place.host,
        DESIGN_DOCS_LANGUAGE: place.german === true ? "de" : "",
        DESIGN_DOCS_SCREENSHOTS: join(root, "out/screenshots", place.name),
        DESIGN_DOCS_LOG: join(root, "out/logs", `${place.name}.log`),
        // The executable served in place of a desktop VS Code is a script for the Node that runs this.
        PATH: `${dirname(process.execPath)}${delimiter}${process.env["PATH"] ?? ""}`,
      },
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  return readResults(join(control, "results.json"));
}

/** A workspace of two folders beside the one that is always there: a team with RFCs, and one with decisions. */
function writeSeveral(scratch: string): string {
  for (const name of ["rfc", "madr"])
    cpSync(join(root, "test/fixtures/workspaces", name), join(scratch, name), { recursive: true });
  const file = join(scratch, "several.code-workspace");
  const folders = ["workspace", "rfc", "madr"].map((path) => ({ path }));
  writeFileSync(file, JSON.stringify({ folders, settings: {} }, undefined, 2));
  return file;
}

/** The packed manifest as a web extension: VS Code runs it in the web worker host if it has no other entry. */
function keepOnlyBrowser(manifest: string): void {
  const { main: _, ...rest } = JSON.parse(readFileSync(manifest, "utf8")) as Record<string, unknown>;
  writeFileSync(manifest, JSON.stringify(rest, undefined, 2));
}

function readResults(file: string): Results {
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Results;
  console.error("✖ the suite ended without results");
  return { passed: 0, failed: 1 };
}

const served = join(root, "scripts/vscode/electron-shim");
const current: readonly Place[] = [
  { name: "current", host: "node", executable: served, edition: "current" },
  { name: "current-web", host: "web", executable: served, edition: "current" },
  { name: "current-folders", host: "node", executable: served, edition: "current", severalFolders: true },
  { name: "web-folders", host: "web", executable: served, edition: "current", severalFolders: true },
  { name: "current-german", host: "node", executable: served, edition: "current", german: true },
];
const oldest: readonly Place[] = [{ name: "oldest", host: "node", executable: served, edition: "oldest" }];

async function findPlaces(asked: string): Promise<readonly Place[]> {
  const places = { "": [...current, ...oldest], current, oldest }[asked];
  if (places !== undefined) {
    if (process.platform !== "win32") return places;
    throw new Error(
      "On Windows the suite runs in a desktop VS Code. Set DESIGN_DOCS_VSCODE to the path of Code.exe, " +
        "or to download:stable.",
    );
  }
  if (asked.startsWith("download:")) {
    const cachePath = join(cacheFolder(), "desktop");
    mkdirSync(cachePath, { recursive: true });
    const version = asked.slice("download:".length);
    return [
      { name: "desktop", host: "node", executable: await downloadAndUnzipVSCode({ version, cachePath }) },
    ];
  }
  if (existsSync(asked)) return [{ name: "desktop", host: "node", executable: asked }];
  throw new Error(
    `DESIGN_DOCS_VSCODE names ${asked}, which does not exist. ` +
      "Wanted: a path, download:VERSION, current or oldest.",
  );
}
