import { htmlBlockNames, htmlRawNames } from "micromark-util-html-tag-name";
import { behindBlanks, isBlank, isDigit, isEnd, isLetter } from "./characters.ts";

/** The kinds of HTML blocks, numbered as in CommonMark (4.6). */
export const htmlRaw = 1;
export const htmlComment = 2;
export const htmlInstruction = 3;
export const htmlDeclaration = 4;
export const htmlCdata = 5;
export const htmlBasic = 6;
export const htmlComplete = 7;

const raw: ReadonlySet<string> = new Set(htmlRawNames);
const basic: ReadonlySet<string> = new Set(htmlBlockNames);

/** The kind of the HTML block that starts with the `<` at an offset; 0 where none does. */
export function htmlKind(text: string, start: number): number {
  const code = text.charCodeAt(start + 1);
  if (code === 63) return htmlInstruction;
  if (code === 33) return markedKind(text, start);
  const closing = code === 47;
  const name = start + (closing ? 2 : 1);
  if (!isLetter(text.charCodeAt(name))) return 0;
  let at = name + 1;
  while (isNamePart(text.charCodeAt(at))) at++;
  const next = text.charCodeAt(at);
  const slash = next === 47;
  if (!slash && next !== 62 && !isBlank(next) && !isEnd(next)) return 0;
  const tag = at - name > 10 ? "" : text.slice(name, at).toLowerCase();
  if (!slash && !closing && raw.has(tag)) return htmlRaw;
  if (basic.has(tag)) return !slash || text.charCodeAt(at + 1) === 62 ? htmlBasic : 0;
  const end = closing ? closedTagEnd(text, at) : openTagEnd(text, at);
  return end !== -1 && isEnd(text.charCodeAt(behindBlanks(text, end))) ? htmlComplete : 0;
}

function markedKind(text: string, start: number): number {
  if (text.startsWith("--", start + 2)) return htmlComment;
  if (text.startsWith("[CDATA[", start + 2)) return htmlCdata;
  return isLetter(text.charCodeAt(start + 2)) ? htmlDeclaration : 0;
}

const isNamePart = (code: number): boolean => code === 45 || isLetter(code) || isDigit(code);

const isAttributeStart = (code: number): boolean => code === 58 || code === 95 || isLetter(code);

const isAttributePart = (code: number): boolean => code === 46 || isNamePart(code) || isAttributeStart(code);

function closedTagEnd(text: string, from: number): number {
  const at = behindBlanks(text, from);
  return text.charCodeAt(at) === 62 ? at + 1 : -1;
}

/** The end of an opening tag in one line, from behind its name; -1 where it is none. */
function openTagEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    at = behindBlanks(text, at);
    const code = text.charCodeAt(at);
    if (code === 47) return text.charCodeAt(at + 1) === 62 ? at + 2 : -1;
    if (!isAttributeStart(code)) return code === 62 ? at + 1 : -1;
    while (isAttributePart(text.charCodeAt(at))) at++;
    // Behind a value without quotes micromark takes another `=`.
    for (let bare = true; bare;) {
      const equals = behindBlanks(text, at);
      if (text.charCodeAt(equals) !== 61) break;
      const value = behindBlanks(text, equals + 1);
      at = valueEnd(text, value);
      if (at === -1) return -1;
      bare = !isQuote(text.charCodeAt(value));
    }
  }
}

const isQuote = (code: number): boolean => code === 34 || code === 39;

/** The end of an attribute's value; -1 where it is none, or is followed by what cannot follow it. */
function valueEnd(text: string, from: number): number {
  const quote = text.charCodeAt(from);
  let at = from;
  if (!isQuote(quote)) {
    if (Number.isNaN(quote) || "<=>`".includes(text.charAt(from))) return -1;
    while (!isEnd(text.charCodeAt(at)) && !"\"'/<=>` \t".includes(text.charAt(at))) at++;
    return at;
  }
  for (at++; text.charCodeAt(at) !== quote; at++) if (isEnd(text.charCodeAt(at))) return -1;
  at++;
  const next = text.charCodeAt(at);
  return next === 47 || next === 62 || isBlank(next) ? at : -1;
}

const rawEnd = /<\/(?:pre|script|style|textarea)>/gi;

const ends: ReadonlyMap<number, string> = new Map([
  [htmlComment, "-->"],
  [htmlInstruction, "?>"],
  [htmlDeclaration, ">"],
]);

/**
 * Where, from an offset on, the text next has what closes an HTML block of a kind that is closed by something; the
 * length of the text where it has nothing of the kind.
 */
export function htmlClose(text: string, kind: number, from: number): number {
  if (kind === htmlCdata) return cdataClose(text, from);
  if (kind === htmlRaw) {
    rawEnd.lastIndex = from;
    return rawEnd.exec(text)?.index ?? text.length;
  }
  const at = text.indexOf(ends.get(kind) ?? "", from);
  return at === -1 ? text.length : at;
}

/** As micromark reads it: of three brackets in a row the first two are a pair, and the third begins anew. */
function cdataClose(text: string, from: number): number {
  let at = text.indexOf("]", from);
  while (at !== -1) {
    if (text.charCodeAt(at + 1) !== 93) at = text.indexOf("]", at + 1);
    else if (text.charCodeAt(at + 2) === 62) return at;
    else at = text.indexOf("]", at + 2);
  }
  return text.length;
}

/** From where on what closes an HTML block is looked for, in the line that opens it. */
export function htmlFrom(kind: number, start: number): number {
  if (kind === htmlComment) return start + 2;
  if (kind === htmlInstruction) return start + 1;
  return kind === htmlCdata ? start + 9 : start + 3;
}
