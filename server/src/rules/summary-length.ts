import { message } from "../messages/message.ts";
import { blockSpan, type Document } from "../syntax/document.ts";
import { blocksIn } from "../template/units.ts";
import { shift, slice, type Span } from "../text/span.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { proseIn } from "./support/prose.ts";
import { whileNotDue, writtenSections } from "./support/section.ts";
import { isUnspaced, sentencesIn } from "./support/sentences.ts";

const template =
  "# Design\n\n## Summary\n\n<!-- design-docs: expect: sentences 1-3 -->\n\nWhat is proposed.\n\n## Goals\n\nWhat it is for.\n";

export default defineRule<Problem>({
  id: "summary-length",
  summary: "A summary has more sentences than the template asks for.",
  why: "The summary is what most people read, and for many it is all that they read. What is told begins with the first sentence too many. Full stops of abbreviations, numbers, code and addresses end no sentence; the entries of a list that are no sentences are one together with the line above it; tables, code and notes do not count. It is asked of the sections of which the template expects a number of `sentences`.",
  severity: levels("off", "information", "warning"),
  reads: ["sentences"],
  waitsFor: "section",
  examples: [
    {
      title: "four sentences for three",
      template,
      stage: "review",
      text: "# Sync engine\n\n## Summary\n\nPhones keep a log. The server merges the logs. Notes are the same everywhere. ⟦The log is a table in SQLite, e.g. with one row for each edit.⟧\n\n## Goals\n\nPhones work offline.\n",
    },
    {
      title: "abbreviations, versions and code",
      template,
      stage: "review",
      text: "# Sync engine\n\n## Summary\n\nPhones with Node.js 20.1 keep a log, e.g. Pixels vs. iPhones. They call `sync.push()`. It takes approx. 1.5 s, etc.\n\n## Goals\n\nPhones work offline.\n",
    },
    {
      title: "a list",
      template,
      stage: "review",
      text: "# Sync engine\n\n## Summary\n\nPhones work offline. For that we add:\n\n- a log on the phone\n- a merge on the server\n- an alert\n- a flag\n\n## Goals\n\nPhones work offline.\n",
    },
  ],

  *check(context) {
    for (const written of writtenSections(context, "sentences")) {
      const most = written.expectation.most ?? Infinity;
      const found = sentencesOf(context, written.body);
      // A summary in two languages says everything twice.
      const told = byScript(context.doc.text, found).find((sentences) => sentences.length > most) ?? [];
      const first = told[most];
      const last = found.at(-1);
      if (!first || !last) continue;
      yield {
        span: { start: first.start, end: last.end },
        message: message("summary-length.found", { title: written.part.title, count: told.length, most }),
        ...whileNotDue(written.answer, context),
      };
    }
  },
});

/** The sentences in writing without blanks, such as Chinese, and the others. */
function byScript(text: string, found: readonly Span[]): readonly (readonly Span[])[] {
  const isOther = (span: Span): boolean => isUnspaced(slice(text, span));
  return [found.filter(isOther), found.filter((span) => !isOther(span))];
}

const ended = /[.!?…。！？｡۔।][\p{Pe}\p{Pf}"'’\s]*$/u;
const introduces = /[:：][\p{Pe}\p{Pf}\s]*$/u;

/** Whether a block stands beside the text: a footnote, or a quote that is an alert (`> [!NOTE]`). */
function isNote(doc: Document, block: number): boolean {
  const { kind } = doc.blocks[block] ?? {};
  if (kind !== "quote") return kind === "footnoteDefinition";
  const { start } = blockSpan(doc, block);
  return /^>[ \t]*\[!/.test(doc.text.slice(start, start + 20));
}

/** The sentences of a section in the document's text, in its order. */
function sentencesOf({ doc }: RuleContext, body: Span): readonly Span[] {
  const notes = [...blocksIn(doc, body)]
    .filter((index) => isNote(doc, index))
    .map((index) => blockSpan(doc, index));
  const found: Span[] = [];
  // Entries that are no sentences belong to the one that is open: the line that introduces them, or the first of them.
  let isOpen = false;
  for (const { span, text, kind, inList } of proseIn(doc, body, "X")) {
    if (kind === "cell" || notes.some(({ start, end }) => start <= span.start && span.end <= end)) continue;
    const own = sentencesIn(text).map((sentence) => shift(sentence, span.start));
    if (own.length === 0) continue;
    const isFragment = inList && own.length === 1 && !ended.test(text.slice(-200).trimEnd());
    const last = found.at(-1);
    if (isFragment && isOpen && last)
      found[found.length - 1] = { start: last.start, end: own[0]?.end ?? last.end };
    else found.push(...own);
    isOpen = isFragment || introduces.test(text.slice(-200).trimEnd());
  }
  return found;
}
