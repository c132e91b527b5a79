// What `dist/server.js` runs: one file for Node and for web workers, since nearly all of it is the engine. Which of
// the programs is loaded, and with it what only that one needs, is decided here; what the others are made of stays
// functions that nobody calls.
if (typeof require !== "function") require("./browser.ts");
else {
  exports.server = () => require("./node.ts");
  exports.commandLine = () => require("./cli.ts");
}
