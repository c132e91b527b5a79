/**
 * How many sections, decisions and requirements changed, on one line: the list with which a summary in Markdown begins.
 * A summary that begins with a sentence, as that of a document that was not there, has none, and what comes back is empty.
 */
export function figuresIn(summary: string): string {
  const [head = ""] = summary.split(/^## /m);
  const items = head.split("\n").filter((line) => line.startsWith("- "));
  return items.map((line) => `${line.slice(2).trim()}.`).join(" ");
}
