// `dist/cli.js`: the command line, and each of its threads.
const { join } = require("node:path");
const { isMainThread } = require("node:worker_threads");
const { codeFolder, loadCompiled } = require("./node-code-cache.ts");

const { exports: programs, keep } = loadCompiled(join(__dirname, "server.js"), "cli", codeFolder());
programs.commandLine();
if (isMainThread && process.argv.includes("check")) process.once("exit", keep);
