import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { insertMissing } from "../../server/src/features/insert-missing.ts";
import { newDocument } from "../../server/src/features/new-document.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { fixesOf } from "../../server/src/service.ts";
import { analyse } from "../kit/analyse.ts";
import { ownContextOf, templateOf } from "../kit/check.ts";
import { mark, unmark } from "../kit/markers.ts";

/** Marks round what rules about templates tell of a template, but for one that is not about the case. */
function check(marked: string, rule: string): void {
  const { text } = unmark(marked);
  const found = ownContextOf(text).findings.filter((finding) => finding.rule.id === rule);
  assert.equal(
    mark(
      text,
      found.map(({ problem }) => problem.span),
    ),
    marked,
  );
}

const cases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "template-unknown-marker": {
    "in square brackets": "# D\n\n## Goals ⟦[maybe]⟧\n\nText.\n",
    "with an explanation": "# D\n\n## Goals ⟦(only if it has users)⟧\n\nText.\n",
    "that is understood": "# D\n\n## Goals (optional)\n\nText.\n\n## Risks [if applicable]\n\nText.\n",
    "words that speak of something else":
      "# D\n\n## What if (a user leaves)\n\nText.\n\n## Options\n\nText.\n",
    "said in a comment": "# D\n\n## Goals (opt.)\n\n<!-- design-docs: optional -->\n\nText.\n",
    "with CRLF": "# D\r\n\r\n## Goals ⟦(opt.)⟧\r\n\r\nText.\r\n",
  },
  "template-placeholder-heading": {
    "in the midst of a name": "# D\n\n## How ⟦[service]⟧ works\n\nText.\n",
    "a link": "# D\n\n## How [services](a.md) and [others][o] work\n\nText.\n\n[o]: b.md\n",
    "code and an anchor": "# D\n\n## The routes `/users/{id}` {#routes}\n\nText.\n",
    "a comment": "# D\n\n## Goals <!-- TODO: another name -->\n\nText.\n",
    "optional anyway": "# D\n\n## How [service] works (optional)\n\nText.\n",
    "an address": "# D\n\n## See <https://example.com/a>\n\nText.\n",
  },
  "template-annotation": {
    "words of other tools": "# D\n\n<!-- design-docs: ⟦mandatory⟧; ⟦aliases⟧: Aims -->\n",
    "a word without what belongs to it":
      "# D\n\n<!-- design-docs: ⟦also:⟧; ⟦one of⟧; expect: ⟦sentences⟧ -->\n",
    "stages of words":
      "# D\n\n<!-- design-docs: stage: On Hold = ⟦colsed⟧, ⟦Parked⟧, Done = implemented -->\n",
    "below a list item and with CRLF": "# D\r\n\r\n- Item\r\n  <!-- design-docs: ⟦optinal⟧ -->\r\n",
    "a document that is left alone and one that is not ours": "# D\n\n<!-- design-doc: foo -->\n",
    "nothing in it": "# D\n\n<!-- design-docs: -->\n\n<!-- design-docs: optional; -->\n",
    "in code": "# D\n\n```html\n<!-- design-docs: foo -->\n```\n",
  },
  "template-duplicate-section": {
    "below one section": "# D\n\n## A\n\n### Tests\n\nText.\n\n⟦### Tests⟧\n\nText.\n",
    "with other words for one key": "# D\n\n## Goal\n\nText.\n\n⟦## GOALS⟧\n\nText.\n",
    setext: "# D\n\nGoals\n-----\n\nText.\n\n⟦Goals\n-----⟧\n\nText.\n",
  },
  "template-empty": {
    "a text without headings": "⟦Just write.⟧\n\nSomething.\n",
    "a comment first": "<!-- About it. -->\n\n⟦# Design⟧\n",
  },
  "template-status": {
    "the default flow": "# D\n\nStatus: DRAFT\n\n## Goals\n\nText.\n",
    "one word of the team’s": "# D\n\nStatus: Simmering\n\n## Goals\n\nText.\n",
    "in a table":
      "# D\n\n| Key | Value |\n| --- | --- |\n| Status | ⟦Parked⟧ / Accepted / Dropped |\n\n## Goals\n\nText.\n".replace(
        "Dropped",
        "⟦Dropped⟧",
      ),
    "in front matter": "---\nstatus: ⟦one of these, or that, as you like⟧\n---\n\n# D\n\n## Goals\n\nText.\n",
  },
};

for (const [rule, texts] of Object.entries(cases))
  describe(rule, () => {
    for (const [name, marked] of Object.entries(texts)) it(name, () => check(marked, rule));
  });

describe("rules about templates", () => {
  const text = "# D\n\n## Goals (opt.)\n\nText.\n";

  it("say nothing of documents, and other rules nothing of templates", () => {
    const isOwn = ({ rule }: { readonly rule: { readonly subject?: "template" } }): boolean =>
      rule.subject === "template";
    assert.ok(ownContextOf(text).findings.every(isOwn));
    assert.equal(ownContextOf(text).findings.length, 1);
    const document = analyse(text, { template: text }).findings;
    assert.deepEqual(document.filter(isOwn), []);
    assert.ok(document.length > 0);
  });

  it("are silent where a comment asks for it, and a document that has the comment is not told of it", () => {
    const quiet = `<!-- design-docs-disable-file template-unknown-marker -->\n\n${text}`;
    assert.deepEqual(ownContextOf(quiet).findings, []);
    const told = analyse(quiet, { template: text, targets: new Map() }).findings.map(({ rule }) => rule.id);
    assert.ok(!told.includes("unused-suppression"), told.join(", "));
  });

  it("leave their suppressions in the template, whatever is made of it", () => {
    const name = "template-unknown-marker";
    const quiet = `<!-- design-docs-disable-file ${name} -->\n\n# D\n\n## Goals\n\n<!-- design-docs-disable ${name} -->\n\nText.\n\n<!-- design-docs-enable ${name} -->\n\n## Risks\n\nMore.\n`;
    const made = newDocument(templateOf(quiet), { title: "X", date: "2026-01-01", reviewers: [] });
    assert.equal(made.text, "# X\n\n## Goals\n\nText.\n\n## Risks\n\nMore.\n");
    const { edits } = insertMissing(analyse("# X\n", { template: quiet }));
    assert.equal(applyEdits("# X\n", edits), "# X\n\n## Goals\n\nText.\n\n## Risks\n\nMore.\n");
  });

  it("keep CRLF in their fixes", () => {
    const analysis = ownContextOf("# D\r\n\r\n## How [service] works\r\n\r\nText.\r\n");
    const [finding] = analysis.findings;
    assert.ok(finding);
    const after = applyEdits(analysis.doc.text, fixesOf(analysis, finding)[0]?.edits ?? []);
    assert.equal(
      after,
      "# D\r\n\r\n## How [service] works\r\n\r\n<!-- design-docs: pattern -->\r\n\r\nText.\r\n",
    );
  });
});
