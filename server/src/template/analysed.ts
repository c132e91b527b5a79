import type { Document } from "../syntax/document.ts";
import { align, type Alignment } from "./align.ts";
import { findInstructions, findLead, type Instructions, type LeadText } from "./instructions.ts";
import type { Part } from "./parts.ts";
import { statesOf, type PartState } from "./states.ts";
import type { Template } from "./template.ts";

/** A document beside its template, and what answers what: the input of all rules and features. */
export interface Analysed {
  readonly doc: Document;
  readonly template: Template;
  readonly alignment: Alignment;
  readonly states: ReadonlyMap<Part, PartState>;
  /** The template's closing instructions, where they are still in the document. */
  readonly instructions: Instructions | undefined;
  /** What is left of those before the template's first section. */
  readonly lead: readonly LeadText[];
}

/** A document read beside its template. */
export function readBeside(doc: Document, template: Template): Analysed {
  const alignment = align(doc, template);
  const instructions = findInstructions(doc, template.instructions);
  const states = statesOf(doc, template, alignment, instructions);
  const first = alignment.parts.find((part) => part !== alignment.title);
  const lead = findLead(doc, template.lead, first?.from.block ?? doc.blocks.length);
  return { doc, template, alignment, instructions, lead, states };
}
