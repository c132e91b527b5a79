import { message } from "../messages/message.ts";
import { slice, trimmed } from "../text/span.ts";
import { defineRule, type Problem } from "./rule.ts";
import { titleOfName } from "./support/file-names.ts";
import { levels } from "./support/levels.ts";
import { kindWords, readTitle, titleWords } from "./support/title-words.ts";

interface TitleLength extends Problem {
  readonly isVague: boolean;
}

const template =
  "# Design document\n\n## Title\n\n<!-- design-docs: expect: words 1-12 -->\n\nName it.\n\n## Goals\n\nWhat it is for.\n";

export default defineRule<TitleLength>({
  id: "title-length",
  summary: "The title is too long, or says nothing.",
  why: "Lists of designs, pull requests and links show the title alone, and mostly its beginning. What is told: the words beyond the number that the template asks for, and a title of nothing but words such as “Design”, “Proposal” or “RFC 12”. A number or a kind in front, as in “RFC 12: Sync engine”, does not count, and code is one word.",
  severity: levels("hint", "information", "information"),
  // The title itself, or the section that holds it.
  reads: ({ alignment }) =>
    alignment.sections.flatMap(({ wanted, part, by }) =>
      wanted.isTitle && part && by !== "title" ? [part] : [],
    ),
  waitsFor: "section",
  examples: [
    {
      title: "many words",
      template,
      text: "# RFC 12: Sync engine for notes that were edited on phones without a network ⟦in the field⟧\n\n## Goals\n\nPhones work offline.\n",
    },
    {
      title: "a word that fits any design",
      template,
      fileName: "2026-03-01-sync-engine-design.md",
      text: "# ⟦Proposal⟧\n\n## Goals\n\nPhones work offline.\n",
      fixed: "# Sync engine\n\n## Goals\n\nPhones work offline.\n",
    },
    {
      title: "one word that says what it is about",
      template,
      text: "# Autocomplete\n\n## Goals\n\nPhones work offline.\n",
    },
  ],

  *check(context) {
    for (const answer of context.alignment.sections) {
      const most = answer.wanted.expects.find(({ name }) => name === "words")?.most;
      const title = answer.wanted.isTitle && most !== undefined ? readTitle(context, answer) : undefined;
      if (!title || most === undefined) continue;
      if (isVague(title.text)) {
        const told = message("title-length.vague", { title: folded(title.text) });
        yield { span: trimmed(context.doc.text, title.span), message: told, isVague: true };
        continue;
      }
      const words = titleWords(title);
      const first = words[most];
      const last = words.at(-1);
      if (!first || !last) continue;
      const told = message("title-length.long", { count: words.length, most });
      const span = { start: first.start, end: last.end };
      yield { span, message: told, isVague: false };
    }
  },

  fixes({ isVague: isReplaced, span }, { doc, facts }) {
    const title = titleOfName(facts);
    // An anchor, a number or emphasis is not thrown away for a name.
    const isPlain = /^[\p{L}\s-]+$/u.test(slice(doc.text, span));
    return isReplaced && isPlain && title !== "" && !isVague(title)
      ? [{ title: message("title-length.fix", { title }), edits: [{ span, text: title }] }]
      : [];
  },
});

const vague = new RegExp(
  String.raw`^(?:(?:an?|the|my|our|new|software|system|high level|detailed|engineering|initial|${kindWords}) )*(?:overview|plan|title|untitled|readme|notes?|summary|introduction|idea|changes?|${kindWords})(?: #?\d[\d.]*)?$`,
  "i",
);

const folded = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Whether a title has only words that fit any design. */
function isVague(title: string): boolean {
  const text = title
    .slice(0, 80)
    .replace(/[^\p{L}\p{N}#.]+/gu, " ")
    .trim();
  return text.length < 60 && vague.test(text);
}
