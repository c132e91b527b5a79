// By priority. Of two that differ only in case, the one that is spelt as here wins.
const names = ["TEMPLATE.md", "template.md", "_template.md", "0000-template.md"];

/** True for the names, in any case, under which a team keeps its template. */
export const isTemplateName = (name: string): boolean =>
  names.some((wanted) => wanted.toLowerCase() === name.toLowerCase());

/** The template among the names of one folder. */
export function templateAmong(present: readonly string[]): string | undefined {
  for (const wanted of names) {
    if (present.includes(wanted)) return wanted;
    const alike = present.filter((name) => name.toLowerCase() === wanted.toLowerCase()).toSorted();
    if (alike.length > 0) return alike[0];
  }
  return undefined;
}
