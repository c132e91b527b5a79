import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { progressOn, type ProgressStream } from "../../server/src/hosts/cli-progress.ts";
import { many } from "./many.ts";
import { run } from "./memory-host.ts";

describe("progress", () => {
  it("is written not more often than ten times a second, in one place, and taken away", () => {
    const written: string[] = [];
    let time = 0;
    const stream = { isTTY: true, columns: 10, write: (text: string) => written.push(text) };
    const show = progressOn(stream, {}, () => time);
    show?.("");
    for (; time < 250; time += 10) show?.(`after ${time}, and more`);
    show?.("");
    show?.("");
    assert.deepEqual(
      written,
      ["after 0, ", "after 100", "after 200", ""].map((line) => `\r\u001b[K${line}`),
    );
  });

  const nobody: readonly (readonly [stream: ProgressStream, environment: Record<string, string>])[] = [
    [{ write: assert.fail }, {}],
    [{ isTTY: false, write: assert.fail }, {}],
    [{ isTTY: true, write: assert.fail }, { CI: "true" }],
    [{ isTTY: true, write: assert.fail }, { TERM: "dumb" }],
  ];
  for (const [stream, environment] of nobody)
    it(`is not shown where nobody looks: ${JSON.stringify([stream.isTTY, environment])}`, () => {
      assert.equal(
        progressOn(stream, environment, () => 0),
        undefined,
      );
    });

  it("counts the documents, and is gone before the report", async () => {
    for (const threads of ["1", "2"]) {
      const lines: string[] = [];
      await run(["check", "--threads", threads, "docs"], {
        files: many(3),
        threads: 2,
        progress: (line) => void lines.push(line),
        wrote: () => lines.push("the report"),
      });
      assert.deepEqual(lines.slice(-3), ["Checking: 4 of 4 documents", "", "the report"]);
    }
  });

  it("is not shown beside a report for programs", async () => {
    await run(["check", "--format", "json", "docs"], { files: many(3), progress: assert.fail });
  });
});
