import { readField } from "./fields.ts";
import { keyOf } from "./names.ts";
import type { Status } from "./status.ts";
import type { FieldShape, Template, TemplateField } from "./template.ts";

/** What a team asks of a header field. What it does not say is the template's. */
export interface FieldChoice {
  readonly required?: boolean;
  readonly shape?: FieldShape;
  /** The values that it may have. */
  readonly values?: readonly string[];
}

/** What a team says about its documents beside the template. */
export interface Overrides {
  /** The status words with their stages, instead of the template's. */
  readonly statuses: readonly Status[] | undefined;
  /** By key, however it is spelt in the template. */
  readonly fields: Readonly<Record<string, FieldChoice>>;
}

/** The template with what a team says beside it: the same object where that changes nothing. */
export function overridden(template: Template, { statuses, fields }: Overrides): Template {
  const choices = new Map(Object.entries(fields).map(([key, choice]) => [keyOf(key), { key, choice }]));
  if (!statuses && choices.size === 0) return template;
  const known = template.fields.map((field) => {
    const named = choices.get(keyOf(field.key));
    return named ? withChoice(field, named.choice) : field;
  });
  const own = new Set(template.fields.map(({ key }) => keyOf(key)));
  const added = Array.from(choices)
    .filter(([key]) => !own.has(key))
    .map(([, { key, choice }]) => withChoice({ ...emptyField(key), required: false }, choice));
  return { ...template, statuses: statuses ?? template.statuses, fields: [...known, ...added] };
}

function withChoice(field: TemplateField, { required, shape, values }: FieldChoice): TemplateField {
  return {
    ...field,
    ...(required !== undefined && { required }),
    ...(shape && { shape }),
    ...(values && { values }),
  };
}

/** A field of which only the key is known: its shape is read from that. */
function emptyField(key: string): TemplateField {
  const nowhere = { start: 0, end: 0 };
  return readField({
    key,
    value: "",
    style: "plain",
    form: "bare",
    block: 0,
    whole: nowhere,
    keySpan: nowhere,
    valueSpan: nowhere,
  });
}
