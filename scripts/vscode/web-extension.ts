import { readFile } from "node:fs/promises";
import { extname, join, normalize, relative, sep } from "node:path";
import type { BrowserContext } from "playwright-core";

const mount = "/design-docs-under-test";

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".json": "application/json",
  ".md": "text/markdown",
  ".png": "image/png",
};

/**
 * Loads the extension in `folder` into the page as a web site does, from an http address, and has its
 * `suite.js` run. From the server's own disk it would come by a `vscode-remote:` address, under which
 * VS Code lets no extension start a worker, and the language server is one.
 */
export async function loadAsWebExtension(
  context: BrowserContext,
  authority: string,
  folder: string,
): Promise<void> {
  const under = (path: string): object => ({ scheme: "http", authority, path: `${mount}${path}` });
  await context.route(`http://${authority}${mount}/**`, async (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname).slice(mount.length);
    const file = normalize(join(folder, path));
    const body = relative(folder, file).startsWith(`..${sep}`) ? undefined : await read(file);
    if (body === undefined) await route.fulfill({ status: 404 });
    else await route.fulfill({ body, contentType: types[extname(file)] ?? "application/octet-stream" });
  });
  const development = { extensions: [under("")], extensionTestsPath: under("/suite.js") };
  // The page itself must come from the server: Chromium lets no other page talk to this machine.
  await context.addInitScript((added: object) => {
    const observer = new MutationObserver(() => {
      const element = document.getElementById("vscode-workbench-web-configuration");
      const settings = element?.dataset["settings"];
      if (element === null || settings === undefined) return;
      observer.disconnect();
      const options = JSON.parse(settings) as { readonly developmentOptions?: object };
      const developmentOptions = { ...options.developmentOptions, ...added };
      element.dataset["settings"] = JSON.stringify({ ...options, developmentOptions });
    });
    observer.observe(document, { childList: true, subtree: true });
  }, development);
}

const read = (file: string): Promise<Buffer | undefined> => readFile(file).catch(() => undefined);
