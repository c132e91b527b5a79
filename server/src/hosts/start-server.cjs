// `dist/server.node.js`: the language server, for whatever starts it with Node.
const { enableCompileCache } = require("node:module");

// What V8 made of the script the last time; Node 20 has none, and a folder that cannot be written is no fault.
enableCompileCache?.();
require("./server.js").server();
