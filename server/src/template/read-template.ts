import { blockSpan, inText, startOf, type Document, type Field } from "../syntax/document.ts";
import { parseDocument } from "../syntax/parse-document.ts";
import { groupBy } from "../text/group.ts";
import { meets, slice, type Span } from "../text/span.ts";
import { readAnnotations, readStages, type Annotations } from "./annotations.ts";
import { expectationsOf } from "./expectations.ts";
import { readField } from "./fields.ts";
import { readFrame, type Frame } from "./frame.ts";
import { readableGuidance } from "./guidance-text.ts";
import { readHeading, type HeadingReading } from "./headings.ts";
import { readInstructions } from "./instructions.ts";
import { readTokens } from "./leftovers.ts";
import { keyOf, shortKeysOf } from "./names.ts";
import { isConditional, marksOptional, saysOptional } from "./optional.ts";
import { parentsOf, partBody, partHeading, type Part } from "./parts.ts";
import { saidOfField } from "./said-of-field.ts";
import { defaultStatuses, enumeration, readStatus, statusesOf } from "./status.ts";
import type { Template, TemplateField, TemplateSection, TemplateText } from "./template.ts";
import { setsGuidanceOff, textsIn } from "./texts.ts";
import { unitsIn } from "./units.ts";

export interface TemplateSource {
  /** What people call it. */
  readonly name: string;
  /** Absent for the built-in template. */
  readonly uri?: string;
  readonly text: string;
}

/**
 * A Markdown template as a schema. What it leaves open is taken from `inherit`, section by section and
 * field by field, where the names match. Total: a text without headings is a template without sections.
 */
export function readTemplate({ name, uri, text }: TemplateSource, inherit?: Template): Template {
  const doc = parseDocument(text);
  const frame = readFrame(doc);
  const instructions = readInstructions(doc, frame.asideFrom);
  const { parts } = frame;
  const end = startOf(doc, instructions.from);
  const parents = parentsOf(parts);
  const setsOff = setsGuidanceOff(unitsIn(doc, { start: frame.leadEnd, end }));
  const depths = [...groupBy(parts, ({ depth }) => depth)];
  const titles = new Map(depths.map(([depth, own]) => [depth, own.map(({ title }) => title)]));
  const names = new Set(parts.map(({ title }) => keyOf(title)));
  const all = parts.map((part, index) => {
    const beside = titles.get(part.depth) ?? [];
    const parent = parents[index] ?? -1;
    return readSection(doc, part, { index, parent, end, frame, setsOff, inherit, beside, names });
  });
  // A section that may come again answers for those of its name that the template shows behind it.
  const repeatable = all.filter((section) => section.repeatable && !section.isPattern);
  const sections = all.map((section) =>
    repeatable.some((other) => comesAgainAs(other, section)) ? { ...section, required: false } : section,
  );
  // “How to use: copy this file.” is about the template, and no document has it.
  const isDropped = ({ start }: Span): boolean =>
    frame.dropped.some((span) => span.start <= start && start < span.end);
  const own = doc.header.fields.filter(({ block, whole }) => !isDropped(inText(doc, block, whole)));
  const fields = own.map((field) => readFieldIn(doc, field));
  const opening = frame.wanted.map(({ span, text }): TemplateText => ({ span, text, kind: "guidance" }));
  const below = sections.flatMap(({ texts }) =>
    texts.flatMap((text) => (text.kind === "guidance" ? [text] : [])),
  );
  return {
    name,
    uri,
    doc,
    title: frame.title?.title,
    fields: withImplementation(fields),
    sections,
    anyOrder: isAnyOrder(doc, frame),
    statuses: withStages(statusesIn(fields), readStages(text)),
    tokens: readTokens(
      doc,
      [...opening, ...below].map(({ span }) => span),
    ),
    instructions: instructions.units,
    lead: frame.about.map(({ text }) => text),
    opening,
  };
}

/** Whether `section` is the repetition of one before it that may come again. */
const comesAgainAs = (other: TemplateSection, { index, parent, keys }: TemplateSection): boolean =>
  other.index < index && other.parent === parent && keys.some((key) => other.keys.includes(key));

