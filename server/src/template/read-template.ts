import { startOf, type Document, type Field } from "../syntax/document.ts";
import { parseDocument } from "../syntax/parse-document.ts";
import { readAnnotations, readStages, withoutAnnotations } from "./annotations.ts";
import { expectationsOf } from "./expectations.ts";
import { readField } from "./fields.ts";
import { readInstructions } from "./instructions.ts";
import { readTokens } from "./leftovers.ts";
import { acceptedNames, keyOf, shortKeysOf } from "./names.ts";
import { headingParts, parentsOf, partBody, placeParts, type Part } from "./parts.ts";
import { defaultStatuses, enumeration, readStatus, statusesOf } from "./status.ts";
import type { Template, TemplateField, TemplateSection } from "./template.ts";
import { unitsIn } from "./units.ts";
import { slice } from "../text/span.ts";

export interface TemplateSource {
  /** What people call it. */
  readonly name: string;
  /** Absent for the built-in template. */
  readonly uri?: string;
  readonly text: string;
}

/**
 * A Markdown template as a schema. What it leaves open is taken from `inherit`, section by section and
 * field by field, where the names match. Total: a text without headings is a template without sections.
 */
export function readTemplate({ name, uri, text }: TemplateSource, inherit?: Template): Template {
  const doc = parseDocument(text);
  const instructions = readInstructions(doc);
  // A heading without words asks for nothing.
  const named = placeParts(doc, headingParts(doc)).filter(
    (part, index) => index === 0 || keyOf(part.title) !== "",
  );
  const { title, parts } = splitTitle(named);
  const parents = parentsOf(parts);
  const sections = parts.map((part, index) =>
    readSection(doc, part, {
      index,
      parent: parents[index] ?? -1,
      end: startOf(doc, instructions.from),
      inherit,
    }),
  );
  const fields = doc.header.fields.map((field) => {
    const wanted = readField(field);
    return isOptionalField(doc, field) ? { ...wanted, required: false } : wanted;
  });
  return {
    name,
    uri,
    doc,
    title: title?.title,
    fields: withImplementation(fields),
    sections,
    anyOrder: false,
    statuses: withStages(statusesIn(fields), readStages(text)),
    tokens: readTokens(doc),
    instructions: instructions.units,
  };
}

/** The H1 that names the template, apart from its sections: the first heading, if deeper ones follow it. */
function splitTitle(parts: readonly Part[]): {
  readonly title: Part | undefined;
  readonly parts: readonly Part[];
} {
  const [first, ...rest] = parts;
  const isTitle = first?.depth === 1 && rest.every((part) => part.depth > 1);
  return isTitle ? { title: first, parts: rest } : { title: undefined, parts };
}

/** Whether the comment above a field of the front matter calls what follows optional. */
function isOptionalField(doc: Document, { block, style, whole }: Field): boolean {
  if (style !== "frontMatter") return false;
  const comments = /^#[^\r\n]*/gm;
  const above = slice(doc.text, { start: startOf(doc, block), end: startOf(doc, block) + whole.start });
  return /\boptional\b/i.test(above.match(comments)?.at(-1) ?? "");
}

interface Around {
  readonly index: number;
  readonly parent: number;
  /** Where the template's closing instructions begin. */
  readonly end: number;
  readonly inherit: Template | undefined;
}

// An entry of a table of contents is meant to stay.
const anchorLink = /^\[[^\]]*\]\(#[^)]*\)$/;

const optionalMark = /\s*[([](?:optional|if (?:relevant|applicable|needed))[)\]]\s*$/i;

/** Whether a comment right above the heading calls the section optional, as some templates do. */
function isSaidOptional(doc: Document, { from }: Part): boolean {
  const node = doc.blocks[from.block - 1]?.node;
  if (node?.kind !== "html") return false;
  return /^<!--[^]{0,40}\boptional\b/i.test(node.value.trimStart().slice(0, 100));
}

// “{title of option 1}”, “[Context | Prior Work]”, “Your Proposal Title”, “Story 2”, and what tools make.
const placeholderName =
  /^(?:\{.*\}|\[.*\]|<.*>|your .*|.*\b(?:story|option|alternative|phase|step|example|question|use case) #?(?:\d{1,2}|[a-cn-z])|(?:table of )?contents|toc)$/i;

/** Whether no document has a heading of this name, or only by chance: the template shows what may stand there. */
const namesNothing = (title: string): boolean => placeholderName.test(title.trim().slice(0, 200));

function readSection(doc: Document, part: Part, { index, parent, end, inherit }: Around): TemplateSection {
  const body = partBody(doc, part);
  const stretch = { start: body.start, end: Math.max(body.start, Math.min(body.end, end)) };
  const markdown = doc.text.slice(stretch.start, stretch.end);
  const own = readAnnotations(markdown);
  const guidance = withoutAnnotations(markdown);
  const title = part.title.replace(optionalMark, "") || part.title;
  const keys = acceptedNames(title).map(keyOf);
  const known = inherit?.sections.find((other) => other.keys.some((key) => keys.includes(key)));
  const said = optionalMark.test(part.title) || isSaidOptional(doc, part) || namesNothing(title);
  const optional = own.optional ?? (said || (known ? !known.required : false));
  const units = unitsIn(doc, stretch).flatMap(({ text }) => (anchorLink.test(text) ? [] : [text]));
  return {
    index,
    title,
    keys,
    shortKeys: shortKeysOf(title),
    parent,
    depth: part.depth,
    required: !optional,
    isPattern: namesNothing(title),
    repeatable: namesNothing(title),
    anyOrder: false,
    group: undefined,
    isTitle: keyOf(title) === "title",
    due: own.due ?? known?.due ?? "draft",
    expects: expectationsOf(own.expects, guidance, known?.expects ?? []),
    guidance,
    units: [...new Set(units)].toSorted((a, b) => b.length - a.length),
    boilerplate: [],
    stretch,
  };
}

function statusesIn(fields: readonly TemplateField[]): Template["statuses"] {
  const field = fields.find((other) => other.shape === "status");
  const names = field ? enumeration(field.value) : [];
  if (names.length > 0) return statusesOf(names);
  // A template's own word is a status, whatever the flow behind it.
  const isOwn =
    field && field.value !== "" && !field.isPlaceholder && !readStatus(field.value, defaultStatuses);
  return isOwn ? [...statusesOf([field.value]), ...defaultStatuses] : defaultStatuses;
}

/** The statuses with the stages that the template gives them; a word that only its comment has is a status, too. */
function withStages(statuses: Template["statuses"], given: Template["statuses"]): Template["statuses"] {
  const stageOf = (name: string): Template["statuses"][number] | undefined =>
    given.find((other) => keyOf(other.name) === keyOf(name));
  return [
    ...statuses.map((status) => ({ ...status, stage: stageOf(status.name)?.stage ?? status.stage })),
    ...given.filter(({ name }) => !statuses.some((status) => keyOf(status.name) === keyOf(name))),
  ];
}

/** The field that links to the implementation, which a template need not have and a document may. */
function withImplementation(fields: readonly TemplateField[]): readonly TemplateField[] {
  const key = "Implementation";
  if (fields.length === 0 || fields.some((field) => keyOf(field.key) === keyOf(key))) return fields;
  const links: TemplateField = { key, shape: "links", value: "", isPlaceholder: false, required: false };
  const reviewers = fields.findLastIndex(({ shape }) => shape === "handles");
  return reviewers < 0 ? [...fields, links] : fields.toSpliced(reviewers + 1, 0, links);
}
