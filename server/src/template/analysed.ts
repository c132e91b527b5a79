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
  const known = Object.defineProperties({ doc, template, alignment, [late]: {} }, lateParts) as Late &
    Analysed;
  return withMore(known, { states: statesOf(known) });
}

// What has been found of a document so far, for all copies of the object that says what was read.
const late = Symbol("late");

interface Found {
  instructions?: { readonly found: Instructions | undefined };
  lead?: readonly LeadText[];
}

interface Late extends Pick<Analysed, "doc" | "template" | "alignment"> {
  readonly [late]: Found;
}

// The same functions for all documents: of those that are made for a single object, V8 keeps each in a description of
// that object, with all that it knows, until it collects all garbage.
const lateParts: PropertyDescriptorMap & ThisType<Late> = {
  instructions: {
    get() {
      this[late].instructions ??= { found: findInstructions(this.doc, this.template.instructions) };
      return this[late].instructions.found;
    },
    enumerable: true,
    configurable: true,
  },
  lead: {
    get() {
      return (this[late].lead ??= leadIn(this.doc, this.template, this.alignment));
    },
    enumerable: true,
    configurable: true,
  },
};

const lateKeys = Object.keys(lateParts);

/** An object with more of its own, which wins, where what nobody has asked for yet stays so. A spread would ask for all. */
export function withMore<Base extends object, More extends object>(
  base: Base,
  more: More,
): Omit<Base, keyof More> & More {
  if (!(late in base)) return { ...base, ...more };
  const made: Record<string, unknown> = {};
  const source: object = base;
  for (const key of Object.keys(source))
    if (!lateKeys.includes(key)) made[key] = (source as Readonly<Record<string, unknown>>)[key];
  Object.assign(made, more);
  for (const key of [late, ...lateKeys]) {
    const own = key in more ? undefined : Object.getOwnPropertyDescriptor(source, key);
    if (own) Object.defineProperty(made, key, own);
  }
  return made as Omit<Base, keyof More> & More;
}
