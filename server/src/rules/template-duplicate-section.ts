import { message } from "../messages/message.ts";
import { keyOf } from "../template/names.ts";
import { defineRule, type Problem } from "./rule.ts";
import { always } from "./support/levels.ts";
import { templateHeadings } from "./support/template-headings.ts";

export default defineRule<Problem>({
  id: "template-duplicate-section",
  subject: "template",
  summary: "A template has two sections of one name in one place.",
  why: "A heading of a document answers the first of them only, so the second is told as missing in every document, whatever its author writes.",
  severity: always("warning"),
  examples: [
    {
      title: "the name stands a second time, with another number",
      text: "# Design\n\n## 1. Goals\n\nWhat it is for.\n\n## 2. Risks\n\nWhat may go wrong.\n\n⟦## 3. Goals⟧\n\nWhat else it is for.\n",
    },
    {
      title: "below different sections, and of headings that only show what may stand there",
      text: "# Design\n\n## Backend\n\n### Testing\n\nHow it is tested.\n\n## Frontend\n\n### Testing\n\nHow it is tested.\n\n## Options\n\n### {title of an option}\n\nWhat it is.\n\n### {title of an option}\n\nWhat it is.\n",
    },
  ],

  *check(context) {
    const seen = new Set<string>();
    for (const { wanted, whole } of templateHeadings(context)) {
      if (wanted.isPattern || wanted.repeatable) continue;
      const name = `${wanted.parent} ${keyOf(wanted.title)}`;
      if (seen.has(name))
        yield {
          span: whole,
          message: message("template-duplicate-section.found", { title: wanted.title }),
        };
      seen.add(name);
    }
  },
});
