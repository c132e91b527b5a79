import { message } from "../messages/message.ts";
import type { Field } from "../syntax/document.ts";
import { keyOf, slip } from "../template/names.ts";
import { readStatus } from "../template/status.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { filledFields, setValue, shownValue } from "./support/header.ts";
import { headerLevels } from "./support/levels.ts";

interface InvalidStatus extends Problem {
  readonly field: Field;
  readonly meant: string | undefined;
}

const template = "# Design\n\nStatus: DRAFT\n\n## Goals\n\nWhat it is for.\n";

export default defineRule<InvalidStatus>({
  id: "invalid-status",
  summary: "The status is none of the template’s words.",
  why: "The status decides how strictly a document is judged and where it shows in lists. A word that nobody knows counts as a draft. Case, `-` and `_` do not matter, and words may follow: “Superseded by …”, “APPROVED (2026-03-01)”.",
  severity: headerLevels("error", "error", "error"),
  waitsFor: "value",
  examples: [
    {
      title: "a slip of the keyboard",
      template,
      text: "# Sync engine\n\nStatus: ⟦APROVED⟧\n\n## Goals\n\nPhones work offline.\n",
      fixed: "# Sync engine\n\nStatus: APPROVED\n\n## Goals\n\nPhones work offline.\n",
    },
    {
      title: "other spellings of the same",
      template,
      text: "# Sync engine\n\nStatus: in_review\n\n## Goals\n\nPhones work offline.\n",
      stage: "review",
    },
  ],

  *check(context) {
    const { statuses } = context.template;
    for (const { field } of filledFields(context, "status")) {
      if (readStatus(field.value, statuses)) continue;
      const { value } = field;
      const meant = meantBy(value, context);
      const names = statuses.map(({ name }) => name).join(", ");
      const told = meant
        ? message("invalid-status.meant", { value, meant })
        : message("invalid-status.found", { value, statuses: names });
      yield { span: shownValue(context.doc, field), message: told, field, meant };
    }
  },

  fixes({ field, meant }, context) {
    const names = meant ? [meant] : context.template.statuses.map(({ name }) => name);
    return names.map((status) => ({
      title: message("invalid-status.fix", { status }),
      edits: [setValue(context.doc, field, status)],
    }));
  },
});

function meantBy(value: string, { template: governing }: RuleContext): string | undefined {
  const key = keyOf(value);
  const near = governing.statuses.flatMap(({ name }) => {
    const edits = slip(key, keyOf(name));
    return edits === undefined ? [] : [{ name, edits }];
  });
  return near.toSorted((a, b) => a.edits - b.edits).at(0)?.name;
}
