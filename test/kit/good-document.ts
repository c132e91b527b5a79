import { builtInTemplate } from "../../server/src/template/built-in.ts";

/** A document that follows the built-in template and has a sentence of its own in every section. */
export function goodDocument(status = "IN REVIEW"): string {
  const sections = builtInTemplate().sections.filter(({ isTitle }) => !isTitle);
  const texts = sections.map(
    ({ depth, title, index }) => `${"#".repeat(depth)} ${title}\n\nThe words of section ${index}.\n`,
  );
  const header = `Status: ${status}\nAuthor: Ada Lovelace <ada@lovelace.dev>\nDate: 2026-03-01\nReviewers: @grace, @mobile/leads\n`;
  return [`# Sync engine\n`, header, ...texts].join("\n");
}
