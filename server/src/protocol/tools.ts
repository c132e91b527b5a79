/** Requests of ours for whoever reads a design document without opening it, such as a language model. No code. */

/**
 * Client to server: what is to be said of a design document, open or not, and what its template asks; null where the
 * URI is no design document. Of a file that is not there yet, what its template asks.
 */
export const DescribeDocument = "designDocs/describeDocument";
export interface DescribeDocumentParams {
  readonly uri: string;
  /** Judged as if it stood there; where it stands if absent. */
  readonly stage?: "draft" | "review" | "approved" | "implemented" | "closed";
}
export type DescribeDocumentResult = {
  readonly exists: boolean;
  /** The template's name for people. */
  readonly template: string;
  /** As written, empty where there is none. */
  readonly status: string;
  /** The stage that it was judged at. */
  readonly stage: "draft" | "review" | "approved" | "implemented" | "closed";
  readonly written: number;
  readonly total: number;
  readonly missing: readonly string[];
  /** In the order of the text. Without what Git and Mermaid say, where it is not open. */
  readonly findings: readonly DescribedFinding[];
  /** In the template's order. */
  readonly sections: readonly DescribedSection[];
} | null;

export interface DescribedFinding {
  /** From 1. */
  readonly line: number;
  readonly severity: "error" | "warning" | "information" | "hint";
  readonly rule: string;
  /** What was found and what to do. */
  readonly message: string;
  /** Why the rule matters, as Markdown. */
  readonly why: string;
}

export interface DescribedSection {
  readonly title: string;
  readonly depth: number;
  readonly required: boolean;
  /** From which stage on it has to be there. */
  readonly due: string;
  /** What the template says that belongs there, as Markdown; empty where it says nothing. */
  readonly guidance: string;
  /** What the template expects of its text, such as `sentences 1-3`. */
  readonly expects: readonly string[];
  readonly state: "written" | "empty" | "placeholder" | "missing";
}
