import assert from "node:assert/strict";
import { it } from "node:test";
import { authorOf } from "../../client/src/author.ts";

const cases: readonly (readonly [
  name: string | undefined,
  email: string | undefined,
  author: string | undefined,
])[] = [
  ["Ada Example", "ada@example.com", "Ada Example <ada@example.com>"],
  [" Ada Example\n", " ada@example.com\n", "Ada Example <ada@example.com>"],
  ["Ada Example", "", "Ada Example"],
  ["Ada Example", undefined, "Ada Example"],
  ["", "ada@example.com", undefined],
  [undefined, undefined, undefined],
];
for (const [name, email, author] of cases) {
  it(`the author of ${JSON.stringify([name, email])}`, () => assert.equal(authorOf(name, email), author));
}
