import { message } from "../messages/message.ts";
import { titleSpan } from "../syntax/document.ts";
import { titleFromFileName } from "../template/file-name.ts";
import type { Leftover } from "../template/leftovers.ts";
import { stages } from "../template/status.ts";
import type { Template } from "../template/template.ts";
import { slice, type Span } from "../text/span.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { removal } from "./support/lines.ts";

interface PlaceholderText extends Problem {
  readonly kind: Leftover["kind"] | "title";
  /** All that is told at once, the span among it. */
  readonly spans: readonly Span[];
}

const template =
  "# Design\n\n## Goals\n\nSay briefly what the design is for.\n\n## Risks\n\nName what may go wrong.\n";

export default defineRule<PlaceholderText>({
  id: "placeholder-text",
  summary: "Text of the template was left in the document.",
  why: "A reader takes guidance that was left in for a part of the design, and a reviewer takes the section for written. What is told: guidance of the governing template left word for word, the template’s own title left as the document’s, the placeholder tokens of the template, and the common tokens listed below. Text that is meant to stay, such as a licence line or a list of boxes to tick, is not told; a comment is told once a section, as information at most, since no reader sees it. Tokens in code, addresses and the header are never told.",
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
      title: "a comment of the template, which no reader sees",
      template:
        "# Design\n\n## Goals\n\n<!-- Say briefly what the design is for. -->\n\n## Risks\n\nName what may go wrong.\n",
      stage: "review",
      text: "# Sync engine\n\n## Goals\n\n⟦<!-- Say briefly what the design is for. -->⟧\n\nPhones work offline.\n\n## Risks\n\nConflicts.\n",
      fixed: "# Sync engine\n\n## Goals\n\nPhones work offline.\n\n## Risks\n\nConflicts.\n",
    },
    {
      title: "text that is meant to stay",
      template:
        "# Design\n\n## Goals\n\nSay briefly what the design is for.\n\n## Licence\n\nThis text is licensed under the MIT licence.\n",
      text: "# Sync engine\n\n## Goals\n\nPhones work offline.\n\n## Licence\n\nThis text is licensed under the MIT licence.\n",
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
      const told = message("placeholder-text.title", { title: titleOfTemplate(context.template) ?? "" });
      yield { span: title, spans: [title], message: told, kind: "title", unnecessary: true };
    }
    const wanted = new Map(context.alignment.sections.map((answer) => [answer.part, answer.wanted]));
    // A section that stands a second time is told as that.
    const duplicates = new Set(context.alignment.sections.flatMap((answer) => answer.duplicates));
    for (const part of context.alignment.parts) {
      if (duplicates.has(part)) continue;
      const due = wanted.get(part)?.due ?? "draft";
      const isDue = stages.indexOf(due) <= stages.indexOf(context.stage);
      const state = context.states.get(part);
      const leftovers = state?.leftovers ?? [];
      for (const { span, kind } of leftovers) {
        if (kind === "hidden") continue;
        const told =
          kind === "guidance"
            ? message("placeholder-text.guidance", { title: part.title })
            : message("placeholder-text.token", { token: slice(context.doc.text, span) });
        yield {
          span,
          spans: [span],
          message: told,
          kind,
          unnecessary: true,
          ...(!isDue && { atMost: "hint" }),
        };
      }
      // Of a section that is empty or holds other text of the template, that is told.
      if (state?.state !== "written" && wanted.has(part)) continue;
      const spans = leftovers.flatMap(({ kind, span }) => (kind === "hidden" ? [span] : []));
      const [span] = spans;
      if (!span) continue;
      const told = message("placeholder-text.hidden", { title: part.title });
      const atMost = context.stage === "approved" && isDue ? "information" : "hint";
      yield { span, spans, message: told, kind: "hidden", unnecessary: true, atMost };
    }
  },

  fixes({ span, spans, kind }, { doc, facts }) {
    if (kind === "title") {
      const title = titleFromFileName(facts.fileName);
      return title === ""
        ? []
        : [{ title: message("placeholder-text.fix-title", { title }), edits: [{ span, text: title }] }];
    }
    if (kind === "hidden") {
      const edits = spans.map((one) => removal(doc.text, one));
      return [{ title: message("placeholder-text.fix-guidance"), edits }];
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

/** Where the document's title is still the template's. */
function templateTitle({ doc, template: governing, alignment }: RuleContext): Span | undefined {
  const { title } = alignment;
  const known = titleOfTemplate(governing);
  if (!title || !known || title.title !== known) return undefined;
  const section = doc.sections.find((other) => other.block === title.from.block);
  return section && titleSpan(doc, section);
}

/** The template's own title, which may be its first section, such as “Your Proposal Title”. */
const titleOfTemplate = ({ title, sections }: Template): string | undefined =>
  title ?? (sections.at(0)?.isTitle === true ? sections.at(0)?.title : undefined);
