import type { Span } from "../text/span.ts";
import { startOf, titleSpan, type Document, type Field, type Section } from "./document.ts";
import { namesValue } from "./header-keys.ts";
import { linesOf, longestLine, unwrap, withoutTail } from "./header-lines.ts";

type Unread = Omit<Document, "header">;

/**
 * The fields that are sections of their own, as in many records of decisions: `## Status`, and what its first
 * paragraph or list says. Quotations and comments before it are guidance. One without a text has an empty value.
 */
export function sectionFields(doc: Unread, sections: readonly Section[]): readonly Field[] {
  return sections.flatMap((section): readonly Field[] => {
    if (!namesValue(section.title)) return [];
    const said = saidIn(doc, section);
    if (!said) return [];
    const base = startOf({ ...doc, header }, section.block);
    const key = titleSpan({ ...doc, header }, section);
    const within = ({ start, end }: Span): Span => ({ start: start - base, end: end - base });
    return [
      {
        key: section.title.replace(/^[\d.\s]+|[\s:]+$/g, ""),
        value: said.value,
        style: "section",
        form: said.form,
        block: section.block,
        whole: within({ start: base, end: said.end }),
        keySpan: within(key),
        valueSpan: within(said.span),
      },
    ];
  });
}

const header = { fields: [], place: { block: -1, offset: 0 } };

interface Said {
  readonly value: string;
  readonly form: Field["form"];
  readonly span: Span;
  readonly end: number;
}

function saidIn(doc: Unread, section: Section): Said | undefined {
  for (let block = section.block + 1; block < section.bodyEnd; block++) {
    const { kind, length } = doc.blocks[block] ?? {};
    const start = doc.starts[block] ?? 0;
    if (kind === "html" || kind === "quote" || kind === "definition") continue;
    // A long text is a section like others, and what stands in a table or a fence is no value.
    if (kind === undefined || length === undefined || length > longestLine) return undefined;
    const source = doc.text.slice(start, start + length);
    if (kind === "list") return listSaid(source, start);
    return kind === "paragraph" ? paragraphSaid(source, start) : undefined;
  }
  const end = (doc.starts[section.block] ?? 0) + (doc.blocks[section.block]?.length ?? 0);
  return { value: "", form: "bare", span: { start: end, end }, end };
}

function paragraphSaid(source: string, start: number): Said {
  const value = withoutTail(source);
  const { text, span } = unwrap(value);
  return {
    value: text.replace(/\s*[\r\n]+\s*/g, " "),
    form: "bare",
    span: { start: start + span.start, end: start + span.end },
    end: start + source.length,
  };
}

/** The entries of a list without lists in it. */
export function listSaid(source: string, start: number): Said | undefined {
  const lines = linesOf(source).filter(({ text }) => text.trim() !== "");
  const entries = lines.map(({ text, start: from }) => {
    const mark = /^[ \t]{0,3}(?:[-*+]|\d{1,4}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/.exec(text)?.[0].length;
    if (mark === undefined) return undefined;
    const inner = unwrap(withoutTail(text.slice(mark)));
    return { text: inner.text, start: from + mark + inner.span.start, end: from + mark + inner.span.end };
  });
  const filled = entries.flatMap((entry) => entry ?? []);
  const [first] = filled;
  const last = filled.at(-1);
  if (!first || !last || filled.length !== entries.length) return undefined;
  return {
    value: filled.map(({ text }) => text).join(", "),
    form: "items",
    span: { start: start + first.start, end: start + last.end },
    end: start + source.length,
  };
}
