import { successionIn, type Succession } from "../facts/succession.ts";
import type { Document } from "../syntax/document.ts";
import { parseDocument } from "../syntax/parse-document.ts";
import { alignFields } from "../template/align-fields.ts";
import { titleOf } from "../template/align-levels.ts";
import { keyOf } from "../template/names.ts";
import { headingParts } from "../template/parts.ts";
import { readStatus, stages, type Stage } from "../template/status.ts";
import type { Template, TemplateField } from "../template/template.ts";
import { digest } from "../text/digest.ts";
import { matchesOf } from "../text/matches.ts";

export { headOf } from "./head-piece.ts";

/** What stands in a document before its first section, as far as others want to know it. */
export interface Head {
  /** The H1, empty where there is none or it is still the template's. */
  readonly title: string;
  /** The status as written, empty where there is none. */
  readonly status: string;
  readonly stage: Stage;
  /** The handles in its header, each with `@`, without the template's placeholders. */
  readonly handles: readonly string[];
  /** What it supersedes and is superseded by, as its header writes it. */
  readonly related: readonly RelatedHead[];
}

/** A design that a header names; without a `url` there are words alone. */
export interface RelatedHead {
  readonly relation: Succession;
  readonly words: string;
  readonly url?: string | undefined;
}

/**
 * What a document's beginning says, which is what {@link headOf} takes of its text. No part of the head holds on to
 * that text.
 */
export function readHead(piece: string, template: Template): Head {
  const doc = parseDocument(piece);
  // Sections stand behind the header, so names are not compared.
  const fields = alignFields(template.fields, doc.header.fields);
  const title = titleOf(headingParts(doc), ({ title: name }) => keyOf(name), template)?.title ?? "";
  const status = fields.find(({ wanted }) => wanted.shape === "status")?.field?.value ?? "";
  const head: Head = {
    title: title === template.title ? "" : title,
    status,
    stage: readStatus(status, template.statuses)?.stage ?? "draft",
    handles: handlesOf(doc, template),
    related: successionIn({ doc, alignment: { fields } }).map(({ relation, words, url }) => ({
      relation,
      words,
      ...(url !== undefined && { url }),
    })),
  };
  // A piece of a string keeps the whole of it in memory. A copy does not, and is what is kept between two starts.
  return JSON.parse(JSON.stringify(head)) as Head;
}

function handlesOf(doc: Document, { fields }: Template): readonly string[] {
  const { keys, placeholders } = handleFields(fields);
  if (keys.size === 0) return [];
  return doc.header.fields
    .filter(({ key, value }) => value.includes("@") && keys.has(keyOf(key)))
    .flatMap((field) => handlesIn(field.value))
    .filter((handle) => !placeholders.has(handle));
}

interface HandleFields {
  readonly keys: ReadonlySet<string>;
  readonly placeholders: ReadonlySet<string>;
}

const handleFieldsOf = new WeakMap<readonly TemplateField[], HandleFields>();

/** The fields of a template in which handles stand, by their keys; made once a template. */
function handleFields(fields: readonly TemplateField[]): HandleFields {
  const known = handleFieldsOf.get(fields);
  if (known) return known;
  const wanted = fields.filter(({ shape }) => shape === "handles");
  const made: HandleFields = {
    keys: new Set(wanted.map(({ key }) => keyOf(key))),
    placeholders: new Set(wanted.flatMap(({ value }) => handlesIn(value))),
  };
  handleFieldsOf.set(fields, made);
  return made;
}

const handlesIn = (value: string): readonly string[] =>
  Array.from(matchesOf(value, /(?<![\w.])@[A-Za-z0-9][\w-]*(?:[./][\w-]+)*/g), ([handle]) => handle);

/** All of a template that {@link readHead} hangs on, in a few characters: equal ones give equal heads. */
export function templatePrint(template: Template): string {
  const known = prints.get(template);
  if (known !== undefined) return known;
  const { doc, title, fields, statuses } = template;
  const print = digest(JSON.stringify([doc.text, title, fields, statuses]));
  prints.set(template, print);
  return print;
}

const prints = new WeakMap<Template, string>();

/** Whether something from elsewhere has the shape of a head. */
export function isHead(value: unknown): value is Head {
  if (!isRecord(value)) return false;
  const { title, status, stage, handles, related } = value;
  return (
    typeof title === "string" &&
    typeof status === "string" &&
    stages.some((one) => one === stage) &&
    Array.isArray(handles) &&
    handles.every((handle) => typeof handle === "string") &&
    Array.isArray(related) &&
    related.every(isRelated)
  );
}

const isRelated = (value: unknown): boolean =>
  isRecord(value) &&
  (value["relation"] === "supersedes" || value["relation"] === "supersededBy") &&
  typeof value["words"] === "string" &&
  (value["url"] === undefined || typeof value["url"] === "string");

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
