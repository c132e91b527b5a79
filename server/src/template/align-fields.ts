import type { Field } from "../syntax/document.ts";
import { groupBy } from "../text/group.ts";
import { keyOf } from "./names.ts";
import type { TemplateField } from "./template.ts";

export interface FieldAnswer {
  readonly wanted: TemplateField;
  readonly field: Field | undefined;
  /** Fields of that key beyond those that the template itself has. */
  readonly duplicates: readonly Field[];
}

/** Where a key stands twice, each of its fields answers one of the template’s; one that is absent is asked for once. */
export function alignFields(
  wanted: readonly TemplateField[],
  fields: readonly Field[],
): readonly FieldAnswer[] {
  const found = groupBy(fields, ({ key }) => keyOf(key));
  const last = new Map(wanted.map((one) => [keyOf(one.key), one]));
  const seen = new Map<string, number>();
  return wanted.flatMap((one): readonly FieldAnswer[] => {
    const key = keyOf(one.key);
    const own = found.get(key) ?? [];
    const index = seen.get(key) ?? 0;
    seen.set(key, index + 1);
    if (index > 0 && index >= own.length) return [];
    return [
      { wanted: one, field: own[index], duplicates: last.get(key) === one ? own.slice(index + 1) : [] },
    ];
  });
}
