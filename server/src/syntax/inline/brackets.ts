import { normalizeIdentifier } from "micromark-util-normalize-identifier";
import { build } from "./build.ts";
import { isSpace } from "./characters.ts";
import { endIn, startIn } from "./content.ts";
import { resolvedInside } from "./delimiters.ts";
import { plainOf } from "./plain.ts";
import { lookAhead, spend, type Bracket, type Item, type Reader } from "./reader.ts";
import { readResource } from "./resource.ts";

/** micromark counts a label’s characters in ways of its own. Labels that come near its limit are left to it. */
const longest = 900;

/** Notes an opening bracket at a place; behind `!` it opens an image. */
export function openBracket(state: Reader, start: number, image: boolean): void {
  const bracket: Bracket = {
    type: "bracket",
    start,
    end: start + (image ? 2 : 1),
    image,
    index: state.items.length,
    inactive: false,
  };
  state.items.push(bracket);
  state.brackets.push(bracket);
}

/** The place behind the footnote reference at a place, which is then an item; undefined where there is none. */
export function footnoteReference(state: Reader, start: number): number | undefined {
  const close = labelEnd(state, start + 2, true);
  if (close === undefined || close === start + 2) return undefined;
  const label = state.text.slice(start + 2, close);
  if (!state.references.notes(label)) return undefined;
  state.items.push(noteItem(state, start, close + 1, label));
  return close + 1;
}

/** Where the label that starts at a place is closed. A footnote’s label has no white space. */
function labelEnd(state: Reader, from: number, noSpace: boolean): number | undefined {
  const { text } = state;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 93) return at;
    if (code === 91 || (noSpace && isSpace(code))) {
      lookAhead(state, from, at);
      return undefined;
    }
    if (code === 92 && isEscapable(text.charCodeAt(at + 1))) at++;
    if (at - from > longest) {
      state.sure = false;
      return undefined;
    }
  }
  lookAhead(state, from, text.length);
  return undefined;
}

const isEscapable = (code: number): boolean => code === 91 || code === 92 || code === 93;

/** What a closing bracket completes. */
interface Target {
  readonly end: number;
  readonly url?: string;
  readonly label?: string;
}

/** The place behind the link or image that the closing bracket at a place completes; undefined where it does not. */
export function closeBracket(state: Reader, close: number): number | undefined {
  const open = state.brackets.pop();
  if (!open) return undefined;
  const target = open.inactive ? undefined : targetOf(state, open, close);
  if (!target) return open.image ? noteBehindMark(state, open, close) : undefined;
  const inside = resolvedInside(state, state.items.splice(open.index + 1));
  state.items.pop();
  if (open.image) state.items.push(imageItem(state, open, target, inside));
  else {
    const { start } = open;
    state.items.push({ type: "group", kind: "link", start, items: inside, ...target });
    deactivate(state);
  }
  return target.end;
}

/** There are no links in links, so the brackets before one open none any more. */
function deactivate({ brackets }: Reader): void {
  for (let index = brackets.length - 1; index >= 0; index--) {
    const bracket = brackets[index];
    if (!bracket || bracket.inactive) break;
    if (!bracket.image) bracket.inactive = true;
  }
}

/** A footnote reference behind a `!`, which looked like an image until it was closed. The `!` is text. */
function noteBehindMark(
  state: Reader,
  { start, end: caret, index }: Bracket,
  close: number,
): number | undefined {
  if (state.text.charCodeAt(caret) !== 94) return undefined;
  const label = state.text.slice(caret + 1, close);
  if (!state.references.notes(label)) return undefined;
  state.items.length = index;
  state.items.push({ type: "plain", start, end: start + 1, value: undefined });
  state.items.push(noteItem(state, start + 1, close + 1, label));
  return close + 1;
}

function noteItem({ content }: Reader, start: number, end: number, label: string): Item {
  const value = normalizeIdentifier(label).toLowerCase();
  const place = { start: startIn(content, start), end: endIn(content, end) };
  return { type: "finished", node: { kind: "footnoteReference", ...place, value } };
}

function targetOf(state: Reader, open: Bracket, close: number): Target | undefined {
  const { text, references } = state;
  const after = close + 1;
  const next = text.charCodeAt(after);
  if (next === 40) {
    const { resource, seen } = readResource(text, after);
    if (resource) return resource;
    lookAhead(state, after, seen);
  }
  if (next === 91) {
    const end = labelEnd(state, after + 1, false);
    const label = end === undefined ? "" : text.slice(after + 1, end);
    if (end !== undefined && /[^\t\n\r ]/.test(label) && references.defines(label))
      return { end: end + 1, label: normalizeIdentifier(label).toLowerCase() };
    if (end !== undefined) lookAhead(state, after, end);
    if (end !== after + 1) return undefined;
  }
  spend(state, close - open.end);
  if (!state.sure) return undefined;
  const label = text.slice(open.end, close);
  if (!references.defines(label)) return undefined;
  return { end: next === 91 ? after + 2 : after, label: normalizeIdentifier(label).toLowerCase() };
}

function imageItem(state: Reader, open: Bracket, target: Target, inside: readonly Item[]): Item {
  const place = { start: startIn(state.content, open.start), end: endIn(state.content, target.end) };
  const alt = build(state, inside, "link", 0).map(plainOf).join("");
  // What images in images say is said again by each of them.
  spend(state, alt.length);
  const node =
    target.url === undefined
      ? ({ kind: "image", ...place, label: target.label ?? "", alt } as const)
      : ({ kind: "image", ...place, url: target.url, alt } as const);
  return { type: "finished", node };
}
