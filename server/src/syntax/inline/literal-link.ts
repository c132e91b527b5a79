import { classOf, isAlpha, isAlphanumeric, isSpace } from "./characters.ts";
import { spend, type Reader } from "./reader.ts";

/** Whether a UTF-16 code unit may stand before the `@` of a bare e-mail address. */
export const isLocal = (code: number): boolean =>
  code === 43 || code === 45 || code === 46 || code === 95 || isAlphanumeric(code);

const isWhite = (code: number): boolean => classOf(code) === 1;

/** Where the bare e-mail address ends that starts at a place and whose `@` stands at `at`, or undefined. */
export function emailEnd(text: string, start: number, at: number): number | undefined {
  const previous = text.charCodeAt(start - 1);
  if (previous === 47 || isLocal(previous)) return undefined;
  let end = at + 1;
  let dot = false;
  let label = false;
  for (; ; end++) {
    const code = text.charCodeAt(end);
    if (code === 46) {
      if (!isAlphanumeric(text.charCodeAt(end + 1))) break;
      dot = true;
    } else if (code === 45 || code === 95 || isAlphanumeric(code)) label = true;
    else break;
  }
  return label && dot && isAlpha(text.charCodeAt(end - 1)) ? end : undefined;
}

/** Where the bare address ends that starts with the `www.` at a place, or undefined. */
export function wwwEnd(state: Reader, start: number): number | undefined {
  const { text } = state;
  const previous = text.charCodeAt(start - 1);
  const fits = start === 0 || isSpace(previous) || "(*_[]~".includes(text.charAt(start - 1));
  if (!fits || text.slice(start, start + 4).toLowerCase() !== "www.") return undefined;
  // Blanks behind it, which are no longer here, would make it an address.
  if (start + 4 === text.length) state.sure = false;
  return addressEnd(state, start);
}

/** Where the bare address starts whose `://` stands at a place: at `http` or `https` behind no letter. */
export function protocolStart(text: string, colon: number, from: number): number | undefined {
  let start = colon;
  while (start > from && colon - start < 6 && isAlpha(text.charCodeAt(start - 1))) start--;
  if (isAlpha(text.charCodeAt(start - 1))) return undefined;
  const protocol = text.slice(start, colon).toLowerCase();
  return protocol === "http" || protocol === "https" ? start : undefined;
}

/** Where the bare address ends whose `://` stands at a place, or undefined. */
export function protocolEnd(state: Reader, colon: number): number | undefined {
  const code = state.text.charCodeAt(colon + 3);
  if (classOf(code) !== 0 || code < 32 || code === 127) return undefined;
  return addressEnd(state, colon + 3);
}

/** Where an address ends whose domain starts at a place (micromark-extension-gfm-autolink-literal). */
function addressEnd(state: Reader, start: number): number | undefined {
  const domain = domainEnd(state, start);
  return domain === undefined ? undefined : pathEnd(state, domain);
}

function domainEnd(state: Reader, start: number): number | undefined {
  const { text } = state;
  let last = false;
  let lastButOne = false;
  let seen = false;
  let at = start;
  for (; at < text.length && state.sure; at++) {
    const code = text.charCodeAt(at);
    if (code === 46 || code === 95) {
      if (isTrail(state, at)) break;
      if (code === 95) last = true;
      else {
        lastButOne = last;
        last = false;
      }
    } else if (code !== 45 && classOf(code) !== 0) break;
    else seen = true;
  }
  return last || lastButOne || !seen ? undefined : at;
}

function pathEnd(state: Reader, start: number): number {
  const { text } = state;
  let opened = 0;
  let closed = 0;
  let at = start;
  for (; at < text.length && state.sure; at++) {
    const code = text.charCodeAt(at);
    if (code === 40) opened++;
    else if (code === 41 && closed < opened) closed++;
    else if (endsPath.includes(text.charAt(at))) {
      if (isTrail(state, at)) break;
      if (code === 41) closed++;
    } else if (isWhite(code)) break;
  }
  return at;
}

const endsPath = "!\"&'),.:;<?]_~*";
const trailing = "!\"'),.:;?_~*";

/** Whether what stands at a place and behind it is punctuation up to white space, `<` or the end. */
function isTrail(state: Reader, start: number): boolean {
  const end = trailEnd(state.text, start);
  spend(state, end - start);
  const code = state.text.charCodeAt(end);
  if (code !== 93) return code === 60 || isWhite(code);
  // A bracket that may close a link’s text ends an address; others are punctuation, which is behind us by now.
  return true;
}

/** The place of the first character that is not part of a trail. */
function trailEnd(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 38) {
      let end = at + 1;
      while (isAlpha(text.charCodeAt(end))) end++;
      if (end === at + 1 || text.charCodeAt(end) !== 59) break;
      at = end;
    } else if (code === 93) {
      const next = text.charCodeAt(at + 1);
      if (isWhite(next) || next === 40 || next === 91) break;
    } else if (!trailing.includes(text.charAt(at))) break;
  }
  return at;
}
