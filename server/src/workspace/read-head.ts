import { dependenciesIn } from "../facts/dependencies.ts";
import type { About } from "../facts/facts.ts";
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
import { isAbout, namesAuthor, readAbout } from "./read-about.ts";
import { passingBy } from "../text/memory.ts";
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
  /** What it depends on or is related to. Absent where there is nothing. */
  readonly depends?: readonly NamedHead[];
  /** What lists say of it. Absent where its header says nothing of that. */
  readonly about?: About;
}

/** A design that a header names as one before or behind its own. */
export interface RelatedHead extends NamedHead {
  readonly relation: Succession;
}

/** A design that a header names; without a `url` there are words alone. */
export interface NamedHead {
  readonly words: string;
  readonly url?: string | undefined;
}

/**
 * What a document's beginning says, which is what {@link headOf} takes of its text. No part of the head holds on to
 * that text.
 */
export const readHead = (piece: string, template: Template): Head => passingBy(() => headIn(piece, template));

function headIn(piece: string, template: Template): Head {
  const doc = parseDocument(piece);
  // Sections stand behind the header, so names are not compared.
  const fields = alignFields(template.fields, doc.header.fields);
  const title = titleOf(headingParts(doc), ({ title: name }) => keyOf(name), template)?.title ?? "";
  const status = fields.find(({ wanted }) => wanted.shape === "status")?.field?.value ?? "";
  const headed = { doc, alignment: { fields } };
  const handles = handlesOf(doc, template);
  const reviewers = handles.filter(({ isReviewer }) => isReviewer).map(({ handle }) => handle);
  const known = readStatus(status, template.statuses);
  const word = known && known.name !== status ? { statusWord: known.name } : {};
  const about = { ...readAbout(headed, reviewers), ...word };
  const depends = dependenciesIn(headed);
  const head: Head = {
    title: title === template.title ? "" : title,
    status,
    stage: known?.stage ?? "draft",
    handles: handles.map(({ handle }) => handle),
    related: successionIn(headed).map((one) => ({ relation: one.relation, ...asNamed(one) })),
    ...(depends.length > 0 && { depends: depends.map(asNamed) }),
    ...(Object.keys(about).length > 0 && { about }),
  };
  // A piece of a string keeps the whole of it in memory. A copy does not, and is what is kept between two starts.
  return JSON.parse(JSON.stringify(head)) as Head;
}

const asNamed = ({ words, url }: NamedHead): NamedHead => ({ words, ...(url !== undefined && { url }) });

/** The handles in the fields that the template has for them, without its placeholders, each with its field. */
function handlesOf(doc: Document, { fields }: Template): readonly Handle[] {
  const { keys, placeholders } = handleFields(fields);
  if (keys.size === 0) return [];
  return doc.header.fields.flatMap((field) => {
    if (!field.value.includes("@") || !keys.has(keyOf(field.key))) return [];
    const isReviewer = !namesAuthor(field);
    return handlesIn(field.value)
      .filter((handle) => !placeholders.has(handle))
      .map((handle) => ({ handle, isReviewer }));
  });
}

interface Handle {
  readonly handle: string;
  /** It stands in no field that names the author. */
  readonly isReviewer: boolean;
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
  const { title, status, stage, handles, related, depends, about } = value;
  return (
    typeof title === "string" &&
    typeof status === "string" &&
    stages.some((one) => one === stage) &&
    Array.isArray(handles) &&
    handles.every((handle) => typeof handle === "string") &&
    Array.isArray(related) &&
    related.every(isRelated) &&
    (depends === undefined || (Array.isArray(depends) && depends.every(isNamed))) &&
    (about === undefined || isAbout(about))
  );
}

const isRelated = (value: unknown): boolean =>
  isRecord(value) &&
  (value["relation"] === "supersedes" || value["relation"] === "supersededBy") &&
  isNamed(value);

const isNamed = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value["words"] === "string" &&
  (value["url"] === undefined || typeof value["url"] === "string");

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
