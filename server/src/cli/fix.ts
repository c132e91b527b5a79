import { fixAll, type FixedAll, type Terms } from "../fix-all.ts";
import type { Analysis } from "../service.ts";
import { applyEdits } from "../text/edit.ts";
import type { Fixing } from "./args.ts";
import { reasonOf, type Document } from "./collect.ts";
import type { FileText, Host } from "./host.ts";
import { patchOf } from "./patch.ts";
import { isTemplateOf } from "./surroundings.ts";

/** A document after its fixes, or as it was where they could not be applied. */
export interface Outcome {
  /** Of the text that the file has now, in a dry run of the text that it would have. */
  readonly analysis: Analysis;
  /** How many fixes were applied, in a dry run how many would be. */
  readonly fixes: number;
  /** What would be written, as a unified diff. Only in a dry run. */
  readonly patch?: string;
  /** Why the file is left as it is. */
  readonly note?: string;
  /** Why the file could not be written. */
  readonly failure?: string;
}

/** The mark in front of a text that says it is UTF-8. It is no part of the document, and stays in the file. */
export const byteOrderMark = "\ufeff";

/** A text without its byte order mark. */
export const withoutMark = (text: string): string =>
  text.startsWith(byteOrderMark) ? text.slice(byteOrderMark.length) : text;

/** Applies the safe fixes of a document, given the analysis of its text without the byte order mark. */
export async function fixDocument(
  document: Document,
  file: FileText,
  analysis: Analysis,
  terms: Terms,
  fixing: Fixing,
  host: Host,
): Promise<Outcome> {
  const unchanged: Outcome = { analysis, fixes: 0 };
  if (fixing === "none") return unchanged;
  const fixed = fixAll(analysis, terms);
  if (fixed.fixes === 0) return unchanged;
  const { path, uri } = document;
  const hindrance = hindranceOf(document, file, analysis);
  if (hindrance !== undefined) return { ...unchanged, note: `${path}: the file is not fixed: ${hindrance}.` };

  const text = withEdits(file.text, fixed);
  const done: Outcome = { analysis: fixed.analysis, fixes: fixed.fixes };
  if (fixing === "show") return { ...done, patch: patchOf(path, file.text, text) };
  try {
    await host.writeText(uri, file.text, text);
    return done;
  } catch (error) {
    return { ...unchanged, failure: `${path}: the file cannot be written: ${reasonOf(error)}.` };
  }
}

/** The text of the file with edits of the document in it, whose offsets do not count a byte order mark. */
function withEdits(text: string, { edits }: FixedAll): string {
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : "";
  return mark + applyEdits(text.slice(mark.length), edits);
}

function hindranceOf(
  { uri, config }: Document,
  { exact }: FileText,
  { template }: Analysis,
): string | undefined {
  // A pattern of the shell names the template together with the documents beside it.
  if (isTemplateOf(uri, config) || template.uri === uri) return "it is a template";
  // What cannot be read as UTF-8 was replaced, and would be lost.
  if (!exact) return "it is not UTF-8, so writing it would lose bytes. Save it as UTF-8 first";
  return undefined;
}
