import {
  defaultPattern,
  formatName,
  nextNumber,
  numberedSegment,
  parsePattern,
  type NamePattern,
} from "../template/name-pattern.ts";
import { patternOfNames, patternOfTemplateName } from "../template/name-guess.ts";
import type { Template } from "../template/template.ts";
import type { Files } from "./files.ts";
import { freeName } from "./free-name.ts";
import { isTemplateName, looksLikeTemplateFolder } from "./template-names.ts";
import { nameOf, under } from "./uris.ts";

/** A name for a new document, as a path from the folder that it is for. */
export interface NewName {
  readonly name: string;
  /** The next free name, where `name` is taken. */
  readonly free: string | undefined;
}

/**
 * The name that a new document gets in a folder. A number is the next one there; what is taken gets `-2`, `-3`, … in
 * the segment that tells documents apart.
 */
export async function nameForNew(
  pattern: NamePattern,
  { title, date }: { readonly title: string; readonly date: string },
  folder: string,
  files: Pick<Files, "listFolder" | "entriesOf">,
): Promise<NewName> {
  const { segments } = pattern;
  const isFile = (index: number): boolean => index === segments.length - 1;
  const namesIn = async (path: readonly string[], index: number): Promise<readonly string[]> => {
    const place = path.length === 0 ? folder : under(folder, ...path);
    if (isFile(index)) return files.listFolder(place);
    return (await files.entriesOf(place)).map(({ name }) => name);
  };
  const partsFor = (number: number): readonly string[] =>
    formatName(pattern, { title, date, number }).split("/");

  const numbered = numberedSegment(pattern);
  const before = partsFor(0).slice(0, Math.max(0, numbered));
  const number = numbered < 0 ? 0 : nextNumber(pattern, await namesIn(before, numbered));
  const parts = partsFor(number);
  const telling = segments.findLastIndex((all) =>
    all.some(({ kind }) => kind === "title" || kind === "number"),
  );
  const index = telling < 0 ? segments.length - 1 : telling;
  const own = parts[index] ?? "";
  const free = freeName(own, await namesIn(parts.slice(0, index), index));
  return {
    name: parts.join("/"),
    free: free === own ? undefined : parts.with(index, free).join("/"),
  };
}

/**
 * How a new document is named that is the file `fileName` in a folder of its own, by the names of the folders beside
 * it: with a number where they have one.
 */
export function patternInFolders(fileName: string, beside: readonly string[]): NamePattern {
  const folders = beside.filter((name) => !name.includes(".") && !looksLikeTemplateFolder(name));
  const like = patternOfNames(folders.map((name) => `${name}.md`));
  const folder = like?.source.replace(/\.md$/, "") ?? "{title}";
  return parsePattern(`${folder}/${fileName}`) ?? defaultPattern;
}

/**
 * How a new document is named where no configuration says so: as the name of the team's template shows, else as the
 * documents beside it are, else as the built-in template asks. Where that one governs, it asks itself.
 */
export function customaryPattern({ uri, doc }: Template, beside: readonly string[]): NamePattern {
  if (uri === undefined || doc.text.includes("-design.md")) return defaultPattern;
  const documents = beside.filter(
    (name) => /\.md$/i.test(name) && !isTemplateName(name) && !/^(?:readme|index)\./i.test(name),
  );
  return patternOfTemplateName(nameOf(uri)) ?? patternOfNames(documents) ?? defaultPattern;
}
