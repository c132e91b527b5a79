import type { Message } from "../messages/message.ts";
import type { Analysed } from "../template/analysed.ts";
import type { Span } from "../text/span.ts";
import { completeIds } from "./complete-ids.ts";
import { completeFields } from "./complete-fields.ts";
import { completeMentions } from "./complete-people.ts";
import { completeSections } from "./complete-sections.ts";
import { completeValues } from "./complete-values.ts";

/** What is known from outside the text and can be suggested. */
export interface Suggestions {
  /** With or without `@`, the most likely first; `detail` says where they were seen. */
  readonly handles: readonly { readonly handle: string; readonly detail: string }[];
  /** `Name <email>` of the person who writes. */
  readonly author?: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Something that can be inserted at the caret. */
export interface Completion {
  readonly label: string;
  readonly kind: "section" | "field" | "value" | "person" | "date";
  readonly detail?: Message;
  /** Markdown. */
  readonly documentation?: string;
  /** What is replaced: a piece of the caret's line that holds the caret. */
  readonly span: Span;
  /** What is inserted, as plain text. */
  readonly text: string;
  /** The same as an LSP snippet. */
  readonly snippet?: string;
  /** What editors compare with the text between the span's start and the caret. */
  readonly filter: string;
  /** Its place in the list, from 0. */
  readonly order: number;
  readonly preselect?: boolean;
  /** After it there is something to choose again, so the list is to be opened anew. */
  readonly suggestNext?: boolean;
}

/**
 * What can be inserted at `offset`, the best first. `trigger` is the character that opened the list by
 * itself, or `typing`; undefined where a person asked: in running text only that opens anything.
 */
export function completion(
  analysed: Analysed,
  offset: number,
  trigger: string | undefined,
  suggestions: Suggestions,
): readonly Completion[] {
  const sections = completeSections(analysed, offset, trigger);
  if (sections) return sections;
  const values = completeValues(analysed, offset, trigger, suggestions);
  if (values) return values;
  if (trigger === "@" || trigger === undefined) {
    const mentions = completeMentions(analysed, offset, suggestions);
    if (mentions.length > 0) return mentions;
  }
  if (trigger !== undefined) return [];
  const ids = completeIds(analysed, offset);
  return ids.length > 0 ? ids : completeFields(analysed, offset);
}
