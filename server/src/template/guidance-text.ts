import { withoutAnnotations } from "./annotations.ts";
import { isFixed } from "./boilerplate.ts";

/**
 * A template's Markdown below a heading as people read it: comments and lines such as `[comment]: # (…)` show
 * their words, annotations and marks of tools are gone.
 */
export function readableGuidance(markdown: string): string {
  const own = withoutAnnotations(markdown)
    .replace(/<!--+([^]*?)--+>/g, (text, words: string) =>
      isFixed({ text, form: "hidden" }) || /^\s*design-docs\b/.test(words) ? "" : shown(words),
    )
    .replace(hiddenLine, (_, words: string) => shown(inner(words)));
  return own
    .replace(/[ \t]+$/gm, "")
    .replace(/((?:\r\n|\n|\r)){3,}/g, "$1$1")
    .trim();
}

const hiddenLine = /^[ \t]*\[(?:comment|\/\/|_)\]:[ \t]*(?:#|<>)[ \t]*(.*)$/gim;

/** The words of a hidden line without what its notation puts round them. */
const inner = (words: string): string =>
  /^\((.*)\)$|^"(.*)"$|^'(.*)'$/.exec(words.trim())?.slice(1).find(Boolean) ?? words;

/** A comment's words: each line without what aligns it, and what would be read as a tag kept visible. */
const shown = (words: string): string =>
  words
    .trim()
    .replace(/^[ \t]{1,8}(?![-*+]|\d+[.)])/gm, "")
    .replace(/<(?=[a-z/])(?![a-z][a-z0-9+.-]*:)/gi, String.raw`\<`);
