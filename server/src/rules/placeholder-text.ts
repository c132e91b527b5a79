import { message } from "../messages/message.ts";
import { titleSpan } from "../syntax/document.ts";
import { together, type Leftover } from "../template/leftovers.ts";
import type { Part } from "../template/parts.ts";
import { stages } from "../template/status.ts";
import type { Template, TemplateSection } from "../template/template.ts";
import { slice, type Span } from "../text/span.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { titleOfName } from "./support/file-names.ts";
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
  reads: ({ states }) => (states.leftovers.length === 0 ? [] : undefined),
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
      if (!duplicates.has(part)) yield* leftIn(context, part, wanted.get(part));
    }
  },

  fixes({ span, spans, kind }, { doc, facts }) {
    if (kind === "title") {
      const title = titleOfName(facts);
      return title === ""
        ? []
        : [{ title: message("placeholder-text.fix-title", { title }), edits: [{ span, text: title }] }];
    }
    if (kind === "hidden" || kind === "guidance") {
      const edits = spans.map((one) => removal(doc.text, one));
      return [{ title: message("placeholder-text.fix-guidance"), edits }];
    }
    const title = message("placeholder-text.fix-token", { token: slice(doc.text, span) });
    // Of the two blanks round a token, one is enough for what is left.
    const isSpaced = / /.test(doc.text.charAt(span.start - 1)) && doc.text.charAt(span.end) === " ";
    return [
      { title, edits: [removal(doc.text, isSpaced ? { start: span.start, end: span.end + 1 } : span)] },
    ];
  },
});

/** What one part has left of the template, in the order of the text. Pieces of guidance that stand together are one. */
function leftIn(
  context: RuleContext,
  part: Part,
  wanted: TemplateSection | undefined,
): readonly PlaceholderText[] {
  const { doc, stage } = context;
  const state = context.states.get(part);
  const leftovers = state?.leftovers ?? [];
  const isDue = stages.indexOf(wanted?.due ?? "draft") <= stages.indexOf(stage);
  const told = (spans: readonly Span[], kind: Leftover["kind"]): PlaceholderText => {
    const span = { start: spans.at(0)?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
    const text =
      kind === "token"
        ? message("placeholder-text.token", { token: slice(doc.text, span) })
        : message(`placeholder-text.${kind}`, { title: part.title });
    return { span, spans, message: text, kind, unnecessary: true, ...(!isDue && { atMost: "hint" }) };
  };
  const spansOf = (kind: Leftover["kind"]): readonly Span[] =>
    leftovers.flatMap((leftover) => (leftover.kind === kind ? [leftover.span] : []));
  const visible = leftovers.filter((leftover) => leftover.kind !== "hidden").map(({ span }) => span);
  const tokens = new Set(spansOf("token"));
  const shown = together(doc, wanted, visible).flatMap((spans) =>
    spans.every((span) => tokens.has(span))
      ? spans.map((span) => told([span], "token"))
      : [told(spans, "guidance")],
  );
  const hidden = spansOf("hidden");
  const [first] = hidden;
  // Of a section that is empty or holds other text of the template, that is told.
  if (!first || (state?.state !== "written" && wanted)) return shown;
  const atMost = stage === "approved" && isDue ? "information" : "hint";
  return [...shown, { ...told(hidden, "hidden"), span: first, atMost }];
}

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
