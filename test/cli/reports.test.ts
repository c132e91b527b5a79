// Reports are written in pieces, which together are what was written as a whole.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { jsonReport } from "../../server/src/cli/report-json.ts";
import { prettyReport } from "../../server/src/cli/report-pretty.ts";
import { summarise, type ReportedFinding } from "../../server/src/cli/report.ts";
import { many } from "./many.ts";
import { run } from "./memory-host.ts";

const finding = (index: number): ReportedFinding => ({
  file: `docs/${index % 7}.md`,
  line: index + 1,
  column: 1,
  endLine: index + 1,
  endColumn: 9,
  severity: index % 2 === 0 ? "error" : "warning",
  rule: "empty-section",
  message: `It has a "quote", a \\ and\n    a line that looks indented, ${index}.`,
});

describe("reports", () => {
  for (const count of [0, 1, 2, 40])
    for (const fixed of [undefined, { fixes: 3, files: 2 }])
      it(`for programs are JSON over several lines: ${count} findings${fixed ? ", fixed" : ""}`, () => {
        const findings = Array.from({ length: count }, (_, index) => finding(index));
        const summary = { ...summarise(findings, 9), accepted: 2 };
        const counts = fixed ? { ...summary, fixed: fixed.files } : summary;
        assert.equal(
          [...jsonReport(findings, summary, fixed)].join(""),
          `${JSON.stringify({ version: 1, findings, summary: counts }, undefined, 2)}\n`,
        );
      });

  it("for people have each file once, and take a hundred thousand findings in one file", () => {
    const findings = Array.from({ length: 120_000 }, (_, index) => ({
      ...finding(index),
      file: "docs/a.md",
    }));
    let length = 0;
    let names = 0;
    for (const piece of prettyReport(findings, summarise(findings, 1), undefined, undefined, false)) {
      length += piece.length;
      if (piece.startsWith("docs/a.md\n")) names++;
    }
    assert.equal(names, 1);
    assert.ok(length > 120_000 * 50);
  });

  it("are written in few pieces", async () => {
    const pieces: number[] = [];
    const { out } = await run(["check", "--severity", "hint", "docs"], {
      files: many(40),
      wrote: (text) => void pieces.push(text.length),
    });
    assert.deepEqual(pieces, [out.length]);
  });
});
