// @ts-check
import { join } from "node:path";
import { build, context } from "esbuild";
import { lazyPackages } from "./scripts/lazy-packages.ts";
import { mermaidParser } from "./scripts/mermaid-parser.ts";

const watch = process.argv.includes("--watch");

/** @type {import("esbuild").BuildOptions} */
const shared = {
  bundle: true,
  target: ["es2023", "node20"],
  sourcemap: watch ? "linked" : false,
  minify: !watch,
  legalComments: "none",
  logLevel: "warning",
  logOverride: { "import-is-undefined": "error" },
};

/** @type {import("esbuild").BuildOptions} */
const node = { ...shared, platform: "node", format: "cjs", mainFields: ["module", "main"] };

/**
 * `worker` must win over `browser`: decode-named-character-reference, below remark-parse, reads
 * `document` at import time in its browser build, and a worker has no document.
 * @type {import("esbuild").BuildOptions}
 */
const browser = {
  ...shared,
  target: "es2023",
  platform: "browser",
  conditions: ["worker"],
  define: { global: "globalThis" },
};

/**
 * One file for Node and for the web: half of the download otherwise, since both are nearly the same. It is built
 * for Node; what the web needs of the protocol's libraries is named by its path, since they have it for browsers
 * alone.
 * @type {import("esbuild").BuildOptions}
 */
const both = {
  ...node,
  plugins: [
    lazyPackages(),
    {
      name: "for-both",
      setup(run) {
        const at = (/** @type {string} */ path) => ({
          path: join(import.meta.dirname, "node_modules", path),
        });
        const transport =
          /^(vscode-(?:languageclient|languageserver|languageserver-protocol|jsonrpc))\/browser$/;
        // There are two copies of some of these, so it has to be the one that the importing file would get.
        run.onResolve({ filter: transport }, async ({ path, resolveDir, kind }) => {
          const common = await run.resolve(path.replace(/\/browser$/, ""), { resolveDir, kind });
          return { path: common.path.replace(/common(.)api\.js$/, "browser$1main.js") };
        });
        // What these take from Node they do without in a browser, and we do not use it.
        run.onResolve({ filter: /^@vscode\/l10n$/ }, () => at("@vscode/l10n/dist/browser.js"));
        run.onResolve({ filter: /^yaml$/ }, () => at("yaml/browser/dist/index.js"));
        run.onResolve({ filter: /^#min/ }, ({ path }) => at(`vfile/lib/${path.slice(1)}.browser.js`));
      },
    },
  ],
};

/**
 * The suite is bundled twice, for the two kinds of extension host. It is not minified, so that a failing
 * assertion shows a stack that can be read.
 * @type {import("esbuild").BuildOptions}
 */
const suite = { format: "cjs", external: ["vscode"], minify: false, sourcemap: "inline" };

/** @type {readonly import("esbuild").BuildOptions[]} */
const bundles = [
  { ...both, entryPoints: { "dist/client": "client/src/any.cjs" }, external: ["vscode"] },
  // In a worker, names at the top of a script would be global.
  {
    ...both,
    entryPoints: { "dist/server": "server/src/hosts/any.cjs" },
    banner: { js: "(() => {" },
    footer: { js: "})();" },
  },
  {
    ...node,
    entryPoints: { "dist/server.node": "server/src/hosts/start-server.cjs" },
    external: ["./server.js"],
  },
  {
    ...node,
    entryPoints: { "dist/cli": "server/src/hosts/start-cli.cjs" },
    external: ["./server.js"],
    banner: { js: "#!/usr/bin/env node" },
  },
  // One file for the workers of both worlds, since it is the largest. It names neither.
  {
    ...browser,
    target: shared.target,
    format: "iife",
    entryPoints: { "dist/mermaid": "server/src/hosts/diagram-worker.ts" },
    plugins: [mermaidParser()],
    // It is read by nobody, and an unminified one would be twice as large.
    minify: true,
    sourcemap: false,
  },
  { ...node, ...suite, entryPoints: { "out/e2e/index": "test/e2e/suite/index.ts" } },
  { ...browser, ...suite, entryPoints: { "out/e2e/index.browser": "test/e2e/suite/index.ts" } },
].map((options) => /** @type {import("esbuild").BuildOptions} */ ({ ...options, outdir: "." }));

/**
 * Tells the editor's watch task when a build begins and ends, in the words its problem matcher waits for.
 * @type {import("esbuild").Plugin}
 */
const announce = {
  name: "announce",
  setup(run) {
    run.onStart(() => console.log("[watch] build started"));
    run.onEnd(() => console.log("[watch] build finished"));
  },
};

if (watch) {
  for (const options of bundles)
    await (await context({ ...options, plugins: [...(options.plugins ?? []), announce] })).watch();
} else {
  await Promise.all(bundles.map((options) => build(options)));
}
