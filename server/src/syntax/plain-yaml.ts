import type { Line } from "./header-lines.ts";

// A key, and a value of words that no reader takes for anything else, or in quotes.
const keyLine =
  /^(?<key>[A-Za-z_][\w .-]*):(?<value> +(?:[\p{L}\p{N}][^:#"'[\]{}&*!|>%@`\r\n]*|"[^"\\]*"|'[^']*'))?[ ]*$/u;

const item = /^ *- +(?:[\p{L}\p{N}][^:#"'[\]{}&*!|>%@`\r\n]*|"[^"\\]*"|'[^']*')[ ]*$/u;

/**
 * Whether lines are YAML for certain: keys that differ, with plain words or simple quotes, lists of such, comments.
 * Nearly all front matter is, and need not be parsed at every keystroke.
 */
export function isPlainYaml(lines: readonly Line[]): boolean {
  const keys = new Set<string>();
  // How far the items of the list are indented; `undefined` where none may begin.
  let indent: number | undefined;
  let isOpen = false;
  for (const { text } of lines) {
    if (text.length > 500) return false;
    if (/^(?:#.*)?$/.test(text)) continue;
    const found = keyLine.exec(text)?.groups;
    if (found) {
      const { key = "", value } = found;
      if (keys.has(key)) return false;
      keys.add(key);
      isOpen = value === undefined;
      indent = undefined;
      continue;
    }
    const own = text.length - text.trimStart().length;
    if (!isOpen || !item.test(text) || (indent !== undefined && indent !== own)) return false;
    indent = own;
  }
  return true;
}
