import { successionIn, type Succession } from "../facts/succession.ts";
import { stageOf } from "../service.ts";
import { parseDocument } from "../syntax/parse-document.ts";
import type { Document } from "../syntax/document.ts";
import { align } from "../template/align.ts";
import { keyOf } from "../template/names.ts";
import type { Stage } from "../template/status.ts";
import type { Template } from "../template/template.ts";

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
  readonly related: readonly {
    readonly relation: Succession;
    readonly words: string;
    readonly url: string | undefined;
  }[];
}

// Headers stand before the first section; the rest of a document need not be parsed for them.
const headLength = 4000;
const mostDefinitions = 200;

/**
 * The piece of a text that {@link readHead} is given: what stands before the first section, at most 4000 UTF-16
 * code units, and the link definitions of all of the text, since a header may refer to them.
 */
export function headOf(text: string): string {
  const head = (/^[^]*?(?=\n##\s)/.exec(text)?.[0] ?? text).slice(0, headLength);
  // Without a reference there is nothing to define.
  if (!/\][^(]/.test(head) || head.length === text.length) return head;
  const definitions = text.slice(head.length).match(/^ {0,3}\[[^[\]\r\n]{1,200}\]:[ \t]*\S{1,500}/gm) ?? [];
  return [head, ...definitions.slice(0, mostDefinitions)].join("\n\n");
}

/** What a document's beginning says. */
export function readHead(head: string, template: Template): Head {
  const doc = parseDocument(head);
  const alignment = align(doc, template);
  const title = alignment.title?.title ?? "";
  const status = alignment.fields.find(({ wanted }) => wanted.shape === "status")?.field?.value ?? "";
  return {
    title: title === template.title ? "" : title,
    status,
    stage: stageOf({ alignment, template }),
    handles: handlesOf(doc, template),
    related: successionIn({ doc, alignment }).map(({ relation, words, url }) => ({ relation, words, url })),
  };
}

function handlesOf(doc: Document, template: Template): readonly string[] {
  const wanted = template.fields.filter((field) => field.shape === "handles");
  const placeholders = new Set(wanted.flatMap((field) => handlesIn(field.value)));
  return doc.header.fields
    .filter((field) => wanted.some((one) => keyOf(one.key) === keyOf(field.key)))
    .flatMap((field) => handlesIn(field.value))
    .filter((handle) => !placeholders.has(handle));
}

const handlesIn = (value: string): readonly string[] =>
  Array.from(value.matchAll(/(?<![\w.])@[A-Za-z0-9][\w-]*(?:[./][\w-]+)*/g), ([handle]) => handle);
