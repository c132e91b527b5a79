import type { RuleContext } from "../rules/rule.ts";
import { setValue } from "../rules/support/header.ts";
import {
  hasForgeAddress,
  implementationField,
  implementationFields,
  implementationParts,
} from "../rules/support/implementation.ts";
import { insertBehind, insertField, insertFirst } from "../rules/support/insert-field.ts";
import { extentOf } from "../rules/support/section.ts";
import { blockSpan, inText, isData, type Document, type Field } from "../syntax/document.ts";
import { unfilledIn, isFiller } from "../template/fields.ts";
import { partBody, type Part } from "../template/parts.ts";
import { ownStretch } from "../template/own-state.ts";
import { blocksIn } from "../template/units.ts";
import type { Edit } from "../text/edit.ts";
import { lineAt, lineEnding } from "../text/lines.ts";
import { literally } from "../text/pattern.ts";
import { at, slice, type Span } from "../text/span.ts";

/** A pull request, a commit or an issue that implements a design. */
export interface ImplementationLink {
  /** `#12`, `owner/repo#12`, `!45`, a commit, or the address. */
  readonly text: string;
  /** Absent where nobody knows it. */
  readonly url?: string | undefined;
}

/** What links a document to its implementation. */
export interface LinkingEdits {
  /** One at most; none where all links are there already. */
  readonly edits: readonly Edit[];
  /** The links that the document lacked, and those that it had in that place. */
  readonly added: readonly ImplementationLink[];
  readonly known: readonly ImplementationLink[];
}

/**
 * Puts links to the implementation where the document, and else its template, has a place for them: a field for it, a
 * section of such a name, else the template’s own field, or one named `Implementation`. What is written there stays,
 * but for filler, and no link comes a second time. Nothing where no place can be found that stays one.
 */
export function linkImplementation(context: RuleContext, links: readonly ImplementationLink[]): LinkingEdits {
  const place = placeFor(context);
  const there = place.kind === "new" ? "" : slice(context.doc.text, place.around);
  const unique = links.filter((link, index) => links.findIndex((other) => isSame(link, other)) === index);
  const known = unique.filter((link) => holds(there, link));
  const added = unique.filter((link) => !known.includes(link));
  if (added.length === 0) return { edits: [], added, known };
  return { edits: [editFor(context, place, added)], added, known };
}

type LinkPlace =
  | {
      readonly kind: "field";
      readonly field: Field;
      readonly list: number | undefined;
      readonly around: Span;
    }
  | { readonly kind: "section"; readonly part: Part; readonly around: Span }
  | { readonly kind: "new" };

function placeFor(context: RuleContext): LinkPlace {
  const { doc } = context;
  const answer = implementationField(context);
  const field = answer?.field ?? implementationFields(context)[0];
  if (field) {
    const below = field.block + 1;
    const list =
      field.value === "" && !isData(field) && doc.blocks[below]?.kind === "list" ? below : undefined;
    const whole = inText(doc, field.block, field.whole);
    const value = inText(doc, field.block, field.valueSpan);
    const end = list === undefined ? Math.max(whole.end, value.end) : blockSpan(doc, list).end;
    return { kind: "field", field, list, around: { start: whole.start, end } };
  }
  const part = implementationParts(context).find((one) => isForLinks(context, one));
  return part
    ? {
        kind: "section",
        part,
        around: { start: partBody(doc, part).start, end: extentOf(context, part).end },
      }
    : { kind: "new" };
}

/** Whether a section is the place for links: one that is only named after the work may describe it instead. */
function isForLinks(context: RuleContext, part: Part): boolean {
  if (!/^implement(?:ation|ed)s?$/i.test(part.title.trim())) return true;
  const body = slice(context.doc.text, ownStretch(context.doc, part, context.instructions));
  return body.trim() === "" || hasForgeAddress(body);
}

const isSame = (one: ImplementationLink, other: ImplementationLink): boolean =>
  one.url === undefined && other.url === undefined ? one.text === other.text : one.url === other.url;

/** Whether a text has a link already, as an address or by its number, in emphasis or not. */
function holds(text: string, { text: short, url }: ImplementationLink): boolean {
  const has = (words: string): boolean =>
    new RegExp(`(?<![a-z\\d/#!.-])${literally(words)}(?!_*[a-z\\d/-]|\\.\\w)`, "i").test(text);
  return (url !== undefined && has(url)) || has(short);
}

function editFor(context: RuleContext, place: LinkPlace, links: readonly ImplementationLink[]): Edit {
  const { doc } = context;
  switch (place.kind) {
    case "field":
      return place.list === undefined
        ? fieldEdit(context, place.field, links)
        : itemsEdit(doc, place.list, links);
    case "section":
      return sectionEdit(context, place.part, links);
    case "new": {
      const answer = implementationField(context);
      const last = doc.header.fields.findLast(({ style }) => style !== "section");
      const isPlain = !(last && isData(last)) && !context.template.doc.header.fields.some(isData);
      const value = links.map((link) => (isPlain ? asMarkdown(link) : asData(link))).join(", ");
      if (answer) return insertField(context, answer.wanted, value);
      return last
        ? insertBehind(doc, last, "Implementation", value)
        : insertFirst(doc, `Implementation: ${value}`);
    }
  }
}

