import type { HeadingNames } from "./heading-names.ts";
import type { UnplacedPart } from "./parts.ts";
import type { Template, TemplateSection } from "./template.ts";

/** The part that answers a section of the template, and how its name was understood. */
export interface Naming {
  readonly part: UnplacedPart;
  readonly by: "name" | "short" | "typo" | "joint" | "pattern";
  readonly duplicates: readonly UnplacedPart[];
  /** Further parts that answer it, where several may, or where none stands where the template has it. */
  readonly others: readonly UnplacedPart[];
}

/** A heading of the document with what is compared of it. */
export interface Heading extends HeadingNames {
  readonly part: UnplacedPart;
  /** Its place among the headings. */
  readonly index: number;
  /** Index of the heading around it, or -1. */
  readonly parent: number;
}

/** A section of the template and a heading that may answer it. */
export interface Pair {
  readonly wanted: TemplateSection;
  readonly heading: Heading;
}

/** What is known while names are aligned. */
export interface Aligning {
  readonly template: Template;
  readonly headings: readonly Heading[];
  readonly shift: number;
  readonly named: ReadonlyMap<number, Naming>;
  headingOf(part: UnplacedPart): Heading | undefined;
  /** The sections that nothing answers yet, and the headings that answer nothing yet. */
  open(): readonly TemplateSection[];
  free(): readonly Heading[];
}

/** Whether a heading has the depth that a section has in this document. */
export const isDeep = ({ part }: Heading, { depth }: TemplateSection, { shift }: Aligning): boolean =>
  part.depth === Math.min(6, Math.max(1, depth + shift));

/** Whether a heading stands directly below what answers the section around the wanted one. */
export const isInside = (heading: Heading, { parent }: TemplateSection, now: Aligning): boolean =>
  now.headings[heading.parent]?.part === now.named.get(parent)?.part;
