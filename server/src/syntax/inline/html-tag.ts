import { isAlpha, isAlphanumeric, isSpace } from "./characters.ts";

/** Where a search in a text came to: the place behind what was found, or how far it looked in vain. */
export interface Found {
  readonly end: number | undefined;
  readonly seen: number;
}

const none = (seen: number): Found => ({ end: undefined, seen });

/** The tag, comment, instruction, declaration or CDATA section (CommonMark, 6.6) that starts with the `<` at a place. */
export function htmlTag(text: string, start: number): Found {
  const code = text.charCodeAt(start + 1);
  if (isAlpha(code)) return openTag(text, start + 2);
  if (code === 47) return closeTag(text, start + 2);
  if (code === 63) return upTo(text, "?>", start + 2);
  if (code !== 33) return none(start + 1);
  if (text.startsWith("--", start + 2)) {
    // `<!-->` and `<!--->` are comments as they stand.
    if (text.startsWith(">", start + 4)) return { end: start + 5, seen: start + 5 };
    if (text.startsWith("->", start + 4)) return { end: start + 6, seen: start + 6 };
    return upTo(text, "-->", start + 4);
  }
  if (text.startsWith("[CDATA[", start + 2)) return upTo(text, "]]>", start + 9);
  return isAlpha(text.charCodeAt(start + 2)) ? upTo(text, ">", start + 3) : none(start + 2);
}

function upTo(text: string, close: string, from: number): Found {
  const at = text.indexOf(close, from);
  return at === -1 ? none(text.length) : { end: at + close.length, seen: at + close.length };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

function skipName(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 45 || isAlphanumeric(text.charCodeAt(at))) at++;
  return at;
}

const closedBy = (text: string, at: number): Found =>
  text.charCodeAt(at) === 62 ? { end: at + 1, seen: at + 1 } : none(at);

function closeTag(text: string, from: number): Found {
  if (!isAlpha(text.charCodeAt(from))) return none(from);
  return closedBy(text, skipSpace(text, skipName(text, from)));
}

/** The rest of an open tag behind the first letter of its name. */
function openTag(text: string, from: number): Found {
  let at = skipName(text, from);
  for (;;) {
    const before = at;
    at = skipSpace(text, at);
    const code = text.charCodeAt(at);
    if (code === 47) return closedBy(text, at + 1);
    if (code === 62) return closedBy(text, at);
    if (at === before || !startsAttribute(code)) return none(at);
    at = attributeName(text, at + 1);
    const equals = skipSpace(text, at);
    if (text.charCodeAt(equals) !== 61) continue;
    const value = attributeValue(text, skipSpace(text, equals + 1));
    if (value.end === undefined) return value;
    at = value.end;
  }
}

const startsAttribute = (code: number): boolean => code === 58 || code === 95 || isAlpha(code);

function attributeName(text: string, from: number): number {
  let at = from;
  for (; ; at++) {
    const code = text.charCodeAt(at);
    if (code !== 45 && code !== 46 && !startsAttribute(code) && !isAlphanumeric(code)) return at;
  }
}

/** Where the value of an attribute ends. One without quotes does not go on over a slash, but it may begin with one. */
function attributeValue(text: string, from: number): Found {
  const quote = text.charCodeAt(from);
  if (quote === 34 || quote === 39) return upTo(text, text.charAt(from), from + 1);
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 62 || isSpace(code) || (code === 47 && at > from)) break;
    if (code === 60 || code === 61 || code === 96 || code === 34 || code === 39) return none(at);
  }
  return at === from ? none(at) : { end: at, seen: at };
}
