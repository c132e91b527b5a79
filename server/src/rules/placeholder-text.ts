import { message } from "../messages/message.ts";
import { titleSpan } from "../syntax/document.ts";
import { titleFromFileName } from "../template/file-name.ts";
import type { Leftover } from "../template/leftovers.ts";
import { stages } from "../template/status.ts";
import { slice, type Span } from "../text/span.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { removal } from "./support/lines.ts";

interface PlaceholderText extends Problem {
  readonly kind: Leftover["kind"] | "title";
}

const template =
  "# Design\n\n## Goals\n\nSay briefly what the design is for.\n\n## Risks\n\nName what may go wrong.\n";

export default defineRule<PlaceholderText>({
  id: "placeholder-text",
  summary: "Text of the template was left in the document.",
  why: "A reader takes guidance that was left in for a part of the design, and a reviewer takes the section for written. What is told: guidance of the governing template left word for word, the template’s own title left as the document’s, the placeholder tokens of the template, and the common tokens listed below. Text in code, addresses, HTML and the header is never told.",
  severity: levels("hint", "warning", "error"),
  examples: [
    {
      title: "guidance left word for word",
      template,
      stage: "review",
      text: "# Sync engine\n\n## Goals\n\n⟦Say briefly what the design is for.⟧\n\n## Risks\n\nTwo phones edit the same note.\n",
      fixed: "# Sync engine\n\n## Goals\n\n## Risks\n\nTwo phones edit the same note.\n",
    },
    {
      title: "guidance left above the author’s own text",
      template,
      text: "# Sync engine\n\n## Goals\n\nPhones work offline.\n\n## Risks\n\n⟦Name what may go wrong.⟧\nTwo phones edit the same note.\n",
      fixed:
        "# Sync engine\n\n## Goals\n\nPhones work offline.\n\n## Risks\n\nTwo phones edit the same note.\n",
    },
    {
      title: "the template’s title",
      template,
      fileName: "2026-03-01-sync-engine-design.md",
      text: "# ⟦Design⟧\n\n## Goals\n\nPhones work offline.\n\n## Risks\n\nConflicts.\n",
      fixed: "# Sync engine\n\n## Goals\n\nPhones work offline.\n\n## Risks\n\nConflicts.\n",
    },
    {
      title: "a common token, but not in code",
      template,
      text: "# Sync engine\n\n## Goals\n\nServe ⟦[insert number]⟧ phones, as `[insert number]` shows.\n\n## Risks\n\nConflicts.\n",
      fixed:
        "# Sync engine\n\n## Goals\n\nServe phones, as `[insert number]` shows.\n\n## Risks\n\nConflicts.\n",
    },
  ],

  *check(context) {
    const title = templateTitle(context);
    if (title) {
      const told = message("placeholder-text.title", { title: context.template.title ?? "" });
      yield { span: title, message: told, kind: "title", unnecessary: true };
    }
    const wanted = new Map(context.alignment.sections.map((answer) => [answer.part, answer.wanted]));
    // A section that stands a second time is told as that.
    const duplicates = new Set(context.alignment.sections.flatMap((answer) => answer.duplicates));
    for (const part of context.alignment.parts) {
      if (duplicates.has(part)) continue;
      const due = wanted.get(part)?.due ?? "draft";
      const isDue = stages.indexOf(due) <= stages.indexOf(context.stage);
      for (const { span, kind } of context.states.get(part)?.leftovers ?? []) {
        const told =
          kind === "guidance"
            ? message("placeholder-text.guidance", { title: part.title })
            : message("placeholder-text.token", { token: slice(context.doc.text, span) });
        yield { span, message: told, kind, unnecessary: true, ...(!isDue && { atMost: "hint" }) };
      }
    }
  },

  fixes({ span, kind }, { doc, facts }) {
    if (kind === "title") {
      const title = titleFromFileName(facts.fileName);
      return title === ""
        ? []
        : [{ title: message("placeholder-text.fix-title", { title }), edits: [{ span, text: title }] }];
    }
    const title =
      kind === "guidance"
        ? message("placeholder-text.fix-guidance")
        : message("placeholder-text.fix-token", { token: slice(doc.text, span) });
    // Of the two blanks round a token, one is enough for what is left.
    const isSpaced =
      kind === "token" && / /.test(doc.text.charAt(span.start - 1)) && doc.text.charAt(span.end) === " ";
    return [
      { title, edits: [removal(doc.text, isSpaced ? { start: span.start, end: span.end + 1 } : span)] },
    ];
  },
});

/** Where the document's H1 is still the template's. */
function templateTitle({ doc, template: governing, alignment }: RuleContext): Span | undefined {
  const { title } = alignment;
  if (!title || !governing.title || title.title !== governing.title) return undefined;
  const section = doc.sections.find((other) => other.block === title.from.block);
  return section && titleSpan(doc, section);
}
