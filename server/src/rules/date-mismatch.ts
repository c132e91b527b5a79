import { message } from "../messages/message.ts";
import type { Field } from "../syntax/document.ts";
import { withDate } from "../template/name-pattern.ts";
import { defineRule, type Fix, type Problem } from "./rule.ts";
import { creationDay } from "./support/creation-day.ts";
import { setValue, shownValue } from "./support/header.ts";
import { levels } from "./support/levels.ts";
import { judgedName, readingPattern, readNamed } from "./support/file-names.ts";

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
  reads: [],
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
    const named = readNamed(context)?.date;
    if (!field || named === undefined || field.value === named) return;
    const told = message("date-mismatch.found", { key: field.key, value: field.value, named });
    yield { span: shownValue(context.doc, field), message: told, field, named };
  },

  fixes({ field, named }, context) {
    const header: Fix = {
      title: message("date-mismatch.fix-header", { key: field.key, date: named }),
      edits: [setValue(context.doc, field, named)],
    };
    const pattern = readingPattern(context);
    const whole = withDate(pattern, judgedName(context, pattern) ?? "", field.value);
    const name = whole?.split("/").at(-1);
    // A day in the name of the folder stays there.
    if (name === undefined || name === context.facts.fileName) return [header];
    return [header, { title: message("date-mismatch.fix-file", { name }), edits: [], rename: name }];
  },
});
