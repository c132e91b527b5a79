import type { Document } from "../syntax/document.ts";
import type { Span } from "../text/span.ts";
import type { Expectation } from "./expectations.ts";
import type { Stage, Status } from "./status.ts";

/** A Markdown template read as a schema: what a document of its kind has, in which order, and what belongs there. */
export interface Template {
  /** What people call it. */
  readonly name: string;
  /** Absent for the built-in template. */
  readonly uri: string | undefined;
  readonly doc: Document;
  /** The text of the template's own H1, which is no title for a document. */
  readonly title: string | undefined;
  readonly fields: readonly TemplateField[];
  /** All sections in the template's order, parents before their children; the title's section is one of them. */
  readonly sections: readonly TemplateSection[];
  /** The sections that are below no other may stand in any order. */
  readonly anyOrder: boolean;
  readonly statuses: readonly Status[];
  /** The placeholder tokens in its running text, longest first. */
  readonly tokens: readonly string[];
  /** The closing instructions about the template itself, as normalised units. */
  readonly instructions: readonly string[];
  /** The same for what stands before the first section: how to copy the file, what its notation means. */
  readonly lead: readonly string[];
  /** What stands there and says what belongs there, below the title. */
  readonly opening: readonly TemplateText[];
}

/** What a value looks like: a status word, `YYYY-MM-DD`, `Name <address>`, `@handles`, links, or any text. */
export type FieldShape = "status" | "date" | "person" | "handles" | "links" | "text";

export interface TemplateField {
  readonly key: string;
  readonly shape: FieldShape;
  /** The value that the template carries. */
  readonly value: string;
  /** The template's value is there to be replaced: never true of a status that is a single word. */
  readonly isPlaceholder: boolean;
  /** False for fields that the template does not demand, such as `Implementation`. */
  readonly required: boolean;
  /** The template says that it may stay blank or as it is, since others fill it in. */
  readonly mayStay?: true;
  /** The template says that “None” is an answer. */
  readonly mayBeNone?: true;
  /** The values that a document may give it, where a team says so beside the template. */
  readonly values?: readonly string[];
  /** It is a section of the template, such as `## Status`, so that it is missing where the section is. */
  readonly isSection?: true;
}

export interface TemplateSection {
  /** Its place in {@link Template.sections}. */
  readonly index: number;
  /** The heading as the template writes it, without markers such as `(optional)`: what is inserted. */
  readonly title: string;
  /** The names that answer it and their short forms, as `keyOf` has them. */
  readonly keys: readonly string[];
  readonly shortKeys: ReadonlySet<string>;
  /** Index of the section around it, or -1. */
  readonly parent: number;
  /** The heading's depth in the template, 1 to 6. */
  readonly depth: number;
  readonly required: boolean;
  /**
   * Its heading shows what may stand there and is no name: `Story 1`, `{title of option 1}`, `Impact: ... 1`.
   * A document may have none of it, one, or many.
   */
  readonly isPattern: boolean;
  /** A document may have several sections that answer it. Always true of a pattern. */
  readonly repeatable: boolean;
  /** The sections directly below it may stand in any order. */
  readonly anyOrder: boolean;
  /** The name of the group of which a document must have at least one section; none of it is missing by itself. */
  readonly group: string | undefined;
  /** True for the section that a document's H1 answers. */
  readonly isTitle: boolean;
  /** The stage from which on it has to be written; a decision log is not due before approval. */
  readonly due: Stage;
  /** What is asked of the text in it. */
  readonly expects: readonly Expectation[];
  /** What belongs there, to be shown: the Markdown below the heading, with the words of comments, without annotations. */
  readonly guidance: string;
  /**
   * The guidance's paragraphs, list items, rows and comments as they would be found again, longest first. A comment
   * begins with `<!--` or `[`, so none equals a text that readers see.
   */
  readonly units: readonly string[];
  /** The same for text that must stay in documents: licence lines, sign-off lists. No part of {@link units}. */
  readonly boilerplate: readonly string[];
  /** Where its guidance stands in the template's own document. */
  readonly stretch: Span;
  /** What stands there piece by piece, in the order of the text. */
  readonly texts: readonly TemplateText[];
}

/** A piece of the text below a template's heading. */
export interface TemplateText {
  /** In the template's own document. */
  readonly span: Span;
  /** As it is compared, see `normalised`. */
  readonly text: string;
  /**
   * `guidance` is there to be written over, `hidden` is guidance that renders as nothing, to be written below, and
   * `boilerplate` stays in documents, or is not known to be anything else.
   */
  readonly kind: "guidance" | "hidden" | "boilerplate";
  /** It stands above a list and only says what the list holds, so an author may keep it above a list of their own. */
  readonly leads?: boolean;
}
