import {
  isData,
  readable,
  type Block,
  type Document,
  type Field,
  type Header,
  type Section,
} from "./document.ts";
import { isKnownKey, keyName, namesHeader, namesValue } from "./header-keys.ts";
import { linesOf, longestLine, readLines } from "./header-lines.ts";
import { listSaid, sectionFields } from "./header-sections.ts";
import { changeBetween, sourceOf } from "./found-in.ts";
import { fieldsOfTable } from "./header-table.ts";
import { tomlFields } from "./header-toml.ts";
import { yamlFields } from "./header-yaml.ts";
import { childrenOf } from "./node.ts";
import { createMemory } from "../text/memory.ts";

type Unread = Omit<Document, "header">;

/**
 * The header of a document, see {@link readHeader}. It is the same object as that of the document `before` where an
 * edit changed nothing in it.
 */
export function headerOf(doc: Unread, before: Document | undefined): Header {
  if (!before) return readHeader(doc);
  if (hasSameHeaderText(doc, before)) return before.header;
  const header = readHeader(doc);
  return isSame(header, before.header) ? before.header : header;
}

/** Whether all that a header may stand in is the same text at the same blocks as in another document. */
export function hasSameHeaderText(doc: Unread, before: Document): boolean {
  const { start, oldEnd, newEnd } = changeBetween(before.blocks, doc.blocks);
  if (doc.sections.length !== before.sections.length) return false;
  const isSameText = (one: Range, other: Range | undefined): boolean => {
    if (one.from !== other?.from || one.to !== other.to) return false;
    const isBeside = one.to <= start || (one.from >= oldEnd && oldEnd === newEnd);
    return isBeside && textBetween(doc, other) === textBetween(before, one);
  };
  const [old, now] = [headerRanges(before), headerRanges(doc)];
  if (!isSameText(old.above, now.above) || old.named.length !== now.named.length) return false;
  if (!old.named.every((one, index) => isSameText(one, now.named[index]))) return false;
  // Only where nothing is said above the next heading, it is looked for below.
  const isSaid = before.header.fields.some((field) => field.block < old.above.to && !isData(field));
  return isSaid || isSameText(old.below, now.below);
}

const textBetween = (doc: Unread, { from, to }: Range): string => {
  const startAt = (block: number): number => doc.starts[block] ?? readable(doc).length;
  return readable(doc).slice(from === 0 ? 0 : startAt(from), startAt(to));
};

interface Range {
  readonly from: number;
  /** Index of the first block behind it. */
  readonly to: number;
}

interface Ranges {
  /** Before the first heading that is no title, and from there to the next one. */
  readonly above: Range;
  readonly below: Range;
  /** The sections that are called so. */
  readonly named: readonly Range[];
}

const ranges = createMemory<readonly Section[], Ranges>();

/** The blocks in which a header may stand, as the headings say. */
function headerRanges({ sections, blocks }: Unread): Ranges {
  let found = ranges.get(sections);
  if (!found) {
    const title = titleOf(sections);
    const { block, bodyEnd } = sections.at(title ? 1 : 0) ?? { block: blocks.length, bodyEnd: blocks.length };
    const named = aroundOf(sections, title).filter(
      ({ title: name }) => namesHeader(name) || namesValue(name),
    );
    found = {
      above: { from: 0, to: block },
      below: { from: block, to: bodyEnd },
      named: named.map((section) => ({ from: section.block, to: section.bodyEnd })),
    };
    ranges.set(sections, found);
  }
  return found;
}

const titleOf = (sections: readonly Section[]): Section | undefined =>
  sections[0]?.depth === 1 ? sections[0] : undefined;

/** The sections that may be a part of the header: those of the first levels right below the title. */
const aroundOf = (sections: readonly Section[], title: Section | undefined): readonly Section[] =>
  sections.filter(
    (section) =>
      section.depth < 3 && section !== title && (section.parent < 0 || section.parent === title?.index),
  );

const isSame = (one: Header, other: Header): boolean =>
  one.fields.length === other.fields.length && JSON.stringify(one) === JSON.stringify(other);

/**
 * The header of a document: the fields of front matter, and of paragraphs, lists, tables and fences that stand
 * before the first section, where an H1 that comes first is the title and no section. Where none stand there,
 * those at the start of the next section are taken, since a title may be of any level and a second heading, as
 * far as one of them has a key that headers have. So are those of a section that is called metadata, and
 * sections that are fields by themselves, for what no line has said.
 */
function readHeader(doc: Unread): Header {
  const title = titleOf(doc.sections);
  const next = title ? doc.sections.at(1) : doc.sections.at(0);
  const above = fieldsBetween(doc, 0, next?.block ?? doc.blocks.length);
  // A table of another kind may name what the header has said, such as who made which revision.
  const [across, others] = [above.filter(isAcross), above.filter((field) => !isAcross(field))];
  const own = withoutKnown(others, across);
  const isOpen = next !== undefined && own.every(({ style }) => style === "frontMatter" || style === "toml");
  const below = isOpen ? fieldsBelow(doc, next) : [];
  const around = aroundOf(doc.sections, title);
  const named = around.flatMap((section) =>
    namesHeader(section.title) ? fieldsBetween(doc, section.block + 1, section.bodyEnd) : [],
  );
  const fields = [own, below, named, sectionFields(doc, around)].reduce(withoutKnown, []);
  const headed = title ?? (below.length > 0 ? next : undefined);
  const place = headed
    ? { block: headed.block, offset: doc.blocks[headed.block]?.length ?? 0 }
    : { block: -1, offset: doc.text.startsWith("\uFEFF") ? 1 : 0 };
  return { fields: fields.toSorted((a, b) => startIn(doc, a) - startIn(doc, b)), place };
}

