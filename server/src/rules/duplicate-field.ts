import { message } from "../messages/message.ts";
import { inText, type Field } from "../syntax/document.ts";
import { unfilledIn } from "../template/fields.ts";
import type { TemplateField } from "../template/template.ts";
import { defineRule, type Fix, type Problem } from "./rule.ts";
import { withoutFields } from "./support/header.ts";
import { headerLevels } from "./support/levels.ts";

interface DuplicateField extends Problem {
  readonly wanted: TemplateField;
  readonly first: Field;
  readonly field: Field;
}

const template = "# Design\n\nStatus: DRAFT\nDate: YYYY-MM-DD\n\n## Goals\n\nWhat it is for.\n";

export default defineRule<DuplicateField>({
  id: "duplicate-field",
  summary: "A field of the header stands twice.",
  why: "Where a header says two things, people read one and tools the other. Keep the line that is right.",
  severity: headerLevels("error", "error", "error"),
  reads: [],
  examples: [
    {
      title: "the same line twice",
      template,
      text: "# Sync engine\n\nStatus: DRAFT\nDate: 2026-03-01\n⟦Status: DRAFT⟧\n\n## Goals\n\nPhones work offline.\n",
      fixed: "# Sync engine\n\nStatus: DRAFT\nDate: 2026-03-01\n\n## Goals\n\nPhones work offline.\n",
    },
  ],

  *check({ doc, alignment }) {
    for (const { wanted, field: first, duplicates } of alignment.fields) {
      for (const field of first ? duplicates : []) {
        if (!first) continue;
        const told = message("duplicate-field.found", { key: field.key });
        yield { span: inText(doc, field.block, field.whole), message: told, wanted, first, field };
      }
    }
  },

  fixes({ wanted, first, field }, { doc, alignment }) {
    const isSame = field.value === first.value || unfilledIn(field.value, wanted).length > 0;
    // The value stands as often as it was written.
    const duplicates = alignment.fields.find((answer) => answer.wanted === wanted)?.duplicates ?? [];
    const firsts = [first, ...duplicates.filter(({ value }) => value === first.value)];
    const withoutField = withoutFields(doc, [field]);
    const withoutFirst = withoutFields(doc, firsts);
    const fixes: readonly Fix[] = isSame
      ? [
          {
            title: message("duplicate-field.fix-same", { key: field.key }),
            edits: withoutField,
            safe: field.value === first.value,
          },
        ]
      : unfilledIn(first.value, wanted).length > 0
        ? [{ title: message("duplicate-field.fix-first", { key: first.key }), edits: withoutFirst }]
        : [
            {
              title: message("duplicate-field.fix", { key: field.key, value: field.value }),
              edits: withoutField,
            },
            {
              title: message("duplicate-field.fix-value", { key: first.key, value: first.value }),
              edits: withoutFirst,
            },
          ];
    return fixes.filter(({ edits }) => edits.length > 0);
  },
});
