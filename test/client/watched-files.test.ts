import assert from "node:assert/strict";
import { it } from "node:test";
import { isWatched } from "../../client/src/watched-files.ts";

const cases: readonly (readonly [path: string, watched: boolean])[] = [
  ["/w/docs/designs/TEMPLATE.md", true],
  ["/w/docs/designs/x.MD", true],
  ["/w/.github/CODEOWNERS", true],
  ["/w/OWNERS", true],
  ["CODEOWNERS", true],
  ["/w/NOTOWNERS", false],
  ["/w/src/index.ts", false],
  ["/w/x.mdx", false],
];
for (const [path, watched] of cases) {
  it(`${path} is ${watched ? "" : "not "}watched`, () => assert.equal(isWatched(path), watched));
}
