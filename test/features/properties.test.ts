import assert from "node:assert/strict";
import { it } from "node:test";
import { completion } from "../../server/src/features/completion.ts";
import { hover } from "../../server/src/features/hover.ts";
import { insertMissing } from "../../server/src/features/insert-missing.ts";
import { newDocument } from "../../server/src/features/new-document.ts";
import { nextIncomplete } from "../../server/src/features/next-incomplete.ts";
import { outline, type OutlineItem } from "../../server/src/features/outline.ts";
import { progress } from "../../server/src/features/progress.ts";
import { analyze, type Analysis } from "../../server/src/service.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { contains, touches, type Span } from "../../server/src/text/span.ts";
import { analyse } from "../kit/analyse.ts";
import { facts, templateOf } from "../kit/check.ts";
import { oddDocument } from "../kit/odd-documents.ts";
import { randomFrom } from "../kit/random.ts";
import { expandSnippet } from "../kit/snippet.ts";

const runs = Number(process.env["DESIGN_DOCS_RUNS"] ?? 60);
const first = Number(process.env["DESIGN_DOCS_SEED"] ?? 1);
const suggestions = {
  handles: [{ handle: "@ann", detail: "CODEOWNERS" }],
  author: "A <a@b.c>",
  today: "2026-03-04",
};
const triggers = [undefined, "#", " ", ":", "@", ","] as const;

it(`features hold for ${runs} odd documents and places in them`, () => {
  for (let seed = first; seed < first + runs; seed++) {
    const random = randomFrom(seed);
    const text = oddDocument(random);
    const analysis = analyse(text);
    const name = `seed ${seed}`;
    checkOutline({ start: 0, end: text.length }, outline(analysis), name);
    const { written, total } = progress(analysis);
    assert.ok(0 <= written && written <= total, name);
    checkInsertion(text, analysis, name);
    for (let count = 0; count < 20; count++) {
      const offset = random.below(text.length + 1);
      checkPlace(text, analysis, offset, `${name} at ${offset}`);
    }
  }
});

it(`odd templates make new documents and a title for each, ${runs} times`, () => {
  for (let seed = first; seed < first + runs; seed++) {
    const template = templateOf(oddDocument(randomFrom(seed)));
    const made = newDocument(template, { title: "Sync engine", date: "2026-03-04", reviewers: [] });
    assert.equal(expandSnippet(made.snippet).text, made.text, `seed ${seed}`);
    assert.match(made.text, /^# Sync engine\r?$[^]*\n$/m, `seed ${seed}`);
    analyze({ text: made.text, template, facts, settings: { rules: {} } });
  }
});

function checkOutline(around: Span, items: readonly OutlineItem[], name: string): void {
  for (const item of items) {
    assert.ok(contains(around, item.span), `${name}: ${item.name} leaves what is around it`);
    assert.ok(contains(item.span, item.selection), `${name}: ${item.name} has its heading elsewhere`);
    assert.notEqual(item.name, "", name);
    checkOutline(item.span, item.children, name);
  }
}

function checkInsertion(text: string, analysis: Analysis, name: string): void {
  const { titles, edits } = insertMissing(analysis);
  const inserted = applyEdits(text, edits);
  const left = analyse(inserted).alignment.sections.filter(
    ({ wanted, part }) => !part && titles.includes(wanted.title),
  );
  assert.deepEqual(
    left.map(({ wanted }) => wanted.title),
    [],
    `${name}: still missing in\n${JSON.stringify(inserted)}`,
  );
}

function checkPlace(text: string, analysis: Analysis, offset: number, name: string): void {
  const inText = ({ start, end }: Span): boolean => 0 <= start && start <= end && end <= text.length;
  const shown = hover(analysis, offset);
  assert.ok(!shown || (touches(shown.span, offset) && shown.markdown.length > 0), name);
  const next = nextIncomplete(analysis, offset);
  assert.ok(!next || (inText(next.span) && next.title !== ""), name);
  for (const trigger of triggers) {
    const items = completion(analysis, offset, trigger, suggestions);
    for (const item of items) {
      assert.ok(
        inText(item.span) && touches(item.span, offset),
        `${name}: ${item.label} is not at the caret`,
      );
      assert.doesNotMatch(
        text.slice(item.span.start, item.span.end),
        /[\r\n]/,
        `${name}: ${item.label} spans lines`,
      );
      if (item.snippet) assert.equal(expandSnippet(item.snippet).text, item.text, name);
    }
    assert.deepEqual(
      items.map(({ order }) => order),
      [...items.keys()],
      name,
    );
  }
}
