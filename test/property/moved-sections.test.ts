// A section that is dropped elsewhere loses nothing and takes nothing along, wherever it goes in whatever document.
import assert from "node:assert/strict";
import { it } from "node:test";
import { dropSections } from "../kit/moved-sections.ts";

const runs = Number(process.env["DESIGN_DOCS_RUNS"] ?? 100);
const first = Number(process.env["DESIGN_DOCS_SEED"] ?? 1);

it(`sections of ${runs} documents from seed ${first} on, three drops each`, () => {
  let count = 0;
  for (let seed = first; seed < first + runs; seed++) {
    const { moved, fault } = dropSections(seed, 3);
    assert.equal(fault, undefined, `seed ${seed}`);
    count += moved;
  }
  assert.ok(count > runs, `${count} sections were moved`);
});
