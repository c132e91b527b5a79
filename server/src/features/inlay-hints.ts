import { message, type Message } from "../messages/message.ts";
import { writtenSections } from "../rules/support/section.ts";
import { byScript, sentencesOf } from "../rules/support/section-sentences.ts";
import { readTitle, titleWords } from "../rules/support/title-words.ts";
import type { RuleContext } from "../rules/rule.ts";
import type { Expectation } from "../template/expectations.ts";
import { partExtent, partHeading, type Part } from "../template/parts.ts";
import { lineAt } from "../text/lines.ts";
import { meets, trimmed, type Span } from "../text/span.ts";

/** A few words behind a heading. */
export interface InlayHint {
  /** Behind the last character of the heading’s line. */
  readonly offset: number;
  readonly label: Message;
  /** One sentence. */
  readonly tooltip: Message;
}

/**
 * How much of what the template allows is written, in the sections that a stretch touches: only where the limit is
 * near or passed, or where something is written and less than the template asks for.
 */
export function inlayHints(context: RuleContext, stretch: Span): readonly InlayHint[] {
  const { doc, alignment } = context;
  const isShown = (part: Part): boolean => meets(partExtent(doc, part), stretch);
  const hints: InlayHint[] = [];
  for (const answer of alignment.sections) {
    const expected = answer.wanted.expects.find(({ name }) => name === "words");
    if (!answer.wanted.isTitle || !answer.part || !expected || !isShown(answer.part)) continue;
    const title = readTitle(context, answer);
    if (title) hints.push(...hintOn(context, answer.part, "words", titleWords(title).length, expected));
  }
  for (const { part, body, expectation } of writtenSections(context, "sentences", isShown)) {
    // A summary in two languages says everything twice.
    const counts = byScript(doc.text, sentencesOf(doc, body)).map(({ length }) => length);
    hints.push(...hintOn(context, part, "sentences", Math.max(...counts), expectation));
  }
  return hints.toSorted((a, b) => a.offset - b.offset);
}

// The share of a limit from which on it is near.
const near = 0.8;

function hintOn(
  { doc }: RuleContext,
  part: Part,
  what: "words" | "sentences",
  count: number,
  { least = 1, most = Infinity }: Expectation,
): readonly InlayHint[] {
  if (count === 0) return [];
  const isShort = count < least;
  if (!isShort && count < near * most) return [];
  const start = partHeading(doc, part).start;
  const line = trimmed(doc.text, { start, end: lineAt(doc.text, start).end });
  const limit = isShort ? least : most;
  const bound = isShort ? "least" : count > most ? "over" : "most";
  return [
    {
      offset: line.end,
      label: message(`inlay.${what}-${isShort ? "least" : limit === 1 ? "one" : "most"}`, { count, limit }),
      tooltip: message(`inlay.${bound}`, { limit }),
    },
  ];
}
