import { message, type Message } from "../../messages/message.ts";
import type { Span } from "../../text/span.ts";
import { isUnchanged, type Changes, type SectionChange } from "./changes.ts";
import type { EntryChanges } from "./entries.ts";
import type { FieldChange } from "./fields.ts";

/** A line of a summary: a heading, a sentence, or an item with a name and what is to be said of it. */
export interface SummaryLine {
  readonly kind: "title" | "heading" | "text" | "item";
  /** Before the colon; a title, heading or sentence has nothing else. */
  readonly name: Message | string;
  /** Behind the colon, with commas between them. */
  readonly said: readonly (Message | string)[];
  /** Where it is to be seen in the present text. */
  readonly span?: Span;
}

export interface About {
  /** The document’s title, which may be empty. */
  readonly title: string;
  /** In words for people, what is compared with. */
  readonly since: string;
  /** The document was not there. */
  readonly isNew: boolean;
}

/** What changed, in lines for people: in figures first, then the header, the sections, the decisions and the requirements. */
export function summaryOf(changes: Changes, { title, since, isNew }: About): readonly SummaryLine[] {
  const { sections, unchanged, fields, decisions, requirements } = changes;
  const first = [
    line(
      "title",
      title === "" ? message("what-changed.title-none") : message("what-changed.title", { title }),
    ),
    line("text", message("what-changed.since", { since })),
  ];
  if (isNew) first.push(line("text", message("what-changed.new")));
  else if (isUnchanged(changes)) return [...first, line("text", message("what-changed.nothing"))];
  return [
    ...first,
    counted("what-changed.sections", [...sections], unchanged.length),
    ...touched("what-changed.decisions", decisions),
    ...touched("what-changed.requirements", requirements),
    ...below("what-changed.header", fields.map(fieldLine)),
    ...below("what-changed.sections", sections.map(sectionLine)),
    ...below("what-changed.decisions", entryLines(decisions)),
    ...below("what-changed.requirements", entryLines(requirements)),
  ];
}

type Heading =
  | "what-changed.header"
  | "what-changed.sections"
  | "what-changed.decisions"
  | "what-changed.requirements";

const line = (kind: SummaryLine["kind"], name: Message): SummaryLine => ({ kind, name, said: [] });

const below = (heading: Heading, items: readonly SummaryLine[]): readonly SummaryLine[] =>
  items.length === 0 ? [] : [line("heading", message(heading)), ...items];

const touched = (name: Heading, { changes, unchanged }: EntryChanges): readonly SummaryLine[] =>
  changes.length === 0 ? [] : [counted(name, changes, unchanged)];

const kinds = ["changed", "added", "removed"] as const;

function counted(
  name: Heading,
  changes: readonly { readonly kind: (typeof kinds)[number] }[],
  same: number,
): SummaryLine {
  const said = kinds.flatMap((kind) => {
    const count = changes.filter((one) => one.kind === kind).length;
    return count === 0 ? [] : [message(`what-changed.count-${kind}`, { count })];
  });
  if (same > 0) said.push(message("what-changed.count-same", { count: same }));
  return { kind: "item", name: message(name), said };
}

/** What is to be said of a section on one line, in pieces; of one that is gone, how many words went. */
export function sectionSaid({ kind, was, isMoved, isRewritten, words }: SectionChange): readonly Message[] {
  const { added, removed } = words;
  return [
    ...(kind === "changed" ? [] : [message(`what-changed.${kind}`)]),
    ...(was === undefined || was === "" ? [] : [message("what-changed.was", { was })]),
    ...(isMoved ? [message("what-changed.moved")] : []),
    ...(!isRewritten
      ? []
      : added + removed > 0
        ? [message("what-changed.words", { added, removed })]
        : kind === "changed"
          ? [message("what-changed.marks")]
          : []),
  ];
}

/** What a section is called: the head of a document is not called after it. */
export const sectionName = ({ isHead, title }: SectionChange): Message | string =>
  isHead ? message("what-changed.header") : title;

const sectionLine = (change: SectionChange): SummaryLine => ({
  kind: "item",
  name: sectionName(change),
  said: sectionSaid(change),
  ...(change.now ? { span: change.now.heading } : {}),
});

function fieldLine({ key, before = "", now, added, removed, span }: FieldChange): SummaryLine {
  const list = [
    ...(added.length === 0 ? [] : [message("what-changed.field-added", { entries: added.join(", ") })]),
    ...(removed.length === 0 ? [] : [message("what-changed.field-removed", { entries: removed.join(", ") })]),
  ];
  const whole = (): Message => {
    if (now === undefined) return message("what-changed.field-gone", { before });
    return before === ""
      ? message("what-changed.field-new", { now })
      : message("what-changed.field", { before, now });
  };
  return { kind: "item", name: key, said: list.length > 0 ? list : [whole()], ...(span ? { span } : {}) };
}

// As much as fits on a line; the rest is in the document.
const longest = 160;

const entryLines = ({ changes }: EntryChanges): readonly SummaryLine[] =>
  changes.map(({ kind, text, span }) => ({
    kind: "item",
    name: message(`what-changed.entry-${kind}`),
    said: [text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text],
    ...(kind === "removed" ? {} : { span }),
  }));

/** A summary as text. */
export interface Written {
  readonly text: string;
  /** What leads somewhere: the line of `text`, from 0, and the place in the document. */
  readonly links: readonly { readonly line: number; readonly span: Span }[];
}

/** The lines as Markdown, or as plain text. It ends with a line ending. */
export function written(
  lines: readonly SummaryLine[],
  render: (message: Message) => string,
  form: "markdown" | "plain" = "markdown",
): Written {
  const texts: string[] = [];
  const links: { line: number; span: Span }[] = [];
  const marks =
    form === "markdown" ? { title: "# ", heading: "## ", text: "" } : { title: "", heading: "", text: "" };
  let last: SummaryLine["kind"] | undefined;
  for (const { kind, name, said, span } of lines) {
    const word = (one: Message | string): string => {
      const read = oneLine(typeof one === "string" ? one : render(one));
      return form === "markdown" ? read.replace(handle, "`$&`") : read;
    };
    const rest = said.map(word).join(", ");
    const text = rest === "" ? word(name) : `${word(name)}: ${rest}`;
    if (last !== undefined && !(kind === "item" && last === "item") && !(form === "plain" && kind === "item"))
      texts.push("");
    if (span) links.push({ line: texts.length, span });
    const indent = form === "plain" ? "  " : "- ";
    texts.push(kind === "item" ? `${indent}${text}` : `${marks[kind]}${text}`);
    last = kind;
  }
  return { text: texts.map((text) => `${text}\n`).join(""), links };
}

// A host would send word to everybody who is named in a comment.
const handle = /(?<![\p{L}\p{N}`@/._-])@[\p{L}\p{N}][\p{L}\p{N}/_-]*/gu;

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
