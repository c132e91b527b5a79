import { message, type Message } from "../messages/message.ts";
import type { FieldAnswer } from "../template/align-fields.ts";
import type { SectionAnswer } from "../template/align.ts";
import type { Analysed } from "../template/analysed.ts";
import { partHeading, type Part } from "../template/parts.ts";
import type { FieldShape, TemplateField, TemplateSection } from "../template/template.ts";
import { inText } from "../syntax/document.ts";
import { touches, type Span } from "../text/span.ts";
import { missingBelow } from "./missing-below.ts";
import { statusMeaning } from "./status-meaning.ts";

/** What is shown of a place. */
export interface Hover {
  readonly span: Span;
  /** Blocks of Markdown, to be joined by blank lines. */
  readonly markdown: readonly (string | Message)[];
}

/** What belongs at `offset` according to the template: on a heading or a field that answers it; else nothing. */
export function hover(analysed: Analysed, offset: number): Hover | undefined {
  const { doc, alignment } = analysed;
  for (const answer of alignment.sections) {
    for (const part of [answer.part, ...answer.duplicates, ...answer.others]) {
      const span = part && partHeading(doc, part);
      if (span && touches(span, offset)) return { span, markdown: onSection(analysed, answer, part) };
    }
  }
  for (const answer of alignment.fields) {
    for (const field of fieldsOf(answer)) {
      const span = inText(doc, field.block, field.whole);
      if (touches(span, offset)) return { span, markdown: onField(analysed, answer.wanted) };
    }
  }
  return undefined;
}

const fieldsOf = ({ field, duplicates }: FieldAnswer): FieldAnswer["duplicates"] =>
  field ? [field, ...duplicates] : duplicates;

function onSection(analysed: Analysed, answer: SectionAnswer, part: Part | undefined): Hover["markdown"] {
  const { wanted } = answer;
  const state = part && analysed.states.get(part)?.state;
  const titles = missingBelow(analysed, answer).join(", ");
  return [
    demand(wanted),
    ...(state === "placeholder" ? [message("feature.hover-placeholder")] : []),
    // An H1's own text is the header, so it says nothing of the title.
    ...(state === "empty" && !wanted.isTitle ? [message("feature.hover-empty")] : []),
    ...(titles === "" ? [] : [message("feature.hover-missing", { titles })]),
    ...(wanted.guidance === "" ? [] : [wanted.guidance]),
  ];
}

/** Whether, and from when on, the template requires a section. */
function demand({ title, required, due }: TemplateSection): Message {
  if (!required) return message("feature.hover-optional", { title });
  return due === "draft"
    ? message("feature.hover-required", { title })
    : message("feature.hover-due", { title, stage: due });
}

const shapeIds = {
  status: "feature.field-status",
  date: "feature.field-date",
  person: "feature.field-person",
  handles: "feature.field-handles",
  links: "feature.field-links",
  text: "feature.field-text",
} as const satisfies Readonly<Record<FieldShape, Message["id"]>>;

function onField({ template }: Analysed, { key, shape, value, required }: TemplateField): Hover["markdown"] {
  const title = key;
  return [
    message(required ? "feature.hover-required" : "feature.hover-optional", { title }),
    ...(shape === "text" && value === "" ? [] : [message(shapeIds[shape], { value })]),
    ...(shape === "status"
      ? template.statuses.map((status) =>
          message("feature.status", { name: status.name, meaning: statusMeaning(status) }),
        )
      : []),
  ];
}
