import assert from "node:assert/strict";
import type { Facts } from "../../../server/src/facts/facts.ts";
import type { Step } from "../../../server/src/features/lifecycle/steps.ts";
import { takeStep, type Taken } from "../../../server/src/features/lifecycle/take-step.ts";
import { analyze, type Analysis } from "../../../server/src/service.ts";
import type { Template } from "../../../server/src/template/template.ts";
import { applyEdits } from "../../../server/src/text/edit.ts";
import { facts } from "../../kit/check.ts";
import { mark } from "../../kit/markers.ts";

export const today = "2026-03-02";
export const uri = "file:///w/designs/2026-03-01-sync-engine-design.md";

/** The design that takes the place of the one in hand. */
export const successor = {
  uri: "file:///w/designs/2027-01-05-sync-mesh-design.md",
  title: "Sync mesh",
  fileName: "2027-01-05-sync-mesh-design.md",
};

/** A text beside a template, with the facts of a document in a workspace. */
export const read = (text: string, template: Template, about: Partial<Facts> = {}): Analysis =>
  analyze({ text, template, settings: { rules: {} }, facts: { ...facts, uri, ...about } });

export interface Walked {
  readonly before: Analysis;
  readonly taken: Taken;
  readonly text: string;
  readonly after: Analysis;
}

/** Takes a step, with the successor where one is asked for. Fails where it is not offered. */
export function walk(
  text: string,
  template: Template,
  step: Step,
  about: Partial<Facts> = {},
  given: Partial<Parameters<typeof takeStep>[2]> = { successor },
): Walked {
  const before = read(text, template, about);
  const taken = takeStep(before, step, { today, ...given });
  assert.ok(taken, `${step} is not offered`);
  const changed = applyEdits(text, taken.edits);
  return { before, taken, text: changed, after: read(changed, template, about) };
}

/** The text after a step, with the place where the author writes next. */
export function marked({ text, taken }: Walked): string {
  const { cursor } = taken;
  return cursor.start === cursor.end
    ? `${text.slice(0, cursor.start)}▮${text.slice(cursor.start)}`
    : mark(text, [cursor]);
}
