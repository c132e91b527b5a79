import { message } from "../messages/message.ts";
import { isDay } from "../template/dates.ts";
import { parsePattern } from "../template/name-pattern.ts";
import type { Span } from "../text/span.ts";
import type { Collection, CollectionPlaces, Config, ConfigProblem, Known, ParsedConfig } from "./config.ts";
import { globFault } from "./globs.ts";
import { collectionKeys, fileKeys, presetPrefix, reviewKeys } from "./keys.ts";
import { readDays, readFields, readPeople, readRules, readStatuses } from "./parse-values.ts";
import { firstLine, readJson, type Json, type JsonObject } from "./read-json.ts";
import { createReader, nearest, type Placed, type Reader } from "./reader.ts";

/** What holds where a file says nothing that can be read: the settings do. */
export const emptyConfig: Config = {
  collections: undefined,
  rules: {},
  people: undefined,
  reviewDays: undefined,
};

/**
 * The configuration that the text of a `.design-docs.json` says. Total: what is wrong makes a problem and falls back
 * by itself; a text that is no JSON object is the empty configuration.
 */
export function parseConfig(text: string, known: Known): ParsedConfig {
  const { value, problems } = readJson(text);
  return read(value, text, problems, known);
}

/** The key under which a `package.json` holds a configuration. */
export const packageKey = "design-docs";

/**
 * The same for the text of a `package.json`, which holds it under `design-docs`; nothing where it has no such key.
 * What is wrong with the rest of that file is told by others.
 */
export function parsePackage(text: string, known: Known): ParsedConfig | undefined {
  // Most of these files have no such key, and some are long.
  if (!text.includes(`"${packageKey}"`)) return undefined;
  const { value } = readJson(text);
  const member =
    value?.kind === "object" ? value.members.findLast(({ key }) => key === packageKey) : undefined;
  return member && { ...read(member.value, text, [], known), place: member.keySpan };
}

function read(
  value: Json | undefined,
  text: string,
  broken: readonly ConfigProblem[],
  known: Known,
): ParsedConfig {
  const reader = createReader();
  const place = value?.kind === "object" ? (value.members[0]?.keySpan ?? value.span) : firstLine(text);
  if (value?.kind !== "object") {
    // A text that is too large was told already.
    if (value || broken.length === 0)
      reader.tell(value ? within(value.span, text) : place, message("config.not-object"));
    return { config: emptyConfig, problems: [...broken, ...reader.problems], places: [], place };
  }
  const members = reader.members(value, fileKeys);
  const collections = members.get("collections");
  const listed = collections && readCollections(collections.value, known, reader);
  const rules = members.get("rules");
  const people = members.get("people");
  const review = members.get("review");
  const config: Config = {
    collections: listed?.map(({ collection }) => collection),
    rules: rules ? readRules(rules.value, known, reader) : {},
    people: people && readPeople(people.value, reader),
    reviewDays: review && readReview(review.value, reader),
  };
  const problems = [...broken, ...reader.problems].toSorted((a, b) => a.span.start - b.span.start);
  return { config, problems, places: listed?.map(({ places }) => places) ?? [], place };
}

// A list of a thousand lines need not be underlined as a whole.
const within = ({ start, end }: Span, text: string): Span => ({
  start,
  end: Math.min(end, start + Math.max(1, firstLine(text.slice(start)).end)),
});

function readReview(value: Json, reader: Reader): number | undefined {
  const object = reader.object("review", value, "config.want-object");
  const days = object && reader.members(object, reviewKeys).get("days");
  return days && readDays(days.value, reader);
}

interface Listed {
  readonly collection: Collection;
  readonly places: CollectionPlaces;
}

function readCollections(value: Json, known: Known, reader: Reader): readonly Listed[] | undefined {
  if (value.kind !== "array") return reader.wrong("collections", value, "config.want-collections");
  return value.items.map((item, index) => {
    const object = reader.object(`collections[${index}]`, item, "config.want-collection");
    // What is no collection keeps its place, so that the others keep their numbers.
    return object
      ? readCollection(object, known, reader)
      : { collection: nothing, places: placesOf(item.span) };
  });
}

