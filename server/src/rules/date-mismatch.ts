import { message } from "../messages/message.ts";
import type { Field } from "../syntax/document.ts";
import { isDay } from "../template/dates.ts";
import { readFileName } from "../template/file-name.ts";
import { defineRule, type Problem } from "./rule.ts";
import { creationDay } from "./support/creation-day.ts";
import { setValue, shownValue } from "./support/header.ts";
import { levels } from "./support/levels.ts";

interface DateMismatch extends Problem {
  readonly field: Field;
  /** The day in the file's name. */
  readonly named: string;
}

const template = "# Design\n\nStatus: DRAFT\nDate: YYYY-MM-DD\n\n## Goals\n\nWhat it is for.\n";

export default defineRule<DateMismatch>({
  id: "date-mismatch",
  summary: "The date in the header is not the day in the file’s name.",
  why: "Both say when the design was begun. Where they differ, one of them is wrong, and lists sort by the one or the other. A day of something else, such as the last change, belongs in a field of its own name.",
  severity: levels("information", "warning", "warning"),
  examples: [
    {
      title: "two days",
      template,
      stage: "review",
      fileName: "2026-03-01-sync-engine-design.md",
      text: "# Sync engine\n\nStatus: IN REVIEW\nDate: ⟦2026-01-03⟧\n\n## Goals\n\nPhones work offline.\n",
      fixed: "# Sync engine\n\nStatus: IN REVIEW\nDate: 2026-03-01\n\n## Goals\n\nPhones work offline.\n",
    },
    {
      title: "the same day",
      template,
      fileName: "2026-03-01-sync-engine-design.md",
      text: "# Sync engine\n\nStatus: DRAFT\nDate: 2026-03-01\n\n## Goals\n\nPhones work offline.\n",
    },
  ],

  *check(context) {
    const field = creationDay(context);
    const named = readFileName(context.facts.fileName)?.date ?? "";
    if (!field || !isDay(named) || field.value === named) return;
    const told = message("date-mismatch.found", { key: field.key, value: field.value, named });
    yield { span: shownValue(context.doc, field), message: told, field, named };
  },

  fixes({ field, named }, { doc, facts }) {
    const name = field.value + facts.fileName.slice(named.length);
    return [
      {
        title: message("date-mismatch.fix-header", { key: field.key, date: named }),
        edits: [setValue(doc, field, named)],
      },
      { title: message("date-mismatch.fix-file", { name }), edits: [], rename: name },
    ];
  },
});
