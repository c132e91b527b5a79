import { headingSpan, titleSpan } from "../../syntax/document.ts";
import type { TemplateSection } from "../../template/template.ts";
import { slice, type Span } from "../../text/span.ts";
import type { RuleContext } from "../rule.ts";

/** A heading of a template that asks documents for a section. */
export interface TemplateHeading {
  readonly wanted: TemplateSection;
  /** The whole heading, and what is written in it without `##`, in the template's own text. */
  readonly whole: Span;
  readonly inner: Span;
  /** The text of {@link inner}, in which comments and code are blanks of the same length. */
  readonly source: string;
}

/** The headings of a template's own file with what is read from each, in the order of the text. */
export function templateHeadings({ doc, template }: RuleContext): readonly TemplateHeading[] {
  const byStart = new Map(template.sections.map((wanted) => [wanted.stretch.start, wanted]));
  return doc.sections.flatMap((section) => {
    const whole = headingSpan(doc, section);
    const wanted = byStart.get(whole.end);
    if (!wanted) return [];
    const inner = titleSpan(doc, section);
    const source = slice(doc.text, inner).replace(/<!--[^]*?-->|`+[^`]*`+/g, (hidden) =>
      " ".repeat(hidden.length),
    );
    return [{ wanted, whole, inner, source }];
  });
}
