import { message } from "../messages/message.ts";
import { blockSpan, inText, isData, startOf, type Document, type Field } from "../syntax/document.ts";
import type { Analysed } from "../template/analysed.ts";
import { asSnippet } from "../template/pieces.ts";
import { isSwallowed } from "../template/placement.ts";
import type { TemplateField } from "../template/template.ts";
import { lineAt } from "../text/lines.ts";
import { slice, type Span } from "../text/span.ts";
import type { Completion } from "./completion.ts";
import { blockKindAt, fromNext } from "./place.ts";

/** A line of the header that has nothing but perhaps the start of a key. */
interface KeyLine {
  /** From behind the indentation to the caret. */
  readonly span: Span;
  /** The bullet and the opening emphasis, and the emphasis alone. */
  readonly lead: string;
  readonly mark: string;
  readonly typed: string;
  readonly isFrontMatter: boolean;
}

const homes: ReadonlySet<string | undefined> = new Set([undefined, "paragraph", "list", "frontMatter"]);

/** The header's fields that the document lacks, spelt like those that it has, on a line that begins one. */
export function completeFields(analysed: Analysed, offset: number): readonly Completion[] {
  const { doc, alignment } = analysed;
  const line = keyLine(doc, offset);
  if (!line) return [];
  const before = alignment.fields.findLastIndex(
    ({ field }) => field && inText(doc, field.block, field.whole).start < line.span.start,
  );
  const wanted = alignment.fields.flatMap((answer, index) =>
    answer.field ? [] : [{ index, wanted: answer.wanted }],
  );
  const like = fieldLike(doc, line);
  return fromNext(wanted, ({ index }) => index > before)
    .filter((answer) => answer.wanted.key.toLowerCase().startsWith(line.typed.toLowerCase()))
    .map((answer, order) => completionOf(doc, answer.wanted, line, like, order));
}

function keyLine(doc: Document, offset: number): KeyLine | undefined {
  const { text } = doc;
  const whole = lineAt(text, offset);
  if (offset >= headerEnd(doc) || text.slice(offset, whole.end).trim() !== "") return undefined;
  const match =
    /^(?<indent>\uFEFF?[ \t]*)(?<lead>(?:[-*+][ \t]+)?(?<mark>\*\*|__|\*|_)?)(?<typed>[\p{L}\p{N} /&().'’_-]*)$/u.exec(
      text.slice(whole.start, offset),
    );
  if (!match?.groups) return undefined;
  const { indent = "", lead = "", mark = "", typed = "" } = match.groups;
  const kind = blockKindAt(doc, whole.start + indent.length);
  if (!homes.has(kind) || isSwallowed(doc, offset)) return undefined;
  const span = { start: whole.start + indent.length, end: offset };
  return { span, lead, mark, typed, isFrontMatter: kind === "frontMatter" };
}

/** Where the first section behind the title begins. */
function headerEnd(doc: Document): number {
  const section = doc.sections.find(({ block }) => block > doc.header.place.block);
  return section ? startOf(doc, section.block) : doc.text.length + 1;
}

/** The field whose spelling a new one follows: the nearest above of the same kind, else the first. */
function fieldLike(doc: Document, { span, isFrontMatter }: KeyLine): Field | undefined {
  const alike = doc.header.fields.filter(
    (field) => isData(field) === isFrontMatter && field.style !== "section" && field.style !== "columns",
  );
  return alike.findLast((field) => inText(doc, field.block, field.whole).start < span.start) ?? alike.at(0);
}

function completionOf(
  doc: Document,
  wanted: TemplateField,
  line: KeyLine,
  like: Field | undefined,
  order: number,
): Completion {
  const { before, after } = like ? spelling(doc, like, wanted.key) : plainSpelling(line, wanted.key);
  return {
    label: wanted.key,
    kind: "field",
    detail: message(wanted.required ? "feature.required" : "feature.optional"),
    span: line.span,
    text: before + after,
    ...(after === "" ? {} : { snippet: asSnippet([before, { placeholder: "" }, after]) }),
    filter: line.lead + wanted.key,
    order,
    preselect: order === 0,
    suggestNext: wanted.shape !== "text" && wanted.shape !== "links",
  };
}

interface Spelling {
  /** What stands before the value. */
  readonly before: string;
  /** What stands behind it on its line. */
  readonly after: string;
}

function spelling(doc: Document, like: Field, key: string): Spelling {
  const source = slice(doc.text, blockSpan(doc, like.block));
  const lead = source.slice(like.whole.start, like.keySpan.start).trimStart();
  // The value may stand on the lines below its key.
  const [gap = ":"] = source.slice(like.keySpan.end, like.valueSpan.start).split(/[\r\n]/);
  const isLower = isData(like) && like.key === like.key.toLowerCase();
  const name = isLower ? key.toLowerCase() : key;
  const after = like.value === "" ? "" : source.slice(like.valueSpan.end, like.whole.end);
  return { before: lead + name + (/\s$/.test(gap) ? gap : `${gap} `), after };
}

const plainSpelling = ({ lead, mark }: KeyLine, key: string): Spelling => ({
  before: `${lead}${key}:${mark} `,
  after: "",
});
