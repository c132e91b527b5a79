import { newDocument } from "../../server/src/features/new-document.ts";
import { setValue } from "../../server/src/rules/support/header.ts";
import { readText } from "../../server/src/service.ts";
import { blockSpan, startOf } from "../../server/src/syntax/document.ts";
import type { Analysed } from "../../server/src/template/analysed.ts";
import { unfilledIn } from "../../server/src/template/fields.ts";
import { keyOf } from "../../server/src/template/names.ts";
import { partBody, partHeading, type Part } from "../../server/src/template/parts.ts";
import type { Template, TemplateField } from "../../server/src/template/template.ts";
import { applyEdits, type Edit } from "../../server/src/text/edit.ts";
import { lineEnding } from "../../server/src/text/lines.ts";
import { slice } from "../../server/src/text/span.ts";
import { today } from "./judged.ts";

/** What the author of all our documents is about to write. */
const about = {
  title: "Sync engine for field notes",
  date: "2026-03-01",
  author: "Ada Lovelace <ada@lovelace.dev>",
  reviewers: ["@grace", "@linus"],
};

/** A new document as the product makes it, before anybody has written in it. */
export const freshDocument = (template: Template): string => newDocument(template, about).text;

/**
 * A document that follows a template: what the product makes, with values in its header and words of ours in
 * each section in place of all that the template says.
 */
export function conformingDocument(template: Template): string {
  const filled = withFields(readText(freshDocument(template), template));
  return withWords(readText(filled, template));
}

/** The document's text with a value in each field that has none of its own. */
function withFields({ doc, alignment, template }: Analysed): string {
  const edits = alignment.fields.flatMap(({ wanted, field }): readonly Edit[] =>
    field && unfilledIn(field.value, wanted).length > 0
      ? [setValue(doc, field, valueFor(wanted, template))]
      : [],
  );
  return applyEdits(doc.text, edits);
}

function valueFor({ shape, key }: TemplateField, { statuses }: Template): string {
  switch (shape) {
    case "status":
      return (statuses.find(({ stage }) => stage === "review") ?? statuses[0])?.name ?? "IN REVIEW";
    case "date":
      return about.date;
    case "person":
      return about.author;
    case "handles":
      return about.reviewers.join(", ");
    case "links":
      return "https://code.acme.dev/notes/sync/pull/12";
    case "text":
      return /dat(?:e|ed)|updated|created/i.test(key) ? today : `The notes team since May ${key.length}`;
  }
}

// What a heading shows where it is no name.
const shown = /\{[^{}]*\}|\[[^[\]]*\]|<[^<>]*>|\.\.\.|…/;

/** The text with words of ours below each heading, and nothing of the template above the first but the header. */
function withWords(analysed: Analysed): string {
  const { doc, alignment, template } = analysed;
  const eol = lineEnding(doc.text);
  const parts = alignment.parts.filter((part) => part !== alignment.title);
  // The value of a field may stand in the block behind it.
  const fieldBlocks = new Set(
    doc.header.fields.flatMap(({ block, style, valueSpan }) =>
      style === "section" || valueSpan.start < (doc.blocks[block]?.length ?? 0)
        ? [block]
        : [block, block + 1],
    ),
  );
  const top = parts[0] ? partHeading(doc, parts[0]).start : doc.text.length;
  const header = doc.blocks.flatMap(({ node }, index) => {
    const span = blockSpan(doc, index);
    if (span.start >= top) return [];
    const isKept =
      node.kind === "frontMatter" || fieldBlocks.has(index) || alignment.title?.from.block === index;
    return isKept ? [slice(doc.text, span)] : [];
  });
  const sections = parts.flatMap((part, index) => {
    const fields = fieldsIn(analysed, part, fieldBlocks);
    const asField = template.fields.find(({ key }) => keyOf(key) === keyOf(part.title));
    if (asField && fields.length === 0)
      return [headingFor(analysed, part, index), valueFor(asField, template)];
    return [headingFor(analysed, part, index), ...(fields.length > 0 ? fields : [wordsOf(index)])];
  });
  return [...header, ...sections].join(eol + eol) + eol;
}

/** The heading of a part as its document would have it: one that only shows what may stand there has a name. */
function headingFor({ doc, alignment }: Analysed, part: Part, index: number): string {
  const source = slice(doc.text, partHeading(doc, part));
  const wanted = alignment.sections.find((answer) => answer.part === part)?.wanted;
  if (!shown.test(source) || (wanted && !wanted.isPattern && !shown.test(wanted.title))) return source;
  return `${"#".repeat(part.depth)} Clocks that differ ${index}`;
}

/** A section that is a field of the header, such as a status, says that and no more. */
function fieldsIn({ doc }: Analysed, part: Part, fieldBlocks: ReadonlySet<number>): readonly string[] {
  const body = partBody(doc, part);
  return [...fieldBlocks]
    .filter((block) => startOf(doc, block) >= body.start && startOf(doc, block) < body.end)
    .map((block) => slice(doc.text, blockSpan(doc, block)));
}

const subjects = ["Phones", "Tablets", "Laptops", "The server", "Field teams", "Offices"] as const;
const deeds = [
  "keep a log of edits and send it when they are online",
  "merge what two people wrote about one place",
  "show a note at once and mark it until it is stored",
] as const;

/** The words of ours for the part of this number; no two parts have the same. */
export const wordsOf = (index: number): string =>
  `${subjects[index % subjects.length] ?? ""} ${deeds[index % deeds.length] ?? ""}; this is part ${index + 1} of the story.`;
