import { offsetInText, startOf, type Document } from "../syntax/document.ts";
import { changeBetween } from "../syntax/found-in.ts";
import { shift, type Span } from "../text/span.ts";
import type { Alignment } from "./align.ts";
import { contentOf } from "./content.ts";
import type { Instructions } from "./instructions.ts";
import { leftoversIn, type Leftover } from "./leftovers.ts";
import { partBody, type Part } from "./parts.ts";
import type { Template, TemplateSection } from "./template.ts";
import { unitsIn } from "./units.ts";

/** How far a part of a document has come. */
export interface PartState {
  /** `placeholder` where text of the template is left in it. */
  readonly state: "written" | "empty" | "placeholder";
  /** What an empty part says all the same, such as TBD; nothing where it says nothing. */
  readonly filler: Span | undefined;
  readonly leftovers: readonly Leftover[];
  /** It has parts below it; what they lack is told on them. */
  readonly hasParts: boolean;
}

/** The states of all parts of a document. */
export interface PartStates {
  get(part: Part): PartState | undefined;
  /** In the order of the parts. */
  values(): Iterable<PartState>;
  /** All that is left of the template, in the order of the text. */
  readonly leftovers: readonly Leftover[];
}

/** What a state hangs on besides the text. */
export interface Beside {
  readonly doc: Document;
  readonly template: Template;
  readonly alignment: Alignment;
  readonly instructions: Instructions | undefined;
}

/**
 * The state of every part. A part without text of its own is as far as the best of the parts below it. Of the parts
 * that an edit did not touch, what was found `before` is kept.
 */
export function statesOf(beside: Beside, before?: Beside & { readonly states: PartStates }): PartStates {
  const { doc, alignment } = beside;
  const { parts } = alignment;
  const kept = keptFrom(beside, before);
  const wanted = new Map(
    alignment.sections.flatMap(({ wanted: section, part, others }) =>
      [part, ...others].map((one) => [one, section] as const),
    ),
  );
  const own = parts.map((part, index): Own => {
    const section = wanted.get(part);
    const last = kept(part, index);
    return last?.wanted === section && last?.isTitle === (part === alignment.title)
      ? last
      : ownOf(beside, part, section);
  });
  const { list, leftovers } = withThoseBelow(doc, parts, own);
  const indexes = indexesOf(parts);
  const states: PartStates = {
    get(part) {
      const index = indexes.get(part);
      return index === undefined ? undefined : list[index];
    },
    values: () => list,
    leftovers,
  };
  owns.set(states, own);
  return states;
}

/** What the text of a part itself tells. Spans are offsets from the block in which the part begins. */
interface Own {
  readonly hasContent: boolean;
  readonly filler: Span | undefined;
  readonly leftovers: readonly Leftover[];
  /** What else it hangs on. */
  readonly wanted: TemplateSection | undefined;
  readonly isTitle: boolean;
  /** The template's instructions end it. */
  readonly isCut: boolean;
}

const owns = new WeakMap<PartStates, readonly Own[]>();
const indexesKnown = new WeakMap<readonly Part[], ReadonlyMap<Part, number>>();

function indexesOf(parts: readonly Part[]): ReadonlyMap<Part, number> {
  let found = indexesKnown.get(parts);
  if (!found) {
    found = new Map(parts.map((part, index) => [part, index]));
    indexesKnown.set(parts, found);
  }
  return found;
}

function ownOf(beside: Beside, part: Part, wanted: TemplateSection | undefined): Own {
  const { doc, template, alignment, instructions } = beside;
  const stretch = ownStretch(doc, part, instructions);
  const isTitle = part === alignment.title;
  const leftovers = isTitle
    ? titleLeftovers(doc, stretch, template)
    : leftoversIn(doc, stretch, template, wanted);
  const base = -startOf(doc, part.from.block);
  const { hasContent, filler: said } = contentOf(doc, stretch);
  return {
    hasContent,
    filler: said && shift(said, base),
    leftovers: leftovers.map(({ span, kind }) => ({ span: shift(span, base), kind })),
    wanted,
    isTitle,
    isCut: stretch.end !== offsetInText(doc, part.bodyEnd),
  };
}

/**
 * Gives what was found of a part in the document before an edit, where neither its blocks nor the next one are
 * others: whether text is a label hangs on what follows it.
 */
