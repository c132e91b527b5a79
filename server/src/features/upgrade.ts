import missingField, { addFields, lackedFields } from "../rules/missing-field.ts";
import missingSection from "../rules/missing-section.ts";
import misspelledSection from "../rules/misspelled-section.ts";
import type { Problem, Rule, RuleContext } from "../rules/rule.ts";
import { applyEdits, difference, type Edit } from "../text/edit.ts";
import { insertMissing } from "./insert-missing.ts";

/** What brings a document up to what its template asks for now. */
export interface Upgrade {
  /** What is added: the keys of fields, then the titles of sections, each in the template's order. Never empty. */
  readonly added: readonly string[];
  /** How many headings get the template's name; they answered their sections before. */
  readonly renamed: number;
  /** For the text as it is. They only insert, but for the names of headings. */
  readonly edits: readonly Edit[];
}

interface Told {
  readonly rule: Rule;
  readonly problem: Problem;
}

/** A document with what was told of it, also what was accepted. */
export interface Upgradable extends RuleContext {
  readonly findings: readonly Told[];
  readonly accepted: readonly Told[];
}

/**
 * Adds the fields and sections that the template asks for and the document lacks, as far as rules tell it, and
 * gives headings that are a slip or a short form of a section's name that name. Nothing is moved or deleted.
 * Nothing where nothing is lacking.
 */
export function upgrade(analysis: Upgradable): Upgrade | undefined {
  const told = [...analysis.findings, ...analysis.accepted];
  const isTold = (rule: Rule): boolean => told.some((one) => one.rule === rule);
  const fields = isTold(missingField)
    ? addFields(analysis, lackedFields(analysis))
    : { context: analysis, keys: [] };
  const { doc } = analysis;
  const sections = isTold(missingSection) ? insertMissing(fields.context) : { titles: [], edits: [] };
  const added = [...fields.keys, ...sections.titles];
  if (added.length === 0) return undefined;
  const renames = isTold(misspelledSection)
    ? renamesIn(fields.context).filter((edit) => !sections.edits.some((other) => overlap(edit, other)))
    : [];
  const later = [...sections.edits, ...renames];
  const header = difference(doc.text, fields.context.doc.text);
  const moved = later.flatMap((edit) => movedBack(edit, header) ?? []);
  const edits =
    moved.length === later.length
      ? [...(header ? [header] : []), ...moved]
      : [difference(doc.text, applyEdits(fields.context.doc.text, later)) ?? []].flat();
  return { added, renamed: renames.length, edits };
}

function renamesIn(context: RuleContext): readonly Edit[] {
  const problems = [...misspelledSection.check(context)];
  return problems.flatMap((problem) => {
    const fix = misspelledSection.fixes?.(problem, context).at(0);
    // Bold text that becomes a heading is no heading that was renamed.
    return fix?.title.id === "misspelled-section.fix" ? fix.edits : [];
  });
}

const overlap = (a: Edit, b: Edit): boolean => a.span.start < b.span.end && b.span.start < a.span.end;

/** The edit of a text that was changed by `before`, as one of the text before that; nothing where they touch. */
function movedBack(edit: Edit, before: Edit | undefined): Edit | undefined {
  if (!before) return edit;
  const { span } = before;
  const end = span.start + before.text.length;
  if (edit.span.end < span.start) return edit;
  if (edit.span.start < end) return undefined;
  const by = end - span.end;
  return { ...edit, span: { start: edit.span.start - by, end: edit.span.end - by } };
}
