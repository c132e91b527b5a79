/** The requests about pull requests, with their types. */
import type { Range } from "./protocol.ts";

/** Client to server: what a pull request that brings a document says; null where it is no design document. */
export const PullRequest = "designDocs/pullRequest";
export interface PullRequestParams {
  readonly uri: string;
  /** The document's path from the root of its repository, with forward slashes. */
  readonly path: string;
  /** The address of its page at the host, where it is known. */
  readonly page?: string;
  /** The address below which the host shows the files of the repository, without a slash at its end. */
  readonly files?: string;
}
export type PullRequestResult = {
  /** `Design: <short title>`, or with what the template has in the place of `Design`. */
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  /** A name for its branch. */
  readonly branch: string;
  /** URIs of what the document links to in its folder or below, and of what holds its header beside it. They are there. */
  readonly files: readonly string[];
  /** Words by which people speak of the document: its titles, its file's name, the short form of that. */
  readonly names: readonly string[];
} | null;

/** Client to server: how links to the implementation go into a document; null where it is no design document. */
export const LinkImplementation = "designDocs/linkImplementation";
export interface LinkImplementationParams {
  readonly uri: string;
  readonly links: readonly {
    /** `#12`, `owner/repo#12`, `!45`, a commit, or the address. */
    readonly text: string;
    readonly url?: string;
  }[];
}
export type LinkImplementationResult = {
  /** Of the document that the edits are for. */
  readonly version: number;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  /** The texts of the links that the document lacked, and of those that it has already. */
  readonly added: readonly string[];
  readonly known: readonly string[];
} | null;
