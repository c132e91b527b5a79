import { message } from "../messages/message.ts";
import { firstLine } from "../syntax/document.ts";
import { defineRule, type Problem } from "./rule.ts";
import { always } from "./support/levels.ts";

export default defineRule<Problem>({
  id: "template-empty",
  subject: "template",
  summary: "A template has no section.",
  why: "Each heading below the title is a section that documents must have. Where there is none, nothing is asked of them, and nothing can be inserted or completed.",
  severity: always("warning"),
  examples: [
    { title: "there is only a title", text: "⟦# Design⟧\n\nSay what you want to build.\n" },
    { title: "there is a section", text: "# Design\n\n## Goals\n\nWhat it is for.\n" },
  ],

  *check({ doc, template }) {
    if (template.sections.length === 0)
      yield { span: firstLine(doc), message: message("template-empty.found") };
  },
});
