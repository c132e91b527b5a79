/** A text as Markdown that reads as just that text, on one line: for headings and other inline content. */
export const asInline = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*~[\]<>]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu, String.raw`\$&`)
    // Number signs at the end of a heading would close it.
    .replace(/(?<=^|\s)#+$/, (marks) => marks.replaceAll("#", String.raw`\#`));