function keptFrom(
  { doc, template, alignment, instructions }: Beside,
  before: (Beside & { readonly states: PartStates }) | undefined,
): (part: Part, index: number) => Own | undefined {
  const last = before && owns.get(before.states);
  if (!before || !last || before.template !== template) return () => undefined;
  const { start, oldEnd, newEnd } = changeBetween(before.doc.blocks, doc.blocks);
  const by = newEnd - oldEnd;
  const old = before.alignment.parts;
  const isSame = old === alignment.parts;
  const places = isSame ? undefined : new Map(old.map((part, index) => [placeOf(part, 0), index]));
  const tail = instructions ? (instructions.rule ?? instructions.span).start : undefined;
  return (part, index) => {
    const isAbove = part.bodyEnd.block + 1 < start;
    if (!isAbove && part.from.block < newEnd) return undefined;
    const moved = isAbove ? 0 : by;
    const at = places ? places.get(placeOf(part, moved)) : index;
    const [own, was] = [last[at ?? -1], old[at ?? -1]];
    if (!own || !was || own.isCut || !isSamePart(was, part, moved)) return undefined;
    // What it has to show may reach over blank lines, which are in no block.
    const hasSpans = own.filler !== undefined || own.leftovers.length > 0;
    if (hasSpans && sourceOfPart(before.doc, was) !== sourceOfPart(doc, part)) return undefined;
    return tail !== undefined && offsetInText(doc, part.bodyEnd) > tail ? undefined : own;
  };
}

const sourceOfPart = (doc: Document, { from, bodyEnd }: Part): string =>
  doc.text.slice(startOf(doc, from.block), offsetInText(doc, bodyEnd));

// No text is so long that two places have one number.
const placeOf = ({ from }: Part, moved: number): number => (from.block - moved) * 2 ** 26 + from.offset;

const isSamePart = (was: Part, part: Part, moved: number): boolean =>
  was === part ||
  (was.bodyEnd.block === part.bodyEnd.block - moved &&
    was.bodyEnd.offset === part.bodyEnd.offset &&
    was.to.offset === part.to.offset);

/** The states by what the parts themselves tell and what is told of those below them. */
function withThoseBelow(
  doc: Document,
  parts: readonly Part[],
  own: readonly Own[],
): { readonly list: readonly PartState[]; readonly leftovers: readonly Leftover[] } {
  const list: PartState[] = Array.from({ length: parts.length });
  const left: (readonly Leftover[])[] = [];
  // The parts behind the one in hand that stand at the end of what is below it, the nearest last.
  const ends: number[] = [];
  let written = parts.length;
  // From the last to the first, so that the parts below a part are known before it.
  for (let index = parts.length - 1; index >= 0; index--) {
    const [part, told] = [parts[index], own[index]];
    if (!part || !told) continue;
    while (ends.length > 0 && (parts[ends.at(-1) ?? 0]?.depth ?? 0) > part.depth) ends.pop();
    const isWrittenBelow = written < (ends.at(-1) ?? parts.length);
    ends.push(index);
    const isLeft = told.leftovers.some(({ kind }) => kind !== "hidden");
    const state = isLeft ? "placeholder" : told.hasContent || isWrittenBelow ? "written" : "empty";
    if (state === "written") written = index;
    const hasParts = (parts[index + 1]?.depth ?? 0) > part.depth;
    const found = stateOf(state, told, hasParts, startOf(doc, part.from.block));
    list[index] = found;
    if (found.leftovers.length > 0) left.push(found.leftovers);
  }
  return { list, leftovers: left.toReversed().flat() };
}

const none: readonly Leftover[] = [];

// Most parts have nothing to show, and share what is said of them.
const plain: Readonly<Record<PartState["state"], readonly [PartState, PartState]>> = {
  written: plainStates("written"),
  empty: plainStates("empty"),
  placeholder: plainStates("placeholder"),
};

function plainStates(state: PartState["state"]): readonly [PartState, PartState] {
  const shown = { state, filler: undefined, leftovers: none };
  return [
    { ...shown, hasParts: false },
    { ...shown, hasParts: true },
  ];
}

function stateOf(state: PartState["state"], own: Own, hasParts: boolean, base: number): PartState {
  if (!own.filler && own.leftovers.length === 0) return plain[state][hasParts ? 1 : 0];
  return {
    state,
    filler: own.filler && shift(own.filler, base),
    leftovers: own.leftovers.map(({ span, kind }) => ({ span: shift(span, base), kind })),
    hasParts,
  };
}

/**
 * The guidance that is left below a document's title. Its text is the header, where placeholders are the fields'
 * affair, so only what the template has there counts.
 */
function titleLeftovers(doc: Document, stretch: Span, template: Template): readonly Leftover[] {
  if (template.opening.length === 0) return [];
  const units = new Set(template.opening.map(({ text }) => text));
  return unitsIn(doc, stretch).flatMap(({ text, span }): readonly Leftover[] =>
    units.has(text) ? [{ span, kind: "guidance" }] : [],
  );
}

/** The text of a part itself: neither the parts below it nor the template's closing instructions. */
export function ownStretch(doc: Document, part: Part, instructions: Instructions | undefined): Span {
  const body = partBody(doc, part);
  if (!instructions || instructions.span.start < body.start) return body;
  const end = instructions.rule?.start ?? instructions.span.start;
  return { start: body.start, end: Math.max(body.start, Math.min(body.end, end)) };
}
