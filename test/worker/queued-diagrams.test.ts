import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { DiagramFact } from "../../server/src/facts/diagram.ts";
import { queuedDiagrams, type WorkerPlatform } from "../../server/src/hosts/queued-diagrams.ts";

const fault = (message: string): DiagramFact => ({ kind: "fault", line: 0, message });
const unknown: DiagramFact = { kind: "unknown" };

/** A platform without time: `hang` uses the time up at once, `break` breaks off, all else is answered. */
function fakePlatform(given: { readonly starts?: boolean } = {}) {
  const log: string[] = [];
  let due: (() => void) | undefined;
  const platform: WorkerPlatform = {
    start(answered, failed) {
      log.push("start");
      if (given.starts === false) return undefined;
      return {
        post(source) {
          log.push(source);
          queueMicrotask(() => {
            if (source === "hang") due?.();
            else if (source === "break") failed();
            else answered(fault(source));
          });
        },
        end: () => void log.push("end"),
      };
    },
    later(milliseconds, call) {
      assert.equal(milliseconds, 7);
      due = call;
      return () => (due = undefined);
    },
  };
  return { log, check: queuedDiagrams(platform, 7).check, isTimed: () => due !== undefined };
}

const cases: readonly {
  readonly name: string;
  readonly sources: readonly string[];
  readonly facts: readonly DiagramFact[];
  readonly log: readonly string[];
}[] = [
  { name: "starts nothing before it is asked", sources: [], facts: [], log: [] },
  {
    name: "asks one worker, one after another",
    sources: ["a", "b"],
    facts: [fault("a"), fault("b")],
    log: ["start", "a", "b"],
  },
  {
    name: "replaces a worker whose time is up",
    sources: ["hang", "a", "hang", "b"],
    facts: [unknown, fault("a"), unknown, fault("b")],
    log: ["start", "hang", "end", "start", "a", "hang", "end", "start", "b"],
  },
  {
    name: "replaces a worker that broke off over a diagram",
    sources: ["a", "break", "b"],
    facts: [fault("a"), unknown, fault("b")],
    log: ["start", "a", "break", "start", "b"],
  },
  {
    name: "gives up where the first worker broke off before it answered",
    sources: ["break", "a"],
    facts: [unknown, unknown],
    log: ["start", "break"],
  },
];

describe("queuedDiagrams", () => {
  for (const { name, sources, facts, log } of cases)
    it(name, async () => {
      const fake = fakePlatform();
      assert.deepEqual(await Promise.all(sources.map((source) => fake.check(source))), facts);
      assert.deepEqual(fake.log, log);
      assert.equal(fake.isTimed(), false);
    });

  it("gives up where no worker can be started", async () => {
    const fake = fakePlatform({ starts: false });
    assert.deepEqual(await Promise.all([fake.check("a"), fake.check("b")]), [unknown, unknown]);
    assert.deepEqual(fake.log, ["start"]);
  });
});
