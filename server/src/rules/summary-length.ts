import { readable } from "../syntax/document.ts";
import { message } from "../messages/message.ts";
import { defineRule, type Problem } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { whileNotDue, writtenSections } from "./support/section.ts";
import { byScript, sentencesOf } from "./support/section-sentences.ts";

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
      const found = sentencesOf(context.doc, written.body);
      // A summary in two languages says everything twice.
      const told = byScript(readable(context.doc), found).find((sentences) => sentences.length > most) ?? [];
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
