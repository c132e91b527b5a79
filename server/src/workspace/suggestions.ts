import { literalGlob } from "../config/edit-config.ts";
import { parseDocument } from "../syntax/parse-document.ts";
import { acceptedNames, headingKeys, keyOf } from "../template/names.ts";
import type { Files } from "./files.ts";
import { placeOn, type KnownPlace } from "./known-places.ts";
import { looksLikeTemplate, looksLikeTemplateFolder } from "./template-names.ts";
import { nameOf, parentOf, pathWithin, under } from "./uris.ts";

/** What could be written into a configuration, since files look as if they were design documents. */
export interface Suggestion {
  /** The folder of the documents, relative to the workspace folder; paths and globs here are, too. */
  readonly folder: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** The path of the template that was found, or `preset:NAME`; absent where only the place is customary. */
  readonly template: string | undefined;
  /** The file that was asked about is the template itself. */
  readonly isTemplate: boolean;
}

/** A preset as far as documents are compared with it. */
export interface PresetShape {
  readonly name: string;
  readonly titles: readonly string[];
}

export interface SuggestionQuery {
  readonly document: string;
  readonly text: string;
  /** The URI of the workspace folder. */
  readonly folder: string;
  readonly presets: readonly PresetShape[];
}

/**
 * What to suggest for a Markdown file that no rule calls a design document: a template beside it or above it that
 * it follows, a preset that it follows in a customary place, or the place alone. Nothing where the file looks like
 * something else. It is for the host to ask only of files that nobody has left out on purpose.
 */
export async function suggest(
  { document, text, folder, presets }: SuggestionQuery,
  files: Pick<Files, "readFile" | "entriesOf">,
): Promise<Suggestion | undefined> {
  const folders = pathWithin(folder, parentOf(document))
    ?.split("/")
    .filter((name) => name !== "");
  if (folders === undefined || folders.some(isHidden)) return undefined;
  const known = placeOn(folders);
  const name = nameOf(document);
  if (looksLikeTemplate(name) || (isReadme(name) && looksLikeTemplateFolder(folders.at(-1) ?? "")))
    return known && ofTemplate(document, folder, folders.slice(0, known.length), files);
  if (isOther.test(name)) return undefined;
  const base = known ? folders.slice(0, known.length) : folders;
  // A read-me file is a design only as the one document in a folder of its own.
  const isFolder = isReadme(name);
  if (isFolder && base.length === folders.length) return undefined;

  const titles = titlesOf(text);
  const found = await followed(titles, await templatesFor(folder, folders, known?.length, files), files);
  const template = found === undefined ? undefined : pathWithin(folder, found);
  const preset = known && bestPreset(titles, known.place, presets);
  if (template === undefined && (known === undefined || known.place.needsTemplate === true)) return undefined;
  if (template === undefined && preset === undefined && isFolder) return undefined;
  return {
    folder: base.join("/"),
    ...(await globsFor(folder, base, folders.length === base.length, isFolder, files)),
    template: template ?? (preset === undefined ? undefined : `preset:${preset}`),
    isTemplate: false,
  };
}

async function ofTemplate(
  document: string,
  folder: string,
  base: readonly string[],
  files: Pick<Files, "entriesOf">,
): Promise<Suggestion> {
  const template = pathWithin(folder, document) ?? "";
  const isFolder = isReadme(nameOf(document));
  const globs = await globsFor(folder, base, template.split("/").length === base.length + 1, isFolder, files);
  return { folder: base.join("/"), ...globs, template, isTemplate: true };
}

async function globsFor(
  folder: string,
  base: readonly string[],
  isFlat: boolean,
  isFolder: boolean,
  files: Pick<Files, "entriesOf">,
): Promise<Pick<Suggestion, "include" | "exclude">> {
  const at = (path: string): string => [...base.map(literalGlob), path].join("/");
  const beside = (await files.entriesOf(under(folder, ...base))).map(({ name }) => name);
  if (isFolder) {
    const own = beside.filter(isReadme).map((name) => at(literalGlob(name)));
    return { include: [at("**/README.md")], exclude: own };
  }
  if (!isFlat) return { include: [at("**/*.md")], exclude: [at("**/README.md"), at("**/index.md")] };
  const others = beside.filter((name) => isReadme(name) || isOther.test(name));
  return { include: [at("*.md")], exclude: others.map((name) => at(literalGlob(name))) };
}

