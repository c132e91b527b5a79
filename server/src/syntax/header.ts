import type { Block, Document, Field, Header, Section } from "./document.ts";
import { isKnownKey, keyName, namesHeader } from "./header-keys.ts";
import { linesOf, longestLine, readLines } from "./header-lines.ts";
import { listSaid, sectionFields } from "./header-sections.ts";
import { fieldsOfTable } from "./header-table.ts";
import { tomlFields } from "./header-toml.ts";
import { yamlFields } from "./header-yaml.ts";

type Unread = Omit<Document, "header">;

/**
 * The header of a document: the fields of front matter, and of paragraphs, lists, tables and fences that stand
 * before the first section, where an H1 that comes first is the title and no section. Where none stand there,
 * those at the start of the next section are taken, since a title may be of any level and a second heading, as
 * far as one of them has a key that headers have. So are those of a section that is called metadata, and
 * sections that are fields by themselves, for what no line has said.
 */
export function readHeader(doc: Unread): Header {
  const first = doc.sections.at(0);
  const title = first?.depth === 1 ? first : undefined;
  const next = title ? doc.sections.at(1) : first;
  const above = fieldsBetween(doc, 0, next?.block ?? doc.blocks.length);
  // A table of another kind may name what the header has said, such as who made which revision.
  const [across, others] = [above.filter(isAcross), above.filter((field) => !isAcross(field))];
  const own = withoutKnown(others, across);
  const isOpen = next !== undefined && own.every(({ style }) => style === "frontMatter" || style === "toml");
  const below = isOpen ? fieldsBelow(doc, next) : [];
  const around = doc.sections.filter(
    (section) =>
      section.depth < 3 && section !== title && (section.parent < 0 || section.parent === title?.index),
  );
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
  const { node } = doc.blocks[block] ?? {};
  if (node?.kind !== "html") return undefined;
  if (/<\/details>\s*$/i.test(node.value)) return false;
  return /^\s*<details\b/i.test(node.value) ? true : undefined;
}

function withList(doc: Unread, field: Field, block: number): Field | undefined {
  const { node, length = 0 } = doc.blocks[block] ?? {};
  const before = doc.blocks[field.block];
  const isLast = before?.node.kind === "paragraph" && field.whole.end >= before.length;
  if (field.value !== "" || !isLast || node?.kind !== "list" || length > longestLine) return undefined;
  const start = doc.starts[block] ?? 0;
  const base = doc.starts[field.block] ?? 0;
  const said = listSaid(doc.text.slice(start, start + length), start - base);
  if (!said) return undefined;
  const { value, form, span, end } = said;
  return { ...field, value, form, valueSpan: span, whole: { start: field.whole.start, end } };
}

function fieldsOf(doc: Unread, block: number): readonly Field[] {
  const { node, length = 0 } = doc.blocks[block] ?? {};
  const start = doc.starts[block] ?? 0;
  const source = doc.text.slice(start, start + length);
  switch (node?.kind) {
    case "paragraph":
      return readLines(linesOf(source), block, "plain");
    case "frontMatter": {
      const lines = linesOf(source).slice(1, -1);
      return source.startsWith("+") ? tomlFields(lines, block) : yamlFields(lines, block);
    }
    case "list":
      // Each item is read by itself, so that one that is no field does not hide the next.
      return node.children.flatMap((item) => {
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
      return fieldsOfFence(source, node, block);
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
