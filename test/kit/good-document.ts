import { builtInTemplate } from "../../server/src/template/built-in.ts";
import type { TemplateSection } from "../../server/src/template/template.ts";

/** What rules ask of a section besides that something is written in it. */
const more: Readonly<Record<string, string>> = {
  "Background and Context": "Surveyors asked for it in #12.",
  "Data Flow / Sequence": "Notes go from the phone to the server.",
  "Interfaces / APIs": "Phones call `GET /sync?since=1`.",
  "Testing and Validation": "Nine of ten syncs end within a minute.",
  "Rollout and Migration Plan": "The flag can be switched off.",
  "Monitoring & Operational Concerns": "An alert tells of syncs that fail.",
  "Timeline & Milestones": "All phones have it by 2026-06-01.",
};

/** The one paragraph that the good document has in a section. */
export const wordsOf = ({ title, index }: Pick<TemplateSection, "title" | "index">): string =>
  [`The words of section ${index}.`, more[title] ?? ""].join(" ").trim();

/** A document that follows the built-in template and has a sentence of its own in every section. */
export function goodDocument(status = "IN REVIEW"): string {
  const sections = builtInTemplate().sections.filter(({ isTitle }) => !isTitle);
  const texts = sections.map(
    (section) => `${"#".repeat(section.depth)} ${section.title}\n\n${wordsOf(section)}\n`,
  );
  const header = `Status: ${status}\nAuthor: Ada Lovelace <ada@lovelace.dev>\nDate: 2026-03-01\nReviewers: @grace, @mobile/leads\n`;
  return [`# Sync engine\n`, header, ...texts].join("\n");
}