// More than any folder has; what is behind them is not looked at.
const mostTemplates = 10;

/**
 * The URIs of what may be the template, the nearest first: beside the document, and where its place is customary
 * also in the folders above it, and in folders for templates there.
 */
async function templatesFor(
  folder: string,
  folders: readonly string[],
  placeLength: number | undefined,
  files: Pick<Files, "entriesOf">,
): Promise<readonly string[]> {
  const found: string[] = [];
  const outermost = placeLength === undefined ? folders.length : Math.max(0, placeLength - 1);
  for (let length = folders.length; length >= outermost; length--) {
    const place = under(folder, ...folders.slice(0, length));
    const entries = await files.entriesOf(place);
    const named = (kind: "file" | "folder", test: (name: string) => boolean): readonly string[] =>
      entries
        .filter((entry) => entry.kind === kind && test(entry.name))
        .map(({ name }) => under(place, name));
    found.push(...named("file", looksLikeTemplate));
    if (placeLength === undefined) continue;
    found.push(...named("folder", looksLikeTemplateFolder).map((uri) => under(uri, "README.md")));
    for (const templates of named("folder", (name) => /^[._]?templates?$/i.test(name))) {
      const inner = (await files.entriesOf(templates)).filter(
        ({ kind, name }) => kind === "file" && /\.md$/i.test(name),
      );
      found.push(...inner.filter(({ name }) => !isReadme(name)).map(({ name }) => under(templates, name)));
    }
  }
  return found.slice(0, mostTemplates);
}

/** The template of which a document has most sections; of several, the nearest. */
async function followed(
  titles: readonly string[],
  templates: readonly string[],
  files: Pick<Files, "readFile">,
): Promise<string | undefined> {
  let best: { readonly uri: string; readonly share: number } | undefined;
  for (const uri of templates) {
    const text = await files.readFile(uri);
    if (text === undefined) continue;
    const share = likeness(titles, titlesOf(text), titles.length < 2);
    if (share > (best?.share ?? 0)) best = { uri, share };
  }
  return best?.uri;
}

function bestPreset(
  titles: readonly string[],
  { presets: customary }: KnownPlace,
  presets: readonly PresetShape[],
): string | undefined {
  const ranked = customary
    .map((name) => ({
      name,
      share: likeness(titles, presets.find((one) => one.name === name)?.titles ?? [], false),
    }))
    .toSorted((a, b) => b.share - a.share);
  const [first] = ranked;
  return first !== undefined && first.share > 0 ? first.name : undefined;
}

/** Below this share of common sections two texts are not of one kind. */
const leastShare = 0.3;

/**
 * The share of sections that a document has in common with a template, from 0 to 1: 0 where they are too few to
 * tell. A document that has only been begun (`isBegun`) may follow any template.
 */
function likeness(document: readonly string[], template: readonly string[], isBegun: boolean): number {
  if (template.length === 0) return 0;
  const keys = new Set(document.flatMap(headingKeys));
  const common = template.filter((title) =>
    acceptedNames(title).some((name) => headingKeys(name).some((key) => keys.has(key))),
  ).length;
  if (isBegun) return Math.max(common / template.length, Number.MIN_VALUE);
  const share = common / Math.min(document.length, template.length);
  return common >= Math.min(2, template.length) && share >= leastShare ? share : 0;
}

/** The headings of a text without its title. */
function titlesOf(text: string): readonly string[] {
  const { sections } = parseDocument(text);
  const [first] = sections;
  const below =
    first !== undefined && sections.every(({ depth, index }) => index === 0 || depth > first.depth);
  return sections
    .slice(below ? 1 : 0)
    .map(({ title }) => title)
    .filter((title) => keyOf(title) !== "");
}

const isReadme = (name: string): boolean => /^readme\.md$/i.test(name);

/** Markdown that tells of the folder and is no document in it. */
const isOther =
  /^(?:_?index|changelog|contributing|code_of_conduct|governance|license|security|summary|_sidebar|toc)\.md$/i;

const isHidden = (name: string): boolean =>
  name.startsWith(".") || name === "node_modules" || name === "vendor";
