import assert from "node:assert/strict";
import { it } from "node:test";
import { isWatched, mayHoldWatched } from "../../client/src/watched-files.ts";

const cases: readonly (readonly [path: string, watched: boolean])[] = [
  ["/w/docs/designs/TEMPLATE.md", true],
  ["/w/docs/designs/x.MD", true],
  ["/w/.github/CODEOWNERS", true],
  ["/w/OWNERS", true],
  ["CODEOWNERS", true],
  ["/w/.design-docs.json", true],
  ["/w/docs/.design-docs-baseline.json", true],
  ["/w/ci/accepted-baseline.json", true],
  ["/w/package.json", true],
  ["/w/x.package.json", false],
  ["/w/keps/0012-queue/kep.yaml", true],
  ["/w/geps/820/metadata.yml", true],
  ["/w/ci.yaml", false],
  ["/w/tsconfig.json", false],
  ["/w/NOTOWNERS", false],
  ["/w/src/index.ts", false],
  ["/w/x.mdx", false],
];
for (const [path, watched] of cases) {
  it(`${path} is ${watched ? "" : "not "}watched`, () => assert.equal(isWatched(path), watched));
}

const gone: readonly (readonly [path: string, told: boolean])[] = [
  ["/w/docs/designs/x.md", true],
  ["/w/docs/designs", true],
  ["/w/v1.2/designs", true],
  ["/w/src/index.ts", false],
];
for (const [path, told] of gone) {
  it(`${path} is ${told ? "" : "not "}told when it is gone`, () => assert.equal(mayHoldWatched(path), told));
}
