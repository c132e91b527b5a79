import { message } from "../messages/message.ts";
import type { Field } from "../syntax/document.ts";
import { asDay, isDay } from "../template/dates.ts";
import { defineRule, type Problem } from "./rule.ts";
import { filledFields, setValue, shownValue } from "./support/header.ts";
import { headerLevels } from "./support/levels.ts";

interface InvalidDate extends Problem {
  readonly field: Field;
}

const template = "# Design\n\nStatus: DRAFT\nDate: YYYY-MM-DD\n\n## Goals\n\nWhat it is for.\n";

export default defineRule<InvalidDate>({
  id: "invalid-date",
  summary: "A date is not written as YYYY-MM-DD, or there is no such day.",
  why: "03/04/2026 is a day in March or in April, depending on the reader. YYYY-MM-DD is one day for everyone, and sorts. It is asked for where the template has `YYYY-MM-DD`.",
  severity: headerLevels("error", "error", "error"),
  reads: [],
  waitsFor: "value",
  examples: [
    {
      title: "another form of the same day",
      template,
      text: "# Sync engine\n\nStatus: DRAFT\nDate: ⟦1 March 2026⟧\n\n## Goals\n\nPhones work offline.\n",
      fixed: "# Sync engine\n\nStatus: DRAFT\nDate: 2026-03-01\n\n## Goals\n\nPhones work offline.\n",
    },
    {
      title: "a day that does not exist",
      template,
      text: "# Sync engine\n\nStatus: DRAFT\nDate: ⟦2026-02-30⟧\n\n## Goals\n\nPhones work offline.\n",
    },
  ],

  *check(context) {
    for (const { wanted, field } of filledFields(context, "date")) {
      const { value } = field;
      // Only what the template shows is asked for. A remark may follow: `2026-03-01 (begun in 2025)`.
      if (wanted.value === "" || isDay(/^(\S{10})[\s,;(]/.exec(value)?.[1] ?? value)) continue;
      const isShaped = /^\d{4}-\d{2}-\d{2}$/.test(value);
      const told = message(isShaped ? "invalid-date.day" : "invalid-date.shape", { value });
      yield { span: shownValue(context.doc, field), message: told, field };
    }
  },

  fixes({ field }, { doc }) {
    const date = asDay(field.value);
    if (!date) return [];
    return [
      {
        title: message("invalid-date.fix", { key: field.key, date }),
        edits: [setValue(doc, field, date)],
        safe: true,
      },
    ];
  },
});
