import assert from "node:assert/strict";
import { it } from "node:test";
import { verdict } from "../../client/src/lifecycle/sentences.ts";
import type { StandingAgainst } from "../../server/src/protocol/lifecycle.ts";

const translate = (message: string, ...args: readonly (string | number)[]): string =>
  message.replaceAll(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));

const cases: readonly (readonly [StandingAgainst["stage"], errors: number, warnings: number, string])[] = [
  ["review", 0, 0, "Nothing stands against a review."],
  ["review", 1, 0, "Against a review: 1 error."],
  ["review", 0, 1, "Against a review: 1 warning."],
  ["review", 2, 3, "Against a review: 2 errors and 3 warnings."],
  ["approved", 0, 0, "Nothing stands against an approval."],
  ["approved", 2, 1, "Against an approval: 2 errors and 1 warning."],
  ["implemented", 0, 0, "Nothing stands against marking it as implemented."],
  ["implemented", 1, 0, "Against marking it as implemented: 1 error."],
  ["closed", 0, 0, "Nothing is left to mend."],
  ["draft", 0, 2, "Left to mend: 2 warnings."],
];
for (const [stage, errors, warnings, expected] of cases)
  it(`${errors} errors and ${warnings} warnings at the stage ${stage}`, () => {
    assert.equal(verdict({ stage, errors, warnings, first: null }, translate), expected);
  });
