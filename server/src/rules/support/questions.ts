import { blockSpan, inText, type Document } from "../../syntax/document.ts";
import { childrenOf, plainText, type Node } from "../../syntax/node.ts";
import { partHeading, type Part } from "../../template/parts.ts";
import { ownStretch } from "../../template/own-state.ts";
import { blocksIn } from "../../template/units.ts";
import { slice, trimmed, type Span } from "../../text/span.ts";
import type { RuleContext } from "../rule.ts";

// What may stand behind a question without answering it: marks, and words that say that it is open.
const unanswered =
  /[?？؟](?:[\s"'”’»()[\]*_~.!–—:-]|\b(?:tbd|tba|tbc|todo|open|unresolved|undecided|unanswered|pending|to be (?:decided|determined|discussed|answered|confirmed))\b){0,40}$/iu;
const mark = /[?？؟]/u;
const fillerText =
  /^[\s"'”’»()[\]*_~.!–—:-]*(?:(?:answer|a|tbd|tba|tbc|todo|open|unresolved|undecided|unanswered|pending|to be (?:decided|determined|discussed|answered|confirmed))[\s.!:–—-]*){0,4}$/iu;

/** Whether a text ends in a question that nothing behind it answers. Empty texts do not. */
export function endsInQuestion(text: string): boolean {
  const end = text.trimEnd().slice(-200);
  return mark.test(end) && unanswered.test(end);
}

/** Whether a text says something that may be an answer: more than that it is open, and no question itself. */
const answers = (text: string): boolean =>
  text.trim() !== "" && !fillerText.test(text.trim().slice(0, 200)) && !endsInQuestion(text);

/** A question that nothing answers. Spans are in the document's text. */
export interface OpenQuestion {
  /** The question itself. */
  readonly span: Span;
  /** Its item, row or paragraph, with what stands below it. */
  readonly whole: Span;
}

/**
 * The open questions among the entries of a part itself: items, rows and headings that end in a question, or
 * begin with a mark that they are open, and have no answer below or behind them. With `paragraphs` those
 * count, too, that hold a question and nothing else.
 */
export function openQuestionsIn(
  context: RuleContext,
  part: Part,
  paragraphs: boolean,
): readonly OpenQuestion[] {
  const { doc } = context;
  const stretch = ownStretch(doc, part, context.instructions);
  const blocks = [...blocksIn(doc, stretch)].filter((index) => blockSpan(doc, index).start >= stretch.start);
  return blocks.flatMap((index, at): readonly OpenQuestion[] => {
    const node = doc.blocks[index]?.node;
    const next = doc.blocks[blocks[at + 1] ?? -1]?.node;
    // An answer that is not indented ends the list, so that a question stands alone in it.
    const isAlone = node?.kind === "list" && childrenOf(node).length === 1 && next?.kind === "paragraph";
    if (node?.kind === "list") return isAlone && isAnswer(next) ? [] : inList(doc, index, node);
    if (node?.kind === "table") return inTable(doc, index, node);
    if (node?.kind !== "paragraph" || !paragraphs || !isOneQuestion(node)) return [];
    const span = trimmed(doc.text, blockSpan(doc, index));
    return next && isAnswer(next) ? [] : [{ span, whole: span }];
  });
}

/** The heading of a part that is a question, where nothing is written below it. */
export function openHeading({ doc, states }: RuleContext, part: Part): Span | undefined {
  const heading = partHeading(doc, part);
  const isOpen = endsInQuestion(part.title) && !/^[#\s]*~~/.test(slice(doc.text, heading));
  return isOpen && states.get(part)?.state === "empty" ? heading : undefined;
}

/** Whether a paragraph is one question that begins a line and has nothing beside it. */
function isOneQuestion(node: Node): boolean {
  if (isStruck(node)) return false;
  const text = plainText(node).trim();
  // Prose that ends in a question has sentences before it.
  return (
    text.length < 500 && endsInQuestion(text) && !/[.!。:;]\s/u.test(text.replace(/^.{0,40}?[.:)]\s/u, ""))
  );
}

const isAnswer = (node: Node): boolean =>
  node.kind === "code" || node.kind === "table" || node.kind === "image"
    ? true
    : node.kind !== "heading" && node.kind !== "thematicBreak" && answers(readable(node));

// “TBD: who pays”, and “[TODO] who pays”.
const begunOpen =
  /^(?:(?:TBD|TBA|TBC|TODO)\s?[:：–—-]|\[(?:TBD|TBA|TBC|TODO)\]|\((?:TBD|TBA|TBC|TODO)\))\s{0,3}[^\s.]/u;

const asks = (lead: Node): boolean => {
  const text = plainText(lead).trim();
  return endsInQuestion(text) || begunOpen.test(text.slice(0, 40));
};

function inList(doc: Document, block: number, list: Node): readonly OpenQuestion[] {
  const items = childrenOf(list);
  return items.flatMap((item, at) => {
    const [lead, ...below] = childrenOf(item);
    const isDone = ("checked" in item && item.checked === true) || (lead !== undefined && isStruck(lead));
    if (!lead || isDone) return [];
    if (lead.kind !== "paragraph" || !asks(lead))
      return below.flatMap((node) => (node.kind === "list" ? inList(doc, block, node) : []));
    const next = items[at + 1];
    if (below.some(isAnswer) || (next && answerMark.test(plainText(next).trimStart()))) return [];
    const { start, end } = inText(doc, block, lead);
    return [{ span: { start, end }, whole: inText(doc, block, item) }];
  });
}

const answerMark = /^(?:a|answer|antwort|resolution|resolved|decision|decided)\s{0,2}[:.–—-]/i;

const isStruck = (node: Node): boolean => {
  const first = childrenOf(node).find((child) => plainText(child).trim() !== "");
  return first?.kind === "delete" || (first?.kind === "strong" && isStruck(first));
};

const answerHead =
  /answer|resol|decision|decided|outcome|conclusion|status|state|result|response|proposal|recommendation|notes?|comment|mitigation|current|plan/i;
const openWord = /^(?:open|unresolved|undecided|unanswered|pending|in progress|no|☐|❌|\[ \])$/i;

/** The cells that ask something in rows without an answer. */
function inTable(doc: Document, block: number, table: Node): readonly OpenQuestion[] {
  const [head, ...rows] = childrenOf(table);
  const heads = head ? childrenOf(head).map((cell) => plainText(cell)) : [];
  return rows.flatMap((row) => {
    const cells = childrenOf(row);
    const asked = cells.findIndex((cell) => !isStruck(cell) && endsInQuestion(plainText(cell)));
    const cell = cells[asked];
    if (!cell) return [];
    const others = cells.map(plainText).map((text) => text.trim());
    const isAnswered = others.some((text, index) => {
      if (index === asked || text === "" || openWord.test(text) || !answers(text)) return false;
      // Beside the one who is asked and the day, only a text of some words is an answer.
      return answerHead.test(heads[index] ?? "") || text.split(/\s+/).length > 4;
    });
    return isAnswered
      ? []
      : [{ span: cellText(doc, inText(doc, block, cell)), whole: inText(doc, block, row) }];
  });
}

/** A cell without the bars and blanks round it. */
const cellText = (doc: Document, { start, end }: Span): Span => {
  const source = doc.text.slice(start, end);
  const lead = /^\|?\s*/.exec(source)?.[0].length ?? 0;
  const tail = /\s*\|?$/.exec(source.slice(-200))?.[0].length ?? 0;
  return { start: start + lead, end: Math.max(start + lead, end - tail) };
};

/** What is read of a block, its pieces apart by blanks. */
const readable = (node: Node): string =>
  node.kind === "list" || node.kind === "item" || node.kind === "quote"
    ? childrenOf(node).map(readable).join(" ")
    : plainText(node);
