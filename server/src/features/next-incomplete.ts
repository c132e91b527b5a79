import { entriesOf } from "../rules/support/header.ts";
import { inText, titleSpan } from "../syntax/document.ts";
import { parentsIn } from "../template/align.ts";
import type { Analysed } from "../template/analysed.ts";
import { unfilledIn } from "../template/fields.ts";
import type { Part } from "../template/parts.ts";
import { missingSections, placementOf, shownAt } from "../template/placement.ts";
import { ownStretch } from "../template/own-state.ts";
import { groupBy } from "../text/group.ts";
import { lineAt, nextLine } from "../text/lines.ts";
import { at, type Span } from "../text/span.ts";
import { nameOf } from "./place.ts";

/** A place of the document that still wants its author. */
export interface Incomplete {
  /**
   * What to select: the text to write over, the empty place to write at, or the heading that a missing
   * section should follow.
   */
  readonly span: Span;
  /** The section or field; several missing sections at one place are named together. */
  readonly title: string;
  readonly state: "empty" | "placeholder" | "missing" | "unfilled";
}

/** The first incomplete place that begins behind `offset`, else the first of the document; nothing where all is done. */
export function nextIncomplete(analysed: Analysed, offset: number): Incomplete | undefined {
  const places = [
    ...unfilledFields(analysed),
    ...title(analysed),
    ...unwritten(analysed),
    ...missing(analysed),
  ];
  const ordered = places.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return ordered.find(({ span }) => span.start > offset) ?? ordered.at(0);
}

function unfilledFields({ doc, alignment }: Analysed): readonly Incomplete[] {
  return alignment.fields.flatMap(({ wanted, field }): readonly Incomplete[] => {
    const [first] = field ? unfilledIn(field.value, wanted) : [];
    if (!field || first === undefined) return [];
    const entry =
      first === field.value ? undefined : entriesOf(doc, field).find(({ text }) => text === first);
    const span = entry?.span ?? inText(doc, field.block, field.valueSpan);
    return [{ span, title: wanted.key, state: "unfilled" }];
  });
}

/** The H1, where it is still the template's own. */
function title({ doc, template, alignment }: Analysed): readonly Incomplete[] {
  const part = alignment.title;
  if (!part || !template.title || part.title !== template.title) return [];
  const section = doc.sections.find(({ block }) => block === part.from.block);
  return section ? [{ span: titleSpan(doc, section), title: part.title, state: "placeholder" }] : [];
}

function unwritten(analysed: Analysed): readonly Incomplete[] {
  const { alignment, states } = analysed;
  const empty = alignment.sections.flatMap(({ wanted, part }) =>
    part && states.get(part)?.state === "empty" && !(wanted.isTitle && alignment.title) ? [part] : [],
  );
  // A section that is empty because those below it are is written there.
  const parents = parentsIn(alignment);
  const around = new Set<Part>();
  for (const part of empty) {
    for (let above = parents.get(part); above; above = parents.get(above)) around.add(above);
  }
  return alignment.parts.flatMap((part): readonly Incomplete[] => {
    const leftover = states.get(part)?.leftovers.find(({ kind }) => kind !== "hidden");
    if (leftover) return [{ span: leftover.span, title: nameOf(analysed.doc, part), state: "placeholder" }];
    if (!empty.includes(part) || around.has(part)) return [];
    return [{ span: emptyPlace(analysed, part), title: nameOf(analysed.doc, part), state: "empty" }];
  });
}

/** What stands for text in an empty part, or the line below its heading where text would begin. */
function emptyPlace({ doc, instructions, states }: Analysed, part: Part): Span {
  const filler = states.get(part)?.filler;
  if (filler) return filler;
  const stretch = ownStretch(doc, part, instructions);
  const first = nextLine(doc.text, stretch.start);
  if (!isBlankLine(doc.text, first, stretch)) return at(lineAt(doc.text, stretch.start).end);
  const second = nextLine(doc.text, first);
  return at(isBlankLine(doc.text, second, stretch) ? second : first);
}

/** Whether a blank line of the stretch begins at `offset`; the end of the text counts as one. */
function isBlankLine(text: string, offset: number, stretch: Span): boolean {
  const isInside = offset > stretch.start && (offset < stretch.end || offset === text.length);
  const isLineStart = /[\r\n]/.test(text.charAt(offset - 1));
  return isInside && isLineStart && text.slice(offset, lineAt(text, offset).end).trim() === "";
}

function missing(analysed: Analysed): readonly Incomplete[] {
  const placed = missingSections(analysed).map(({ wanted }) => ({
    title: wanted.title,
    span: shownAt(analysed, placementOf(analysed, wanted)),
  }));
  return [...groupBy(placed, ({ span }) => span.start).values()].flatMap(
    (together): readonly Incomplete[] => {
      const [first] = together;
      if (!first) return [];
      const titles = together.map((section) => section.title).join(", ");
      return [{ span: first.span, title: titles, state: "missing" }];
    },
  );
}
