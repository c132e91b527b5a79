import { inText, type Document } from "../../syntax/document.ts";
import { childrenOf, plainText, type Node } from "../../syntax/node.ts";
import { blocksIn } from "../../template/units.ts";
import { decisionsOf } from "../../rules/support/decisions.ts";
import { entriesIn } from "../../rules/support/entries.ts";
import { ownStretch } from "../../template/own-state.ts";
import { isFiller } from "../../template/fields.ts";
import { partExtent } from "../../template/parts.ts";
import type { Analysed } from "../../template/analysed.ts";
import { contains, slice, type Span } from "../../text/span.ts";
import { likeness, sameTokens, tokensOf, wordsAmong } from "./words.ts";

/** A decision or a requirement that came, went or says something else. */
export interface EntryChange {
  readonly kind: "added" | "removed" | "changed";
  /** What is read of it on one line; of a removed one, what was. */
  readonly text: string;
  /** What stands there now, or stood there. */
  readonly span: Span;
}

export interface EntryChanges {
  /** In the order of the present text; behind them those that are gone. */
  readonly changes: readonly EntryChange[];
  readonly unchanged: number;
}

interface Item {
  readonly id: string;
  readonly text: string;
  readonly span: Span;
  readonly tokens: readonly string[];
  readonly words: readonly string[];
}

/** What changed in the decision logs. */
export const decisionChanges = (before: Analysed, now: Analysed): EntryChanges =>
  compare(decisionItems(before), decisionItems(now));

/** What changed in what the sections of requirements list. */
export const requirementChanges = (before: Analysed, now: Analysed): EntryChanges =>
  compare(requirementItems(before), requirementItems(now));

const decisionItems = (analysed: Analysed): readonly Item[] =>
  decisionsOf(analysed).map(({ span, text }) => itemOf(analysed, span, text));

/** The items of the sections of that name and of those below them, but for what the template has there itself. */
function requirementItems(analysed: Analysed): readonly Item[] {
  const { doc, alignment, instructions } = analysed;
  const named = alignment.sections.filter(
    ({ part, wanted }) => part && !wanted.isTitle && requirements.test(wanted.title),
  );
  const asked = new Set(named.map(({ part }) => part));
  const around = alignment.parts.filter(
    (part) => part !== alignment.title && (asked.has(part) || requirements.test(part.title.slice(0, 200))),
  );
  const guidance = new Set(named.flatMap(({ wanted }) => wanted.guidance.split(/\n/).map(plain)));
  const parts = alignment.parts.filter(
    (part) =>
      part !== alignment.title && around.some((one) => contains(partExtent(doc, one), partExtent(doc, part))),
  );
  return parts
    .flatMap((part) => listedIn(doc, ownStretch(doc, part, instructions)))
    .filter(({ text, span }) => !isFiller(text.trim()) && !guidance.has(plain(slice(doc.text, span))))
    .map(({ span, text }) => itemOf(analysed, span, text));
}

/** What a stretch lists: of lists in lists the innermost items, and an item above them where it says more than what they are. */
function listedIn(doc: Document, stretch: Span): readonly Pick<Item, "text" | "span">[] {
  const entries = entriesIn(doc, stretch);
  if (!entries.some(({ kind }) => kind === "item")) return entries;
  const items = [...blocksIn(doc, stretch)].flatMap((block) => {
    const node = doc.blocks[block]?.kind === "list" ? doc.blocks[block].node : undefined;
    return (node ? innermost(node) : []).map((item) => ({
      text: plainText(item).replace(/\s+/g, " "),
      span: inText(doc, block, item),
    }));
  });
  const others = entries.filter(({ kind }) => kind !== "item");
  return [...items, ...others].toSorted((a, b) => a.span.start - b.span.start);
}

function innermost(list: Node): readonly Node[] {
  return childrenOf(list).flatMap((item) => {
    const nested = childrenOf(item).filter(({ kind }) => kind === "list");
    if (nested.length === 0) return [item];
    const [lead] = childrenOf(item);
    const isLabel = !lead || lead.kind === "list" || /:\W*$/.test(plainText(lead).slice(-20));
    return [...(isLabel ? [] : [lead]), ...nested.flatMap(innermost)];
  });
}

const requirements = /\brequirements?\b/i;

const plain = (text: string): string => wordsAmong(tokensOf(text)).join(" ");

function itemOf({ doc }: Analysed, span: Span, text: string): Item {
  const tokens = tokensOf(slice(doc.text, span));
  const line = text.slice(0, 2000).replace(/\s+/g, " ").trim();
  return { id: idOf(line), text: line, span, tokens, words: wordsAmong(tokens) };
}

/** What an author numbers an entry with: `R1`, `FR-12`, `REQ-003`; empty where there is none. */
const idOf = (line: string): string =>
  /^[\s([*]{0,5}([A-Z]{1,10}[- ]?\d{1,6}(?:\.\d{1,6}){0,3})(?![\p{L}\p{N}-])/u
    .exec(line)?.[1]
    ?.replace(" ", "-") ?? "";

// Nobody reads more of them, and each is compared with each.
const mostItems = 300;

// Entries that both have a number and not the same are two.
const isLike = (old: Item, { id, words }: Item): boolean =>
  (id === "" || old.id === "") && likeness(old.words, words) >= 0.5;

function compare(before: readonly Item[], now: readonly Item[]): EntryChanges {
  const taken = new Set<Item>();
  const pairs = new Map<Item, Item>();
  const pair = (present: Item, old: Item): void => {
    taken.add(old);
    pairs.set(present, old);
  };
  const matchBy = (keyFor: (item: Item) => string): void => {
    const old = new Map<string, Item[]>();
    for (const item of before) {
      const key = keyFor(item);
      if (key === "" || taken.has(item)) continue;
      const list = old.get(key);
      if (list) list.push(item);
      else old.set(key, [item]);
    }
    for (const item of now) {
      const found = pairs.has(item) ? undefined : old.get(keyFor(item))?.shift();
      if (found) pair(item, found);
    }
  };
  matchBy(({ tokens }) => tokens.join(" "));
  matchBy(({ id }) => id);
  if (before.length <= mostItems && now.length <= mostItems) {
    for (const item of now.filter((one) => !pairs.has(one))) {
      const old = before.find((one) => !taken.has(one) && isLike(one, item));
      if (old) pair(item, old);
    }
  }
  const present = now.flatMap((item): readonly EntryChange[] => {
    const old = pairs.get(item);
    if (old && sameTokens(old.tokens, item.tokens)) return [];
    return [{ kind: old ? "changed" : "added", text: item.text, span: item.span }];
  });
  const gone = before
    .filter((item) => !taken.has(item))
    .map(({ text, span }): EntryChange => ({ kind: "removed", text, span }));
  return {
    changes: [...present, ...gone],
    unchanged: [...pairs].filter(([item, old]) => sameTokens(item.tokens, old.tokens)).length,
  };
}
