import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createStandings, type Standings } from "../../server/src/lsp/standing.ts";
import { manualClock, type ManualClock } from "../kit/manual-clock.ts";

interface Started {
  readonly standings: Standings<string>;
  readonly clock: ManualClock;
  readonly found: readonly string[];
}

/** Standings that count how often each is found; those that begin with `w` are watched. */
function started(find: (uri: string) => Promise<string> = (uri) => Promise.resolve(uri)): Started {
  const clock = manualClock();
  const found: string[] = [];
  const standings = createStandings({
    find(uri) {
      found.push(uri);
      return find(uri);
    },
    watched: (uri) => uri.startsWith("w"),
    later: clock.later,
  });
  return { standings, clock, found };
}

const cases: readonly {
  readonly name: string;
  readonly between: (one: Started) => unknown;
  readonly again: readonly string[];
}[] = [
  { name: "nothing happens", between: () => undefined, again: [] },
  { name: "something may be another", between: ({ standings }) => standings.renew(), again: ["w", "u"] },
  { name: "one is closed", between: ({ standings }) => standings.closed("w"), again: ["w"] },
  { name: "not much time passes", between: ({ clock }) => clock.pass(1999), again: [] },
  { name: "time passes, of what nobody tells of", between: ({ clock }) => clock.pass(2000), again: ["u"] },
];

describe("what a document stands on is found again", () => {
  for (const { name, between, again } of cases) {
    it(`where ${name}: ${again.join(", ") || "not at all"}`, async () => {
      const one = started();
      for (const uri of ["w", "u", "w", "u"]) assert.equal(await one.standings.of(uri), uri);
      assert.deepEqual(one.found, ["w", "u"]);
      between(one);
      for (const uri of ["w", "u", "w", "u"]) await one.standings.of(uri);
      assert.deepEqual(one.found.slice(2), again);
    });
  }

  it("at each pause anew", async () => {
    const { standings, clock, found } = started();
    for (let round = 0; round < 3; round++) {
      await standings.of("u");
      await standings.of("u");
      clock.pass(2000);
    }
    assert.deepEqual(found, ["u", "u", "u"]);
  });

  it("where finding it failed", async () => {
    let fails = true;
    const { standings, found } = started(() =>
      fails ? Promise.reject(new Error("gone")) : Promise.resolve("x"),
    );
    const both = [standings.of("w"), standings.of("w")];
    for (const one of both) await assert.rejects(one, /gone/);
    fails = false;
    assert.equal(await standings.of("w"), "x");
    assert.deepEqual(found, ["w", "w"]);
  });
});
