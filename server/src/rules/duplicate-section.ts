import { message } from "../messages/message.ts";
import { setApart, takeOut } from "../template/insertion.ts";
import { partHeading, partExtent, type Part } from "../template/parts.ts";
import { isSwallowed, movableExtent } from "../template/placement.ts";
import { defineRule, type Problem } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { openComments } from "./support/open-comments.ts";

interface DuplicateSection extends Problem {
  readonly first: Part;
  readonly part: Part;
}

const template = "# Design\n\n## Goals\n\nWhat it is for.\n\n## Risks\n\nWhat may go wrong.\n";

export default defineRule<DuplicateSection>({
  id: "duplicate-section",
  summary: "A section of the template stands a second time beside the first.",
  why: "Readers find the first of the two, and links lead to it; what the second says is missed. The same name below another heading is no duplicate.",
  severity: levels("warning", "warning", "error"),
  first: true,
  reads: [],
  examples: [
    {
      title: "the text moves to the end of the first",
      template,
      text: "# Sync engine\n\n## Goals\n\nPhones work offline.\n\n## Risks\n\nConflicts.\n\n⟦## Goals⟧\n\nLess traffic.\n",
      fixed: "# Sync engine\n\n## Goals\n\nPhones work offline.\n\nLess traffic.\n\n## Risks\n\nConflicts.\n",
    },
    {
      title: "the same name below another heading",
      template,
      text: "# Sync engine\n\n## Goals\n\nPhones work offline.\n\n## Risks\n\nConflicts.\n\n## Second phase\n\n### Goals\n\nShared notes.\n",
    },
  ],

  *check({ alignment, doc }) {
    for (const { part: first, duplicates } of alignment.sections) {
      for (const part of first ? duplicates : []) {
        if (!first) continue;
        const told = message("duplicate-section.found", { title: part.title });
        yield { span: partHeading(doc, part), message: told, first, part };
      }
    }
  },

  fixes({ first, part }, context) {
    const { doc } = context;
    const extent = movableExtent(context, part);
    // Where a comment ends hangs on what stands behind it, so nothing is moved while one is open.
    if (isSwallowed(doc, extent.end) || openComments(doc).length > 0) return [];
    // Blank lines before the text go, but not the blanks of its first line, which may make it code.
    const body = doc.text
      .slice(partHeading(doc, part).end, extent.end)
      .replace(/^(?:[ \t]*(?:\r\n|\n|\r))+/, "")
      .trimEnd();
    const end = Math.min(partExtent(doc, first).end, extent.start);
    const title = message("duplicate-section.fix", { title: first.title });
    if (body === "") return [{ title, edits: [takeOut(doc.text, extent)] }];
    if (end === extent.start) {
      // The two are neighbours: only the second heading goes.
      const heading = { start: extent.start, end: doc.text.indexOf(body, partHeading(doc, part).end) };
      return [{ title, edits: [takeOut(doc.text, heading)] }];
    }
    return [{ title, edits: [setApart(doc.text, end, body), takeOut(doc.text, extent)] }];
  },
});
