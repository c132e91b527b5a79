import { message } from "../messages/message.ts";
import { saysSame } from "../template/align-fields.ts";
import { keyOf, slip } from "../template/names.ts";
import { firstLine, inText, type Field } from "../syntax/document.ts";
import { dayIn } from "../template/file-name.ts";
import { enumeration } from "../template/status.ts";
import type { TemplateField } from "../template/template.ts";
import { partHeading } from "../template/parts.ts";
import { lineAt } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import type { Facts } from "../facts/facts.ts";
import { insertField } from "./support/insert-field.ts";
import { headerLevels } from "./support/levels.ts";

interface MissingField extends Problem {
  readonly wanted: TemplateField;
  readonly meant: Field | undefined;
}

const template =
  "# Design\n\nStatus: DRAFT\nAuthor: YOUR NAME <you@example.com>\nDate: YYYY-MM-DD\n\n## Goals\n\nWhat it is for.\n";

export default defineRule<MissingField>({
  id: "missing-field",
  summary: "The header lacks a field of the template.",
  why: "The header tells who is asked, since when, and how far the design has come. Without a status nobody knows whether to build it, and no rule knows how strict to be; so a missing Status is an error at every stage. A field for any text, such as a tracking issue, is a warning at most.",
  severity: headerLevels("warning", "error", "error"),
  examples: [
    {
      title: "the line is added in its place, spelt as its neighbours are",
      template,
      fileName: "2026-03-01-sync-engine-design.md",
      text: "# Sync engine\n\n- **Status:** DRAFT\n⟦- **Author:** Ada Lovelace <ada@lovelace.dev>⟧\n\n## Goals\n\nPhones work offline.\n",
      fixed:
        "# Sync engine\n\n- **Status:** DRAFT\n- **Author:** Ada Lovelace <ada@lovelace.dev>\n- **Date:** 2026-03-01\n\n## Goals\n\nPhones work offline.\n",
    },
    {
      title: "front matter is a header too",
      template,
      text: "---\nstatus: draft\nauthors: Ada Lovelace <ada@lovelace.dev>\ndate: 2026-03-01\n---\n\n# Sync engine\n\n## Goals\n\nPhones work offline.\n",
    },
  ],

  *check(context) {
    for (const { wanted, field } of context.alignment.fields) {
      // A section of the template that is not there is told as that.
      if (field || !wanted.required || wanted.isSection || isElsewhere(context, wanted)) continue;
      const meant = mistyped(context, wanted);
      yield {
        span: meant ? inText(context.doc, meant.block, meant.keySpan) : shownAt(context, wanted),
        message: meant
          ? message("missing-field.meant", { key: wanted.key, found: meant.key })
          : message("missing-field.found", { key: wanted.key }),
        wanted,
        meant,
        about: [wanted.key],
        ...(wanted.shape === "status" && { atLeast: "error" }),
        // What nothing but people read, such as a tracking issue, is often not there yet, or not for this design.
        ...(wanted.shape === "text" && { atMost: "warning" }),
      };
    }
  },

  fixes({ wanted, meant }, context) {
    if (meant) {
      const span = inText(context.doc, meant.block, meant.keySpan);
      const title = message("missing-field.rename", { key: wanted.key, found: meant.key });
      return [{ title, edits: [{ span, text: wanted.key }] }];
    }
    const edits = [insertField(context, wanted, firstValue(wanted, context.facts))];
    return [{ title: message("missing-field.fix", { key: wanted.key }), edits }];
  },
});

/** Whether the document says it in a section that the template does not have, or beside the file. */
const isElsewhere = ({ doc, facts, template: governing }: RuleContext, wanted: TemplateField): boolean =>
  doc.sections.some(
    ({ title }) =>
      saysSame(wanted, { key: title }) && !governing.sections.some(({ keys }) => keys.includes(keyOf(title))),
  ) ||
  (facts.side?.fields.some(({ key, value }) => value !== "" && saysSame(wanted, { key })) ?? false);

/** A field of the document that answers nothing and whose key is the missing one's but for a slip of typing. */
function mistyped({ doc, alignment }: RuleContext, { key }: TemplateField): Field | undefined {
  const used = new Set(alignment.fields.flatMap(({ field, duplicates }) => [field, ...duplicates]));
  return doc.header.fields
    .slice(0, 60)
    .find((field) => !used.has(field) && slip(keyOf(field.key), keyOf(key)) !== undefined);
}

/** The field that the missing one should follow, else the title, else the first line. */
function shownAt({ doc, alignment }: RuleContext, wanted: TemplateField): Span {
  const index = alignment.fields.findIndex((answer) => answer.wanted === wanted);
  const previous = alignment.fields.slice(0, index).findLast((answer) => answer.field)?.field;
  // Of a field with a list below it, the line with its key.
  if (previous) {
    const whole = inText(doc, previous.block, previous.whole);
    return { start: whole.start, end: Math.min(whole.end, lineAt(doc.text, whole.start).end) };
  }
  if (alignment.title) return partHeading(doc, alignment.title);
  return firstLine(doc);
}

/** What a new field says: the first status, the day in the file name, else the template's value. */
function firstValue({ shape, value }: TemplateField, facts: Facts): string {
  if (shape === "status") return enumeration(value)[0] ?? value;
  return (shape === "date" ? dayIn(facts.fileName) : undefined) ?? value;
}
