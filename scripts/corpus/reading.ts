import { headingSpan, inText, type Field } from "../../server/src/syntax/document.ts";
import { leftoversIn } from "../../server/src/template/leftovers.ts";
import type { Template, TemplateField, TemplateSection } from "../../server/src/template/template.ts";
import { unitsIn } from "../../server/src/template/units.ts";
import { lineStarts, positionAt } from "../../server/src/text/lines.ts";
import type { Span } from "../../server/src/text/span.ts";
import type { LineKind } from "./truth.ts";

/** What our reader says of a line of a template. */
export interface ReadLine {
  readonly kinds: ReadonlySet<LineKind>;
  readonly section: TemplateSection | undefined;
  readonly field: TemplateField | undefined;
}

/** What our reader says of a template, by line from 1; of a line that is not here it says nothing. */
export function readingOf(template: Template): ReadonlyMap<number, ReadLine> {
  const { doc } = template;
  const starts = lineStarts(doc.text);
  const lines = new Map<number, { kinds: Set<LineKind>; section?: TemplateSection; field?: TemplateField }>();
  const lineOf = (offset: number): number => positionAt(starts, offset).line + 1;
  const at = (line: number): { kinds: Set<LineKind>; section?: TemplateSection; field?: TemplateField } => {
    const found = lines.get(line) ?? { kinds: new Set() };
    lines.set(line, found);
    return found;
  };
  const mark = ({ start, end }: Span, kind: LineKind): void => {
    for (let line = lineOf(start); line <= lineOf(Math.max(start, end - 1)); line++) at(line).kinds.add(kind);
  };

  const whole = { start: 0, end: doc.text.length };
  const title = titleSpanOf(template);
  // The underline of a heading is no line of its own.
  if (title) at(lineOf(title.start)).kinds.add("title");
  for (const section of template.sections) {
    const heading = headingOf(template, section);
    if (heading && !section.isTitle && heading.start !== title?.start) {
      const line = at(lineOf(heading.start));
      line.kinds.add("section");
      line.section = section;
    }
    for (const { span, text } of unitsIn(doc, section.stretch)) {
      if (section.units.includes(text)) mark(span, "guidance");
      if (section.boilerplate.includes(text)) mark(span, "boilerplate");
    }
    for (const { span, kind } of leftoversIn(doc, section.stretch, template, section))
      mark(span, kind === "token" ? "placeholder" : "guidance");
  }
  for (const { span, text } of unitsIn(doc, whole))
    if (template.instructions.includes(text) || template.lead.includes(text)) mark(span, "instructions");
  // A heading that is neither title nor section is about the template.
  for (const section of doc.sections) {
    const { kinds } = at(lineOf(headingSpan(doc, section).start));
    if (kinds.size === 0) kinds.add("instructions");
  }
  for (const { field, wanted } of placedFields(template)) {
    mark(inText(doc, field.block, field.whole), "value");
    const line = at(lineOf(inText(doc, field.block, field.keySpan).start));
    line.kinds.add("field");
    line.field = wanted;
  }
  doc.text.split(/\r\n|\n|\r/).forEach((text, index) => {
    const hasToken = template.tokens.some((token) => text.includes(token));
    if (hasToken) at(index + 1).kinds.add("placeholder");
  });
  return new Map([...lines].map(([line, { kinds, section, field }]) => [line, { kinds, section, field }]));
}

/** A template's lines, each with what our reader says of it before it. */
export function shownReading(template: Template): string {
  const reading = readingOf(template);
  const lines = template.doc.text.split(/\r\n|\n|\r/).map((text, index) => {
    const { kinds = new Set(), section, field } = reading.get(index + 1) ?? {};
    const flags = [
      ...kinds,
      ...(section
        ? [section.required ? "required" : "optional", ...(section.isPattern ? ["pattern"] : [])]
        : []),
      ...(field
        ? [field.shape, field.required ? "required" : "optional", ...(field.isPlaceholder ? ["open"] : [])]
        : []),
    ];
    return `${flags.join(" ").padEnd(40)} | ${text}`;
  });
  return lines.join("\n");
}

/** The heading that a document's title stands in place of. */
function titleSpanOf(template: Template): Span | undefined {
  const { doc } = template;
  const own = template.sections.find(({ isTitle }) => isTitle);
  if (own) return headingOf(template, own);
  const section = doc.sections.find(({ title }) => title === template.title);
  return section && headingSpan(doc, section);
}

/** The heading right before what belongs to a section. */
function headingOf({ doc }: Template, { stretch }: TemplateSection): Span | undefined {
  return doc.sections.map((section) => headingSpan(doc, section)).findLast(({ end }) => end <= stretch.start);
}

/** The fields of the template's own header, each with what it asks of documents. */
function placedFields({
  doc,
  fields,
}: Template): readonly { readonly field: Field; readonly wanted: TemplateField }[] {
  const left = [...fields];
  return doc.header.fields.flatMap((field) => {
    const at = left.findIndex(({ key }) => key === field.key);
    const [wanted] = at < 0 ? [] : left.splice(at, 1);
    return wanted ? [{ field, wanted }] : [];
  });
}
