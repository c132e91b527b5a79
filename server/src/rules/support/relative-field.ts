import { successionIn } from "../../facts/succession.ts";
import type { Card } from "../../facts/facts.ts";
import { inText, isData, type Field } from "../../syntax/document.ts";
import type { Edit } from "../../text/edit.ts";
import { lineEnding } from "../../text/lines.ts";
import { at, slice } from "../../text/span.ts";
import type { RuleContext } from "../rule.ts";
import { setValue } from "./header.ts";
import { linkTo, markdownLink } from "./relatives.ts";

/** What of a card a link to it shows. */
export type Linked = Pick<Card, "uri" | "title" | "fileName">;

/**
 * What names a design in a field, from the document `own`: a link. Front matter is no Markdown, and a bracket begins a
 * list there, so a path stands in it.
 */
export const relativeIn = (field: Field, card: Linked, own: string): string =>
  isData(field) ? linkTo(own, card.uri) : markdownLink(own, card);

/**
 * An edit that names one more design in a field for such, from the document `own`. What it names already stays; a value
 * that names nothing makes room.
 */
export function addRelative(context: RuleContext, field: Field, card: Linked, own: string): Edit {
  const { doc } = context;
  const link = relativeIn(field, card, own);
  if (!successionIn(context).some((named) => named.field === field)) return setValue(doc, field, link);
  const span = inText(doc, field.block, field.valueSpan);
  if (field.style === "toml") return setValue(doc, field, `${field.value}, ${link}`);
  if (field.style !== "frontMatter") return { span: at(span.end), text: `, ${link}` };
  const mark = /\n([ \t]*-[ \t]+)[^\n]*$/.exec(slice(doc.text, inText(doc, field.block, field.whole)))?.[1];
  if (mark !== undefined) return { span: at(span.end), text: lineEnding(doc.text) + mark + link };
  return { span: at(doc.text.charAt(span.end - 1) === "]" ? span.end - 1 : span.end), text: `, ${link}` };
}
