import { message } from "../messages/message.ts";
import { isFiller, unfilledIn } from "../template/fields.ts";
import { sideStatus } from "../facts/side.ts";
import { firstLine, inText, type Field } from "../syntax/document.ts";
import { enumeration } from "../template/status.ts";
import type { TemplateField } from "../template/template.ts";
import { meets, type Span } from "../text/span.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { isOfBeginning } from "./support/creation-day.ts";
import { dayOf, setValue, shownValue } from "./support/header.ts";
import { headerLevels } from "./support/levels.ts";

interface UnfilledField extends Problem {
  /** Nothing where the field stands in another file, which nothing here writes to. */
  readonly own: { readonly wanted: TemplateField; readonly field: Field } | undefined;
}

const template =
  "# Design\n\nStatus: DRAFT\nDate: YYYY-MM-DD\nReviewers: @owner1, @owner2\n\n## Goals\n\nWhat it is for.\n";

export default defineRule<UnfilledField>({
  id: "unfilled-field",
  summary: "A field of the header is empty or still has the template’s placeholder.",
  why: "A placeholder in the header looks like an answer and is none: nobody can ask YOUR NAME. A single status word in a template is a value, never a placeholder; a whole list of statuses is one.",
  severity: headerLevels("information", "warning", "error"),
  reads: ({ alignment, states }) =>
    states.leftovers.length === 0 || !alignment.fields.some(({ field }) => field?.style === "section")
      ? []
      : undefined,
  waitsFor: "value",
  examples: [
    {
      title: "the date is filled in from the file name",
      template,
      fileName: "2026-03-01-sync-engine-design.md",
      text: "# Sync engine\n\nStatus: DRAFT\nDate: ⟦YYYY-MM-DD⟧\nReviewers: @grace\n\n## Goals\n\nPhones work offline.\n",
      fixed:
        "# Sync engine\n\nStatus: DRAFT\nDate: 2026-03-01\nReviewers: @grace\n\n## Goals\n\nPhones work offline.\n",
    },
    {
      title: "one placeholder among real values",
      template,
      text: "# Sync engine\n\nStatus: DRAFT\nDate: 2026-03-01\nReviewers: ⟦@grace, @owner2⟧\n\n## Goals\n\nPhones work offline.\n",
    },
  ],

  *check({ doc, alignment, states, facts }) {
    for (const { wanted, field, duplicates } of alignment.fields) {
      if (!field || duplicates.length > 0) continue;
      const left = unfilledIn(field.value, wanted);
      if (left.length === 0 || (field.value === "" && !wanted.required)) continue;
      // That a section is empty, or has the template’s text, is told of the section.
      if (
        field.style === "section" &&
        (field.value === "" || isLeft(states, inText(doc, field.block, field.valueSpan)))
      )
        continue;
      const told =
        field.value === "" || isFiller(field.value)
          ? message("unfilled-field.empty", { key: wanted.key })
          : message("unfilled-field.placeholder", { key: wanted.key, value: left.join(", ") });
      yield { span: shownValue(doc, field), message: told, own: { wanted, field } };
    }
    const status = sideStatus(facts.side);
    if (!facts.side || !status || enumeration(status.value).length < 2) return;
    const told = message("unfilled-field.side", { key: status.key, file: facts.side.fileName });
    yield { span: firstLine(doc), message: told, own: undefined };
  },

  fixes({ own }, context) {
    if (!own) return [];
    const { wanted, field } = own;
    return valuesFor(wanted, context).map((value) => ({
      title: message("unfilled-field.fix", { key: wanted.key, value }),
      edits: [setValue(context.doc, field, value)],
    }));
  },
});

function valuesFor(
  { shape, value, key }: TemplateField,
  { facts, template: governing }: RuleContext,
): readonly string[] {
  if (shape === "date") {
    // The day in the file's name is the one on which the document was begun, and another one would contradict it.
    return isOfBeginning(key) ? [dayOf(facts)] : [...new Set([dayOf(facts), facts.today])];
  }
  if (shape === "person") return facts.author ? [facts.author] : [];
  if (shape !== "status") return [];
  const names = enumeration(value);
  return names.length > 0 ? names : governing.statuses.slice(0, 1).map((status) => status.name);
}

/** Whether the text of a span is told as left over from the template. */
const isLeft = ({ leftovers }: RuleContext["states"], span: Span): boolean =>
  leftovers.some((left) => meets(left.span, span));
