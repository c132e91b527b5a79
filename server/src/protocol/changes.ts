/** The requests about what changed in a document, with their types. */
import type { Range } from "./protocol.ts";

/** Client to server: what changed between a text and the open document; null where it is no design document. */
export const Changes = "designDocs/changes";
export interface ChangesParams {
  readonly uri: string;
  /** In words for people, what is compared with. */
  readonly since: string;
  /** What the document was; absent where it was not there. */
  readonly base?: string;
}
export type ChangesResult = {
  /** Of the document that the ranges are in. */
  readonly version: number;
  /** In the order of the document; what is gone stands where it was. */
  readonly sections: readonly ChangedSection[];
  readonly unchanged: number;
  /** Markdown. */
  readonly summary: string;
  /** The lines of the summary, from 0, that lead to a place in the document. */
  readonly links: readonly { readonly line: number; readonly range: Range }[];
} | null;
export interface ChangedSection {
  readonly kind: "added" | "removed" | "changed";
  readonly title: string;
  /** On one line, how it changed. */
  readonly detail: string;
  /** What it was, with its heading; absent where it is new. */
  readonly before?: string;
  /** What it is; absent where it is gone. */
  readonly now?: string;
  /** Its heading; absent where it is gone. */
  readonly range?: Range;
}

/** Client to server: the line that says the status; null where there is none, or it is a draft's. */
export const ReviewLine = "designDocs/reviewLine";
export interface ReviewLineParams {
  readonly uri: string;
}
export type ReviewLineResult = {
  /** The text of the line, without its line ending. */
  readonly line: string;
  /** As the template spells it. */
  readonly status: string;
} | null;
