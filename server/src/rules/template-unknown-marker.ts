import { message } from "../messages/message.ts";
import { shift, slice, trimmed, type Span } from "../text/span.ts";
import { readAnnotations } from "../template/annotations.ts";
import { defineRule, type Problem } from "./rule.ts";
import { always } from "./support/levels.ts";
import { trailingMark } from "./support/template-marks.ts";
import { templateHeadings } from "./support/template-headings.ts";

interface UnknownMarker extends Problem {
  /** The marker with the blanks in front of it. */
  readonly whole: Span;
}

export default defineRule<UnknownMarker>({
  id: "template-unknown-marker",
  subject: "template",
  summary: "A heading of a template seems to call its section optional, in words that are not understood.",
  why: "Documents must have every section that is not optional, and the words in the heading become a part of its name. “(optional)” behind the name is understood, and so is the comment `<!-- design-docs: optional -->` below the heading.",
  severity: always("warning"),
  examples: [
    {
      title: "the marker is written as it is understood",
      text: "# Design\n\n## Goals\n\nWhat it is for.\n\n## Rollout ⟦(opt.)⟧\n\nHow it comes to its users.\n",
      fixed:
        "# Design\n\n## Goals\n\nWhat it is for.\n\n## Rollout (optional)\n\nHow it comes to its users.\n",
    },
    {
      title: "a comment says that it is required, or that it is not",
      text: "# Design\n\n## Rollout (only if we ship it)\n\n<!-- design-docs: required -->\n\nHow it comes to its users.\n\n## Risks (optional)\n\nWhat may go wrong.\n",
    },
  ],

  *check(context) {
    const { doc } = context;
    for (const { wanted, inner, source } of templateHeadings(context)) {
      if (!wanted.required || wanted.isPattern) continue;
      const mark = trailingMark(source);
      if (!mark) continue;
      if (readAnnotations(slice(doc.text, wanted.stretch)).optional !== undefined) continue;
      const whole = shift(mark, inner.start);
      const span = trimmed(doc.text, whole);
      yield {
        span,
        message: message("template-unknown-marker.found", { marker: slice(doc.text, span) }),
        whole,
      };
    }
  },

  fixes({ whole }) {
    return [{ title: message("template-unknown-marker.fix"), edits: [{ span: whole, text: " (optional)" }] }];
  },
});
