import { message } from "../messages/message.ts";
import { contains } from "../text/span.ts";
import { defineRule, type Fix, type Problem, type RuleContext } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { removal } from "./support/lines.ts";
import type { Suppression } from "./support/suppressions.ts";

interface UnusedSuppression extends Problem {
  readonly suppression: Suppression;
}

const template = "# Design\n\n## Goals\n\nWhat it is for.\n";
const text =
  "# Sync engine\n\n<!-- design-docs-disable-next-line ⟦empty-section⟧ -->\n\n## Goals\n\nPhones work offline.\n";

export default defineRule<UnusedSuppression>({
  id: "unused-suppression",
  summary: "A comment suppresses a finding that is not there.",
  why: "What was suppressed has been mended, or the name is misspelt. The comment stays in the text and hides what comes later. A suppression of a rule that is off at the document's stage, that needs facts which are not known, or that hangs on the day is never called unused.",
  severity: levels("information", "information", "warning", "information"),
  last: true,
  examples: [
    {
      title: "the section is not empty any more",
      template,
      text,
      fixed: "# Sync engine\n\n## Goals\n\nPhones work offline.\n",
    },
    {
      title: "one rule of two",
      template,
      text: "# Sync engine\n\n<!-- design-docs-disable-next-line empty-section, ⟦misspelled-section⟧: written next week -->\n\n## Goals\n",
      fixed:
        "# Sync engine\n\n<!-- design-docs-disable-next-line empty-section: written next week -->\n\n## Goals\n",
    },
    {
      title: "a rule that does not exist",
      template,
      text: "# Sync engine\n\n<!-- design-docs-disable-file ⟦emty-section⟧ -->\n\n## Goals\n",
    },
  ],

  *check({ suppressions }) {
    for (const suppression of suppressions.unused) {
      const { rule, known, span } = suppression;
      const id = rule === "*" ? "unused-suppression.unused-all" : "unused-suppression.unused";
      const told = known ? message(id, { rule }) : message("unused-suppression.unknown", { rule });
      yield { span, message: told, suppression, unnecessary: true };
    }
  },

  fixes({ suppression }, context) {
    return [withoutName(suppression, context)];
  },
});

/** The fix that takes a name out of its comment, with the comma beside it; the comment where it has no other. */
function withoutName({ rule, span, comment }: Suppression, { doc, suppressions }: RuleContext): Fix {
  const others = suppressions.all.filter(
    (other) => other.span !== span && contains(comment, other.span) && other.comment.start === comment.start,
  );
  if (rule === "*" || others.length === 0)
    return { title: message("unused-suppression.fix-comment"), edits: [removal(doc.text, comment)] };
  const title = message("unused-suppression.fix-name", { rule });
  const before = others.findLast((other) => other.span.end <= span.start)?.span;
  const after = others.find((other) => other.span.start >= span.end)?.span;
  const cut = before
    ? { start: before.end, end: span.end }
    : { start: span.start, end: after?.start ?? span.end };
  return { title, edits: [{ span: cut, text: "" }] };
}
