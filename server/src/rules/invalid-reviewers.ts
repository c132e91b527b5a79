import { message } from "../messages/message.ts";
import type { Document } from "../syntax/document.ts";
import type { Span } from "../text/span.ts";
import { defineRule, type Problem } from "./rule.ts";
import { entriesOf, filledFields } from "./support/header.ts";
import { headerLevels } from "./support/levels.ts";
import { saysNobody } from "./support/people.ts";

interface InvalidReviewers extends Problem {
  readonly entry: { readonly text: string; readonly span: Span };
}

const template = "# Design\n\nStatus: DRAFT\nReviewers: @owner1, @owner2\n\n## Goals\n\nWhat it is for.\n";

export default defineRule<InvalidReviewers>({
  id: "invalid-reviewers",
  summary: "A reviewer is not written as a handle.",
  why: "A handle can be asked and notified, and tells two people of one name apart. Write `@name` or `@org/team`, separated by commas. It is asked for where the template has handles.",
  severity: headerLevels("warning", "warning", "warning"),
  reads: [],
  waitsFor: "value",
  examples: [
    {
      title: "a handle without its @",
      template,
      text: "# Sync engine\n\nStatus: DRAFT\nReviewers: @grace, ⟦mobile/leads⟧\n\n## Goals\n\nPhones work offline.\n",
      fixed:
        "# Sync engine\n\nStatus: DRAFT\nReviewers: @grace, @mobile/leads\n\n## Goals\n\nPhones work offline.\n",
    },
    {
      title: "a name is no handle",
      template,
      text: "# Sync engine\n\nStatus: DRAFT\nReviewers: ⟦Grace Hopper⟧, @ada\n\n## Goals\n\nPhones work offline.\n",
    },
  ],

  *check(context) {
    for (const { wanted, field } of filledFields(context, "handles")) {
      // Only what the template shows is asked for.
      if (wanted.value === "") continue;
      const entries = entriesOf(context.doc, field);
      // That nobody is named at all is told by `reviewer-missing`, in the stages in which it matters.
      if (entries.every(({ text }) => saysNobody(text))) continue;
      const entry = entries.find(
        ({ text, span }) => !handle.test(text) && !isRemark(context.doc, span.start),
      );
      if (entry)
        yield { span: entry.span, message: message("invalid-reviewers.found", { value: entry.text }), entry };
    }
  },

  fixes({ entry }) {
    const words = entry.text.split(/\s*;\s*|\s+(?:and|&|\+|\/)\s+|\s+/).filter((word) => word !== "");
    // Several words without an @ are a name: nobody knows its handle.
    if (words.length > 1 && !words.every((word) => word.startsWith("@"))) return [];
    const handles = words.map((word) => (word.startsWith("@") ? word : `@${word}`));
    if (!handles.every((word) => handle.test(word))) return [];
    const text = handles.join(", ");
    return [
      {
        title: message("invalid-reviewers.fix", { handle: text }),
        edits: [{ span: entry.span, text }],
        safe: true,
      },
    ];
  },
});

/** Whether what stands at `offset` follows a handle in the same item of a list: `- "@ada, for the storage"`. */
function isRemark({ text }: Document, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 300), offset);
  const line = before.slice(before.search(/[^\r\n]*$/));
  return /^[ \t]*[-*+][ \t]+["'`]?@[\w./-]+,/.test(line);
}

// A remark in brackets may follow: `@ada (storage)`.
const handle = /^@[\p{L}\p{N}_][\p{L}\p{N}_.-]*(?:\/[\p{L}\p{N}_.-]+)*(?:\s*\([^()]*\))?$/u;
