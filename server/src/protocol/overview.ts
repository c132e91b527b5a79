/** Requests about the overview of all design documents, and about the indexes of their folders. Types alone are imported. */
import type { SetUpResult } from "./protocol.ts";

/**
 * Client to server: a page in Markdown that says how all design documents of the workspace stand. It does not wait for
 * documents that are still being read; the texts of those with milestones are read for it in the background. Links begin
 * with `/` and lead from the first workspace folder.
 */
export const Overview = "designDocs/overview";
export type OverviewParams = Readonly<Record<string, never>>;
export interface OverviewResult {
  readonly markdown: string;
}

/**
 * Client to server: what brings the indexes of all folders with design documents up to date; awaits until all have been
 * read. Answered with an error for people where a file cannot be changed.
 */
export const IndexEdits = "designDocs/indexEdits";
export interface IndexEditsParams {
  /** The URI of a workspace folder; all of them where it is absent. */
  readonly folder?: string;
}
export interface IndexEditsResult extends Pick<SetUpResult, "files" | "edits"> {
  /** The URIs of all files with an index, up to date or not. */
  readonly indexes: readonly string[];
}
