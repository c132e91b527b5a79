// @ts-check
import { build, context } from "esbuild";
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
 * The suite is bundled twice, for the two kinds of extension host. It is not minified, so that a failing
 * assertion shows a stack that can be read.
 * @type {import("esbuild").BuildOptions}
 */
const suite = { format: "cjs", external: ["vscode"], minify: false, sourcemap: "inline" };

/** @type {readonly import("esbuild").BuildOptions[]} */
const bundles = [
  { ...node, entryPoints: { "dist/client.node": "client/src/node.ts" }, external: ["vscode"] },
  {
    ...browser,
    format: "cjs",
    entryPoints: { "dist/client.browser": "client/src/browser.ts" },
    external: ["vscode"],
  },
  { ...node, entryPoints: { "dist/server.node": "server/src/hosts/node.ts" } },
  { ...browser, format: "iife", entryPoints: { "dist/server.browser": "server/src/hosts/browser.ts" } },
  {
    ...node,
    entryPoints: { "dist/cli": "server/src/hosts/cli.ts" },
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
