import { readLink } from "../facts/link.ts";
import { destinationIn } from "../syntax/destinations.ts";
import type { Document } from "../syntax/document.ts";
import { htmlDestinationsOf } from "../syntax/html-destinations.ts";
import { linksOf } from "../syntax/links.ts";
import type { Edit } from "../text/edit.ts";
import { slice, type Span } from "../text/span.ts";

/** A file that gets another name and stays in its folder. */
export interface Renaming {
  /** The names without their folder, not encoded. */
  readonly from: string;
  readonly to: string;
  /** Whether a path, as `readLink` finds it in a link of the document, leads to that file. */
  leadsThere(path: string): boolean;
}

/**
 * The edits that let a document's links, pictures and definitions, and the `href` and `src` of its HTML, lead to
 * a renamed file, in the order of the text. Each replaces the file's name alone, so the way to it, the query, the
 * fragment, angle brackets and titles stay as they are. A destination that cannot be found in the text as it was
 * read, such as one with character references, is left alone; so is a link that names the file without its ending.
 */
export function relink(doc: Document, renaming: Renaming): readonly Edit[] {
  const { text } = doc;
  const edits: Edit[] = [];
  for (const { node, span } of linksOf(doc)) {
    // Of a reference, the definition has the destination.
    if (node.url === undefined || (node.kind === "link" && node.auto)) continue;
    if (!leads(node.url, renaming)) continue;
    const place = destinationIn(text, span, node.url);
    if (place && isAtEnd(text, place, span)) edits.push(...renamed(text, place, renaming));
  }
  for (const place of htmlDestinationsOf(doc))
    if (leads(slice(text, place), renaming)) edits.push(...renamed(text, place, renaming));
  return edits.toSorted((a, b) => a.span.start - b.span.start);
}

/**
 * Whether a text may have links to a file of this name: it is quick, and says yes rather than miss one. Names are
 * found plain, percent-encoded, with backslashes, and in either case.
 */
export function mayName(text: string, name: string): boolean {
  const plain = text.replaceAll("\\", "").replace(/(?:%[0-9a-f]{2})+/gi, decoded);
  return plain.toLowerCase().includes(name.toLowerCase());
}

function leads(url: string, { leadsThere }: Renaming): boolean {
  const path = readLink(url)?.path;
  return path !== undefined && path !== "" && leadsThere(path);
}

// What may stand behind the destination. In a quote, lines begin with `>`. Something else means that the words of a
// title look like a link.
const behind = /^>?(?:[\s>]+(?:"[^]*"|'[^]*'|\([^]*\)))?[\s>]*\)?$/;

const isAtEnd = (text: string, place: Span, whole: Span): boolean =>
  behind.test(text.slice(place.end, whole.end));

/** The edit of the file's name in a destination; none where the destination does not end with it. */
function renamed(text: string, place: Span, { from, to }: Renaming): readonly Edit[] {
  const path = /^[^#?]*/.exec(slice(text, place))?.[0] ?? "";
  const name = /[^/]*$/.exec(path)?.[0] ?? "";
  // A `\#` keeps its backslash, and blanks that HTML allows at the ends are no part of the name.
  const written = name.replace(/\\$/, "").trim();
  if (decoded(written.replace(/\\(?=[!-/:-@[-`{-~])/g, "")).toLowerCase() !== from.toLowerCase()) return [];
  const start = place.start + path.length - name.length + (name.length - name.trimStart().length);
  return [{ span: { start, end: start + written.length }, text: spelt(to, written) }];
}

/**
 * A name as it can stand where `before` stood. Other letters than those of English are encoded where they were
 * before, and blanks stay plain where there were plain ones, in angle brackets or quotes.
 */
function spelt(name: string, before: string): string {
  const safe = /%[89a-f]/i.test(before)
    ? encodeURIComponent(name).replace(/['()]/g, encodedChar)
    : name.replace(/[%#?&()<>|"'\\\s[\]]/g, encodedChar);
  return before.includes(" ") ? safe.replaceAll("%20", " ") : safe;
}

const encodedChar = (char: string): string =>
  /[!-~]/.test(char)
    ? `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`
    : encodeURIComponent(char);

/** Text with its percent-encoding decoded; as it is where it is not encoded soundly. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
