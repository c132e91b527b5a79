// Each preset's documents through their whole life.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { offeredSteps, steps, type Step } from "../../../server/src/features/lifecycle/steps.ts";
import { takeStep } from "../../../server/src/features/lifecycle/take-step.ts";
import { newDocument } from "../../../server/src/features/new-document.ts";
import { presetNames, presetTemplate } from "../../../server/src/template/presets.ts";
import type { Template } from "../../../server/src/template/template.ts";
import { applyEdits, type Edit } from "../../../server/src/text/edit.ts";
import { goodDocument } from "../../kit/good-document.ts";
import { oddDocument } from "../../kit/odd-documents.ts";
import { randomFrom } from "../../kit/random.ts";
import { read, successor, today, walk } from "./cases.ts";

const author = "Ada Lovelace <ada@lovelace.dev>";

const fresh = (template: Template): string =>
  newDocument(template, { title: "Sync engine", author, date: "2026-03-01", reviewers: ["@grace"] }).text;

/** What is taken away by edits besides status words and days. */
const taken = (text: string, edits: readonly Edit[]): readonly string[] =>
  edits.map(({ span }) => text.slice(span.start, span.end)).filter((piece) => piece.trim() !== "");

const forward: readonly Step[] = ["requestReview", "approve", "markImplemented", "supersede"];

/** By preset: the steps of a whole life, with the words of the status. */
const lives: Readonly<Record<string, string>> = {
  "design-doc": "IN REVIEW, APPROVED, IMPLEMENTED, SUPERSEDED",
  "short-note": "IN REVIEW, APPROVED, IMPLEMENTED, SUPERSEDED",
  adr: "Proposed, Accepted, Superseded by [Sync mesh](2027-01-05-sync-mesh-design.md)",
  "decision-record": "Proposed, Accepted, Superseded",
  rfc: "In Review, Accepted, Implemented, Superseded",
  enhancement: "Implementable, Implemented, Replaced",
};

