// A workspace of documents of ours in the shapes of the presets, as its own configuration judges them.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { run } from "../cli/memory-host.ts";

const root = join(import.meta.dirname, "../fixtures/presets");
const paths = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => statSync(join(root, path)).isFile());
const files: Readonly<Record<string, string>> = {
  "/repo/.git/HEAD": "",
  ...Object.fromEntries(paths.map((path) => [`/repo/${path}`, readFileSync(join(root, path), "utf8")])),
};

interface Report {
  readonly findings: readonly { readonly file: string; readonly rule: string; readonly line: number }[];
}

async function check(texts: Readonly<Record<string, string>>): Promise<Report["findings"]> {
  // A day behind all of them, on which nothing is overdue.
  const words = ["check", "--format", "json", "--severity", "hint", "--today", "2026-03-05", "."];
  return (JSON.parse((await run(words, { files: texts })).out) as Report).findings;
}

describe("the workspace of the presets", () => {
  it("has no finding", async () => {
    assert.deepEqual(await check(files), []);
  });

  // What each preset asks for first, so that it is seen to judge.
  const sections: Readonly<Record<string, string>> = {
    "docs/notes/2026-02-09-photo-upload-retries.md": "## Problem",
    "docs/adr/0001-keep-notes-in-sqlite.md": "## Context",
    "docs/decisions/0002-map-tiles.md": "## Decision Outcome",
    "rfcs/0007-stable-note-ids.md": "## Guide-level explanation",
    "enhancements/0012-offline-areas.md": "## Design Details",
  };
  for (const [path, heading] of Object.entries(sections)) {
    it(`tells what is missing in ${path}`, async () => {
      const text = files[`/repo/${path}`] ?? "";
      assert.ok(text.includes(`\n${heading}\n`));
      const changed = text.replace(`\n${heading}\n`, "\n");
      const told = await check({ ...files, [`/repo/${path}`]: changed });
      assert.deepEqual(
        told.filter(({ rule }) => rule === "missing-section").map(({ file }) => file),
        [path],
      );
    });
  }
});
