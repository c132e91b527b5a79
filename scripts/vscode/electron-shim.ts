// Takes the arguments of a desktop VS Code that is to run a suite, and runs the suite in a VS Code that is
// served to a Chromium instead: the workbench, the extension hosts and the API are the same.
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { chromium, type Page } from "playwright-core";
import { browserFlags, findBrowser } from "./browser.ts";
import { answerRequests, writeWorld } from "./control.ts";
import { installVSCode } from "./install.ts";
import { endWithParent, serve } from "./serve.ts";
import { loadAsWebExtension } from "./web-extension.ts";

const say = (line: string): void => console.log(line);
const logFile = resolve(process.env["DESIGN_DOCS_LOG"] ?? "out/logs/editor.log");
const keep = (text: string): void => appendFileSync(logFile, `${text}\n`);
const asWebExtension = process.env["DESIGN_DOCS_HOST"] === "web";
/** The display language; empty for English. */
const language = process.env["DESIGN_DOCS_LANGUAGE"] ?? "";
const limit = 10 * 60_000;

interface Launch {
  readonly extension: string;
  readonly suite: string;
  /** The folder to open, or the file of a workspace of several. */
  readonly folder: string;
}

/** The three arguments that matter; what else a desktop VS Code is given has no meaning here. */
function readLaunch(args: readonly string[]): Launch {
  const text = { type: "string" } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      extensionDevelopmentPath: text,
      extensionTestsPath: text,
      "user-data-dir": text,
      "extensions-dir": text,
    },
    allowPositionals: true,
    strict: false,
  });
  const { extensionDevelopmentPath: extension, extensionTestsPath: suite } = values;
  const folder = positionals.at(-1);
  if (typeof extension !== "string" || typeof suite !== "string" || folder === undefined) {
    throw new Error("Wanted: --extensionDevelopmentPath=FOLDER --extensionTestsPath=FILE FOLDER");
  }
  return { extension: resolve(extension), suite: resolve(suite), folder: resolve(folder) };
}

/** The page that opens the folder with the extension and starts the suite. */
function address(authority: string, launch: Launch): string {
  const remote = (path: string): string => `vscode-remote://${authority}${path}`;
  const development = [
    ["extensionDevelopmentPath", remote(launch.extension)],
    ["extensionTestsPath", remote(launch.suite)],
  ];
  const payload = [
    ...(asWebExtension ? [] : development),
    ["skipWelcome", "true"],
    ["skipReleaseNotes", "true"],
  ];
  const url = new URL(`http://${authority}/`);
  url.searchParams.set(launch.folder.endsWith(".code-workspace") ? "workspace" : "folder", launch.folder);
  url.searchParams.set("payload", JSON.stringify(payload));
  return url.href;
}

/** The exit code of the suite; the page has been opened and the suite has ended when it comes. */
function outcome(page: Page, url: string): Promise<number> {
  return new Promise<number>((done, fail) => {
    const late = setTimeout(
      () => fail(new Error(`The suite did not end within ${limit / 60_000} minutes.`)),
      limit,
    );
    const finish = (code: number): void => {
      clearTimeout(late);
      done(code);
    };
    const log = (_kind: string, args: readonly unknown[]): void => {
      const text = args.map((arg) => (typeof arg === "string" ? arg : JSON.stringify(arg))).join(" ");
      keep(text);
      // The extension host's console carries VS Code's own words too; only the runner's lines are for show.
      if (/^[✔✖]/u.test(text)) say(text);
    };
    page.on("crash", () => fail(new Error("The browser's page crashed.")));
    page.on("console", (message) => keep(`[page] ${message.text()}`));
    const open = async (): Promise<void> => {
      await page.exposeFunction("codeAutomationLog", log);
      await page.exposeFunction("codeAutomationExit", finish);
      await page.goto(url);
    };
    open().catch(fail);
  });
}

async function main(): Promise<number> {
  const launch = readLaunch(process.argv.slice(2));
  const browserPath = findBrowser();
  const edition = process.env["DESIGN_DOCS_EDITION"] === "oldest" ? "oldest" : "current";
  const installation = await installVSCode(edition, say);
  const screenshots = resolve(process.env["DESIGN_DOCS_SCREENSHOTS"] ?? "out/screenshots");
  mkdirSync(screenshots, { recursive: true });
  mkdirSync(dirname(logFile), { recursive: true });
  writeFileSync(logFile, "");
  const control = join(dirname(launch.folder), "control");
  writeWorld(control, { user: true });

  const served = await serve(installation, {
    testDriver: true,
    log: (text) => keep(`[server] ${text.trimEnd()}`),
  });
  const browser = await chromium.launch({ executablePath: browserPath, args: [...browserFlags] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  // What a language pack sets; without its texts VS Code itself stays English, and extensions follow.
  if (language !== "")
    await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`);
  if (asWebExtension) await loadAsWebExtension(page.context(), served.authority, launch.extension);
  const stopAnswering = answerRequests(control, page, screenshots);
  try {
    const stopped = served.ended.then(() => Promise.reject(new Error("The server of VS Code ended early.")));
    return await Promise.race([outcome(page, address(served.authority, launch)), stopped]);
  } catch (error) {
    say(`What VS Code said is in ${logFile}.`);
    await page.screenshot({ path: join(screenshots, "broken-off.png") }).catch(() => undefined);
    throw error;
  } finally {
    stopAnswering();
    await browser.close();
    await served.stop();
  }
}

endWithParent();
main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
