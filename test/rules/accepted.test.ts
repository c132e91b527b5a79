import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { printBaseline, readBaseline, withFingerprints } from "../../server/src/config/baseline.ts";
import type { Facts } from "../../server/src/facts/facts.ts";
import { fingerprintsOf, type Accepted } from "../../server/src/rules/support/fingerprint.ts";
import { analyze, type Analysis, type Judging } from "../../server/src/service.ts";
import { facts, templateOf } from "../kit/check.ts";

const template = templateOf(
  "# Design\n\nStatus: DRAFT\nAuthor: YOUR NAME <you@example.com>\n\n## Goals\n\nWhat it is for.\n\n## Risks\n\nWhat may go wrong.\n\n## Plan\n\nWhat comes when.\n",
);

const judged = (text: string, more: Partial<Judging> = {}): Analysis =>
  analyze({ text, template, settings: { rules: {} }, facts: facts satisfies Facts, ...more });

/** What a baseline has of a text, written to its file and read from it again. */
function acceptedIn(text: string, more: Partial<Judging> = {}): readonly Accepted[] {
  const analysis = judged(text, more);
  const prints = analysis.findings.flatMap(({ rule, problem }) => fingerprintsOf(rule.id, problem, analysis));
  const file = printBaseline(new Map([["docs/a.md", withFingerprints([], prints)]]));
  return readBaseline(file, "b.json").baseline.get("docs/a.md") ?? [];
}

const toldIn = ({ findings }: Analysis): readonly string[] => findings.map(({ rule }) => rule.id);

const old =
  "# Sync\n\nStatus: In Review\n\n## Goals\n\nWhat it is for.\n\n## Risks\n\n## Pictures\n\n![](a.png)\n";

describe("findings that were accepted", () => {
  it("are there at all", () => assert.ok(toldIn(judged(old)).length >= 4, toldIn(judged(old)).join(", ")));

  const edits: Readonly<Record<string, (text: string) => string>> = {
    "the same text": (text) => text,
    CRLF: (text) => text.replaceAll("\n", "\r\n"),
    "a byte order mark": (text) => `\uFEFF${text}`,
    "another title": (text) => text.replace("# Sync", "# Synchronisation of phones"),
    "more text above": (text) => text.replace("## Goals\n", "## Goals\n\nPhones.\n\n- One\n- Two\n"),
    "blank lines": (text) => text.replaceAll("\n\n", "\n\n\n"),
    "a numbered heading": (text) => text.replace("## Goals", "## 1. Goals"),
  };
  for (const [name, edit] of Object.entries(edits))
    it(`are not told again: ${name}`, () => {
      const analysis = judged(edit(old), { accepted: acceptedIn(old) });
      assert.deepEqual(toldIn(analysis), []);
      assert.deepEqual(analysis.gone, []);
      assert.ok(analysis.accepted.length >= 4);
    });

  for (const text of [
    "# Sync\n\n## Goals\n",
    "\uFEFF# Sync\n\n## Goals\n",
    "\r\n# Sync engine\r\n\r\n## Goals\r\n",
  ])
    it(`do not hang on the title where they are told of the whole document: ${JSON.stringify(text)}`, () => {
      const analysis = judged(text);
      const end = text.search(/(?<=Sync.*)\r?\n/);
      for (const start of [text.indexOf("#"), text.startsWith("\uFEFF") ? 0 : text.indexOf("#")]) {
        const problem = { span: { start, end }, message: { id: "template-empty.found", args: {} } } as const;
        assert.deepEqual(fingerprintsOf("x", problem, analysis), [{ rule: "x", section: "", text: "" }]);
      }
    });

  it("leave one more of the same kind told", () => {
    const analysis = judged(old.replace("![](a.png)", "![](a.png)\n\n![](a.png)"), {
      accepted: acceptedIn(old),
    });
    assert.deepEqual(toldIn(analysis), ["image-without-alt"]);
  });

  it("are gone when they are mended", () => {
    const accepted = acceptedIn(old);
    const analysis = judged(old.replace("What it is for.", "Phones work offline."), { accepted });
    assert.deepEqual(
      analysis.gone.map(({ rule, section, count }) => [rule, section, count]),
      [["placeholder-text", "goal", 1]],
    );
  });

  it("cover a missing section by its name, whatever stands beside it and at which stage", () => {
    const draft = "# Sync\n\nStatus: Draft\nAuthor: Ada <ada@lovelace.dev>\n\n## Goals\n\nPhones.\n";
    const accepted = acceptedIn(draft);
    assert.deepEqual(
      accepted.map(({ text }) => text),
      ["Plan", "Risks"],
    );
    const after = draft.replace("Draft", "Approved").replace("## Goals\n\nPhones.\n", "");
    const told = judged(after, { accepted }).findings.filter(({ rule }) => rule.id === "missing-section");
    assert.deepEqual(
      told.map(({ message }) => message.args["title"]),
      ["Goals"],
    );
  });

  it("are of no rule that lacked its facts", () => {
    const lacking: readonly Accepted[] = [
      { rule: "broken-link", section: "risk", text: "gone.md", count: 1 },
      { rule: "open-marker", section: "risk", text: "gone", count: 1 },
    ];
    const { gone } = judged(old, { accepted: lacking });
    assert.deepEqual(
      gone.map(({ rule }) => rule),
      ["open-marker"],
    );
  });
});

describe("a document that is older than its team’s day", () => {
  it("is told at information at most, also where a rule insists", () => {
    const text = "# Sync\n\nAuthor: Ada <ada@lovelace.dev>\n\n## Goals\n\nPhones.\n";
    const before = judged(text, { stage: "approved", since: "2026-03-01" });
    assert.equal(before.old, false);
    assert.ok(before.findings.some(({ severity }) => severity === "error"));
    const after = judged(text, { stage: "approved", since: "2026-03-02" });
    assert.equal(after.old, true);
    assert.deepEqual(toldIn(after), toldIn(before));
    for (const { severity } of after.findings)
      assert.ok(severity === "information" || severity === "hint", severity);
  });
});
