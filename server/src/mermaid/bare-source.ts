import { keptText, without, type KeptText } from "./kept-text.ts";

/*
 * What Mermaid takes from a diagram before it parses it, done again here: a fault's place is counted in what is
 * left, and Mermaid does not say what that was. The steps and their order are those of `preprocessDiagram` in
 * Mermaid's `preprocess.ts`, and of the two parsers that change their text themselves. Mermaid finds nothing to
 * take from the result, so the parser reads the very text that is counted in.
 */

/** A title and a configuration between lines of dashes, at the beginning. */
const frontMatter = /^([^\S\n]*)---\s*\n(?:.*?\n)??\1---\s*\n+/s;

/** `%%{init: …}%%`, and also one that nobody has closed. */
const directives = /%%\{\s*(?:\w+\s*:|\w+)\s*(?:\w+|(?:(?!\}%%).|\n)*)?\s*(?:\}%%)?/g;

const comments = /^\s*%%(?!\{)[^\n]+\n?/gm;

const flowchart = /^\s*(?:flowchart|graph|swimlane)/;
const sankey = /^\s*sankey/;

/** The text that Mermaid's parsers read of a diagram, with the places in the source that it was left from. */
export function bareSource(source: string): KeptText {
  const ends = without(keptText(source), /\r\n/g, () => "\n");
  // An attribute's quotes become single ones, so that they do not end a label. The length stays.
  const quoted: KeptText = {
    text: ends.text
      .replaceAll("\r", "\n")
      .replace(/<(\w+)([^>]*)>/g, (tag: string) => tag.replace(/="([^"]*)"/g, "='$1'")),
    offsets: ends.offsets,
  };
  const written = [frontMatter, directives, comments, /^\s+/].reduce(
    (left, pattern) => without(left, pattern),
    quoted,
  );
  if (flowchart.test(written.text)) return without(written, /(?<=\})\s*\n/g, () => "\n");
  if (sankey.test(written.text))
    return without(
      without(written, /\n+/g, () => "\n"),
      /\s+$/,
    );
  return written;
}
