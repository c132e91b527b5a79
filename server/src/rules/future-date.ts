import { message } from "../messages/message.ts";
import type { Field } from "../syntax/document.ts";
import { isDay } from "../template/dates.ts";
import { defineRule, type Problem } from "./rule.ts";
import { creationDay } from "./support/creation-day.ts";
import { setValue, shownValue } from "./support/header.ts";
import { readNamed } from "./support/file-names.ts";
import { levels } from "./support/levels.ts";

interface FutureDate extends Problem {
  readonly field: Field;
}

const template = "# Design\n\nStatus: DRAFT\nDate: YYYY-MM-DD\n\n## Goals\n\nWhat it is for.\n";
const given = { say: "Today is 2026-03-02.", facts: { today: "2026-03-02" } };

export default defineRule<FutureDate>({
  id: "future-date",
  summary: "The date in the header has not come yet.",
  why: "The date says when the design was begun, so a day to come is a slip, most often of the year. Tomorrow is fine, since it is tomorrow already elsewhere. Where the file’s name has another day, [date-mismatch](date-mismatch.md) tells it.",
  severity: levels("information", "information", "information"),
  reads: [],
  needs: ["clock"],
  examples: [
    {
      title: "a slip in the year",
      template,
      given,
      fileName: "sync.md",
      text: "# Sync engine\n\nStatus: DRAFT\nDate: ⟦2062-03-01⟧\n\n## Goals\n\nPhones work offline.\n",
      fixed: "# Sync engine\n\nStatus: DRAFT\nDate: 2026-03-02\n\n## Goals\n\nPhones work offline.\n",
    },
    {
      title: "tomorrow, as it may be for the author",
      template,
      given,
      fileName: "sync.md",
      text: "# Sync engine\n\nStatus: DRAFT\nDate: 2026-03-03\n\n## Goals\n\nPhones work offline.\n",
    },
  ],

  *check(context) {
    const field = creationDay(context);
    // Whoever keeps findings keeps those longer for which nobody looked at the day.
    if (!field) return;
    const { today } = context.facts;
    if (!isDay(today) || daysOf(field.value) - daysOf(today) <= 1) return;
    const named = readNamed(context)?.date;
    if (named !== undefined && named !== field.value) return;
    const told = message("future-date.found", { key: field.key, value: field.value });
    yield { span: shownValue(context.doc, field), message: told, field };
  },

  fixes({ field }, { doc, facts }) {
    const title = message("future-date.fix", { key: field.key, date: facts.today });
    return [{ title, edits: [setValue(doc, field, facts.today)] }];
  },
});

/** A day of the calendar as a number of days. */
const daysOf = (day: string): number => Date.UTC(...partsOf(day)) / 86_400_000;

const partsOf = (day: string): [number, number, number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)) - 1,
  Number(day.slice(8, 10)),
];
