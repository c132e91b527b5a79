import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { URI, Utils } from "vscode-uri";
import { canonical, nameOf, parentOf, pathWithin, under } from "../../server/src/workspace/uris.ts";

const uris: readonly string[] = [
  "file:///",
  "file:///a",
  "file:///a/",
  "file:///a/b.md",
  "file:///A/b~1_-.md",
  "file:///a/b c.md",
  "file:///a/b%20c.md",
  "file:///a//b",
  "file:///a/../b",
  "file:///a/./b",
  "file:///a/..",
  "file:///a/..b",
  "file:///a/...",
  "file:///c:/x",
  "file:///C%3A/x",
  "file://host/a/b",
  "file:///a/b?q",
  "file:///a/b#f",
  "file:///ä/ö.md",
  "vscode-remote://ssh/a/b.md",
  "untitled:x",
];
const names: readonly string[] = ["x.md", "x y", "..", ".", "a/b", "...", "ä", "a#b", ""];

// The library says what is right; most URIs need not be parsed for that.
describe("names of files", () => {
  for (const uri of uris)
    it(`are those of the library for ${uri}`, () => {
      const parsed = URI.parse(uri);
      assert.equal(canonical(uri), parsed.toString());
      assert.equal(parentOf(uri), Utils.dirname(parsed).toString());
      assert.equal(nameOf(uri), Utils.basename(parsed));
      for (const name of names) assert.equal(under(uri, name), Utils.joinPath(parsed, name).toString(), name);
      assert.equal(under(uri, "a", "..", "b"), Utils.joinPath(parsed, "a", "..", "b").toString());
      assert.equal(under(uri), Utils.joinPath(parsed).toString());
    });

  const within: readonly (readonly [string, string, string | undefined])[] = [
    ["file:///a", "file:///a", ""],
    ["file:///a", "file:///a/b/c.md", "b/c.md"],
    ["file:///a", "file:///ab", undefined],
    ["file:///a/b", "file:///a", undefined],
    ["file:///a/", "file:///a/b", "b"],
    ["file:///a", "file:///a/b%20c", "b c"],
    ["file:///", "file:///a", "a"],
    ["file:///A", "file:///a/b", undefined],
    ["file:///c:/A", "file:///C:/a/b", "b"],
    ["file:///a", "vscode-remote://x/a/b", undefined],
  ];
  for (const [folder, uri, path] of within)
    it(`are found from ${folder} to ${uri}`, () => assert.equal(pathWithin(folder, uri), path));
});
