// Reads the same documents with each reader in turn, in a process of its own: `node rounds.ts ROUNDS FILE…`. Prints
// the megabytes a second of each round as JSON, by the reader's name.
import { readFileSync } from "node:fs";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { parseBlocks } from "../../server/src/syntax/parse-blocks.ts";
import { parseDocument } from "../../server/src/syntax/parse-document.ts";
import { installPeers } from "../peers.ts";

const [rounds = "3", ...files] = process.argv.slice(2);
const texts = files.map((file) => readFileSync(file, "utf8"));
const bytes = texts.reduce((sum, text) => sum + text.length, 0);
const remark = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ["yaml", "toml"]);
const { parser } = installPeers();

/** What is read is counted, so that no reading can be left out. */
const readers: Readonly<Record<string, (text: string) => number>> = {
  "ours, blocks": (text) => parseBlocks(text).blocks.length,
  "ours, header and sections": (text) => parseDocument(text).sections.length,
  "ours, all nodes": (text) =>
    parseBlocks(text).blocks.reduce((sum, { node }) => sum + (node.kind === "text" ? 0 : 1), 0),
  "remark with GFM and front matter": (text) => remark.parse(text).children.length,
  "markdown-it": (text) => Array.from(parser.parse(text, {}) as readonly unknown[]).length,
};

const found: Record<string, number[]> = {};
let counted = 0;
for (let round = -1; round < Number(rounds); round++)
  for (const [name, read] of Object.entries(readers)) {
    const begun = performance.now();
    for (const text of texts) counted += read(text);
    // The first round warms up.
    if (round >= 0) (found[name] ??= []).push(bytes / 1000 / (performance.now() - begun));
  }
if (counted === 0) throw new Error("Nothing was read.");
console.log(JSON.stringify(found));
