// `dist/cli.js`: the command line.
const { enableCompileCache } = require("node:module");

// As for the server: see there.
enableCompileCache?.();
require("./server.js").commandLine();
