import type { InsertMissingResult, Range } from "./protocol.ts";

/** Client to server: the sections of a document beside those of its template; null for no design document. */
export const Sections = "designDocs/sections";
export interface SectionsParams {
  readonly uri: string;
}
export type SectionsResult = {
  /** Of the document that the ranges are in. */
  readonly version: number;
  /** Sections that are written, out of all that the template requires or the document has. */
  readonly written: number;
  readonly total: number;
  /** In the order of the document, with those that are missing where they would be inserted. */
  readonly sections: readonly SectionNode[];
} | null;
export interface SectionNode {
  readonly name: string;
  readonly state: "written" | "empty" | "placeholder" | "missing";
  /** A section of the author’s own, which answers nothing in the template. */
  readonly own: boolean;
  /** The template asks for it. */
  readonly required: boolean;
  /** Absent where it is missing. */
  readonly place?: {
    readonly heading: Range;
    /** From the heading to the next one of its depth or less. */
    readonly extent: Range;
    readonly movable: boolean;
    /** The fragment of a link to it, without `#`; empty where there is none. */
    readonly anchor: string;
  };
  /** The section of the template that it answers, for {@link InsertMissingParams}. */
  readonly wanted?: { readonly index: number; readonly title: string };
  readonly children: readonly SectionNode[];
}

/** Client to server: the edits that move a section, with all that stands below it; null for no design document. */
export const MoveSection = "designDocs/moveSection";
export interface MoveSectionParams {
  readonly uri: string;
  /** In the heading of the section; of a place in its text, it is the section around that place. */
  readonly position: Range["start"];
  /** Past its neighbour, behind the last of its neighbours, or before the section with a heading at a position. */
  readonly to: "up" | "down" | "end" | { readonly before: Range["start"] };
}
export type MoveSectionResult =
  | {
      readonly kind: "moved";
      readonly version: number;
      /** None where it stands there already. */
      readonly edits: InsertMissingResult["edits"];
      /** From its heading to its end, before the edits, and where its heading stands behind them. */
      readonly from: Range;
      readonly at: Range["start"];
      /** A sentence for people about what was left as it is; empty where there is nothing to say. */
      readonly note: string;
    }
  /** A sentence for people: why it stays where it is. */
  | { readonly kind: "refused"; readonly reason: string }
  | null;

/** Client to server: where a document still has text of its template that only says what belongs there. */
export const Guidance = "designDocs/guidance";
export interface GuidanceParams {
  readonly uri: string;
}
export type GuidanceResult = { readonly version: number; readonly ranges: readonly Range[] } | null;
