/**
 * Requests about all design documents of the workspace, for views that list them. Both halves import this file.
 */

import type { DocumentStatus } from "./protocol.ts";

/**
 * Client to server: all design documents of the workspace, as far as they are known now. It never waits for files:
 * what is still being read is told by {@link DidChangeDocuments}, which is sent to whoever asked this once.
 */
export const Documents = "designDocs/documents";
export interface DocumentsParams {
  /** All of them are looked for again, since somebody believes that there are others. */
  readonly again?: boolean;
}
export interface DocumentsResult {
  /** All documents have been read once; else there may be more of them. */
  readonly complete: boolean;
  /** In the order of their paths, a workspace folder after the other. */
  readonly documents: readonly DocumentSummary[];
}

/** What the header of a document says. What it does not say is absent. */
export interface DocumentSummary {
  readonly uri: string;
  /** The path within its workspace folder. */
  readonly path: string;
  /** The URI of that folder, where several are open. */
  readonly folder?: string;
  /** Where it has none, the words of its file's name. */
  readonly title: string;
  /** All that it says, in plain words; empty where there is none. */
  readonly status: string;
  /** The template's word in `status`, where that says more. */
  readonly statusWord?: string;
  readonly stage: "draft" | "review" | "approved" | "implemented" | "closed";
  /** The authors' names, separated by commas. */
  readonly author?: string;
  /** `YYYY-MM-DD`: when it was begun, and when it was changed last, as it says itself. */
  readonly date?: string;
  readonly updated?: string;
  /** Handles with `@`. */
  readonly reviewers?: readonly string[];
  readonly number?: number;
}

/** Server to client: what has changed since the last answer or notification, a few times a second at most. */
export const DidChangeDocuments = "designDocs/didChangeDocuments";
export interface DidChangeDocumentsParams {
  readonly complete: boolean;
  readonly changed: readonly DocumentSummary[];
  /** URIs of documents that are gone. */
  readonly removed: readonly string[];
  /** URIs of documents whose text may be another one, so that {@link ProgressOf} may answer something else. */
  readonly touched: readonly string[];
}

/**
 * Client to server: how far documents have come, which takes reading them: those that are open as the editor shows
 * them, all others in the background, by all that can be said without Git and Mermaid. At most
 * {@link mostProgress} URIs are answered; null for each that is no design document. Cancelled when nobody looks.
 */
export const ProgressOf = "designDocs/progressOf";
export const mostProgress = 50;
export interface ProgressOfParams {
  readonly uris: readonly string[];
}
export type ProgressOfResult = readonly (DocumentProgress | null)[];
/** As {@link DocumentStatus} has it. */
export type DocumentProgress = Pick<DocumentStatus, "written" | "total" | "missing" | "findings">;
