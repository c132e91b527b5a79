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
  const instructions = findInstructions(doc, template.instructions);
  const states = statesOf({ doc, template, alignment, instructions }, before);
  const first = alignment.parts.find((part) => part !== alignment.title);
  const lead = findLead(doc, template.lead, first?.from.block ?? doc.blocks.length);
  return { doc, template, alignment, instructions, lead, states };
}
