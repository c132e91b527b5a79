// What `dist/client.js` runs: one file for both kinds of extension host, since nearly all of it is the same.
module.exports = typeof importScripts === "function" ? require("./browser.ts") : require("./node.ts");
