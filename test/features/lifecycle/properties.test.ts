// No step loses a word of the author’s, whatever became of a document.
import assert from "node:assert/strict";
import { it } from "node:test";
import { offeredSteps, standingOf } from "../../../server/src/features/lifecycle/steps.ts";
import { takeStep } from "../../../server/src/features/lifecycle/take-step.ts";
import type { Analysis } from "../../../server/src/service.ts";
import { inText } from "../../../server/src/syntax/document.ts";
import { asDay } from "../../../server/src/template/dates.ts";
import { isFiller, unfilledIn } from "../../../server/src/template/fields.ts";
import { presetNames, presetText } from "../../../server/src/template/presets.ts";
import { enumeration, readStatus } from "../../../server/src/template/status.ts";
import type { Template } from "../../../server/src/template/template.ts";
import { applyEdits, type Edit } from "../../../server/src/text/edit.ts";
import { meets, slice } from "../../../server/src/text/span.ts";
import { templateOf } from "../../kit/check.ts";
import { oddDocument, oddHeader } from "../../kit/odd-documents.ts";
import { designDocument } from "../../kit/random-document.ts";
import { hostileMarkdown } from "../../kit/random-markdown.ts";
import { randomFrom, type Random } from "../../kit/random.ts";
import { spellings } from "../../kit/spellings.ts";
import { read, successor, today } from "./cases.ts";

const runs = Number(process.env["DESIGN_DOCS_RUNS"] ?? 25);
const first = Number(process.env["DESIGN_DOCS_SEED"] ?? 1);

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Those of the words that do not follow in the same order among the others. */
function lacking(words: readonly string[], others: readonly string[]): readonly string[] {
  let from = 0;
  return words.filter((word) => {
    const index = others.indexOf(word, from);
    if (index >= 0) from = index + 1;
    return index < 0;
  });
}

/** What an edit takes out of a text that was neither a status, a day, filler nor the template’s. */
function lostBy({ span, text }: Edit, { doc, template, alignment, states }: Analysis): readonly string[] {
  const field = doc.header.fields.find((one) => meets(inText(doc, one.block, one.valueSpan), span));
  const wanted = alignment.fields.find((answer) => answer.field === field)?.wanted;
  const value = field?.value ?? "";
  const isReference = /\]\[|\[\^|\[adr-5\]/.test(value);
  const isOpen =
    (isFiller(value) && !isReference) ||
    enumeration(value).length > 1 ||
    (wanted && unfilledIn(value, wanted).length > 0);
  if (field && (isOpen || asDay(value) !== undefined)) return [];
  const status = wanted?.shape === "status" ? readStatus(value, template.statuses)?.name : undefined;
  if (wanted?.shape === "status" && status === undefined && wordsOf(value).length < 2 && !isReference)
    return [];
  const soft = [...states.values()].flatMap(({ filler, leftovers }) => [
    ...(filler ? [filler] : []),
    ...leftovers.map((left) => left.span),
  ]);
  const bare = slice(doc.text, span).replace(/[^]/g, (char, index: number) =>
    soft.some(({ start, end }) => start <= span.start + index && span.start + index < end) ? " " : char,
  );
  const free = new Set(wordsOf((status ?? "").toLowerCase()));
  return lacking(wordsOf(bare), wordsOf(text)).filter(
    (word) => !free.has(word.toLowerCase()) && !(status !== undefined && /^\d+$/.test(word)),
  );
}

const templates: readonly Template[] = presetNames.map((name) => templateOf(presetText(name)));
const headers = Object.values(spellings);

/** A status that is a reference link, a footnote or both, in a section, a line or data. */
function referring(random: Random): string {
  const one = <T>(list: readonly T[], or: T): T => list[random.below(list.length)] ?? or;
  const word = one(["Accepted", "Ratified", "Proposed", "Waiting for it", "adr-5", "Draft"], "");
  const value = one(
    [`[${word}][adr-5]`, `[${word}][]`, `${word}[^1]`, "[^1]", "[adr-5]", `**[${word}][adr-5]**`],
    "",
  );
  const place = one(["## Status\n\n", "Status: ", "- Status: ", "## Status\n\n- "], "");
  return `# Sync engine\n\n${place}${value}\n\n## Goals\n\nPhones.\n\n[adr-5]: adr-5.md\n\n[^1]: By Ada.\n`;
}

function documentFor(random: Random): string {
  switch (random.below(7)) {
    case 6:
      return referring(random);
    case 0:
      return oddDocument(random);
    case 1:
      return oddHeader(random);
    case 2:
      return designDocument(random);
    case 3:
      return hostileMarkdown(random);
    default: {
      const text = headers[random.below(headers.length)] ?? "";
      const ended = random.once(2) ? text : `\uFEFF${text.replace(/\n/g, "\r\n")}`;
      return random.once(2) ? ended : `${ended}\n${oddDocument(random)}`;
    }
  }
}

it(`no step loses a word of ${runs} odd documents, and each is taken once`, () => {
  let taken = 0;
  for (let seed = first; seed < first + runs; seed++) {
    const random = randomFrom(seed);
    const text = documentFor(random);
    const template = templates[random.below(templates.length)] ?? templateOf(undefined);
    const before = read(text, template);
    for (const { step, status } of offeredSteps(before)) {
      const name = `seed ${seed}, ${step}`;
      const given = { today, ...(random.once(2) ? { successor } : { approver: "Ada <ada@example.com>" }) };
      const result = takeStep(before, step, given);
      if (!result) continue;
      taken++;
      const { edits, cursor } = result;
      for (const edit of edits) assert.deepEqual(lostBy(edit, before), [], name);
      const changed = applyEdits(text, edits);
      const after = read(changed, template);
      assert.equal(standingOf(after)?.stage, status.stage, name);
      assert.ok(0 <= cursor.start && cursor.start <= cursor.end && cursor.end <= changed.length, name);
      const titles = ({ doc }: Analysis): readonly string[] => doc.sections.map(({ title }) => title);
      assert.deepEqual(lacking(titles(before), titles(after)), [], name);
      const keys = ({ doc }: Analysis): readonly string[] => doc.header.fields.map(({ key }) => key);
      assert.deepEqual(lacking(keys(before), keys(after)), [], name);
      const again = takeStep(after, step, given);
      if (again) assert.equal(applyEdits(changed, again.edits), changed, name);
    }
  }
  assert.ok(taken > runs, String(taken));
});
