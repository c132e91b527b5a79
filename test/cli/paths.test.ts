import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { shownPath } from "../../server/src/cli/paths.ts";

describe("paths are shown from the working folder", () => {
  const cases: readonly (readonly [folder: string, uri: string, path: string])[] = [
    ["file:///repo", "file:///repo/a.md", "a.md"],
    ["file:///repo", "file:///repo/docs/designs/a%20b.md", "docs/designs/a b.md"],
    ["file:///repo/docs", "file:///repo/a.md", "../a.md"],
    ["file:///repo/docs/x", "file:///repository/a.md", "../../../repository/a.md"],
    ["file:///repo/docs", "file:///repo", ".."],
    ["file:///repo", "file:///repo", "."],
    ["file:///c%3A/repo", "file:///C:/repo/a.md", "a.md"],
    ["file:///c%3A/repo", "file:///c%3A/other/a.md", "../other/a.md"],
    ["file:///c%3A/repo", "file:///d%3A/other/a.md", "d:/other/a.md"],
    ["file:///", "file:///a.md", "a.md"],
  ];
  for (const [folder, uri, path] of cases)
    it(`${uri} from ${folder}`, () => assert.equal(shownPath(folder, uri), path));
});
