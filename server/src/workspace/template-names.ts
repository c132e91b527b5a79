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

/**
 * True for a Markdown file whose name says that it is a template for documents: `adr-template.md`,
 * `NNNN-template.md`, `rfc.template.md`. A document about templates has a number or a date before its title, and
 * templates for pull requests, issues and mails are no documents of ours.
 */
export function looksLikeTemplate(name: string): boolean {
  if (isTemplateName(name)) return true;
  const lower = name.toLowerCase();
  if (!/(?:^|[-_. ])template\.(?:md|markdown)$/.test(lower)) return false;
  if (/^\d*[1-9]/.test(lower)) return false;
  return !/(?:^|[-_. ])(?:pull|merge|pr|mr|issues?|bugs?|features?|commit|release|e?mail|readme)(?:[-_. ]|$)/.test(
    lower,
  );
}

/** True for a folder that holds a template of documents that are folders themselves: `NNNN-kep-template`. */
export const looksLikeTemplateFolder = (name: string): boolean => /(?:^|[-_. ])template$/i.test(name);
