import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { join } from "node:path";
import { cacheFolder } from "./paths.ts";

/** What we are measured against, by the name that the npm registry has it under. */
const versions = {
  rumdl: "0.2.75",
  "vscode-markdown-languageserver": "0.5.0",
  "markdownlint-cli2": "0.24.1",
  // The parser that VS Code's client brings to its server.
  "markdown-it": "15.0.3",
} as const;

/** The part of `markdown-it` that is used here. */
export interface MarkdownParser {
  /** Tokens that can be written as JSON. */
  parse(text: string, environment: object): unknown;
}

export interface Peers {
  /** The program itself, without the script in Node that looks for it. */
  readonly rumdl: string;
  /** A script for Node. */
  readonly vscodeMarkdown: string;
  /** A script for Node. */
  readonly markdownlint: string;
  readonly parser: MarkdownParser;
  /** For tables: names with their versions. */
  readonly shown: string;
}

/**
 * The peers, installed from the npm registry into the cache unless they are there already in these versions. Throws
 * with what npm said if they cannot be installed.
 */
export function installPeers(): Peers {
  const folder = cacheFolder("peers");
  const wanted = `${JSON.stringify({ private: true, dependencies: versions }, null, 2)}\n`;
  const manifest = join(folder, "package.json");
  const stamp = join(folder, "installed.json");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
    writeFileSync(manifest, wanted);
    const npm = platform() === "win32" ? "npm.cmd" : "npm";
    const args = ["install", "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts"];
    const done = spawnSync(npm, args, { cwd: folder, encoding: "utf8", shell: platform() === "win32" });
    if (done.status !== 0) throw new Error(`The peers cannot be installed.\n${done.stdout}${done.stderr}`);
    writeFileSync(stamp, wanted);
  }
  const modules = join(folder, "node_modules");
  const create = createRequire(manifest)("markdown-it") as (options: object) => MarkdownParser;
  return {
    rumdl: rumdlIn(modules),
    vscodeMarkdown: join(modules, "vscode-markdown-languageserver/dist/node/workerMain.js"),
    markdownlint: join(modules, "markdownlint-cli2/markdownlint-cli2-bin.mjs"),
    parser: create({ html: true }),
    shown: Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(", "),
  };
}

/** The binary for this system, which lies in a package of its own. */
function rumdlIn(modules: string): string {
  const name = platform() === "win32" ? "rumdl.exe" : "rumdl";
  const kinds = [`${platform()}-${arch()}`, `${platform()}-${arch()}-musl`];
  const found = kinds
    .flatMap((kind) => [
      join(modules, `@rumdl/cli-${kind}`, name),
      join(modules, `@rumdl/cli-${kind}`, "bin", name),
    ])
    .find((path) => existsSync(path));
  if (found === undefined) throw new Error(`rumdl has no program for ${kinds[0]}.`);
  return found;
}
