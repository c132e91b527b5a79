import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { analyze, fixesOf, type Analysis } from "../../server/src/service.ts";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { facts } from "../kit/check.ts";
import { goodDocument, wordsOf } from "../kit/good-document.ts";

const good = goodDocument();
const template = builtInTemplate();

const read = (text: string): Analysis => analyze({ text, template, facts, settings: { rules: {} } });

const told = ({ findings }: Analysis): readonly string[] =>
  findings.map(({ rule, severity }) => `${severity} ${rule.id}`);

it("tells nothing of a good document", () => assert.deepEqual(told(read(good)), []));

// What an author has yet to write when a section was put back.
const toWrite = new Set(["warning placeholder-text", "hint placeholder-text", "warning unfilled-field"]);

/** The fault is told once, on what `at` marks; the first fix silences it and leaves at most what is to be written. */
function checkFault(text: string, finding: string, at: string): void {
  assert.notEqual(text, good);
  const analysis = read(text);
  assert.deepEqual(told(analysis), [finding]);
  const [only] = analysis.findings;
  assert.ok(only);
  assert.equal(text.slice(only.problem.span.start, only.problem.span.end), at);
  const fix = fixesOf(analysis, only).at(0);
  assert.ok(fix, "no fix");
  const rest = told(read(applyEdits(text, fix.edits)));
  assert.deepEqual(
    rest.filter((other) => !toWrite.has(other)),
    [],
  );
}

const sections = template.sections.filter(({ isTitle }) => !isTitle);
const top = sections.filter(({ parent }) => parent < 0);

/** The text from a heading to the next of its level, as it stands in the good document. */
function sectionText(title: string): string {
  const marks = "#".repeat(sections.find((section) => section.title === title)?.depth ?? 2);
  const start = good.indexOf(`${marks} ${title}\n`);
  const next = new RegExp(`\\n#{1,${marks.length}} `, "g");
  next.lastIndex = start + 1;
  const end = next.exec(good)?.index;
  return good.slice(start, end === undefined ? good.length : end + 1);
}

const headingBefore = (title: string): string => {
  const before = good.slice(0, good.indexOf(sectionText(title)));
  return (
    before
      .match(/^#+ .*$/gm)
      ?.findLast((line) => title !== "Security & Privacy Considerations" || !line.startsWith("###")) ?? ""
  );
};

describe("a section removed", () => {
  for (const { title } of sections.filter(({ required }) => required)) {
    it(title, () =>
      checkFault(good.replace(sectionText(title), ""), "warning missing-section", headingBefore(title)),
    );
  }
});

describe("a section misspelt", () => {
  for (const { title } of sections) {
    const name = title.split(" / ").at(-1) ?? title;
    const misspelt = name.slice(0, 3) + name.slice(2);
    if (name.length < 5) continue;
    it(misspelt, () =>
      checkFault(good.replace(`# ${title}\n`, `# ${misspelt}\n`), "warning misspelled-section", misspelt),
    );
  }
});

describe("a section moved to the end", () => {
  for (const { title } of top.slice(0, -1)) {
    const text = sectionText(title);
    const moved = `${good.replace(text, "")}\n${text.trimEnd()}\n`;
    it(title, () => checkFault(moved, "warning section-order", text.split("\n")[0] ?? ""));
  }
});

describe("a section at another level", () => {
  for (const { title, depth } of sections) {
    const from = `\n${"#".repeat(depth)} ${title}\n`;
    const at = `${"#".repeat(depth + 1)} ${title}`;
    it(title, () => checkFault(good.replace(from, `\n${at}\n`), "warning section-level", at));
  }
});

describe("a section written twice", () => {
  for (const { title, index } of top.slice(0, -1)) {
    const copy = `## ${title}\n\nOther words of section ${index}.\n`;
    it(title, () => checkFault(`${good}\n${copy}`, "warning duplicate-section", `## ${title}`));
  }
});

describe("guidance left", () => {
  for (const { title, index, units, due } of sections) {
    const guidance = units[0] ?? "";
    const text = good.replace(wordsOf({ title, index }), guidance);
    const severity = due === "draft" ? "warning" : "hint";
    it(title, () => {
      const analysis = read(text);
      assert.deepEqual(told(analysis), [`${severity} placeholder-text`]);
      const [finding] = analysis.findings;
      const fix = finding && fixesOf(analysis, finding).at(0);
      // A section whose subsections are written is not empty without text of its own.
      const left = title === "Proposed Design" ? [] : [`${severity} empty-section`];
      assert.deepEqual(told(read(applyEdits(text, fix?.edits ?? []))), left);
    });
  }
});

describe("a section left empty", () => {
  for (const { title, index, depth, due } of sections) {
    if (title === "Proposed Design") continue;
    const text = good
      .replace(`${wordsOf({ title, index })}\n\n`, "")
      .replace(`\n${wordsOf({ title, index })}\n`, "");
    const severity = due === "draft" ? "warning" : "hint";
    it(title, () => checkFault(text, `${severity} empty-section`, `${"#".repeat(depth)} ${title}`));
  }
});

describe("the header", () => {
  const faults: readonly (readonly [string, string, string, string])[] = [
    ["Status: IN REVIEW\n", "", "error missing-field", "# Sync engine"],
    ["Author: Ada Lovelace <ada@lovelace.dev>\n", "", "error missing-field", "Status: IN REVIEW"],
    ["Date: 2026-03-01\n", "", "error missing-field", "Author: Ada Lovelace <ada@lovelace.dev>"],
    ["Reviewers: @grace, @mobile/leads\n", "", "error missing-field", "Date: 2026-03-01"],
    ["2026-03-01", "YYYY-MM-DD", "warning unfilled-field", "YYYY-MM-DD"],
    ["2026-03-01", "2026/03/01", "error invalid-date", "2026/03/01"],
    ["<ada@lovelace.dev>", "(ada@lovelace.dev)", "warning invalid-author", "Ada Lovelace (ada@lovelace.dev)"],
    ["@mobile/leads", "mobile/leads", "warning invalid-reviewers", "mobile/leads"],
  ];
  for (const [from, to, finding, at] of faults) {
    it(`${from.trim()} → ${to}`, () => {
      if (from.startsWith("Status")) {
        // Without a status a document is a draft, but its lack is an error all the same.
        assert.deepEqual(told(read(good.replace(from, to))), [finding]);
      } else checkFault(good.replace(from, to), finding, at);
    });
  }

  it("a status misspelt is an error, and the document is judged as a draft", () => {
    checkFault(good.replace("IN REVIEW", "IN REVEIW"), "error invalid-status", "IN REVEIW");
  });

  it("a field that stands twice is told once, whatever else is wrong with it", () => {
    checkFault(
      good.replace("Date: 2026-03-01\n", "Date: 2026-03-01\nDate: 2026-03-01\n"),
      "error duplicate-field",
      "Date: 2026-03-01",
    );
  });
});
