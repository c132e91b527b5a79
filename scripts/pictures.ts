// `npm run pictures`: the pictures of the README, taken in a real VS Code with the packed extension on a copy of
// examples/. Run it after a change of what they show, and look at them.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { chromium, type Page } from "playwright-core";
import { withFewColours } from "./pictures/few-colours.ts";
import { scenes, type Scene } from "./pictures/scenes.ts";
import { browserFlags, findBrowser } from "./vscode/browser.ts";
import { installVSCode } from "./vscode/install.ts";
import { installExtension } from "./vscode/install-extension.ts";
import { root } from "./vscode/pack.ts";
import { endWithParent, serve } from "./vscode/serve.ts";

const say = (line: string): void => console.log(line);

/** Settings that leave in the window what the pictures are about. */
const settings = {
  "workbench.activityBar.location": "hidden",
  "workbench.layoutControl.enabled": false,
  "workbench.editor.enablePreview": false,
  "workbench.editor.editorActionsLocation": "hidden",
  "workbench.navigationControl.enabled": false,
  "window.commandCenter": false,
  "window.menuBarVisibility": "hidden",
  "breadcrumbs.enabled": false,
  "editor.minimap.enabled": false,
  "editor.stickyScroll.enabled": false,
  "editor.fontSize": 14,
  "editor.cursorBlinking": "solid",
  "editor.occurrencesHighlight": "off",
  "editor.scrollbar.vertical": "hidden",
  "editor.hideCursorInOverviewRuler": true,
  "editor.overviewRulerBorder": false,
  "outline.collapseItems": "alwaysExpand",
  "explorer.autoReveal": false,
};

async function take(page: Page, url: string, scene: Scene, folder: string): Promise<void> {
  await page.setViewportSize(scene.size);
  await page.goto(url);
  await page.locator(".monaco-workbench .statusbar").waitFor();
  await scene.arrange(page);
  // Two frames on, what was asked for last is drawn.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  const small = withFewColours(await page.screenshot({ animations: "disabled" }));
  const file = join(folder, `${scene.name}.png`);
  writeFileSync(file, small);
  say(`${file}: ${Math.ceil(small.length / 1024)} kB`);
}

async function main(): Promise<void> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { only: text, theme: text, out: text } });
  const folder = resolve(values.out ?? join(root, "docs/images"));
  mkdirSync(folder, { recursive: true });
  const scratch = mkdtempSync(join(tmpdir(), "ddocs-"));
  process.once("exit", () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));

  const installation = await installVSCode("current", say);
  const dataFolder = join(scratch, "data");
  say("Packing and installing the extension …");
  installExtension(installation, dataFolder);
  const theme = values.theme === undefined ? {} : { "workbench.colorTheme": values.theme };
  const served = await serve(installation, { dataFolder, settings: { ...settings, ...theme } });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserFlags] });
  try {
    for (const scene of scenes.filter(({ name }) => values.only === undefined || name === values.only)) {
      // Each scene has its own copy and its own browser, so none sees what another did.
      const workspace = join(scratch, scene.name, "fieldnotes");
      cpSync(join(root, "examples"), workspace, { recursive: true });
      const context = await browser.newContext({ deviceScaleFactor: 2, locale: "en" });
      const page = await context.newPage();
      const url = `http://${served.authority}/?folder=${encodeURIComponent(workspace)}`;
      try {
        await take(page, url, scene, folder);
      } catch (error) {
        const broken = join(root, "out", `broken-off-${scene.name}.png`);
        await page.screenshot({ path: broken }).catch(() => undefined);
        throw new Error(`${scene.name}: see ${broken}`, { cause: error });
      } finally {
        await context.close();
      }
    }
  } finally {
    await browser.close();
    await served.stop();
  }
}

endWithParent();
main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
