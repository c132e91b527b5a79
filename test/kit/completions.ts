import assert from "node:assert/strict";
import { it } from "node:test";
import { completion, type Completion, type Suggestions } from "../../server/src/features/completion.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { slice, touches } from "../../server/src/text/span.ts";
import { analyse } from "./analyse.ts";
import { unmark } from "./markers.ts";
import { smallTemplate } from "../features/small-template.ts";

const suggestions: Suggestions = {
  handles: [
    { handle: "@ann", detail: "CODEOWNERS" },
    { handle: "@org/team", detail: "3 design documents" },
    { handle: "bob", detail: "CODEOWNERS" },
  ],
  author: "Ann Lee <ann@lee.example>",
  today: "2026-03-04",
};

export interface CompletionCase {
  readonly name: string;
  /** With `▮` where the caret is. */
  readonly text: string;
  /** The character that opened the list; absent where a person asked for it. */
  readonly trigger?: string;
  /** The labels, in order. */
  readonly labels: readonly string[];
  /** The text after the first one was accepted, as plain text. */
  readonly becomes?: string;
  /** The first one's snippet. */
  readonly snippet?: string;
}

/** What an editor shows, which hides what the text from the span's start to the caret is no abbreviation of. */
export function complete({
  text: marked,
  trigger,
}: Pick<CompletionCase, "text" | "trigger">): readonly Completion[] {
  const { text, carets } = unmark(marked);
  const [caret = 0] = carets;
  const items = completion(analyse(text, { template: smallTemplate }), caret, trigger, suggestions);
  for (const { label, span } of items) {
    assert.ok(touches(span, caret), `${label}: the span must hold the caret`);
    assert.doesNotMatch(slice(text, span), /[\r\n]/, `${label}: the span must lie on one line`);
  }
  return items
    .filter(({ span, filter }) =>
      abbreviates(text.slice(span.start, caret).toLowerCase(), filter.toLowerCase()),
    )
    .toSorted((a, b) => a.order - b.order);
}

function abbreviates(typed: string, filter: string): boolean {
  let done = 0;
  for (const char of filter) if (char === typed[done]) done++;
  return done === typed.length;
}

/** One test a case: what is offered, and what the text is when the first is accepted. */
export const checkCompletions = (cases: readonly CompletionCase[]): void => {
  for (const given of cases) {
    it(given.name, () => {
      const items = complete(given);
      assert.deepEqual(
        items.map(({ label }) => label),
        given.labels,
      );
      const [first] = items;
      if (given.snippet !== undefined) assert.equal(first?.snippet, given.snippet);
      if (given.becomes === undefined) return;
      assert.ok(first);
      assert.equal(applyEdits(unmark(given.text).text, [first]), given.becomes);
    });
  }
};

/** The beginning of a document whose header is filled in. */
export const head = "# Sync\n\nStatus: DRAFT\nAuthor: Ann <a@b.c>\nDate: 2026-01-01\nReviewers: @x\n";
