import { message } from "../messages/message.ts";
import type { Level } from "../rules/rule.ts";
import type { Settings } from "../settings/settings.ts";
import { levels } from "../settings/table.ts";
import { stages, statusesOf, type Stage, type Status } from "../template/status.ts";
import type { FieldChoice, Known } from "./config.ts";
import { fieldKeys, fieldWords, shapes } from "./keys.ts";
import type { Json, JsonObject } from "./read-json.ts";
import type { Reader } from "./reader.ts";

/** The severities in `rules`; what is no rule or no level is told and left out. */
export function readRules(value: Json, { ruleIds }: Known, reader: Reader): Settings["rules"] {
  const object = reader.object("rules", value, "config.want-object");
  if (!object) return {};
  const rules: [string, Settings["rules"][string]][] = [];
  for (const { key: rule, keySpan, value: chosen } of reader.free(object)) {
    if (!ruleIds.includes(rule)) {
      reader.unknown(keySpan, rule, ruleIds, {
        plain: message("config.unknown-rule", { rule }),
        near: (meant) => message("config.unknown-rule-near", { rule, meant }),
        severity: "warning",
      });
      continue;
    }
    const level =
      chosen.kind === "object" ? levelsByStage(rule, chosen, reader) : levelOf(rule, chosen, reader);
    if (level !== undefined) rules.push([rule, level]);
  }
  return Object.fromEntries(rules);
}

const levelOf = (key: string, value: Json, reader: Reader): Level | undefined =>
  reader.word<Level>(key, value, levels, message("config.want-level", { values: levels.join(", ") }));

function levelsByStage(
  rule: string,
  object: JsonObject,
  reader: Reader,
): Readonly<Partial<Record<Stage, Level>>> {
  const chosen: Partial<Record<Stage, Level>> = {};
  const known = Object.fromEntries(stages.map((stage) => [stage, true])) as Record<Stage, true>;
  for (const [stage, { value }] of reader.members(object, known)) {
    const level = levelOf(`${rule}.${stage}`, value, reader);
    if (level !== undefined) chosen[stage] = level;
  }
  return chosen;
}

/** The handles by name or address, in lower case, as settings have them. */
export function readPeople(value: Json, reader: Reader): Settings["people"] | undefined {
  const object = reader.object("people", value, "config.want-object");
  if (!object) return undefined;
  return Object.fromEntries(
    reader.free(object).flatMap(({ key, value: handle }) => {
      if (handle.kind === "string" && /^@\S+$/.test(handle.text.trim()))
        return [[key.trim().toLowerCase(), handle.text.trim()]];
      reader.wrong(key, handle, "config.want-handle");
      return [];
    }),
  );
}

/** For how many days a review may last. */
export function readDays(value: Json, reader: Reader): number | undefined {
  const days = value.kind === "number" ? Number(value.value) : Number.NaN;
  if (Number.isInteger(days) && days >= 1 && days <= 3650) return days;
  return reader.wrong("days", value, "config.want-days");
}

/** The words of the status, each with its stage; those of a list have the stages that such words have in the field. */
export function readStatuses(value: Json, reader: Reader): readonly Status[] | undefined {
  if (!reader.filled("statuses", value, "config.want-statuses")) return undefined;
  const statuses =
    value.kind === "object"
      ? byStage(value, reader)
      : statusesOf(
          (reader.texts("statuses", value, "config.want-statuses", false) ?? []).map(({ text }) => text),
        );
  return statuses.length === 0 ? undefined : statuses;
}

function byStage(object: JsonObject, reader: Reader): readonly Status[] {
  return reader.free(object).flatMap(({ key, value }) => {
    const name = key.trim();
    const stage = reader.word(name, value, stages, "config.want-statuses");
    if (name === "") return [];
    return stage === undefined ? statusesOf([name]) : [{ name, stage }];
  });
}

/** What is asked of header fields, by the name of each. */
export function readFields(value: Json, reader: Reader): Readonly<Record<string, FieldChoice>> {
  const object = reader.object("fields", value, "config.want-object");
  if (!object) return {};
  return Object.fromEntries(
    reader.free(object).flatMap(({ key, value: choice }) => {
      const read = choice.kind === "object" ? fieldOf(choice, reader) : fieldWord(key, choice, reader);
      return read && key.trim() !== "" ? [[key.trim(), read]] : [];
    }),
  );
}

function fieldWord(key: string, value: Json, reader: Reader): FieldChoice | undefined {
  const word = reader.word(key, value, fieldWords, "config.want-field");
  return word && { required: word === "required" };
}

function fieldOf(object: JsonObject, reader: Reader): FieldChoice {
  const members = reader.members(object, fieldKeys);
  const required = members.get("required")?.value;
  if (required && required.kind !== "boolean") reader.wrong("required", required, "config.want-boolean");
  const shape = members.get("shape")?.value;
  const shapeWord = shape && reader.word("shape", shape, shapes, "config.want-text");
  const values = members.get("values")?.value;
  const texts =
    values && reader.filled("values", values, "config.want-texts")
      ? reader.texts("values", values, "config.want-texts", false)
      : undefined;
  return {
    ...(required?.kind === "boolean" && { required: required.value === true }),
    ...(shapeWord !== undefined && { shape: shapeWord }),
    ...(texts && texts.length > 0 && { values: texts.map(({ text }) => text) }),
  };
}