const isAcross = ({ style }: Field): boolean => style === "columns";

const startIn = (doc: Unread, { block, keySpan }: Field): number => (doc.starts[block] ?? 0) + keySpan.start;

/** The fields with those of `more` whose keys none of them has. */
function withoutKnown(fields: readonly Field[], more: readonly Field[]): readonly Field[] {
  if (more.length === 0) return fields;
  if (fields.length === 0) return more;
  const known = new Set(fields.map(({ key }) => keyName(key)));
  return [...fields, ...more.filter(({ key }) => !known.has(keyName(key)))];
}

/** The fields right below a heading, if headers have such keys. */
function fieldsBelow(doc: Unread, section: Section): readonly Field[] {
  const fields = fieldsBetween(doc, section.block + 1, section.bodyEnd);
  return fields.some(({ key }) => isKnownKey(key)) ? fields : [];
}

function fieldsBetween(doc: Unread, from: number, to: number): readonly Field[] {
  const fields: Field[] = [];
  let isFolded = false;
  for (let block = from; block < to; block++) {
    isFolded = foldsAt(doc, block) ?? isFolded;
    // What is folded away is more often a how-to than a header.
    const own = isFolded ? fromAnyKnown(fieldsOf(doc, block)) : fieldsOf(doc, block);
    const last = fields.at(-1);
    // A list that stands behind a key with nothing else is its value.
    const listed = last?.block === block - 1 && own.length === 0 ? withList(doc, last, block) : undefined;
    if (listed) fields[fields.length - 1] = listed;
    else fields.push(...own);
  }
  return fields;
}

/** Whether what follows a block of HTML is folded away, where the block says so. */
function foldsAt(doc: Unread, block: number): boolean | undefined {
  const own = doc.blocks[block];
  if (own?.kind !== "html") return undefined;
  const { node } = own;
  if (node.kind !== "html") return undefined;
  if (/<\/details>\s*$/i.test(node.value)) return false;
  return /^\s*<details\b/i.test(node.value) ? true : undefined;
}

function withList(doc: Unread, field: Field, block: number): Field | undefined {
  const { kind, length = 0 } = doc.blocks[block] ?? {};
  const before = doc.blocks[field.block];
  const isLast = before?.kind === "paragraph" && field.whole.end >= before.length;
  if (field.value !== "" || !isLast || kind !== "list" || length > longestLine) return undefined;
  const start = doc.starts[block] ?? 0;
  const base = doc.starts[field.block] ?? 0;
  const said = listSaid(readable(doc).slice(start, start + length), start - base);
  if (!said) return undefined;
  const { value, form, span, end } = said;
  return { ...field, value, form, valueSpan: span, whole: { start: field.whole.start, end } };
}

function fieldsOf(doc: Unread, block: number): readonly Field[] {
  const own = doc.blocks[block];
  if (!own) return [];
  const source = sourceOf(doc, block);
  switch (own.kind) {
    case "paragraph":
      return readLines(linesOf(source), block, "plain");
    case "frontMatter": {
      const lines = linesOf(source).slice(1, -1);
      return source.startsWith("+") ? tomlFields(lines, block) : yamlFields(lines, block);
    }
    case "list":
      // Each item is read by itself, so that one that is no field does not hide the next.
      return childrenOf(own.node).flatMap((item) => {
        const lines = linesOf(source.slice(item.start, item.end));
        return readLines(
          lines.map((line) => ({ ...line, start: line.start + item.start })),
          block,
          "bullet",
        );
      });
    case "table":
      return fieldsOfTable(source, block);
    case "quote":
      return fromKnown(readLines(linesOf(source), block, "plain"));
    case "code":
      return own.node.kind === "code" ? fieldsOfFence(source, own.node, block) : [];
    default:
      return [];
  }
}

/** Fields, if the first of them has a key that headers have: a remark in a quotation may begin with a colon, too. */
const fromKnown = (fields: readonly Field[]): readonly Field[] =>
  fields[0] && isKnownKey(fields[0].key) ? fields : [];

const languages: ReadonlySet<string | undefined> = new Set([undefined, "text", "txt", "yaml", "yml", "toml"]);

/** The fields of a fence that is a header and no sample: each of its lines is data, and some key is one of headers. */
function fieldsOfFence(
  source: string,
  node: Block["node"] & { kind: "code" },
  block: number,
): readonly Field[] {
  const language = node.language?.toLowerCase();
  if (!node.closed || !/^(?:```|~~~)/.test(source) || !languages.has(language)) return [];
  const lines = linesOf(source).slice(1, -1);
  if (lines.length > mostLines) return [];
  if (language === "toml") return fromAnyKnown(tomlFields(lines, block));
  if (language === "yaml" || language === "yml") return fromAnyKnown(yamlFields(lines, block));
  const fields = fromAnyKnown(
    readLines(
      lines.filter(({ text }) => text.trim() !== ""),
      block,
      "code",
    ),
  );
  const isCovered = lines.every(
    ({ text, start }) =>
      text.trim() === "" ||
      fields.some(({ whole }) => whole.start <= start && start + text.trimEnd().length <= whole.end),
  );
  return isCovered ? fields : [];
}

// A longer fence is a sample.
const mostLines = 100;

const fromAnyKnown = (fields: readonly Field[]): readonly Field[] =>
  fields.some(({ key }) => isKnownKey(key)) ? fields : [];
