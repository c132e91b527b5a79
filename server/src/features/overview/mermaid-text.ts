import { plainLine } from "./plain-text.ts";

/**
 * A text of anybody's as a text within quotes in a Mermaid diagram. All that could mean something there is written as a
 * character's number, as Mermaid reads it: quotes, brackets, `#`, `;`, `%`, backticks, and what markup is made of. Never
 * empty.
 */
export const mermaidText = (text: string, longest = 60): string =>
  (plainLine(text, longest) || "…").replace(/[^\p{L}\p{M}\p{N} ,.…’“”–—?!/@-]/gu, numbered);

/** The same at the beginning of a line and without quotes, where a word such as `section` or `end` is a statement. */
export const mermaidLine = (text: string, longest = 60): string =>
  mermaidText(text, longest).replace(/^(?:[a-z]+|[^\p{L}\p{N}#])/iu, (word) =>
    isWord.test(word) ? numbered(word.charAt(0)) + word.slice(1) : word,
  );

const isWord =
  /^(?:section|title|end|click|call|href|done|crit|active|milestone|vert|today\w*|date\w*|axis\w*|tick\w*|top\w*|includes?|excludes?|inclusive\w*|weekday|weekend|subgraph|graph|flowchart|timeline|gantt|pie|acc\w*|showdata|[^\p{L}\p{N}])$/iu;

const numbered = (sign: string): string => `#${sign.codePointAt(0) ?? 32};`;
