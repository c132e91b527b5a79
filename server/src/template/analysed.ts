import type { Document } from "../syntax/document.ts";
import { align, type Alignment } from "./align.ts";
import { findInstructions, findLead, type Instructions, type LeadText } from "./instructions.ts";
import { statesOf, type PartStates } from "./states.ts";
import type { Template } from "./template.ts";

/** A document beside its template, and what answers what: the input of all rules and features. */
export interface Analysed {
  readonly doc: Document;
  readonly template: Template;
  readonly alignment: Alignment;
  readonly states: PartStates;
  /** The template's closing instructions, where they are still in the document. */
  readonly instructions: Instructions | undefined;
  /** What is left of those before the template's first section. */
  readonly lead: readonly LeadText[];
}

/**
 * A document read beside its template. What was found in the document `before`, which an edit made this one from, is
 * kept where the edit did not touch it.
 */
export function readBeside(doc: Document, template: Template, before?: Analysed): Analysed {
  const alignment = align(doc, template, before);
  if (!before) return readWhenAsked(doc, template, alignment);
  const instructions = findInstructions(doc, template.instructions);
  const states = statesOf({ doc, template, alignment, instructions }, before);
  return { doc, template, alignment, instructions, lead: leadIn(doc, template, alignment), states };
}

function leadIn(doc: Document, template: Template, alignment: Alignment): readonly LeadText[] {
  const first = alignment.parts.find((part) => part !== alignment.title);
  return findLead(doc, template.lead, first?.from.block ?? doc.blocks.length);
}

/** The same, where what few rules ask for is looked for when the first of them does. */
function readWhenAsked(doc: Document, template: Template, alignment: Alignment): Analysed {
  let instructions: { readonly found: Instructions | undefined } | undefined;
  let lead: readonly LeadText[] | undefined;
  const known = {
    doc,
    template,
    alignment,
    get instructions() {
      instructions ??= { found: findInstructions(doc, template.instructions) };
      return instructions.found;
    },
  };
  late.add(known);
  return withMore(known, {
    states: statesOf(known),
    get lead() {
      return (lead ??= leadIn(doc, template, alignment));
    },
  });
}

// The objects with something that nobody has asked for yet. Copies of them keep it so, and take longer to make.
const late = new WeakSet<object>();

/** An object with more of its own, which wins, where what nobody has asked for yet stays so. A spread would ask for all. */
export function withMore<Base extends object, More extends object>(
  base: Base,
  more: More,
): Omit<Base, keyof More> & More {
  if (!late.has(base)) return { ...base, ...more };
  const all = { ...Object.getOwnPropertyDescriptors(base), ...Object.getOwnPropertyDescriptors(more) };
  const made = Object.defineProperties({}, all) as Omit<Base, keyof More> & More;
  late.add(made);
  return made;
}
