import { matchesOf } from "./matches.ts";

// What is longer is no status and no name, and would not be shown whole anyway.
const longest = 500;

/**
 * A short piece of Markdown as the words that a reader sees, on one line: of a link its words, also where its
 * definition stands elsewhere; without emphasis, code marks, tags, comments, footnotes and what is struck out.
 * Addresses in angle brackets keep those. What is longer than 500 UTF-16 code units is cut, with “…” for the rest.
 */
export function plainWords(markdown: string): string {
  const source = markdown.length > longest ? `${markdown.slice(0, longest - 1)}…` : markdown;
  if (!/[[\]<>*_`~\\&]/.test(source)) return oneLine(source);
  const held: string[] = [];
  // What is escaped is no markup, so it waits elsewhere until all markup is gone.
  const hold = (sign: string): string => `\uE000${String.fromCharCode(0xe100 + (held.push(sign) - 1))}`;
  const plain = source
    .replace(/[\uE000-\uEFFF]/g, "")
    .replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => hold(sign))
    .replace(/<!--[^]*?(?:-->|$)/g, " ")
    .replace(/<br\b[^<>]{0,20}>/gi, " ")
    .replace(/<\/?[a-z][\w-]{0,30}(?:\s[^<>]{0,300})?\/?>/gi, "")
    .replace(/\[\^[^[\]\s]{1,80}\]/g, "")
    .replace(/\[\[([^[\]]{1,300})\]\]/g, "$1")
    // A picture may stand in a link.
    .replace(link, "$1")
    .replace(link, "$1")
    .replace(/\[([^[\]]{2,300})\]/g, "$1")
    .replace(/`+([^`]{1,300})`+/g, (_, code: string) => code.replace(/[*_~]/g, hold))
    .replace(/(\*{1,3})(?=\S)([^*]{1,400}?)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_]{1,400}?)\1(?![\p{L}\p{N}_])/gu, "$2")
    .replace(/&nbsp;/g, " ")
    .replace(/&amp;/g, "&");
  const valid = plain.replace(/~~[^~]{0,400}~~/g, " ");
  return oneLine(restored(/[\p{L}\p{N}]/u.test(valid) ? valid : plain.replaceAll("~~", ""), held));
}

const link = /!?\[([^[\]]{0,300})\](?:\([^()]{0,400}(?:\([^()]{0,100}\)[^()]{0,100})?\)|\[[^[\]]{0,200}\])/g;

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

function restored(text: string, held: readonly string[]): string {
  let result = "";
  let from = 0;
  for (const match of matchesOf(text, /\uE000([\uE100-\uEFFF])/g)) {
    const sign = held[(match[1] ?? "").charCodeAt(0) - 0xe100] ?? "";
    result += text.slice(from, match.index) + sign;
    from = match.index + match[0].length;
  }
  return result + text.slice(from);
}