describe("a document of each preset", () => {
  for (const name of presetNames) {
    const template = presetTemplate(name);
    it(`goes from ${name} to superseded, and keeps its words`, () => {
      let text = fresh(template);
      const words: string[] = [];
      for (const step of forward) {
        if (!offeredSteps(read(text, template)).some((one) => one.step === step)) continue;
        const { taken: done, before, text: next, after } = walk(text, template, step, { author });
        assert.equal(after.stage, done.status.stage);
        const lost = taken(text, done.edits);
        const known = [...template.statuses.map((status) => status.name), "Record each decision"];
        for (const piece of lost)
          assert.ok(
            known.some((word) => piece.startsWith(word)),
            `${step} takes “${piece}”`,
          );
        assert.equal(next.match(/^Date: .*$/m)?.[0], text.match(/^Date: .*$/m)?.[0]);
        assert.deepEqual(
          after.alignment.parts.map(({ title }) => title),
          before.alignment.parts.map(({ title }) => title),
        );
        const status = after.alignment.fields.find(({ wanted }) => wanted.shape === "status");
        words.push(status?.field?.value ?? "");
        text = next;
      }
      assert.equal(words.join(", "), lives[name]);
    });

    for (const step of ["reject", "withdraw"] as const)
      it(`may ${step} a ${name}, where it has a word for that`, () => {
        const template = presetTemplate(name);
        const text = fresh(template);
        const isOffered = offeredSteps(read(text, template)).some((one) => one.step === step);
        const hasWord = template.statuses.some(({ name: word }) =>
          new RegExp(step === "reject" ? "^rejected$" : "^withdrawn$", "i").test(word),
        );
        assert.equal(isOffered, hasWord);
        if (isOffered) assert.equal(walk(text, template, step).after.stage, "closed");
      });
  }

  it("has no new finding behind a step but the link to what implements it", () => {
    const template = presetTemplate("design-doc");
    let text = goodDocument("DRAFT").replace(
      /(## Decision Log\n\n).*\n/,
      "$1- 2026-03-01: merge by paragraph, by @grace, since merging by note loses text.\n",
    );
    const others = [];
    for (const step of forward) {
      const { after, text: next, taken: done } = walk(text, template, step, { author });
      const judged = (subject: string): readonly string[] =>
        read(subject, template).findings.map(({ rule, severity }) => `${rule.id} ${severity}`);
      others.push(judged(next).filter((finding) => /error|warning/.test(finding)));
      assert.equal(after.stage, done.status.stage);
      text = next;
    }
    assert.deepEqual(others, [[], [], ["implementation-link-missing error"], []]);
    assert.match(
      text,
      /\n- 2026-03-02: Approved by @grace, @mobile\/leads as proposed, for the reasons given in this document\.\n/,
    );
    assert.match(
      text,
      /\n- 2026-03-02: Superseded in favour of \[Sync mesh\]\(2027-01-05-sync-mesh-design\.md\) by Ada Lovelace, because of what is said there\.\n/,
    );
  });
});

describe("who takes a step", () => {
  const template = presetTemplate("design-doc");
  const entry = (step: Step, acting?: string): string => {
    const text = goodDocument("IN REVIEW").replace(
      /(## Decision Log\n\n).*\n/,
      "$1- 2026-03-01: x, by @jun.\n",
    );
    const about = acting === undefined ? {} : { author: acting };
    return /^- 2026-03-02: (.*)$/m.exec(walk(text, template, step, about, {}).text)?.[1] ?? "";
  };
  const cases: readonly (readonly [Step, string | undefined, string])[] = [
    ["reject", author, "Rejected by @grace, @mobile/leads, for the reasons given in the review."],
    ["reject", "Jun Park <j@p.dev>", "Rejected by Jun Park, for the reasons given in the review."],
    ["withdraw", author, "Withdrawn by Ada Lovelace, because it is not pursued further."],
    ["withdraw", undefined, "Withdrawn, because it is not pursued further."],
    ["supersede", undefined, "Superseded, because another design takes its place."],
  ];
  for (const [step, acting, expected] of cases)
    it(`${step}, ${acting ?? "whoever it is"}`, () => assert.equal(entry(step, acting), expected));
});

it("takes nothing from odd documents but their status, days, filler and the template’s own words", () => {
  const runs = Number(process.env["DESIGN_DOCS_RUNS"] ?? 40);
  const first = Number(process.env["DESIGN_DOCS_SEED"] ?? 1);
  const bar = /[\s|>*+\-.)]+/g;
  const template = presetTemplate("design-doc");
  const known = template.doc.text.replace(bar, " ");
  let offered = 0;
  for (let seed = first; seed < first + runs; seed++) {
    const text = oddDocument(randomFrom(seed));
    const before = read(text, template);
    for (const step of steps) {
      const done = takeStep(before, step, { today, successor });
      if (!done) continue;
      offered++;
      const status = before.alignment.fields.find(({ wanted }) => wanted.shape === "status")?.field;
      for (const { span } of done.edits) {
        const source = text.slice(span.start, span.end);
        for (const paragraph of source === status?.value ? [] : source.split(/(?:\r?\n[ \t]*){2,}/)) {
          const gone = paragraph.replace(bar, " ").trim();
          const isOwn = known.includes(gone) || /^(?:TBD|N\/A|None|\d{4} \d{2} \d{2})$/i.test(gone);
          assert.ok(isOwn, `seed ${seed}, ${step}: takes ${gone}`);
        }
      }
      const after = read(applyEdits(text, done.edits), template);
      assert.equal(after.stage, done.status.stage, `seed ${seed}, ${step}`);
      const { cursor } = done;
      assert.ok(0 <= cursor.start && cursor.start <= cursor.end && cursor.end <= after.doc.text.length);
    }
  }
  assert.ok(offered > runs / 2, `${offered} of ${runs}`);
});