/** Whether the top sections may stand in any order, as an annotation before them or a sentence about the template says. */
const isAnyOrder = (doc: Document, { leadEnd, about }: Frame): boolean =>
  readAnnotations(doc.text.slice(0, leadEnd)).anyOrder === true ||
  about.some(({ text }) => /\b(?:sections?|headings?|parts?)\b[^.]{0,60}\bin any order\b/i.test(text));

/** A field with what the template says of it in words. */
function readFieldIn(doc: Document, field: Field): TemplateField {
  const wanted = readField(field);
  const { isOptional, mayStay, mayBeNone } = saidOfField(doc, field);
  return {
    ...wanted,
    required: wanted.required && !isOptional,
    ...(mayStay && { mayStay }),
    ...(mayBeNone && { mayBeNone }),
  };
}

interface Around {
  readonly index: number;
  readonly parent: number;
  /** Where the template's closing instructions begin. */
  readonly end: number;
  readonly frame: Frame;
  readonly setsOff: boolean;
  readonly inherit: Template | undefined;
  /** The titles of the headings of the same depth. */
  readonly beside: readonly string[];
  /** The keys of all headings, each as a whole. */
  readonly names: ReadonlySet<string>;
}

function readSection(doc: Document, part: Part, around: Around): TemplateSection {
  const { index, parent, end, frame, inherit, beside, names } = around;
  const isTitlePlace = part === frame.titleSection;
  const stretch = stretchOf(doc, frame, index, end);
  const markdown = slice(doc.text, stretch);
  const own = readAnnotations(markdown);
  const guidance = readableGuidance(markdown);
  const heading = readHeading(slice(doc.text, partHeading(doc, part)), part.title, beside);
  const isTitle = isTitlePlace || keyOf(heading.title) === "title";
  const isPattern = own.pattern ?? (!isTitle && heading.isPattern);
  const texts = isTitlePlace
    ? frame.wanted.map(({ span, text }): TemplateText => ({ span, text, kind: "guidance" }))
    : withoutFields(
        doc,
        textsIn(doc, stretch, { title: heading.title, setsOff: around.setsOff, all: own.text }),
      );
  // Of a choice of names, none is taken away from a section that has it alone.
  const free = heading.names.map(keyOf).filter((key) => key === keyOf(heading.title) || !names.has(key));
  const keys = [...free, ...(own.also ?? []).map(keyOf)];
  const known = inherit?.sections.find((other) => other.keys.some((key) => keys.includes(key)));
  const said = !isTitle && (isPattern || isSaidOptional(doc, frame, index, heading, texts));
  const units = texts.flatMap(({ kind, text }) => (kind === "boilerplate" ? [] : [text]));
  return {
    index,
    title: heading.title,
    keys: [...new Set(keys)],
    shortKeys: shortKeysOf(heading.title),
    parent,
    depth: part.depth,
    required: isRequired(own, said || (known ? !known.required : false)),
    isPattern,
    repeatable:
      own.repeatable ?? (isPattern || heading.isChoice || texts.some(({ text }) => repeats.test(text))),
    anyOrder: own.anyOrder ?? false,
    group: own.group,
    isTitle,
    due: own.due ?? (units.some((text) => notYet.test(text)) ? "approved" : (known?.due ?? "draft")),
    expects: expectationsOf(own.expects, guidance, known?.expects ?? []),
    guidance,
    units: longestFirst(units),
    boilerplate: longestFirst(texts.flatMap(({ kind, text }) => (kind === "boilerplate" ? [text] : []))),
    stretch,
    texts,
  };
}

/** The pieces of a section, of which lines of the header stay: what is in them is the fields’. */
function withoutFields(doc: Document, texts: readonly TemplateText[]): readonly TemplateText[] {
  const lines = doc.header.fields
    .filter(({ style }) => style !== "section")
    .map(({ block, whole }) => inText(doc, block, whole));
  return texts.map((text) =>
    text.kind !== "boilerplate" && lines.some((line) => meets(line, text.span))
      ? { span: text.span, text: text.text, kind: "boilerplate" }
      : text,
  );
}

const isRequired = ({ optional }: Annotations, isSaidOptional: boolean): boolean =>
  !(optional ?? isSaidOptional);

const longestFirst = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts)].toSorted((a, b) => b.length - a.length);

const notYet = /\b(?:not|only) required (?:until|before|when|once)\b/i;

const repeats = /\b(?:repeat|copy|duplicate) this (?:section|heading|block|part)\b/i;

