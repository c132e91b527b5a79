import { message } from "../messages/message.ts";
import { readAnnotations } from "../template/annotations.ts";
import { lineEnding } from "../text/lines.ts";
import { at, shift, slice, type Span } from "../text/span.ts";
import { defineRule, type Problem } from "./rule.ts";
import { always } from "./support/levels.ts";
import { templateHeadings, type TemplateHeading } from "./support/template-headings.ts";
import { trailingMark } from "./support/template-marks.ts";

interface PlaceholderHeading extends Problem {
  readonly heading: TemplateHeading;
}

// What is there to be replaced. A link's text is no placeholder, and neither is an anchor such as {#goals}.
const placeholder =
  /\{(?!#)[^{}\r\n]{2,100}\}|(?<![\]!\\])\[[^[\]\r\n]{2,100}\](?![([:])|<[a-z][^<>\r\n:@/]{1,100}>|\b(?:NNNN|XXXX?|TBD|TODO|FIXME|lorem ipsum|YYYY-MM-DD)\b|…$|\.{3}$/i;

export default defineRule<PlaceholderHeading>({
  id: "template-placeholder-heading",
  subject: "template",
  summary: "A heading of a template has a placeholder in it and is demanded word for word.",
  why: "A heading is the name of a section that every document must have. Where part of it is there to be replaced, no document has it word for word, and each is told that the section is missing. A comment says that the heading is a pattern, or that it is a name as it stands.",
  severity: always("warning"),
  examples: [
    {
      title: "a part of the name is there to be replaced",
      text: "# Design\n\n## Goals\n\nWhat it is for.\n\n## Changes to ⟦[component]⟧ and its users\n\nWhat changes.\n",
      fixed:
        "# Design\n\n## Goals\n\nWhat it is for.\n\n## Changes to [component] and its users\n\n<!-- design-docs: pattern -->\n\nWhat changes.\n",
    },
    {
      title: "it is said to be a name, and a whole heading in braces is a pattern anyway",
      text: "# Design\n\n## The meaning of [sic] in quotes\n\n<!-- design-docs: name -->\n\nWhat it is for.\n\n## {title of an option}\n\nWhat it is.\n",
    },
  ],

  *check(context) {
    for (const heading of templateHeadings(context)) {
      const { wanted, inner, source } = heading;
      if (!wanted.required || wanted.isPattern || wanted.isTitle) continue;
      if (readAnnotations(slice(context.doc.text, wanted.stretch)).pattern !== undefined) continue;
      if (trailingMark(source)) continue;
      const found = placeholder.exec(source);
      if (!found) continue;
      const span: Span = shift({ start: found.index, end: found.index + found[0].length }, inner.start);
      yield {
        span,
        message: message("template-placeholder-heading.found", {
          placeholder: found[0],
          title: wanted.title,
        }),
        heading,
      };
    }
  },

  fixes({ heading: { whole } }, { doc }) {
    const eol = lineEnding(doc.text);
    const text = `${eol}${eol}<!-- design-docs: pattern -->`;
    return [{ title: message("template-placeholder-heading.fix"), edits: [{ span: at(whole.end), text }] }];
  },
});
