import { slugify } from "transliteration";

const longest = 60;

/**
 * A title as the short title of a file name: lower-case ASCII words joined by hyphens, from any script, at
 * most 60 characters, cut between words. `untitled` where nothing is left.
 */
export function slugOf(title: string): string {
  const slug = slugify(title.replace(/['’]/g, "").replace(/\+\+/g, "pp").replace(/#/g, " sharp "), {
    separator: "-",
  });
  const whole = slug.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  if (whole.length <= longest) return whole || "untitled";
  const cut = whole.slice(0, longest + 1).replace(/-[^-]*$/, "");
  return cut.length <= longest ? cut : whole.slice(0, longest);
}

/** `YYYY-MM-DD-<short-title>-design.md`, the name that the built-in template asks for. */
export const fileNameOf = (date: string, title: string): string =>
  `${date}-${slugOf(title).replace(/-design$/, "") || "untitled"}-design.md`;

/** The parts of a file name of that form, or nothing where it has another. The day need not exist. */
export function readFileName(name: string): { readonly date: string; readonly slug: string } | undefined {
  const [, date, slug] = /^(\d{4}-\d{2}-\d{2})-([^\s/\\]+)-design\.md$/i.exec(name) ?? [];
  return date && slug ? { date, slug } : undefined;
}

/** A file name's words as a title: without date, `design` and ending; empty where nothing is left. */
export function titleFromFileName(name: string): string {
  const words = name
    .replace(/\.(?:md|markdown)$/i, "")
    .replace(/^\d{4}-?\d{2}-?\d{2}[-_ ]*/, "")
    .replace(/[-_ ]+design(?:[-_ ]?doc)?$/i, "")
    .replace(/[-_]+/g, " ")
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
