import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { documentSelector } from "../../client/src/selector.ts";

const served = (folders: readonly string[]): readonly string[] =>
  documentSelector(folders)
    .filter(({ language }) => language === "markdown")
    .map(({ scheme }) => scheme);

describe("documentSelector", () => {
  it("serves Markdown and files of configuration in the same places, and nothing else", () => {
    const selector = documentSelector(["memfs"]);
    const others = selector.filter(({ language }) => language !== "markdown");
    assert.deepEqual(
      [...new Set(others.map(({ pattern }) => pattern))],
      ["**/{.design-docs,package,*baseline*}.json"],
    );
    assert.deepEqual(
      others.map(({ scheme }) => scheme),
      served(["memfs"]),
    );
  });

  it("serves the usual places once each", () => {
    assert.deepEqual(served(["file", "vscode-remote"]), ["file", "vscode-remote", "vscode-vfs"]);
  });

  it("serves the places of the folders that are open", () => {
    assert.ok(served(["memfs"]).includes("memfs"));
  });

  for (const scheme of [
    "git",
    "gitfs",
    "vscode-scm",
    "review",
    "output",
    "untitled",
    "vscode-local-history",
  ]) {
    it(`leaves ${scheme} alone`, () => assert.ok(!served(["file"]).includes(scheme)));
  }
});
