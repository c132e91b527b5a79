import { shift, type Span } from "../text/span.ts";

// What a link's own text has of brackets is passed over; nobody writes more of them.
const mostTries = 50;
const longest = 2100;

// One level of brackets may be in a destination as it is (CommonMark has more, which nobody uses).
const destination =
  /\s{0,50}(?:<((?:[^<>\r\n\\]|\\[^\r\n])*)>|((?:[^\s()<\\]|\\[^\s]|\((?:[^\s()\\]|\\[^\s])*\))+))/y;

/**
 * Where the destination of a link, picture or definition stands in the text, without its angle brackets. `whole`
 * is the node, `url` its destination as it was read. Nothing where it cannot be found again, as for one with
 * character references.
 */
export function destinationIn(text: string, whole: Span, url: string): Span | undefined {
  const source = text.slice(whole.start, whole.end);
  let bracket = source.lastIndexOf("]");
  for (let tries = 0; bracket >= 0 && tries < mostTries; tries++) {
    const mark = source.charAt(bracket + 1);
    const found = mark === "(" || mark === ":" ? destinationAt(source, bracket + 2) : undefined;
    if (found && unescaped(source.slice(found.start, found.end)) === url) return shift(found, whole.start);
    bracket = bracket === 0 ? -1 : source.lastIndexOf("]", bracket - 1);
  }
  return undefined;
}

function destinationAt(source: string, from: number): Span | undefined {
  destination.lastIndex = 0;
  const match = destination.exec(source.slice(from, from + longest));
  if (!match) return undefined;
  const [all, angled, plain = ""] = match;
  const end = from + all.length - (angled === undefined ? 0 : 1);
  return { start: end - (angled ?? plain).length, end };
}

const unescaped = (raw: string): string => raw.replace(/\\([!-/:-@[-`{-~])/g, "$1");
