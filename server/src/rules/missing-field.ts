import { message } from "../messages/message.ts";
import { sameKeys, saysSame } from "../template/align-fields.ts";
import { namesOfSections } from "../template/heading-names.ts";
import { keyOf, slip } from "../template/names.ts";
import { firstLine, inText, type Field } from "../syntax/document.ts";
import { dayIn } from "../template/file-name.ts";
import { enumeration } from "../template/status.ts";
import type { TemplateField } from "../template/template.ts";
import { partHeading } from "../template/parts.ts";
import { lineAt } from "../text/lines.ts";
import { applyEdits, difference, type Edit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { readBeside } from "../template/analysed.ts";
import { parseDocument } from "../syntax/parse-document.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import type { Facts } from "../facts/facts.ts";
import { insertField } from "./support/insert-field.ts";
import { headerLevels } from "./support/levels.ts";

interface MissingField extends Problem {
  /** All that are told together, in the template's order. */
  readonly wanted: readonly [TemplateField, ...TemplateField[]];
  readonly meant: Field | undefined;
}

// Fewer are told each by itself, since each may have its own reason.
const several = 3;

const template =
  "# Design\n\nStatus: DRAFT\nAuthor: YOUR NAME <you@example.com>\nDate: YYYY-MM-DD\n\n## Goals\n\nWhat it is for.\n";

export default defineRule<MissingField>({
  id: "missing-field",
  summary: "The header lacks a field of the template.",
  why: "The header tells who is asked, since when, and how far the design has come. Without a status nobody knows whether to build it, and no rule knows how strict to be; so a missing Status is an error at every stage. A field for any text, such as a tracking issue, is a warning at most.",
  severity: headerLevels("warning", "error", "error"),
  first: true,
  reads: [],
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
      title: "what only people read is told together",
      template:
        "# Design\n\nStatus: DRAFT\nTracking issue: LINK\nDiscussion: LINK\nArea: WORDS\n\n## Goals\n\nWhat it is for.\n",
      text: "# Sync engine\n\n⟦Status: DRAFT⟧\n\n## Goals\n\nPhones work offline.\n",
      fixed:
        "# Sync engine\n\nStatus: DRAFT\nTracking issue: LINK\nDiscussion: LINK\nArea: WORDS\n\n## Goals\n\nPhones work offline.\n",
    },
    {
      title: "front matter is a header too",
      template,
      text: "---\nstatus: draft\nauthors: Ada Lovelace <ada@lovelace.dev>\ndate: 2026-03-01\n---\n\n# Sync engine\n\n## Goals\n\nPhones work offline.\n",
    },
  ],

  *check(context) {
    const together = new Map<number, MissingField>();
    const problems: MissingField[] = [];
    for (const wanted of lackedFields(context)) {
      const meant = mistyped(context, wanted);
      if (meant) {
        const told = message("missing-field.meant", { key: wanted.key, found: meant.key });
        problems.push(problemOf(wanted, inText(context.doc, meant.block, meant.keySpan), told, meant));
        continue;
      }
      const span = shownAt(context, wanted);
      const problem = problemOf(wanted, span, message("missing-field.found", { key: wanted.key }), undefined);
      const known = wanted.shape === "text" ? together.get(span.start) : undefined;
      if (known) together.set(span.start, joined(known, problem));
      else if (wanted.shape === "text") together.set(span.start, problem);
      else problems.push(problem);
    }
    const apart = [...together.values()].flatMap((problem): readonly MissingField[] => {
      if (problem.wanted.length >= several) return [problem];
      return problem.wanted.map((wanted) =>
        problemOf(wanted, problem.span, message("missing-field.found", { key: wanted.key }), undefined),
      );
    });
    yield* [...problems, ...apart].toSorted((a, b) => a.span.start - b.span.start);
  },

  fixes({ wanted: [first, ...others], meant }, context) {
    if (meant) {
      const title = message("missing-field.rename", { key: first.key, found: meant.key });
      return [{ title, edits: [renaming(context, meant, first)] }];
    }
    const { edits } = addFields(context, [first, ...others]);
    const title =
      others.length > 0
        ? message("missing-field.fix-all", { count: others.length + 1 })
        : message("missing-field.fix", { key: first.key });
    return edits.length > 0 ? [{ title, edits }] : [];
  },
});

const renaming = ({ doc }: RuleContext, meant: Field, { key }: TemplateField): Edit => ({
  span: inText(doc, meant.block, meant.keySpan),
  text: key,
});

/** The fields that the template asks for and the document lacks, in the template's order. */
export const lackedFields = (context: RuleContext): readonly TemplateField[] =>
  context.alignment.fields.flatMap(({ wanted, field }) =>
    // A section of the template that is not there is told as that.
    field || !wanted.required || wanted.isSection || isElsewhere(context, wanted) ? [] : [wanted],
  );

function problemOf(
  wanted: TemplateField,
  span: Span,
  told: Problem["message"],
  meant: Field | undefined,
): MissingField {
  return {
    span,
    message: told,
    wanted: [wanted],
    meant,
    about: [wanted.key],
    ...(wanted.shape === "status" && { atLeast: "error" }),
    // What nothing but people read, such as a tracking issue, is often not there yet, or not for this design.
    ...(wanted.shape === "text" && { atMost: "warning" }),
  };
}

/** Two findings as one, since their cause is one: an older header, or none. */
function joined(one: MissingField, other: MissingField): MissingField {
  const [first, ...more] = one.wanted;
  const wanted: MissingField["wanted"] = [first, ...more, ...other.wanted];
  const about = wanted.map(({ key }) => key);
  const keys = about.join(", ");
  return { ...one, wanted, about, message: message("missing-field.many", { count: wanted.length, keys }) };
}

/**
 * The document with fields of the template that it lacks, by edits of its text, and which they were. One is added
 * after the other, since each stands behind the one before; a key with a slip of typing is mended instead. One that
 * the header cannot take is left out.
 */
export function addFields(
  context: RuleContext,
  wanted: readonly TemplateField[],
): { readonly context: RuleContext; readonly edits: readonly Edit[]; readonly keys: readonly string[] } {
  let last = context;
  const keys: string[] = [];
  for (const field of wanted) {
    const meant = mistyped(last, field);
    const edit = meant
      ? renaming(last, meant, field)
      : insertField(last, field, firstValue(field, context.facts));
    const text = applyEdits(last.doc.text, [edit]);
    const next = { ...last, ...readBeside(parseDocument(text, last.doc), context.template, last) };
    if (lackedFields(next).length >= lackedFields(last).length) continue;
    keys.push(field.key);
    last = next;
  }
  const edit = difference(context.doc.text, last.doc.text);
  return { context: last, edits: edit ? [edit] : [], keys };
}

/** Whether the document says it in a section that the template does not have, or beside the file. */
const isElsewhere = ({ doc, facts, template: governing }: RuleContext, wanted: TemplateField): boolean =>
  namesOfSections(doc).some(
    ({ whole }) =>
      sameKeys(wanted).has(whole) && !governing.sections.some(({ keys }) => keys.includes(whole)),
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
