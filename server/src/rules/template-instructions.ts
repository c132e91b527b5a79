import { message } from "../messages/message.ts";
import { nextLine } from "../text/lines.ts";
import { defineRule, type Problem } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { removal } from "./support/lines.ts";

const template =
  "# Design\n\n## Goals\n\nWhat it is for.\n\n---\n\nHow to use this template\n\n- Copy it to `docs/designs/` and rename it.\n";

interface TemplateInstructions extends Problem {
  readonly isClosing: boolean;
}

export default defineRule<TemplateInstructions>({
  id: "template-instructions",
  summary: "The template’s instructions about itself are still in the document.",
  why: "Instructions for using the template tell readers of a design nothing about it. They are found by the template’s own words, before the first section and behind the last, or by a lead line such as “How to use this template” behind the last rule (`---`). A comment is told as information at most, since no reader sees it.",
  severity: levels("information", "warning", "error"),
  examples: [
    {
      title: "instructions behind the last section",
      template,
      text: "# Sync engine\n\n## Goals\n\nPhones work offline.\n\n---\n\n⟦How to use this template\n\n- Copy it to `docs/designs/` and rename it.⟧\n",
      fixed: "# Sync engine\n\n## Goals\n\nPhones work offline.\n",
    },
    {
      title: "instructions before the first section",
      template:
        "# Design\n\nCopy this template and give the file a name of its own.\n\n## Goals\n\nWhat it is for.\n",
      text: "# Sync engine\n\n⟦Copy this template and give the file a name of its own.⟧\n\n## Goals\n\nPhones work offline.\n",
      fixed: "# Sync engine\n\n## Goals\n\nPhones work offline.\n",
    },
    {
      title: "a rule with the author’s own words behind it",
      template,
      text: "# Sync engine\n\n## Goals\n\nPhones work offline.\n\n---\n\nThanks to everyone who read a draft of this.\n",
    },
  ],

  *check({ instructions, lead }) {
    for (const { span, isHidden } of lead) {
      const told = message(isHidden ? "template-instructions.hidden" : "template-instructions.found");
      yield { span, message: told, unnecessary: true, isClosing: false, ...(isHidden && { atMost: "hint" }) };
    }
    if (instructions) {
      const told = message("template-instructions.found");
      yield { span: instructions.span, message: told, unnecessary: true, isClosing: true };
    }
  },

  fixes({ span, isClosing }, { doc, instructions }) {
    if (!isClosing)
      return [{ title: message("template-instructions.fix"), edits: [removal(doc.text, span)] }];
    if (!instructions) return [];
    const { text } = doc;
    const title = message("template-instructions.fix");
    // A rule before text of the author's own stays: it sets that off as well.
    if (text.slice(instructions.span.end).trim() !== "") {
      return [{ title, edits: [removal(text, instructions.span)] }];
    }
    const kept = text.slice(0, instructions.rule?.start ?? instructions.span.start).trimEnd().length;
    const start = kept === 0 ? 0 : nextLine(text, kept);
    return [{ title, edits: [{ span: { start, end: text.length }, text: "" }] }];
  },
});
