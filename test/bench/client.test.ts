// The benchmarks' client against our own server, so that it does not rot; nothing here looks at the time. Run
// `npm run build` before this file is run alone.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { frame, frameReader } from "../../bench/lsp/frames.ts";
import { typeOnce, type Effort } from "../../bench/lsp/keys.ts";
import type { MeasuredDocument } from "../../bench/lsp/measured-document.ts";
import { openOnce } from "../../bench/lsp/open.ts";
import { ours } from "../../bench/lsp/servers.ts";
import { createFigures } from "../../bench/report/figures.ts";
import { designDocument } from "../../bench/text/design-document.ts";
import { randomFrom } from "../kit/random.ts";

const folder = mkdtempSync(join(tmpdir(), "design-docs-bench-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function document(): MeasuredDocument {
  const designs = join(folder, "docs/designs");
  mkdirSync(designs, { recursive: true });
  const path = join(designs, "2026-03-01-a-design.md");
  const text = designDocument({
    random: randomFrom(3),
    size: 9000,
    title: "Sync engine for field notes",
    status: "IN REVIEW",
    date: "2026-03-01",
    neighbours: [],
    width: 90,
    faulty: true,
    draws: false,
  });
  writeFileSync(path, text);
  return { name: "9 KB", size: 9, uri: pathToFileURL(path).href, text };
}

const effort: Effort = { warmUp: 2, strokes: 12, scattered: 8, atPlace: 4, asked: 4, time: 60_000 };

describe("bench: client", () => {
  it("opens a document and is told what is wrong with it", async () => {
    const figures = createFigures();
    await openOnce(ours, folder, document(), "at once", figures, undefined);
    const found = new Map(figures.all().map(({ measure, rounds }) => [measure, rounds[0] ?? NaN]));
    assert.deepEqual(
      [...found.keys()],
      [
        "first answer, at once",
        "first diagnostics, at once",
        "full diagnostics, at once",
        "diagnostics, at once",
      ],
    );
    assert.ok((found.get("diagnostics, at once") ?? 0) > 0);
  });

  it("types in every place, and has one figure a round for each measure", async () => {
    const figures = createFigures();
    await typeOnce(ours, folder, document(), effort, "all", figures, undefined);
    const measured = new Set(figures.all().map(({ measure }) => measure.replace(/, p\d+$/, "")));
    const edges = ["opens a fence", "opens a comment", "definition", "heading", "status"];
    const wanted = ["middle", "random place", "list", "table", "fence", ...edges].map(
      (place) => `key, ${place}`,
    );
    assert.deepEqual(
      [...wanted, "burst", "documentSymbol", "completion"].filter((measure) => !measured.has(measure)),
      [],
    );
    assert.deepEqual(
      figures.all().filter(({ rounds }) => rounds.length !== 1 || !Number.isFinite(rounds[0])),
      [],
    );
  });
});

describe("bench: frames", () => {
  const bodies = [{ id: 1, result: "ä" }, { method: "x", params: { text: "y".repeat(3000) } }, { id: 2 }];
  const stream = Buffer.concat(bodies.map(frame));

  for (const size of [1, 7, 1000, stream.length])
    it(`are read when they come in pieces of ${size}`, () => {
      const read: unknown[] = [];
      const take = frameReader((body) => read.push(JSON.parse(body.toString("utf8"))));
      for (let at = 0; at < stream.length; at += size) take(stream.subarray(at, at + size));
      assert.deepEqual(
        read,
        bodies.map((body) => ({ jsonrpc: "2.0", ...body })),
      );
    });

  it("without a length are refused", () => {
    assert.throws(() => frameReader(() => undefined)(Buffer.from("X: 1\r\n\r\n{}")), /without a length/);
  });
});
