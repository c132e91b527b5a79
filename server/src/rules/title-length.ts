import { message } from "../messages/message.ts";
import { titleSpan } from "../syntax/document.ts";
import type { SectionAnswer } from "../template/align.ts";
import { ownStretch } from "../template/own-state.ts";
import { shift, slice, trimmed, type Span } from "../text/span.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { titleOfName } from "./support/file-names.ts";
import { levels } from "./support/levels.ts";
import { proseIn, readable } from "./support/prose.ts";
import { wordsIn } from "./support/sentences.ts";

interface TitleLength extends Problem {
  readonly isVague: boolean;
}

/** A title as it is read; the text is as long as the span. */
interface Read {
  readonly span: Span;
  readonly text: string;
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
      const from = prefixLength(title.text);
      const words = wordsIn(title.text.slice(from));
      const first = words[most];
      const last = words.at(-1);
      if (!first || !last) continue;
      const told = message("title-length.long", { count: words.length, most });
      const span = shift({ start: first.start, end: last.end }, title.span.start + from);
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

/** The title as it is read; nothing where there is none, or where it is still the template's. */
function readTitle(
  { doc, template: governing, states, instructions }: RuleContext,
  { part, by }: SectionAnswer,
): Read | undefined {
  if (!part || part.title === governing.title) return undefined;
  if (by === "title") {
    const section = doc.sections.find(({ block }) => block === part.from.block);
    const node = doc.blocks[part.from.block]?.node;
    if (!section || !node) return undefined;
    const span = titleSpan(doc, section);
    const text = readable(doc, part.from.block, node, span, "X");
    // An id at the end is not read.
    return { span, text: text.replace(/\{#[\w:.-]{1,100}\}\s*$/, (id) => " ".repeat(id.length)) };
  }
  // A section of that name holds the title as its only paragraph.
  const state = states.get(part);
  if (state?.state !== "written" || state.leftovers.length > 0) return undefined;
  const [only, ...more] = proseIn(doc, ownStretch(doc, part, instructions), "X");
  return only && more.length === 0 ? only : undefined;
}

const kind =
  "design|technical|tech|proposal|rfc|adr|kep|spec|specification|doc|docs|document|architecture|decision|record|enhancement|feature|project|draft";
const prefix = new RegExp(
  String.raw`^\s*(?:\[[^\]]{1,20}\]\s*)?(?:(?:(?:${kind})\b[\s-]?){0,4}(?:#?\p{L}{0,10}[-\s]?\d[\d.-]{0,12})?\s?(?:[:：–—|]|-\s|\.\s))?\s*`,
  "iu",
);

/** How far what stands in front of a title reaches: of “[draft] 12. Design: …” there is more than one. */
function prefixLength(title: string): number {
  let length = 0;
  for (let times = 0; times < 3; times++)
    length += prefix.exec(title.slice(length, length + 100))?.[0].length ?? 0;
  return length;
}

const vague = new RegExp(
  String.raw`^(?:(?:an?|the|my|our|new|software|system|high level|detailed|engineering|initial|${kind}) )*(?:overview|plan|title|untitled|readme|notes?|summary|introduction|idea|changes?|${kind})(?: #?\d[\d.]*)?$`,
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
