import { literalGlob } from "../config/edit-config.ts";
import { isPresetName, presets, type PresetName } from "../template/presets.ts";
import type { Files } from "./files.ts";
import { placeOn } from "./known-places.ts";
import {
  isTemplateName,
  looksLikeTemplate,
  looksLikeTemplateFolder,
  templateAmong,
} from "./template-names.ts";
import { nameOf, pathWithin, under } from "./uris.ts";

/** What a folder for design documents has already. Paths are relative to the folder around. */
export interface DesignPlace {
  readonly path: string;
  /** The path of the template for the documents there. */
  readonly template: string | undefined;
  /** The template is that of documents which are folders themselves, as `NNNN-template/README.md`. */
  readonly inFolders: boolean;
  /** The paths of the documents, from `path`. */
  readonly documents: readonly string[];
}

// By custom, the likeliest first. Where teams have several of them, the first one with documents counts.
const customary = [
  "docs/designs",
  "docs/design",
  "docs/design-docs",
  "designs",
  "design-docs",
  "docs/adr",
  "docs/adrs",
  "docs/decisions",
  "docs/architecture/decisions",
  "doc/adr",
  "architecture/decisions",
  "adr",
  "adrs",
  "decisions",
  "rfcs",
  "docs/rfcs",
  "rfc",
  "docs/rfc",
  "text",
  "keps",
  "enhancements",
  "proposals",
  "docs/proposals",
];

/** The presets that documents in a folder are like by custom, the likeliest first. */
export const customaryPresets = (path: string): readonly PresetName[] =>
  (placeOn(path.split("/"))?.place.presets ?? []).filter(isPresetName);

/**
 * The first customary place below a folder that has documents or a template; with a preset, the first one for its
 * kind. Nothing where there is none.
 */
export async function findDesignPlace(
  folder: string,
  preset: PresetName | undefined,
  files: Files,
): Promise<DesignPlace | undefined> {
  const own = preset === undefined ? [] : [presets[preset].folder];
  for (const path of [...own, ...customary]) {
    const fits = preset === undefined || own.includes(path) || customaryPresets(path)[0] === preset;
    if (!fits || (await files.kindOf(under(folder, ...path.split("/")))) !== "folder") continue;
    const place = await readDesignPlace(folder, path, files);
    const needsTemplate = placeOn(path.split("/"))?.place.needsTemplate === true;
    if (place.template !== undefined || (place.documents.length > 0 && !needsTemplate)) return place;
  }
  return undefined;
}

// More than these say nothing new.
const mostDocuments = 500;

/** What the folder at `path` has; empty for one that is not there. */
export async function readDesignPlace(folder: string, path: string, files: Files): Promise<DesignPlace> {
  const segments = path === "" ? [] : path.split("/");
  const uri = segments.length === 0 ? folder : under(folder, ...segments);
  const found = await templateIn(uri, folder, segments, files);
  // Editors look for files from a workspace folder only.
  const include = [segments.length === 0 ? "*.md" : `${literalGlob(path)}/**/*.md`];
  const all = await files.findFiles({ include, exclude: [], limit: mostDocuments }, [folder]);
  const inFolders = found !== undefined && /^readme\.md$/i.test(nameOf(found));
  const documents = all
    .flatMap((one) => pathWithin(uri, one) ?? [])
    .filter((one) => isDocument(one, inFolders))
    .toSorted();
  const template = found === undefined ? undefined : pathWithin(folder, found);
  return { path, template, inFolders, documents };
}

async function templateIn(
  uri: string,
  folder: string,
  segments: readonly string[],
  files: Files,
): Promise<string | undefined> {
  const entries = await files.entriesOf(uri);
  const names = entries.filter(({ kind }) => kind === "file").map(({ name }) => name);
  const name = templateAmong(names) ?? names.filter(looksLikeTemplate).toSorted()[0];
  if (name !== undefined) return under(uri, name);
  for (const entry of entries) {
    if (entry.kind !== "folder" || !looksLikeTemplateFolder(entry.name)) continue;
    const inner = under(uri, entry.name, "README.md");
    if ((await files.kindOf(inner)) === "file") return inner;
  }
  // `text/` has its template in the folder around, as its name says nothing by itself.
  if (segments.length !== 1 || placeOn(segments)?.place.needsTemplate !== true) return undefined;
  const above = (await files.listFolder(folder)).filter(
    (one) => looksLikeTemplate(one) && !/^_?template\./i.test(one),
  );
  return above.length > 0 ? under(folder, above.toSorted()[0] ?? "") : undefined;
}

/** Whether a path is that of a document: no template, none of the files that tell of the folder. */
function isDocument(path: string, inFolders: boolean): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const isReadme = /^readme\.md$/i.test(name);
  if (inFolders) return isReadme && path.includes("/") && !path.split("/").some(looksLikeTemplateFolder);
  return !isReadme && !isTemplateName(name) && !looksLikeTemplate(name) && !/^index\.md$/i.test(name);
}