/**
 * The text below a section's heading, without the instructions at the end of the template and without a comment
 * that belongs to the next heading.
 */
function stretchOf(doc: Document, frame: Frame, index: number, end: number): Span {
  const part = frame.parts[index];
  if (!part) return { start: end, end };
  const body = partBody(doc, part);
  const next = frame.parts[index + 1];
  const comment = next && commentAbove(doc, frame, index + 1);
  const stop = Math.min(end, comment?.start ?? body.end);
  return { start: body.start, end: Math.max(body.start, stop) };
}

/**
 * The comment right above a heading that calls its section optional. With blank lines on both sides it speaks of
 * the section that it stands in, unless it says otherwise or that one is not demanded anyway.
 */
function commentAbove(doc: Document, { parts, titleSection }: Frame, index: number): Span | undefined {
  const part = parts[index];
  const block = (part?.from.block ?? 0) - 1;
  const node = doc.blocks[block]?.node;
  if (!part || node?.kind !== "html" || !marksOptional(node.value.trimStart())) return undefined;
  const span = blockSpan(doc, block);
  const isAdjacent = !/[\r\n][ \t]*[\r\n]/.test(
    doc.text.slice(span.end, partHeading(doc, part).start).replace(/\r\n/g, "\n"),
  );
  if (isAdjacent) return span;
  const above = parts[index - 1];
  const isAlone = above !== undefined && above.from.block === block - 1;
  const isUndemanded = above === titleSection || (above && readHeading("", above.title, []).isPattern);
  const speaksOfNext = /\b(?:next|following|below)\b/i.test(node.value);
  return speaksOfNext || (isAlone && isUndemanded) ? span : undefined;
}

/** Whether the heading, the comment above it or the text below it says that the section may be left out. */
function isSaidOptional(
  doc: Document,
  frame: Frame,
  index: number,
  heading: HeadingReading,
  texts: readonly TemplateText[],
): boolean {
  if (heading.isOptional || commentAbove(doc, frame, index)) return true;
  const [only, ...others] = texts.filter(({ kind }) => kind !== "boilerplate");
  if (only && others.length === 0 && isConditional(only.text)) return true;
  return texts.some(({ kind, text }, place) => {
    if (kind === "boilerplate") return false;
    // A comment on one of several elements speaks of what follows it.
    if (kind === "hidden" && texts.length > 1 && /\belement\b/i.test(text)) return false;
    return saysOptional(text, place === 0);
  });
}

function statusesIn(fields: readonly TemplateField[]): Template["statuses"] {
  const field = fields.find((other) => other.shape === "status");
  const names = field ? enumeration(field.value) : [];
  if (names.length > 0) return statusesOf(names);
  // A template's own word is a status, whatever the flow behind it.
  const known = field && readStatus(field.value, defaultStatuses);
  const isKnown = known && (defaultStatuses.includes(known) || keyOf(known.name) !== keyOf(field.value));
  const isOwn = field && field.value !== "" && !field.isPlaceholder && !isKnown;
  return isOwn ? [...statusesOf([field.value]), ...defaultStatuses] : defaultStatuses;
}

/** The statuses with the stages that the template gives them; a word that only its comment has is a status, too. */
function withStages(statuses: Template["statuses"], given: Template["statuses"]): Template["statuses"] {
  const stageOf = (name: string): Template["statuses"][number] | undefined =>
    given.find((other) => keyOf(other.name) === keyOf(name));
  return [
    ...statuses.map((status) => ({ ...status, stage: stageOf(status.name)?.stage ?? status.stage })),
    ...given.filter(({ name }) => !statuses.some((status) => keyOf(status.name) === keyOf(name))),
  ];
}

/** The field that links to the implementation, which a template need not have and a document may. */
function withImplementation(fields: readonly TemplateField[]): readonly TemplateField[] {
  const key = "Implementation";
  if (fields.length === 0 || fields.some((field) => keyOf(field.key) === keyOf(key))) return fields;
  const links: TemplateField = { key, shape: "links", value: "", isPlaceholder: false, required: false };
  const reviewers = fields.findLastIndex(({ shape }) => shape === "handles");
  return reviewers < 0 ? [...fields, links] : fields.toSpliced(reviewers + 1, 0, links);
}
