import { angleLink } from "./angle-link.ts";
import { closeBracket, footnoteReference, openBracket } from "./brackets.ts";
import { isBlank, isEnding, isPunctuation } from "./characters.ts";
import { backticksEnd, codeSpan } from "./code-span.ts";
import { endingLength, endIn, sliceWithIndents, startIn } from "./content.ts";
import { emphasisRun, strikeRun } from "./delimiters.ts";
import { characterReference } from "./entities.ts";
import { htmlTag } from "./html-tag.ts";
import { emailEnd, isLocal, protocolEnd, protocolStart, wwwEnd } from "./literal-link.ts";
import { endOf, lookAhead, readLine, type Reader } from "./reader.ts";

const stops = new Uint8Array(128);
for (const character of "\n\r!&*:<W[\\]_`w~") stops[character.charCodeAt(0)] = 1;

/** Whether a text has nothing in it that could be anything but text. */
export function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 128 && stops[code] === 1) return false;
  }
  return !text.includes("@");
}

/** Where text was read up to as such: all before `plain` is in the items. */
interface Cursor {
  at: number;
  plain: number;
}

/** Splits the text of a leaf into items. Afterwards runs are still to be paired. */
export function scan(state: Reader): void {
  const { text } = state;
  const { length } = text;
  const place: Cursor = { at: 0, plain: 0 };
  let email = emailAfter(text, 0);
  while (place.at < length && state.sure) {
    if (email.start < place.at) email = emailAfter(text, place.at);
    const limit = Math.min(length, email.start);
    let at = place.at;
    for (; at < limit; at++) {
      const code = text.charCodeAt(at);
      if (code < 128 && stops[code] === 1) break;
    }
    place.at = at;
    if (at === length) break;
    if (at === email.start) {
      if (readEmail(state, place, email.at)) continue;
      email = emailAfter(text, email.at + 1);
      if (stops[text.charCodeAt(at)] !== 1) {
        place.at = at + 1;
        continue;
      }
    }
    readSpecial(state, place, text.charCodeAt(at));
  }
  addPlain(state, place, length);
}

interface Email {
  /** Where its local part starts; behind every place where there is none. */
  readonly start: number;
  readonly at: number;
}

/** The next `@` behind a place with something before it that makes it an address. */
function emailAfter(text: string, from: number): Email {
  for (let at = text.indexOf("@", from); at !== -1; at = text.indexOf("@", at + 1)) {
    let start = at;
    while (start > from && isLocal(text.charCodeAt(start - 1))) start--;
    if (start < at) return { start, at };
  }
  return { start: Number.POSITIVE_INFINITY, at: -1 };
}

function readEmail(state: Reader, place: Cursor, at: number): boolean {
  if (state.brackets.length > 0) return false;
  const end = emailEnd(state.text, place.at, at);
  if (end === undefined) return false;
  addLink(state, place, place.at, end, `mailto:${state.text.slice(place.at, end)}`, 0);
  return true;
}

/** Adds the text between what is in the items and a place. */
function addPlain({ items }: Reader, { plain }: Cursor, end: number): void {
  if (plain < end) items.push({ type: "plain", start: plain, end, value: undefined });
}

/** Goes on behind a place: all before it is in the items. */
function goOn(place: Cursor, end: number): void {
  place.at = end;
  place.plain = end;
}

/** Adds a link whose text is its address, less the brackets around it. */
function addLink(state: Reader, place: Cursor, start: number, end: number, url: string, edge: 0 | 1): void {
  const { content, text } = state;
  addPlain(state, place, start);
  const child = {
    kind: "text",
    start: startIn(content, start + edge),
    end: endIn(content, end - edge),
    value: text.slice(start + edge, end - edge),
  } as const;
  const from = startIn(content, start);
  const node = {
    kind: "link",
    start: from,
    end: endIn(content, end),
    url,
    auto: true,
    children: [child],
  } as const;
  state.items.push({ type: "finished", node });
  goOn(place, end);
}

