import { isAlpha, isAlphanumeric } from "./characters.ts";

/** An address in angle brackets (CommonMark, 6.5): the place behind it and where the link leads. */
export interface AngleLink {
  readonly end: number;
  readonly url: string;
}

const local = /[\w#$%&'*+./=?^`{|}~-]+@/y;

/** The address that starts with the `<` at a place. */
export function angleLink(text: string, start: number): AngleLink | undefined {
  const first = text.charCodeAt(start + 1);
  let at = start + 1;
  if (isAlpha(first)) {
    while (at - start <= 32 && isScheme(text.charCodeAt(at))) at++;
    if (text.charCodeAt(at) === 58 && at - start > 2) return absolute(text, start, at + 1);
  }
  return address(text, start);
}

const isScheme = (code: number): boolean => code === 43 || code === 45 || code === 46 || isAlphanumeric(code);

function absolute(text: string, start: number, from: number): AngleLink | undefined {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 62) return { end: at + 1, url: text.slice(start + 1, at) };
    if (code <= 32 || code === 60 || code === 127) return undefined;
  }
  return undefined;
}

/** An e-mail address: its local part, then labels of at most 63 letters, digits and hyphens. */
function address(text: string, start: number): AngleLink | undefined {
  local.lastIndex = start + 1;
  if (!local.test(text)) return undefined;
  let at = local.lastIndex;
  for (;;) {
    const label = at;
    while (text.charCodeAt(at) === 45 || isAlphanumeric(text.charCodeAt(at))) at++;
    if (at === label || at - label > 63) return undefined;
    if (text.charCodeAt(label) === 45 || text.charCodeAt(at - 1) === 45) return undefined;
    const code = text.charCodeAt(at);
    if (code === 62) return { end: at + 1, url: `mailto:${text.slice(start + 1, at)}` };
    if (code !== 46) return undefined;
    at++;
  }
}
