import { setValue } from "../../server/src/rules/support/header.ts";
import { inText, startOf, type Field } from "../../server/src/syntax/document.ts";
import { readStatus } from "../../server/src/template/status.ts";
import type { TemplateField } from "../../server/src/template/template.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { lineAt, nextLine } from "../../server/src/text/lines.ts";
import { slice, type Span } from "../../server/src/text/span.ts";
import { replaced, type Fault, type Ground } from "./fault.ts";
import { misspelt } from "./slips.ts";

interface Filled {
  readonly wanted: TemplateField;
  readonly field: Field;
}

const filledIn = ({ alignment }: Ground["analysis"]): readonly Filled[] =>
  alignment.fields.flatMap(({ wanted, field, duplicates }) =>
    field && field.value !== "" && duplicates.length === 0 ? [{ wanted, field }] : [],
  );

/** Whether a field is a section, so that what it lacks may as well be called the section's. */
function isSection({ doc, alignment }: Ground["analysis"], { block }: Field): boolean {
  const first = alignment.parts.find((part) => part !== alignment.title);
  return first !== undefined && startOf(doc, block) >= startOf(doc, first.from.block);
}

/** Fields that the template demands without their value. */
export function blanked({ analysis }: Ground): readonly Fault[] {
  const { doc } = analysis;
  return filledIn(analysis).flatMap(({ wanted, field }): readonly Fault[] => {
    if (!wanted.required || wanted.mayStay) return [];
    const value = markedValue(doc.text, inText(doc, field.block, field.valueSpan));
    const text = replaced(doc.text, value, "");
    const whole = inText(doc, field.block, field.whole);
    const place = { start: whole.start, end: whole.end - (value.end - value.start) };
    const rules = ["unfilled-field", ...(isSection(analysis, field) ? ["empty-section"] : [])];
    return [{ kind: "field blanked", what: wanted.key, text, rules, place, leaves: 1 }];
  });
}

/** Fields that the template demands taken out with their lines. */
export function removedFields({ analysis }: Ground): readonly Fault[] {
  const { doc, alignment } = analysis;
  const first = alignment.parts.find((part) => part !== alignment.title);
  const headerEnd = first ? startOf(doc, first.from.block) : doc.text.length;
  return filledIn(analysis).flatMap(({ wanted, field }): readonly Fault[] => {
    const lines = wholeLines(doc.text, inText(doc, field.block, field.whole));
    const isShared = doc.header.fields.some((other) => {
      const { start, end } = inText(doc, other.block, other.whole);
      return other !== field && start < lines.end && end > lines.start;
    });
    // Without the head of a table there is none, and a key in a section is the section.
    const isHead = /^[ \t|:]*-[ \t|:-]*$/.test(slice(doc.text, lineAt(doc.text, lines.end)));
    if (!wanted.required || isShared || (field.style === "table" && isHead) || lines.start >= headerEnd)
      return [];
    const text = replaced(doc.text, lines, "");
    const place = { start: 0, end: headerEnd - (lines.end - lines.start) };
    return [{ kind: "field removed", what: wanted.key, text, rules: ["missing-field"], place, leaves: 1 }];
  });
}

/** Fields with what the template has in them. */
export function asInTemplate({ analysis }: Ground): readonly Fault[] {
  const { doc } = analysis;
  return filledIn(analysis).flatMap(({ wanted, field }): readonly Fault[] => {
    if (!wanted.isPlaceholder || wanted.mayStay || wanted.value === "" || wanted.value === field.value)
      return [];
    const text = applyEdits(doc.text, [setValue(doc, field, wanted.value)]);
    const { start, end } = inText(doc, field.block, field.valueSpan);
    const place = { start, end: end + text.length - doc.text.length };
    const what = `${wanted.key}: ${wanted.value.slice(0, 60)}`;
    const rules = ["unfilled-field", ...(isSection(analysis, field) ? ["placeholder-text"] : [])];
    return [{ kind: "field as in the template", what, text, rules, place, leaves: 1 }];
  });
}

/** A status with a slip of typing in it. */
export function misspeltStatus({ analysis, random }: Ground): readonly Fault[] {
  const { doc, template } = analysis;
  return filledIn(analysis).flatMap(({ wanted, field }): readonly Fault[] => {
    if (wanted.shape !== "status" || !readStatus(field.value, template.statuses)) return [];
    const slipped = misspelt(field.value, random);
    if (slipped === undefined || readStatus(slipped, template.statuses)) return [];
    const text = applyEdits(doc.text, [setValue(doc, field, slipped)]);
    const { start } = inText(doc, field.block, field.valueSpan);
    const place = { start, end: start + slipped.length };
    return [{ kind: "status misspelt", what: slipped, text, rules: ["invalid-status"], place, leaves: 1 }];
  });
}

/** A value with the marks of emphasis or code close round it. */
function markedValue(text: string, { start, end }: Span): Span {
  const mark = text.charAt(start - 1);
  const isMarked = mark !== "" && "_*`\"'".includes(mark) && text.charAt(end) === mark;
  return isMarked ? markedValue(text, { start: start - 1, end: end + 1 }) : { start, end };
}

const wholeLines = (text: string, { start, end }: Span): Span => ({
  start: lineAt(text, start).start,
  end: nextLine(text, Math.max(start, end - 1)),
});
