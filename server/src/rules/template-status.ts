import { message } from "../messages/message.ts";
import { inText } from "../syntax/document.ts";
import { readStages } from "../template/annotations.ts";
import { keyOf } from "../template/names.ts";
import { enumeration, statusesOf } from "../template/status.ts";
import { shift, slice, type Span } from "../text/span.ts";
import { defineRule, type Problem } from "./rule.ts";
import { always } from "./support/levels.ts";

// A list in some notation: two words or more with something between them.
const isList = /\p{L}[^|/]*[|/]\s*\p{L}|\p{L}[^,]*,\s*\p{L}[^,]*(?:,|\bor\b|\band\b)|\p{L}+\s+or\s+\p{L}+/u;

// Words of the beginning, for which the stage of a draft is right.
const drafts = new Set(
  [
    "draft",
    "wip",
    "work in progress",
    "new",
    "open",
    "idea",
    "todo",
    "pending",
    "provisional",
    "started",
    "in progress",
    "writing",
    "initial",
  ].map(keyOf),
);

export default defineRule<Problem>({
  id: "template-status",
  subject: "template",
  summary: "The status words of a template cannot be read, or their stage is not known.",
  why: "The stage of a document, which its status says, decides how severe its findings are. Where the words cannot be read, those of the default flow hold, and a word of the team’s is told as invalid. A word whose stage is not known counts as a draft, so a document in it is judged as if it were just begun.",
  severity: always("warning"),
  examples: [
    {
      title: "the words are no list that is understood",
      text: "# Design\n\nStatus: ⟦Proposed or accepted or dropped (see below)⟧\n\n## Goals\n\nWhat it is for.\n",
    },
    {
      title: "the stage of a word is not known",
      text: "# Design\n\nStatus: Draft | Accepted | ⟦On Hold⟧\n\n## Goals\n\nWhat it is for.\n",
    },
    {
      title: "a comment says the stage",
      text: "# Design\n\n<!-- design-docs: stage: On Hold = closed -->\n\nStatus: Draft | Accepted | On Hold\n\n## Goals\n\nWhat it is for.\n",
    },
  ],

  *check({ doc, template }) {
    const wanted = template.fields.find(({ shape }) => shape === "status");
    const field = wanted && doc.header.fields.find(({ key }) => keyOf(key) === keyOf(wanted.key));
    if (!wanted || !field || field.value === "") return;
    const whole = inText(doc, field.block, field.valueSpan);
    const names = enumeration(field.value);
    const named = readStages(doc.text);
    if (names.length === 0) {
      if (isList.test(field.value.slice(0, 500)) && named.length === 0)
        yield { span: whole, message: message("template-status.unread", { key: wanted.key }) };
      return;
    }
    const source = slice(doc.text, whole);
    for (const { name, stage } of statusesOf(names)) {
      const key = keyOf(name);
      if (stage !== "draft" || drafts.has(key) || named.some((one) => keyOf(one.name) === key)) continue;
      yield {
        span: shift(spanOf(name, source), whole.start),
        message: message("template-status.stage", { name }),
        atMost: "hint",
      };
    }
  },
});

/** Where a word stands in the source of a value; the whole where it is written otherwise. */
function spanOf(name: string, source: string): Span {
  const start = source.indexOf(name);
  return start < 0 ? { start: 0, end: source.length } : { start, end: start + name.length };
}