/** Reads what a special character starts, or leaves it to the text. */
function readSpecial(state: Reader, place: Cursor, code: number): void {
  const { text, items } = state;
  const { at } = place;
  switch (code) {
    case 10:
    case 13:
      readEnding(state, place);
      return;
    case 33:
      if (text.charCodeAt(at + 1) !== 91) break;
      addPlain(state, place, at);
      openBracket(state, at, true);
      goOn(place, at + 2);
      return;
    case 38: {
      const reference = characterReference(text, at);
      if (!reference) break;
      addPlain(state, place, at);
      items.push({ type: "plain", start: at, end: reference.end, value: reference.value });
      goOn(place, reference.end);
      return;
    }
    case 42:
    case 95: {
      addPlain(state, place, at);
      const run = emphasisRun(text, at);
      items.push(run);
      state.firstMarker ??= "*";
      goOn(place, run.end);
      return;
    }
    case 58:
      readProtocol(state, place);
      return;
    case 60:
      readAngle(state, place);
      return;
    case 87:
    case 119: {
      const end = state.brackets.length > 0 ? undefined : wwwEnd(state, at);
      if (end === undefined) break;
      addLink(state, place, at, end, `http://${text.slice(at, end)}`, 0);
      return;
    }
    case 91: {
      addPlain(state, place, at);
      const end = text.charCodeAt(at + 1) === 94 ? footnoteReference(state, at) : undefined;
      if (end === undefined) openBracket(state, at, false);
      goOn(place, end ?? at + 1);
      return;
    }
    case 92:
      readBackslash(state, place);
      return;
    case 93: {
      addPlain(state, place, at);
      place.plain = at;
      const end = closeBracket(state, at);
      if (end === undefined) break;
      goOn(place, end);
      return;
    }
    case 96: {
      const open = backticksEnd(text, at);
      const code = codeSpan(state, at, open);
      if (code) addPlain(state, place, at);
      if (code) items.push(code);
      if (code) goOn(place, code.end);
      else place.at = open;
      return;
    }
    case 126: {
      const run = strikeRun(text, at);
      if (run) addPlain(state, place, at);
      if (run) items.push(run);
      if (run) state.firstMarker ??= "~";
      if (run) goOn(place, run.end);
      else while (text.charCodeAt(place.at) === 126) place.at++;
      return;
    }
  }
  place.at = at + 1;
}

/** A line ending: blanks before it are dropped, or with it make a hard break. */
function readEnding(state: Reader, place: Cursor): void {
  const { text } = state;
  const { at } = place;
  const end = at + endingLength(text, at);
  readLine(state, end);
  let blanks = at;
  while (blanks > place.plain && isBlank(text.charCodeAt(blanks - 1))) blanks--;
  place.at = end;
  if (blanks === at) return;
  addPlain(state, place, blanks);
  place.plain = at;
  if (at - blanks < 2 || text.slice(blanks, at).includes("\t")) return;
  addBreak(state, blanks, end);
  goOn(place, end);
}

function addBreak(state: Reader, start: number, end: number): void {
  const node = { kind: "break", start: startIn(state.content, start), end: endOf(state, end) } as const;
  state.items.push({ type: "finished", node });
}

function readBackslash(state: Reader, place: Cursor): void {
  const { text } = state;
  const { at } = place;
  const next = text.charCodeAt(at + 1);
  place.at = at + 1;
  if (isEnding(next)) {
    const end = at + 1 + endingLength(text, at + 1);
    readLine(state, end);
    addPlain(state, place, at);
    addBreak(state, at, end);
    goOn(place, end);
  } else if (isPunctuation(next)) {
    addPlain(state, place, at);
    state.items.push({ type: "plain", start: at, end: at + 2, value: text.charAt(at + 1) });
    goOn(place, at + 2);
  }
}

/** A bare address with a protocol, of which the colon is met. */
function readProtocol(state: Reader, place: Cursor): void {
  const { text, brackets } = state;
  const { at } = place;
  place.at = at + 1;
  if (brackets.length > 0 || !text.startsWith("//", at + 1)) return;
  const start = protocolStart(text, at, place.plain);
  const end = start === undefined ? undefined : protocolEnd(state, at);
  if (start === undefined || end === undefined) return;
  addLink(state, place, start, end, text.slice(start, end), 0);
}

/** An address in angle brackets, or a tag. */
function readAngle(state: Reader, place: Cursor): void {
  const { text, content } = state;
  const { at } = place;
  const link = angleLink(text, at);
  if (link) {
    addLink(state, place, at, link.end, link.url, 1);
    return;
  }
  const { end, seen } = htmlTag(text, at);
  place.at = at + 1;
  if (end === undefined) {
    lookAhead(state, at, seen);
    return;
  }
  // micromark drops up to three blanks before the further lines of a tag.
  const value = sliceWithIndents(content, at, end, 3);
  if (value === undefined) state.sure = false;
  addPlain(state, place, at);
  const node = { kind: "html", start: startIn(content, at), end: endIn(content, end), value: value ?? "" };
  state.items.push({ type: "finished", node: { ...node, kind: "html" } });
  goOn(place, end);
}
