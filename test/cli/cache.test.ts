// What is kept from run to run: the report is that of a run without it, whatever has changed in between.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { diagrams, many, pathOf } from "./many.ts";
import { run, type Machine } from "./memory-host.ts";

const files = many(20);
const machine: Machine = { files, diagrams };

/** Checks with a cache and without, which has to be the same, and says how many documents were read. */
async function check(words: readonly string[], on: Machine, kept: Map<string, string>): Promise<number> {
  const expected = await run(["check", ...words], on);
  let read = 0;
  const counting: Machine = { ...on, kept, read: () => void read++ };
  assert.deepEqual(await run(["check", "--cache", ...words], counting), expected);
  return read;
}

/** A cache that has seen all documents of a machine. */
async function filled(
  words: readonly string[] = ["docs"],
  on: Machine = machine,
): Promise<Map<string, string>> {
  const kept = new Map<string, string>();
  assert.equal(await check(words, on, kept), 21);
  return kept;
}

const changed = (path: string, change: (text: string) => string): Machine => ({
  ...machine,
  files: { ...files, [path]: change(files[path] ?? "") },
});

describe("check --cache", () => {
  // A template that is checked itself is always read.
  const reports: readonly (readonly string[])[] = [
    ["docs"],
    ["--format", "json", "docs"],
    ["--severity", "hint", "docs"],
    ["--format", "json", "--severity", "error", "docs"],
    ["--max-warnings", "3", "docs/designs"],
    [pathOf(1), pathOf(0)],
  ];
  for (const words of reports)
    it(`reads no document twice for ${words.join(" ")}`, async () => {
      assert.ok((await check(words, machine, await filled())) <= 1);
    });

  // Of each, how many documents are read again; the template is one.
  const changes: readonly (readonly [
    title: string,
    on: Machine,
    words: readonly string[],
    atLeast: number,
    atMost: number,
  ])[] = [
    ["nothing", machine, ["docs"], 1, 1],
    // Its own findings, and those of the document that has a link with a fragment to it.
    [
      "a word of a document",
      changed(pathOf(7), (text) => text.replace("follows", "succeeds")),
      ["docs"],
      2,
      3,
    ],
    ["a heading", changed(pathOf(7), (text) => text.replace("## Goals", "## Aims")), ["docs"], 2, 3],
    [
      "the title of a document",
      changed(pathOf(7), (text) => text.replace("Sync 3", "Sync 4")),
      ["docs"],
      2,
      21,
    ],
    [
      "the template",
      changed("/repo/docs/designs/TEMPLATE.md", (text) => `${text}\n## Cost\n\nHow much.\n`),
      ["docs"],
      21,
      21,
    ],
    ["the owners", changed("/repo/CODEOWNERS", () => "* @ada @grcae\n"), ["docs"], 21, 21],
    [
      "a file that links lead to",
      { ...machine, files: { ...files, "/repo/docs/designs/0/gone-6.md": "# X\n" } },
      ["docs"],
      2,
      22,
    ],
    [
      "the configuration",
      {
        ...machine,
        files: { ...files, "/repo/.design-docs.json": '{ "rules": { "broken-link": "error" } }' },
      },
      ["docs"],
      21,
      21,
    ],
    ["the stage", machine, ["--stage", "approved", "docs"], 21, 21],
    ["the rules that run", machine, ["--only", "broken-link", "docs"], 21, 21],
    ["the build of the program", { ...machine, version: "2" }, ["docs"], 21, 21],
    [
      "a commit to compare with",
      { ...machine, committed: { [pathOf(2)]: "# Sync\n" } },
      ["--base", "main", "docs"],
      21,
      21,
    ],
  ];
  for (const [title, on, words, atLeast, atMost] of changes)
    it(`forgets no more and no less than what hangs on it, when this changes: ${title}`, async () => {
      const kept = await filled();
      const read = await check(words, on, kept);
      assert.ok(read >= atLeast && read <= atMost, `${read} documents were read`);
      // And what was found then is kept in turn.
      assert.equal(await check(words, on, kept), 1);
    });

  it("asks again on another day only where a rule looks at the day", async () => {
    const dated = (text: string): string => text.replace("APPROVED\n", "APPROVED\nDate: YYYY-MM-DD\n");
    const on: Machine = {
      ...machine,
      files: {
        ...files,
        "/repo/docs/designs/TEMPLATE.md": dated(files["/repo/docs/designs/TEMPLATE.md"] ?? ""),
        [pathOf(3)]: (files[pathOf(3)] ?? "").replace("REVIEW\n", "REVIEW\nDate: 2026-05-01\n"),
      },
    };
    const kept = await filled(["docs"], on);
    assert.equal(await check(["--today", "2026-06-01", "docs"], on, kept), 2);
    assert.equal(await check(["docs"], on, kept), 2);
  });

  it("asks again where days of Git’s may be others, and takes what they say", async () => {
    const at = (head: string, day: string): Machine => ({
      ...machine,
      state: () => head,
      lineDays: { [pathOf(0)]: day },
    });
    const kept = await filled(["docs"], at("a", "2026-01-01"));
    assert.equal(await check(["docs"], at("a", "2026-01-01"), kept), 1);
    assert.equal(await check(["docs"], at("b", "2026-01-01"), kept), 1);
    assert.equal(await check(["docs"], at("c", "2026-02-27"), kept), 2);
  });

  it("does not keep what Mermaid could not say", async () => {
    const kept = new Map<string, string>();
    const unsure: Machine = { ...machine, diagrams: { check: () => Promise.resolve({ kind: "unknown" }) } };
    await check(["docs"], unsure, kept);
    // Five documents have a diagram.
    assert.equal(await check(["docs"], machine, kept), 6);
  });

  const damages: Readonly<Record<string, (text: string) => string>> = {
    "is empty": () => "",
    "is cut off": (text) => text.slice(0, text.length >> 1),
    "has lost its head": (text) => text.slice(text.indexOf("\n") + 1),
    "is something else": () => '{"findings": []}\n',
    "has other numbers": (text) => text.replaceAll(/,\[\d+,/g, ",[1,"),
    "has other messages": (text) => text.replaceAll("Whoever", "Nobody"),
    "has values of other shapes": (text) => text.replaceAll(/,\[\d+,/g, ",[null,"),
    "has lines twice, in another order": (text) => {
      const [head = "", ...lines] = text.trimEnd().split("\n");
      return [head, ...lines.toReversed(), ...lines, ""].join("\n");
    },
  };
  for (const [title, damage] of Object.entries(damages))
    it(`is made anew where it ${title}`, async () => {
      const kept = await filled();
      for (const [name, text] of kept) kept.set(name, damage(text));
      await check(["docs"], machine, kept);
      assert.equal(await check(["docs"], machine, kept), 1);
    });

  it("is written by threads as by one", async () => {
    const kept = new Map<string, string>();
    await check(["--threads", "3", "docs"], { ...machine, threads: 3 }, kept);
    assert.equal(await check(["docs"], machine, kept), 1);
  });

  it("is left alone by fixes, which read what they change", async () => {
    const kept = await filled();
    const before = new Map(kept);
    assert.equal(await check(["--fix", "--dry-run", "docs"], machine, kept), 21);
    assert.deepEqual(kept, before);
  });

  it("says where it cannot be written, and ends as without it", async () => {
    const expected = await run(["check", "docs"], machine);
    const kept = Object.assign(new Map<string, string>(), {
      set: () => {
        throw new Error("the disk is full");
      },
    });
    assert.deepEqual(await run(["check", "--cache", "docs"], { ...machine, kept }), {
      ...expected,
      err: `${expected.err}design-docs: The findings cannot be kept for the next run: the disk is full.\n`,
    });
  });
});
