import { decodeString } from "micromark-util-decode-string";
import { isBlank, isEnding, isSpace } from "./characters.ts";

/** Destination and title of an inline link: where it leads, and the place behind the closing bracket. */
export interface Resource {
  readonly url: string;
  readonly end: number;
}

/** What was read, or how far one looked to find that it is none. */
export interface ResourceRead {
  readonly resource: Resource | undefined;
  readonly seen: number;
}

/** How deep micromark lets brackets nest in a destination. */
const deepest = 32;

/** The destination and title (CommonMark, 6.3) whose opening bracket stands at a place. */
export function readResource(text: string, start: number): ResourceRead {
  let at = skipSpace(text, start + 1);
  let url = "";
  if (text.charCodeAt(at) !== 41) {
    const destination = text.charCodeAt(at) === 60 ? enclosedEnd(text, at) : rawEnd(text, at);
    if (destination.end === undefined) return { resource: undefined, seen: destination.seen };
    const enclosed = text.charCodeAt(at) === 60 ? 1 : 0;
    url = text.slice(at + enclosed, destination.end - enclosed);
    if (url.includes("\\") || url.includes("&")) url = decodeString(url);
    at = skipSpace(text, destination.end);
    const quote = text.charCodeAt(at);
    if (at > destination.end && (quote === 34 || quote === 39 || quote === 40)) {
      const title = titleEnd(text, at + 1, quote === 40 ? 41 : quote);
      if (title === undefined) return { resource: undefined, seen: text.length };
      at = skipSpace(text, title);
    }
  }
  const closes = text.charCodeAt(at) === 41;
  return { resource: closes ? { url, end: at + 1 } : undefined, seen: at };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

interface Destination {
  readonly end: number | undefined;
  readonly seen: number;
}

function enclosedEnd(text: string, start: number): Destination {
  let at = start + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 62) return { end: at + 1, seen: at + 1 };
    if (code === 60 || isEnding(code)) break;
    if (code === 92 && escapes(text.charCodeAt(at + 1), 60, 62)) at++;
  }
  return { end: undefined, seen: at };
}

function rawEnd(text: string, start: number): Destination {
  let depth = 0;
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (depth === 0 && (code === 41 || isBlank(code) || isEnding(code)))
      return at > start ? { end: at, seen: at } : { end: undefined, seen: at };
    if (code <= 32 || code === 127) return { end: undefined, seen: at };
    if (code === 40 && ++depth > deepest) return { end: undefined, seen: at };
    if (code === 41) depth--;
    if (code === 92 && escapes(text.charCodeAt(at + 1), 40, 41)) at++;
  }
  // At the end of the text nothing can close the bracket any more.
  return { end: undefined, seen: at };
}

function titleEnd(text: string, from: number, close: number): number | undefined {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === close) return at + 1;
    if (code === 92 && escapes(text.charCodeAt(at + 1), close, close)) at++;
  }
  return undefined;
}

const escapes = (code: number, first: number, second: number): boolean =>
  code === 92 || code === first || code === second;
