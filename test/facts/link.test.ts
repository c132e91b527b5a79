import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readLink, type Link } from "../../server/src/facts/link.ts";

const links: readonly (readonly [url: string, link: Link | undefined])[] = [
  ["other.md", { path: "other.md" }],
  ["../a/b.md#goals", { path: "../a/b.md", fragment: "goals" }],
  ["#goals", { path: "", fragment: "goals" }],
  ["#", { path: "" }],
  ["/docs/a.md", { path: "/docs/a.md" }],
  ["my%20file.md#a%20b", { path: "my file.md", fragment: "a b" }],
  ["C%23%20notes.md", { path: "C# notes.md" }],
  ["100%.md", { path: "100%.md" }],
  ["picture.png?raw=true", { path: "picture.png" }],
  ["a.md?x=1#top", { path: "a.md", fragment: "top" }],
  ["a.md#what?", { path: "a.md", fragment: "what?" }],
  ["", undefined],
  ["https://example.org/a.md", undefined],
  ["mailto:ada@example.org", undefined],
  ["//example.org/a", undefined],
  ["c:/x.md", undefined],
  ["vscode:extension/x", undefined],
  ["a\\b.md", undefined],
  ["{url}", undefined],
  ["<link>", undefined],
  ["...", undefined],
  ["URL", undefined],
];

describe("readLink", () => {
  for (const [url, link] of links) it(JSON.stringify(url), () => assert.deepEqual(readLink(url), link));
});
