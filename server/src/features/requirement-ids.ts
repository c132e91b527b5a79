import { inText, startOf, type Document } from "../syntax/document.ts";
import { allIn } from "../syntax/found-in.ts";
import { plainText } from "../syntax/node.ts";
import type { Analysed } from "../template/analysed.ts";
import { partExtent } from "../template/parts.ts";
import { contains, shift, touches, type Span } from "../text/span.ts";
import type { Hover } from "./hover.ts";
import { asInline } from "./markdown-text.ts";
import { idDefinitions, idMentions, type DefinitionMark, type IdMark } from "./requirement-marks.ts";

/** An id that a document defines, such as `R1` or `NFR-2`: of a requirement, a goal, a risk or the like. */
export interface DefinedId {
  /** As it is written where it is defined. */
  readonly id: string;
  readonly key: string;
  /** The id there, in the text. */
  readonly span: Span;
  /** What it stands for, on one line; empty where nothing is written. */
  readonly text: string;
}

type Read = Pick<Analysed, "doc" | "alignment">;

const tellingTitle =
  /\b(?:requirements?|goals?|objectives?|constraints?|criteria|criterion|stories|story|use cases?|n?frs?)\b/i;

/**
 * The ids that a document defines, by their keys. Of several places that could define one, the first in a section of
 * requirements or the like counts, else the first. An id that only the sense tells from the words behind it counts
 * in such sections alone.
 */
function definedIds({ doc, alignment }: Read): ReadonlyMap<string, DefinedId> {
  const all = allIn(doc, idDefinitions);
  if (all.length === 0) return new Map();
  const telling = alignment.parts
    .filter((part) => part !== alignment.title && tellingTitle.test(part.title.slice(0, 200)))
    .map((part) => partExtent(doc, part));
  const certain = new Map<string, DefinedId>();
  const others = new Map<string, DefinedId>();
  for (const { block, items } of all)
    for (const mark of items) {
      const span = inText(doc, block, mark.span);
      const isTold = telling.some((extent) => contains(extent, span));
      const known = isTold ? certain : others;
      if (known.has(mark.key) || (mark.isWeak && !isTold)) continue;
      known.set(mark.key, { id: mark.id, key: mark.key, span, text: textOf(doc, block, mark) });
    }
  return new Map([...others, ...certain]);
}

// Nobody reads more in a window beside the text.
const longest = 400;

/** What an id stands for: what stands beside it, and below a heading or a label the paragraph that follows. */
function textOf(doc: Document, block: number, { text }: DefinitionMark): string {
  const next = doc.blocks[block + 1];
  const { kind } = doc.blocks[block] ?? {};
  const isAbove = kind === "heading" || (kind === "paragraph" && text === "");
  const below = isAbove && next?.kind === "paragraph" ? plainText(next.node) : "";
  const said = [text, below.replace(/\s+/g, " ").trim()].filter((one) => one !== "").join(" · ");
  return said.length <= longest ? said : `${said.slice(0, longest).replace(/\s\S*$/, "")}…`;
}

/** The id at an offset that the document defines; nothing where it is not defined. */
export function idAt(read: Read, offset: number): (DefinedId & { readonly at: Span }) | undefined {
  const { doc } = read;
  const block = doc.starts.findLastIndex((start) => start <= offset);
  const touched = (read_: (typeof idReaders)[number]): IdMark | undefined =>
    (allIn<IdMark>(doc, read_).find((one) => one.block === block)?.items ?? []).find(({ span }) =>
      touches(shift(span, startOf(doc, block)), offset),
    );
  const mark = touched(idDefinitions) ?? touched(idMentions);
  const found = mark && definedIds(read).get(mark.key);
  return found && { ...found, at: inText(doc, block, mark.span) };
}

const idReaders = [idDefinitions, idMentions] as const;

/** Where an id is defined and where the text mentions it, in the order of the text. */
export function placesOf({ doc }: Pick<Read, "doc">, { key, span: own }: DefinedId): readonly Span[] {
  const mentions = allIn(doc, idMentions).flatMap(({ block, items }) =>
    items.filter((mark) => mark.key === key).map((mark) => inText(doc, block, mark.span)),
  );
  const isThere = mentions.some(({ start }) => start === own.start);
  return (isThere ? mentions : [...mentions, own]).toSorted((a, b) => a.start - b.start);
}

/** What an id stands for, where one rests on it. */
export function idHover(read: Read, offset: number): Hover | undefined {
  const found = idAt(read, offset);
  if (!found || found.text === "") return undefined;
  return { span: found.at, markdown: [`**${asInline(found.id)}**: ${asInline(found.text)}`] };
}

/** The ids that a document defines, in the order of its text. */
export const idsDefinedIn = (read: Read): readonly DefinedId[] =>
  [...definedIds(read).values()].toSorted((a, b) => a.span.start - b.span.start);
