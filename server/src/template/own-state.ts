import { offsetInText, startOf, type Document } from "../syntax/document.ts";
import { shift, type Span } from "../text/span.ts";
import type { Alignment } from "./align.ts";
import { contentOf } from "./content.ts";
import type { Instructions } from "./instructions.ts";
import { leftoversIn, type Leftover } from "./leftovers.ts";
import { partBody, type Part } from "./parts.ts";
import type { Template, TemplateSection } from "./template.ts";
import { unitsIn } from "./units.ts";

/** What a state hangs on besides the text. */
export interface Beside {
  readonly doc: Document;
  readonly template: Template;
  readonly alignment: Alignment;
  readonly instructions: Instructions | undefined;
}

/** What the text of a part itself tells. Spans are offsets from the block in which the part begins. */
export interface Own {
  readonly hasContent: boolean;
  readonly filler: Span | undefined;
  readonly leftovers: readonly Leftover[];
  /** What else it hangs on. */
  readonly wanted: TemplateSection | undefined;
  readonly isTitle: boolean;
  /** The template's instructions end it. */
  readonly isCut: boolean;
}

/** What the text of a part tells that answers a section, if it answers one. */
export function ownOf(beside: Beside, part: Part, wanted: TemplateSection | undefined): Own {
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

/** Whether text of the template is left that a reader sees. */
export const isLeft = ({ leftovers }: Own): boolean => leftovers.some(({ kind }) => kind !== "hidden");

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