const nothing: Collection = {
  include: [],
  exclude: [],
  template: undefined,
  fileName: undefined,
  statuses: undefined,
  fields: {},
  rules: {},
  since: undefined,
  baseline: undefined,
};

const placesOf = (whole: Span): CollectionPlaces => ({
  whole,
  include: [],
  template: undefined,
  baseline: undefined,
});

function readCollection(object: JsonObject, known: Known, reader: Reader): Listed {
  const members = reader.members(object, collectionKeys);
  const of = <T>(
    key: keyof typeof collectionKeys,
    readValue: (value: Json) => T | undefined,
  ): T | undefined => {
    const member = members.get(key);
    return member && readValue(member.value);
  };
  const include = of("include", (value) => readGlobs("include", value, reader));
  const exclude = of("exclude", (value) => readGlobs("exclude", value, reader));
  // Where the key is only misspelt, that was told.
  if (!members.has("include") && !object.members.some(({ key }) => isInclude(key)))
    reader.tell({ start: object.span.start, end: object.span.start + 1 }, message("config.no-include"));
  const template = of("template", (value) => readTemplateName(value, known, reader));
  const baseline = of("baseline", (value) => reader.text("baseline", value, "config.want-text"));
  return {
    collection: {
      include: include?.map(({ text }) => text) ?? [],
      exclude: exclude?.map(({ text }) => text) ?? [],
      template,
      fileName: of("fileName", (value) => readPattern(value, reader)),
      statuses: of("statuses", (value) => readStatuses(value, reader)),
      fields: of("fields", (value) => readFields(value, reader)) ?? {},
      rules: of("rules", (value) => readRules(value, known, reader)) ?? {},
      since: of("since", (value) => readDate(value, reader)),
      baseline,
    },
    places: {
      whole: members.values().next().value?.keySpan ?? object.span,
      include: include?.map(({ span }) => span) ?? [],
      template: template === undefined ? undefined : members.get("template")?.value.span,
      baseline: baseline === undefined ? undefined : members.get("baseline")?.value.span,
    },
  };
}

const isInclude = (key: string): boolean => nearest(key, Object.keys(collectionKeys)) === "include";

function readGlobs(key: "include" | "exclude", value: Json, reader: Reader): readonly Placed[] | undefined {
  if (key === "include" && !reader.filled(key, value, "config.want-globs")) return undefined;
  const globs = reader.texts(key, value, "config.want-globs", true);
  return globs?.filter(({ text, span }) => {
    const fault = globFault(text);
    if (fault) reader.tell(span, fault);
    return !fault;
  });
}

function readTemplateName(value: Json, { presetNames }: Known, reader: Reader): string | undefined {
  const template = reader.text("template", value, "config.want-text");
  if (!template?.startsWith(presetPrefix)) return template;
  const name = template.slice(presetPrefix.length);
  if (presetNames.includes(name)) return template;
  reader.unknown(value.span, name, presetNames, {
    plain: message("config.unknown-preset", { name, names: presetNames.join(", ") }),
    near: (meant) => message("config.unknown-preset-near", { name, meant }),
    instead: (meant) => presetPrefix + meant,
  });
  return undefined;
}

function readPattern(value: Json, reader: Reader): string | undefined {
  const pattern = reader.text("fileName", value, "config.want-text");
  if (pattern === undefined || parsePattern(pattern)) return pattern;
  const part = pattern
    .match(/\{[^{}]*\}?|\}|\\/g)
    ?.find((one) => !/^\{(?:date(?::YYYYMMDD)?|number(?::[1-9])?|title)\}$/.test(one));
  return reader.tell(
    value.span,
    part === undefined ? message("config.no-name", { pattern }) : message("config.bad-pattern", { part }),
  );
}

function readDate(value: Json, reader: Reader): string | undefined {
  const day = reader.text("since", value, "config.want-text");
  if (day === undefined || isDay(day)) return day;
  return reader.tell(value.span, message("config.bad-date", { value: day }));
}
