import { slugify } from "transliteration";
import { isDay } from "./dates.ts";

const longest = 60;

/**
 * A title as the short title of a file name: lower-case ASCII words joined by hyphens, from any script, at
 * most 60 characters, cut between words. `untitled` where nothing is left.
 */
export function slugOf(title: string): string {
  const plain = title.replace(/['’]/g, "").replace(/\+\+/g, "pp").replace(/#/g, " sharp ");
  // Other scripts want tables, which take long to load and which most titles do without.
  const slug = isAscii(plain) ? plain.toLowerCase() : slugify(plain, { separator: "-" });
  const whole = slug.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  if (whole.length <= longest) return whole || "untitled";
  const cut = whole.slice(0, longest + 1).replace(/-[^-]*$/, "");
  return cut.length <= longest ? cut : whole.slice(0, longest);
}

const isAscii = (text: string): boolean => /^\p{ASCII}*$/u.test(text);

/**
 * The name by which people know a document, from its path: its file's, or its folder's where the file is the one of
 * that folder, as in `keps/12-sync-engine/README.md`.
 */
export function tellingName(path: string): string {
  const segments = path.split("/");
  const file = segments.at(-1) ?? "";
  return /^(?:readme|index)\.(?:md|markdown)$/i.test(file) ? (segments.at(-2) ?? file) : file;
}

/** The day of the calendar that a file name begins with, as `YYYY-MM-DD`. */
export function dayIn(name: string): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(name)?.[0];
  return day !== undefined && isDay(day) ? day : undefined;
}

/** A file name's words as a title: without date, number, `design` and ending; empty where nothing is left. */
export function titleFromFileName(name: string): string {
  const words = name
    .replace(/\.(?:md|markdown)$/i, "")
    .replace(/^\d{4}-?\d{2}-?\d{2}[-_ ]*/, "")
    .replace(/^(?:(?:adr|rfc|kep|mep)[-_]?)?\d{1,6}[-_ ]+(?=\p{L})/iu, "")
    .replace(/[-_ ]+design(?:[-_ ]?doc)?$/i, "")
    .replace(/[-_]+/g, " ")
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
