// What is found is the same wherever a document is checked, and however many threads there are.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Threads } from "../../server/src/cli/host.ts";
import { diagrams, many, pathOf } from "./many.ts";
import { run, type Machine } from "./memory-host.ts";

const files = many(60);
const machine: Machine = { files, diagrams, threads: 8 };

describe("check: threads", () => {
  const calls: Readonly<Record<string, readonly string[]>> = {
    "the report for people": ["docs"],
    "the report for programs": ["--format", "json", "--severity", "hint", "docs"],
    "documents that are named": [pathOf(3), pathOf(1), pathOf(2), pathOf(1)],
    "a stage and a day": ["--stage", "approved", "--today", "2027-01-01", "docs"],
    "a template that is given": ["--template", "docs/designs/TEMPLATE.md", "docs"],
    "single rules": ["--only", "broken-link,duplicate-document", "docs"],
    "files that are missing": ["nowhere.md", "docs"],
    "what Git has": ["--base", "main", "docs"],
  };
  for (const [title, words] of Object.entries(calls))
    it(`change nothing in ${title}`, async () => {
      const committed = { [pathOf(2)]: (files[pathOf(2)] ?? "").replace("SOON", "APPROVED") };
      const all = { ...machine, committed };
      const alone = await run(["check", ...words], { ...all, threads: 1 });
      assert.match(alone.out, /\d/);
      for (const count of ["1", "2", "3", "8"])
        assert.deepEqual(await run(["check", "--threads", count, ...words], all), alone);
    });

  it("find what hangs on other documents, owners and diagrams", async () => {
    const { out } = await run(["check", "--threads", "3", "--severity", "hint", "docs"], machine);
    for (const rule of [
      "duplicate-document",
      "unknown-reviewer",
      "mermaid-syntax",
      "broken-anchor",
      "broken-link",
    ])
      assert.match(out, new RegExp(`  ${rule}\n`));
  });

  it("tell of files that cannot be read and of templates as one does", async () => {
    const locked = ["/repo/docs/designs/0/locked.md", "/repo/docs/designs/TEMPLATE.md"];
    const alone = await run(["check", "docs"], { ...machine, locked, threads: 1 });
    assert.match(alone.err, /locked\.md: the file cannot be checked: permission is denied\./);
    assert.deepEqual(await run(["check", "--threads", "4", "docs"], { ...machine, locked }), alone);
  });

  it("accept what is found in a baseline as one does", async () => {
    const config = JSON.stringify({
      collections: [
        { include: ["docs/designs/*/*.md"], template: "docs/designs/TEMPLATE.md", baseline: "b.json" },
      ],
    });
    const of = async (threads: number): Promise<unknown> => {
      const written = new Map<string, string>();
      const words = ["check", "--threads", String(threads), "--update-baseline", "docs"];
      const done = await run(words, {
        ...machine,
        files: { ...files, "/repo/.design-docs.json": config },
        written,
      });
      return { ...done, written: Object.fromEntries(written) };
    };
    assert.deepEqual(await of(3), await of(1));
  });

  it("are not started for few documents, nor where files are changed", async () => {
    let started = 0;
    const counting: Machine = { ...machine, started: () => void started++ };
    await run(["check", "docs"], counting);
    await run(["check", "--fix", "--threads", "4", "docs"], counting);
    assert.equal(started, 0);
    await run(["check", "--threads", "4", "docs"], counting);
    // This thread is one of them.
    assert.equal(started, 3);
    await run(["check", "docs"], { ...counting, files: many(150) });
    assert.equal(started, 6);
  });

  const ends: Readonly<Record<string, (...of: Parameters<Threads["start"]>) => void>> = {
    "that ends by itself": (_, broken) => broken("it ended with 5"),
    "that says that it cannot go on": (told) => told({ kind: "failed", reason: "it ended with 5" }),
  };
  for (const [title, end] of Object.entries(ends))
    it(`are told of where there is one ${title}`, async () => {
      const start: Threads["start"] = (told, broken) => ({
        post: ({ kind }) => kind === "job" && queueMicrotask(() => end(told, broken)),
        end: () => undefined,
      });
      assert.deepEqual(await run(["check", "--threads", "2", "docs"], { ...machine, start }), {
        code: 2,
        out: "",
        err: "design-docs: A thread that checks documents broke off, so nothing is reported: it ended with 5. With --threads 1 there is none.\n",
      });
    });
});
