import type { Random } from "../../test/kit/random.ts";
import type { Analysis } from "../../server/src/service.ts";
import type { Part } from "../../server/src/template/parts.ts";
import type { TemplateSection } from "../../server/src/template/template.ts";
import { contains, type Span } from "../../server/src/text/span.ts";
import { partExtent } from "../../server/src/template/parts.ts";

/** One fault in a document that follows its template. */
export interface Fault {
  readonly kind: FaultKind;
  /** What was done, for people. */
  readonly what: string;
  /** The document with the fault. */
  readonly text: string;
  /** The rule that has to tell it, or each of those that may. */
  readonly rules: readonly string[];
  /** What the finding has to overlap, in {@link text}. */
  readonly place: Span;
  /** How many things its fix may leave for the author to write: one, or one a section that is put back. */
  readonly leaves: number;
}

export const faultKinds = [
  "section removed",
  "section misspelt",
  "section renamed",
  "section moved",
  "section at another level",
  "sections swapped",
  "guidance pasted back",
  "placeholder pasted",
  "field blanked",
  "field removed",
  "field as in the template",
  "status misspelt",
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** A document that follows its template, as faults are planted in it. */
export interface Ground {
  readonly analysis: Analysis;
  /** What can be pasted back: guidance that must go, by the section of the template that it belongs to. */
  readonly guidance: readonly Pasted[];
  /** Pieces of the template's running text that stand there to be replaced. */
  readonly tokens: readonly string[];
  readonly random: Random;
}

export interface Pasted {
  readonly section: TemplateSection;
  readonly text: string;
}

/** A section of the document that answers one of the template by its name. */
export interface Answered {
  readonly wanted: TemplateSection;
  readonly part: Part;
}

/** The sections of a document that answer one of the template by name, in the document's order. */
export const answeredIn = ({ alignment }: Analysis): readonly Answered[] =>
  alignment.sections
    .flatMap(({ wanted, part, by }): readonly Answered[] =>
      part?.kind === "heading" && by === "name" && !wanted.isTitle && part !== alignment.title
        ? [{ wanted, part }]
        : [],
    )
    .toSorted((a, b) => a.part.from.block - b.part.from.block);

/** How many sections that the template demands a stretch of the document has. */
export const demandedIn = (analysis: Analysis, stretch: Span): number =>
  answeredIn(analysis).filter(
    ({ wanted, part }) => wanted.required && contains(stretch, partExtent(analysis.doc, part)),
  ).length;

/** Whether no other section that answers the template's stands below this one. */
export function isLeaf({ doc, alignment }: Analysis, part: Part): boolean {
  const extent = partExtent(doc, part);
  return alignment.parts.every(
    (other) => other === part || !contains(extent, partExtent(doc, other)) || other.kind === "bold",
  );
}

/** A text with one stretch of it replaced. */
export const replaced = (text: string, { start, end }: Span, by: string): string =>
  text.slice(0, start) + by + text.slice(end);
