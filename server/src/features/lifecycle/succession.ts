import { relationOf, saysSuperseded, successionIn, type Succession } from "../../facts/succession.ts";
import { cardFinder } from "../../facts/find-card.ts";
import type { RuleContext } from "../../rules/rule.ts";
import { insertBehind, insertField } from "../../rules/support/insert-field.ts";
import { addRelative, relativeIn, type Linked } from "../../rules/support/relative-field.ts";
import { linkTo, markdownLink } from "../../rules/support/relatives.ts";
import { isData, type Field } from "../../syntax/document.ts";
import type { TemplateField } from "../../template/template.ts";
import type { Edit } from "../../text/edit.ts";
import { statusField } from "./status-word.ts";

/**
 * The edit by which a design says that it takes the place of another one; nothing where its header says so already.
 * What it names besides stays.
 */
export function supersedesEdit(context: RuleContext, old: Linked): Edit | undefined {
  if (names(context, "supersedes", old)) return undefined;
  const known = fieldFor(context, "supersedes");
  if (known) return addRelative(context, known, old, context.facts.uri ?? "");
  return insertRelative(context, "supersedes", old);
}

/** Whether the header of a document names a design, by a link or by words that mean it. */
export function names(context: RuleContext, relation: Succession, other: Linked): boolean {
  const own = context.facts.uri ?? "";
  const finder = cardFinder([{ ...other, path: other.fileName }]);
  return successionIn(context).some(
    (named) => named.relation === relation && finder.related(named, own, own) !== undefined,
  );
}

/** The field of a document that names designs before or behind it, the last where there are several. */
export const fieldFor = ({ doc }: Pick<RuleContext, "doc">, relation: Succession): Field | undefined =>
  doc.header.fields.findLast((field) => relationOf(field) === relation);

/** The field that a template has for it and the document lacks. */
export const templateFieldFor = (
  { alignment }: Pick<RuleContext, "alignment">,
  relation: Succession,
): TemplateField | undefined =>
  alignment.fields.find(
    ({ wanted, field }) => !field && wanted.isSection !== true && relationOf(wanted) === relation,
  )?.wanted;

/** How a design says by which one it was superseded. */
export interface SupersededBy {
  /** An edit of a field of its own. */
  readonly edit?: Edit;
  /** What stands behind the word of the status instead. */
  readonly tail?: string;
}

/**
 * How the header says which design takes the place of its own, in the place that the document or its template has for
 * it: a field, the status where that is a section or a column (`Superseded by [title](path)`), else a new line
 * behind the status. Without a successor that place is made and left empty.
 */
export function supersededBy(
  context: RuleContext,
  word: string,
  successor: Linked | undefined,
): SupersededBy {
  const own = context.facts.uri ?? "";
  const status = statusField(context);
  if (successor && names(context, "supersededBy", successor)) return {};
  const known = fieldFor(context, "supersededBy");
  if (known) return successor ? { edit: addRelative(context, known, successor, own) } : {};
  const inStatus = successionIn(context).find(({ field }) => field === status)?.field;
  if (inStatus) return successor ? { edit: addRelative(context, inStatus, successor, own) } : {};
  const wanted = templateFieldFor(context, "supersededBy");
  const isLine = status && status.style !== "section" && status.style !== "columns";
  if (!isLine && !wanted) {
    if (!status || !successor) return {};
    const link = isData(status) ? linkTo(own, successor.uri) : markdownLink(own, successor);
    // A word of another language is not read with what follows it.
    return { tail: saysSuperseded(word) ? ` by ${link}` : ` (superseded by ${link})` };
  }
  return { edit: insertRelative(context, "supersededBy", successor) };
}

/** A new field for a design before or behind this one: where the template has it, else behind the status. */
function insertRelative(context: RuleContext, relation: Succession, card: Linked | undefined): Edit {
  const { doc, alignment, facts } = context;
  const own = facts.uri ?? "";
  const valueIn = (like: Field): string => (card ? relativeIn(like, card, own) : "");
  const present = alignment.fields.filter(({ field }) => field && field.style !== "section");
  const like = (present.find(({ wanted }) => wanted.shape === "status") ?? present.at(-1))?.field;
  const wanted = templateFieldFor(context, relation);
  if (wanted && like) return insertField(context, wanted, valueIn(like));
  const key = relation === "supersedes" ? "Supersedes" : "Superseded by";
  if (like) return insertBehind(doc, like, keyLike(like, key), valueIn(like));
  const first: TemplateField = wanted ?? {
    key,
    shape: "text",
    value: "",
    isPlaceholder: false,
    required: false,
  };
  return insertField(context, first, card ? markdownLink(own, card) : "");
}

/** A key as the others of the header are spelt: in data, words in small letters are joined. */
function keyLike(like: Field, key: string): string {
  const isSmall = like.key === like.key.toLowerCase();
  const spelt = isSmall ? key.toLowerCase() : key;
  return isData(like) ? spelt.replaceAll(" ", like.key.includes("_") ? "_" : "-") : spelt;
}
