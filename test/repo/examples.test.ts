// The example workspace: what `npm start` opens, and what the pictures of the README show.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, it } from "node:test";
import { run } from "../cli/memory-host.ts";
import { startScript } from "../mermaid/script.ts";

const root = join(import.meta.dirname, "../../examples");
const paths = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => statSync(join(root, path)).isFile());
const files = Object.fromEntries(
  paths.map((path) => [`/repo/${path}`, readFileSync(join(root, path), "utf8")]),
);
const documents = paths.filter((path) => path.endsWith("-design.md"));
const unfinished = "docs/designs/2026-11-16-search-in-notes-design.md";

interface Report {
  readonly findings: readonly { readonly rule: string; readonly severity: string; readonly line: number }[];
}

const diagrams = { check: startScript() };

/** With all facts but those of Git: the files beside the document, its owners, and what Mermaid says. */
async function check(path: string, ...words: readonly string[]): Promise<Report["findings"]> {
  // Behind the days of all of them.
  const { out } = await run(["check", "--format", "json", "--today", "2026-12-01", ...words, path], {
    files,
    diagrams,
  });
  return (JSON.parse(out) as Report).findings;
}

describe("example documents", () => {
  for (const path of documents.filter((one) => one !== unfinished)) {
    it(`${path} has no finding at its own stage`, async () => {
      assert.deepEqual(await check(path, "--severity", "hint"), []);
    });

    it(`${path} has none above information once approved`, async () => {
      assert.deepEqual(await check(path, "--severity", "warning", "--stage", "approved"), []);
    });
  }

  it("the unfinished one shows most rules", async () => {
    const shown = new Set((await check(unfinished, "--severity", "hint")).map(({ rule }) => rule));
    assert.deepEqual([...shown].toSorted(), [
      "broken-anchor",
      "broken-link",
      "empty-section",
      "image-without-alt",
      "invalid-author",
      "invalid-date",
      "invalid-reviewers",
      "links-to-superseded",
      "mermaid-syntax",
      "milestone-date",
      "missing-image",
      "missing-section",
      "misspelled-section",
      "open-marker",
      "placeholder-text",
      "reference-undefined",
      "section-level",
      "section-order",
      "template-instructions",
      "unknown-reviewer",
      "unused-suppression",
    ]);
  });

  it("in review it shows more, as its README says", async () => {
    const draft = new Set((await check(unfinished, "--severity", "hint")).map(({ rule }) => rule));
    const review = await check(unfinished, "--severity", "hint", "--stage", "review");
    const added = new Set(review.map(({ rule }) => rule).filter((rule) => !draft.has(rule)));
    assert.deepEqual([...added].toSorted(), ["alternative-without-reason", "summary-length"]);
  });

  it("there is one for each stage", () => {
    const stages = documents.flatMap(
      (path) =>
        /^(?:- )?(?:\*\*)?Status:(?:\*\*)? ([A-Z ]*[A-Z])/m.exec(files[`/repo/${path}`] ?? "")?.[1] ?? [],
    );
    assert.deepEqual([...new Set(stages)].toSorted(), [
      "ACCEPTED",
      "APPROVED",
      "DRAFT",
      "IMPLEMENTED",
      "IN REVIEW",
      "REJECTED",
      "SUPERSEDED",
    ]);
  });

  it("the README names each of them", () => {
    const readme = files["/repo/README.md"] ?? "";
    const named = [...readme.matchAll(/\]\(([^)]+-design\.md)\)/g)].flatMap(([, path]) => path ?? []);
    assert.deepEqual(named.toSorted(), documents.toSorted());
    for (const path of documents) assert.ok(existsSync(posix.join(root, path)));
  });
});