/** The links behind what a field says already, or in the place of filler and the template’s words. */
function fieldEdit(context: RuleContext, field: Field, links: readonly ImplementationLink[]): Edit {
  const { doc, alignment } = context;
  const wanted = alignment.fields.find((answer) => answer.field === field)?.wanted;
  const isUnfilled =
    field.value === "" || isFiller(field.value) || (wanted && unfilledIn(field.value, wanted).length > 0);
  const value = links.map((link) => (isData(field) ? asData(link) : asMarkdown(link))).join(", ");
  if (isUnfilled) return setValue(doc, field, value);
  // A value in data has quotes and escapes, which are made anew; in Markdown what is written is not touched.
  if (isData(field) && field.form !== "block") return setValue(doc, field, `${field.value}, ${value}`);
  const { start, end } = inText(doc, field.block, field.valueSpan);
  if (field.form === "items") {
    const last = lineAt(doc.text, end);
    const mark = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(doc.text.slice(Math.max(last.start, 0), end))?.[0];
    const first = lineAt(doc.text, start).start;
    const lead = mark ?? doc.text.slice(first, start);
    return { span: at(end), text: listed(doc, /^[ \t]*\S+[ \t]+$/.test(lead) ? lead : "- ", links) };
  }
  const isCell = field.style === "table" || field.style === "columns";
  return { span: at(end), text: `, ${isCell ? value.replaceAll("|", "\\|") : value}` };
}

/** One line for each link behind the last item of a list, with its mark. */
function itemsEdit(doc: Document, block: number, links: readonly ImplementationLink[]): Edit {
  const node = doc.blocks[block]?.node;
  const { start, end } = blockSpan(doc, block);
  const last = node?.kind === "list" ? node.children.at(-1) : undefined;
  const from = start + (last?.start ?? 0);
  const mark = /^(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(doc.text.slice(from, end))?.[0] ?? "- ";
  return {
    span: at(end),
    text: listed(doc, doc.text.slice(lineAt(doc.text, from).start, from) + mark, links),
  };
}

const listed = (doc: Document, lead: string, links: readonly ImplementationLink[]): string =>
  links.map((link) => `${lineEnding(doc.text)}${lead}${asMarkdown(link)}`).join("");

/** The links as a list at the end of a section’s own text, which goes on where it ends with one. */
function sectionEdit(context: RuleContext, part: Part, links: readonly ImplementationLink[]): Edit {
  const { doc, states } = context;
  const eol = lineEnding(doc.text);
  const stretch = ownStretch(doc, part, context.instructions);
  const blocks = [...blocksIn(doc, stretch)].filter((index) => blockSpan(doc, index).start >= stretch.start);
  const list = links.map((link) => `- ${asMarkdown(link)}`).join(eol);
  const state = states.get(part);
  if (state?.filler && state.state === "empty") return { span: state.filler, text: list };
  const left =
    state?.leftovers.filter(
      ({ kind, span }) => kind === "guidance" && span.start >= stretch.start && span.end <= stretch.end,
    ) ?? [];
  const [first, final] = [blocks.at(0), blocks.at(-1)];
  // Guidance that is all there is goes; beside words of the author’s it is their affair.
  if (first !== undefined && final !== undefined && left.length > 0) {
    const all = { start: blockSpan(doc, first).start, end: blockSpan(doc, final).end };
    const rest = left.reduceRight(
      (text, { span }) => text.slice(0, span.start - all.start) + text.slice(span.end - all.start),
      slice(doc.text, all),
    );
    if (rest.trim() === "") return { span: all, text: list };
  }
  if (final !== undefined && doc.blocks[final]?.kind === "list") return itemsEdit(doc, final, links);
  const end = final === undefined ? stretch.start : blockSpan(doc, final).end;
  const gap = stretch.end >= doc.text.length && !/[\r\n]$/.test(doc.text) ? eol : "";
  return { span: at(end), text: `${eol}${eol}${list}${gap}` };
}

/** A link as Markdown has it: its number leads to its address. */
function asMarkdown({ text, url }: ImplementationLink): string {
  if (url === undefined) return text;
  return text === url || text === ""
    ? url
    : `[${text.replace(/[[\]\\]/g, String.raw`\$&`)}](${url.replace(/[()\s]/g, percent)})`;
}

const percent = (char: string): string =>
  `%${char.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`;

/** A link in data, where Markdown is not read. */
const asData = ({ text, url }: ImplementationLink): string => url ?? text;
