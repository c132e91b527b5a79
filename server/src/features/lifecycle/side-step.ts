import { linesOf } from "../../syntax/header-lines.ts";
import { yamlFields } from "../../syntax/header-yaml.ts";
import { asDay } from "../../template/dates.ts";
import { keyOf } from "../../template/names.ts";
import type { Status } from "../../template/status.ts";
import type { Edit } from "../../text/edit.ts";
import { statusValue } from "./status-word.ts";

/**
 * The edits that give another status to a YAML file beside a document, such as `kep.yaml`, and write today into its
 * field for the day of the last change. None where the file has no status that is written as one value on its line.
 */
export function sideStep(
  text: string,
  statuses: readonly Status[],
  { name }: Status,
  today: string,
): readonly Edit[] {
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  const fields = yamlFields(linesOf(text.slice(start)), 0);
  const edits = fields.flatMap(({ key, value, form, valueSpan }): readonly Edit[] => {
    if (value === "" || !["bare", "single", "double"].includes(form)) return [];
    const span = { start: start + valueSpan.start, end: start + valueSpan.end };
    if (keyOf(key) === keyOf("status")) return [{ span, text: statusValue(value, statuses, name, today) }];
    return changed.has(keyOf(key)) && asDay(value) !== undefined && value !== today
      ? [{ span, text: today }]
      : [];
  });
  const hasStatus = fields.some(({ key, value }) => keyOf(key) === keyOf("status") && value !== "");
  return hasStatus ? edits : [];
}

const changed: ReadonlySet<string> = new Set(["last updated", "updated", "last modified"].map(keyOf));
