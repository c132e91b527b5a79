// `dist/server.node.js`: the language server, for whatever starts it with Node.
const { join } = require("node:path");
const { answerFirst } = require("./node-first-answer.ts");
const { codeFolder, loadCompiled } = require("./node-code-cache.ts");

answerFirst(process, () => {
  const { exports: programs, keep } = loadCompiled(join(__dirname, "server.js"), "server", codeFolder());
  programs.server();
  process.once("exit", () => {
    // One that was hardly there has compiled little, and that would be kept for good.
    if (process.uptime() > 1) keep();
  });
});
