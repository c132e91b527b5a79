import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { newDocument } from "../../server/src/features/new-document.ts";
import { inEnglish } from "../../server/src/messages/message.ts";
import { analyze, type Analysis } from "../../server/src/service.ts";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import {
  isPresetName,
  presetNames,
  presetOf,
  presets,
  presetTemplate,
  presetText,
  type PresetName,
} from "../../server/src/template/presets.ts";
import { readTemplate } from "../../server/src/template/read-template.ts";
import type { Stage } from "../../server/src/template/status.ts";
import type { Template } from "../../server/src/template/template.ts";

const root = join(import.meta.dirname, "../..");
const today = "2026-03-04";

const judged = (text: string, template: Template, stage?: Stage): Analysis =>
  analyze({
    text,
    template,
    settings: { rules: {} },
    facts: { today, fileName: "" },
    ...(stage === undefined ? {} : { stage }),
  });

const told = ({ findings }: Analysis): readonly string[] =>
  findings.map(({ rule, severity, problem }) => `${severity} ${rule.id} at ${problem.span.start}`);

/** The presets' sections by their customary names, in order. The title's section is none of a document's own. */
const sections: Readonly<Record<string, readonly string[]>> = {
  "short-note": ["Problem", "Proposal", "Alternatives", "Risks", "Open Questions", "Next Steps"],
  adr: ["Status", "Context", "Decision", "Consequences"],
  "decision-record": [
    "Context and Problem Statement",
    "Decision Drivers",
    "Considered Options",
    "Decision Outcome",
    "Consequences",
    "Confirmation",
    "Pros and Cons of the Options",
    "Option 1",
    "More Information",
  ],
  rfc: [
    "Summary",
    "Motivation",
    "Guide-level explanation",
    "Reference-level explanation",
    "Drawbacks",
    "Rationale and alternatives",
    "Prior art",
    "Unresolved questions",
    "Future possibilities",
  ],
  enhancement: [
    "Summary",
    "Motivation",
    "Goals",
    "Non-Goals",
    "Proposal",
    "User Stories",
    "Story 1",
    "Risks and Mitigations",
    "Design Details",
    "Test Plan",
    "Graduation Criteria",
    "Upgrade / Downgrade Strategy",
    "Version Skew Strategy",
    "Production Readiness",
    "Implementation History",
    "Drawbacks",
    "Alternatives",
    "Infrastructure Needed",
  ],
};

describe("presets", () => {
  it("are the files in templates/", () => {
    const files = readdirSync(join(root, "templates")).map((name) => name.replace(/\.md$/, ""));
    assert.deepEqual(files.toSorted(), presetNames.toSorted());
  });

  it("are known by their names and by identity", () => {
    assert.equal(isPresetName("adr"), true);
    assert.equal(isPresetName("constructor"), false);
    assert.equal(presetTemplate("design-doc"), builtInTemplate());
    for (const name of presetNames) assert.equal(presetOf({ ...presetTemplate(name), statuses: [] }), name);
    assert.equal(presetOf(readTemplate({ name: "x", text: presetText("adr") })), undefined);
  });

  for (const name of presetNames) {
    describe(name, () => {
      const template = presetTemplate(name);
      const title = inEnglish(presets[name].title);
      const summary = inEnglish(presets[name].summary);

      it("is its file", () => {
        assert.equal(presetText(name), readFileSync(join(root, `templates/${name}.md`), "utf8"));
      });

      it("is told in a title and one sentence", () => {
        assert.match(title, /^\p{Lu}[^.]+$/u);
        assert.match(summary, /^\p{Lu}[^.]+\.$/u);
      });

      it("has its sections, a status that begins as a draft, and closing instructions", () => {
        const expected = sections[name];
        const names = template.sections.filter(({ isTitle }) => !isTitle).map((section) => section.title);
        if (expected) assert.deepEqual(names, expected);
        assert.equal(template.statuses.at(0)?.stage, "draft");
        assert.ok(template.statuses.some(({ stage }) => stage === "approved"));
        assert.ok(template.statuses.some(({ stage }) => stage === "closed"));
        assert.ok(template.instructions.length > 1);
        for (const section of template.sections) assert.notEqual(section.guidance, "", section.title);
      });

      for (const [place, governing] of [
        ["as a preset", template],
        [
          "as a file of the workspace",
          readTemplate(
            { name: "TEMPLATE.md", uri: "file:///w/TEMPLATE.md", text: presetText(name) },
            builtInTemplate(),
          ),
        ],
      ] as const) {
        it(`bears documents without a warning, ${place}`, () => {
          const { text } = newDocument(governing, {
            title: "Sync engine",
            date: today,
            author: "Ann Lee <ann@lee.dev>",
            reviewers: ["@bo"],
          });
          assert.match(text, /^# Sync engine\n/);
          assert.doesNotMatch(text, /design-docs:|How to use/);
          const loud = told(judged(text, governing)).filter((one) => /^(?:error|warning)/.test(one));
          assert.deepEqual(loud, []);
        });
      }
    });
  }
});

// Documents of ours, one for each preset but the default, whose examples are in examples/.
const fixtures = join(root, "test/fixtures/presets");
const documents: Readonly<Partial<Record<PresetName, string>>> = {
  "short-note": "docs/notes/2026-02-09-photo-upload-retries.md",
  adr: "docs/adr/0001-keep-notes-in-sqlite.md",
  "decision-record": "docs/decisions/0002-map-tiles.md",
  rfc: "rfcs/0007-stable-note-ids.md",
  enhancement: "enhancements/0012-offline-areas.md",
};

describe("example documents of the presets", () => {
  for (const [name, path] of Object.entries(documents)) {
    it(`${path} has no finding when it is approved`, () => {
      assert.ok(isPresetName(name));
      const analysis = judged(readFileSync(join(fixtures, path), "utf8"), presetTemplate(name));
      assert.equal(analysis.stage, "approved");
      assert.deepEqual(told(analysis), []);
    });
  }
});
