import { blockSpan, inText, type Document, type Field } from "../../syntax/document.ts";
import { linksOf } from "../../syntax/links.ts";
import { plainText } from "../../syntax/node.ts";
import type { FieldAnswer } from "../../template/align-fields.ts";
import { keyOf } from "../../template/names.ts";
import { partExtent, type Part } from "../../template/parts.ts";
import { blocksIn } from "../../template/units.ts";
import { contains, slice, type Span } from "../../text/span.ts";
import type { RuleContext } from "../rule.ts";
import { matchesOf } from "../../text/matches.ts";

/** The keys of fields that may link to the implementation, as `keyOf` has them. */
export const implementationKeys: ReadonlySet<string> = new Set(
  [
    "Implementation",
    "Implementation PR",
    "Implementation link",
    "Implementation issue",
    "Implemented by",
    "Implemented in",
    "PR",
    "PRs",
    "Pull request",
    "Merge request",
    "MR",
    "MRs",
    "Commit",
    "Change",
    "Tracking",
    "Tracking issue",
    "Tracking bug",
    "Issue",
    "Ticket",
    "Jira",
    "Epic",
    "Link",
    "Code",
    "Related PR",
    "Related issue",
  ].map(keyOf),
);

const sectionName =
  /^(?:implement(?:ation|ed)s?(?: (?:prs?|links?|history|status|tracking|in|by|issues?|pull requests?))?|tracking(?: \S+)?|links?|(?:related |relevant )?(?:prs?|pull requests?|merge requests?|commits?|issues?|links?)|references? to code)$/i;

/** The template's field for links to the implementation: one that it demands, else the one that it may have. */
export const implementationField = ({ alignment }: Pick<RuleContext, "alignment">): FieldAnswer | undefined =>
  alignment.fields.find(({ wanted }) => wanted.required && implementationKeys.has(keyOf(wanted.key))) ??
  alignment.fields.find(({ wanted }) => wanted.shape === "links");

/** The header's fields that may link to the implementation, by whatever name. */
export const implementationFields = ({ doc }: Pick<RuleContext, "doc">): readonly Field[] =>
  doc.header.fields.filter(({ key }) => implementationKeys.has(keyOf(key)));

// Paths by which the forges show a change, a commit or an issue; hosts have any name.
const forgePath =
  /\/(?:pulls?|pull-?requests?|merge_requests|issues?|work_items)\/(?:[A-Z][A-Z0-9]+-)?\d+|\/commits?\/(?:\?id=)?[0-9a-f]{6,64}\b|\/_workitems\/edit\/\d+|\/browse\/[A-Z][A-Z0-9_]+-\d+|\/\+\/(?:\d+|[0-9a-f]{7,64})\b|\/c\/\d+|[?&]id=(?:[0-9a-f]{7,64}|\d{3,9})\b|\/(?:changes|changelists?|cl|bugs?)\/\d+|\/compare\/\S|\/[DT]\d{2,9}(?:$|[?#])/;

const address = /https?:\/\/[^\s<>)\]"'`|]{1,2000}/gi;

/** Whether a text has the address of a change, a commit or an issue, by the shapes that the forges give them. */
export const hasForgeAddress = (text: string): boolean => {
  for (const [url] of matchesOf(text, address)) if (forgePath.test(url)) return true;
  return false;
};

/** The sections in which links to the implementation are looked for, by their names. */
export const implementationParts = ({ alignment }: Pick<RuleContext, "alignment">): readonly Part[] =>
  alignment.parts.filter(({ title }) => sectionName.test(title.slice(0, 100)));

/** Whether the document links to what implements it: the rule's page says where and how. */
export function hasImplementationLink(context: RuleContext): boolean {
  const { doc } = context;
  if (hasForgeAddress(doc.text) || implementationFields(context).some((field) => says(doc, field)))
    return true;
  const sections = implementationParts(context);
  if (sections.length === 0) return false;
  const links = linksOf(doc).filter(({ url = "" }) => /^https?:/i.test(url));
  return sections.some((part) => {
    const extent = partExtent(doc, part);
    return links.some(({ span }) => contains(extent, span)) || refersIn(doc, extent);
  });
}

// `#12`, `!34`, `owner/repo#5`.
const numbered = /(?:^|[\s([,;])(?:[\w.-]{1,80}(?:\/[\w.-]{1,80}){0,4})?[#!]\d{1,9}\b/;
// `PROJ-6`, an abbreviated commit, `CL 789`, `PR 12`.
const named =
  /\b[A-Z][A-Z0-9_]{1,19}-\d{1,9}\b|\b(?=[0-9a-f]{0,40}\d)(?=[0-9a-f]{0,40}[a-f])[0-9a-f]{7,40}\b|\b(?:[Cc][Ll]|[Pp][Rr]|[Mm][Rr]|[Rr]evision|[Cc]ommit|[Ii]ssue|[Tt]icket|[Bb]ug)s?[ :#]{1,2}(?:\d{1,9}|[0-9a-f]{7,40})\b/;

/** Whether a field for the implementation says where it is, or why there is nothing to link to. */
function says(doc: Document, field: Field): boolean {
  // The values of a field may stand in a list below its line.
  const isListed = field.value === "" && doc.blocks[field.block + 1]?.kind === "list";
  const span = isListed ? blockSpan(doc, field.block + 1) : inText(doc, field.block, field.valueSpan);
  const value = slice(doc.text, span).slice(0, 4000);
  return (
    /https?:\/\/\S|\]\([^()\s]|\]\[/i.test(value) ||
    numbered.test(value) ||
    named.test(value) ||
    /^(?:n\/?a|none)\b\S{0,3}\s+\S/i.test(field.value)
  );
}

/** Whether a block of a stretch has a reference such as `#12`. */
const refersIn = (doc: Document, extent: Span): boolean =>
  [...blocksIn(doc, extent)].some((index) => {
    const node = doc.blocks[index]?.node;
    const isOwn = node && node.kind !== "heading" && blockSpan(doc, index).start >= extent.start;
    return isOwn === true && numbered.test(plainText(node).slice(0, 4000));
  });
