// What is around a document, and how far it is looked for.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { run, type Machine } from "./memory-host.ts";

const template = "# Design\n\nStatus: DRAFT\nReviewers: @owner1\n\n## Goals\n\nWhat it is for.\n";
const text = "# Sync engine\n\nStatus: IN REVIEW\nReviewers: @grcae\n\n## Goals\n\nPhones work.\n";
const name = "2026-01-05-sync-design.md";

const rulesOf = async (path: string, machine: Machine): Promise<readonly string[]> => {
  const { out } = await run(["check", "--severity", "hint", "--format", "json", path], machine);
  const { findings } = JSON.parse(out) as { readonly findings: readonly { readonly rule: string }[] };
  return findings.map(({ rule }) => rule);
};

/** A machine with a document of the same title and an owners file, beside and below other things. */
const around = (root: string, looked: string[], more: Machine["files"] = {}): Machine => ({
  looked,
  files: {
    [`${root}/docs/designs/TEMPLATE.md`]: template,
    [`${root}/docs/designs/${name}`]: text,
    [`${root}/docs/designs/storage/2026-01-04-old-design.md`]: text.replace("@grcae", "@grace"),
    [`${root}/CODEOWNERS`]: "* @grace\n",
    [`${root}/elsewhere/docs/designs/2026-01-03-sync-design.md`]: text,
    ...more,
  },
});

describe("check: what is around a document", () => {
  const places: Readonly<Record<string, string>> = {
    "in somebody’s own folder": "/home/me",
    "at the root of a disk": "",
    "in the working folder": "/repo",
  };
  for (const [title, root] of Object.entries(places))
    it(`without a repository is what stands below docs/designs, ${title}`, async () => {
      const looked: string[] = [];
      const path = `${root}/docs/designs/${name}`;
      assert.deepEqual(await rulesOf(path, around(root, looked)), ["duplicate-document", "unknown-reviewer"]);
      assert.deepEqual(new Set(looked), new Set([`file://${root}/docs/designs`]));
    });

  it("in a repository is all of it", async () => {
    const looked: string[] = [];
    const root = "/home/me/project";
    const machine = around(root, looked, { [`${root}/.git/HEAD`]: "ref: refs/heads/main\n" });
    assert.deepEqual(await rulesOf(`${root}/docs/designs/${name}`, machine), [
      "duplicate-document",
      "unknown-reviewer",
    ]);
    assert.deepEqual(new Set(looked), new Set([`file://${root}`]));
  });

  it("is nothing where neither says how far it goes", async () => {
    const looked: string[] = [];
    const found = await rulesOf(`/home/me/${name}`, {
      looked,
      files: {
        "/home/me/TEMPLATE.md": template,
        [`/home/me/${name}`]: text,
        "/home/me/2026-01-03-sync-design.md": text,
      },
    });
    assert.deepEqual(found, []);
    assert.deepEqual(looked, []);
  });
});
