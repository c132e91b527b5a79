import { message } from "../messages/message.ts";
import { slice, type Span } from "../text/span.ts";
import { defineRule, type Problem } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { openComments } from "./support/open-comments.ts";

interface UnclosedComment extends Problem {
  readonly closeAt: Span | undefined;
}

const template = "# Design\n\n## Goals\n\nWhat it is for.\n\n## Notes (optional)\n\nAnything else.\n";

export default defineRule<UnclosedComment>({
  id: "unclosed-comment",
  summary: "A comment is not closed and hides the text behind it.",
  why: "Without `-->` a comment goes on over blank lines and headings, to the end of the document or to the end of the next comment. None of that is shown, and all sections in it are missing. What is told is a `<!--` at the beginning of a line that is never closed, or whose only `-->` stands, behind a blank line, in another comment or a Mermaid diagram; the second is a warning at most. A `<!--` in code or in the midst of a sentence hides nothing.",
  severity: levels("error", "error", "error", "error"),
  waitsFor: "section",
  examples: [
    {
      title: "the rest of the document is hidden",
      template,
      text: "# Sync engine\n\n## Goals\n\n⟦<!--⟧ Ask Grace about tablets.\n\nPhones work offline.\n\n## Notes\n\nNone of this is shown.\n",
      fixed:
        "# Sync engine\n\n## Goals\n\n<!-- Ask Grace about tablets. -->\n\nPhones work offline.\n\n## Notes\n\nNone of this is shown.\n",
    },
    {
      title: "closed by the next comment",
      template,
      text: "# Sync engine\n\n## Goals\n\n⟦<!--⟧ Ask Grace about tablets.\n\nPhones work offline.\n\n<!-- And about watches. -->\n\nTablets, too.\n",
      fixed:
        "# Sync engine\n\n## Goals\n\n<!-- Ask Grace about tablets. -->\n\nPhones work offline.\n\n<!-- And about watches. -->\n\nTablets, too.\n",
    },
    {
      title: "a slip at its end",
      template,
      text: "# Sync engine\n\n## Goals\n\n⟦<!--⟧ Ask Grace about tablets. ->\nPhones work offline.\n\n## Notes\n\nNone of this is shown.\n",
      fixed:
        "# Sync engine\n\n## Goals\n\n<!-- Ask Grace about tablets. -->\nPhones work offline.\n\n## Notes\n\nNone of this is shown.\n",
    },
    {
      title: "over several paragraphs on purpose, and in code",
      template,
      text: "# Sync engine\n\n## Goals\n\n<!--\nAsk Grace about tablets.\n\nAnd about watches.\n-->\n\nThe parser looks for `<!--`:\n\n```html\n<!-- a note\n```\n",
    },
  ],

  *check({ doc }) {
    for (const { span, closed, closeAt } of openComments(doc)) {
      yield {
        span,
        closeAt,
        ...(closed === "never"
          ? { message: message("unclosed-comment.never") }
          : { message: message("unclosed-comment.another"), atMost: "warning" as const }),
      };
    }
  },

  fixes({ closeAt }, { doc }) {
    if (!closeAt) return [];
    const slip = slice(doc.text, closeAt).trim();
    // Where it was meant to end is a guess, so nothing is done on save.
    return [
      {
        title: slip === "" ? message("unclosed-comment.fix") : message("unclosed-comment.fix-slip", { slip }),
        edits: [{ span: closeAt, text: /[\r\n]/.test(doc.text.charAt(closeAt.start - 1)) ? "-->" : " -->" }],
      },
    ];
  },
});
