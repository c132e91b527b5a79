import {
  addCollections,
  literalGlob,
  newConfigText,
  type CollectionEntry,
  type ConfigPlace,
} from "../config/edit-config.ts";
import { presetPrefix } from "../config/keys.ts";
import { emptyConfig, parseConfig, parsePackage } from "../config/parse-config.ts";
import type { Config } from "../config/config.ts";
import { message, type Message } from "../messages/message.ts";
import type { Settings } from "../settings/settings.ts";
import { patternOfNames, patternOfTemplateName } from "../template/name-guess.ts";
import { isPresetName, presetNames, presets, presetText, type PresetName } from "../template/presets.ts";
import type { Edit } from "../text/edit.ts";
import { matcher, plainGlob } from "./design-documents.ts";
import { customaryPresets, findDesignPlace, readDesignPlace, type DesignPlace } from "./design-place.ts";
import type { Files } from "./files.ts";
import { presetShapes } from "./preset-shapes.ts";
import { suggest } from "./suggestions.ts";
import { nameOf, parentOf, pathWithin, under } from "./uris.ts";

/** What somebody wants to have set up. */
export interface SetUpWish {
  /** The URI of the folder that the configuration is for. */
  readonly folder: string;
  /** Where it is absent, what is there says it. */
  readonly preset: PresetName | undefined;
  /** The path of the folder for documents; where it is absent, a customary one that is there, else the preset's. */
  readonly designFolder: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** What the settings include, as long as no configuration says it. */
  readonly settings: Pick<Settings, "include" | "exclude">;
}

/** What is to be written, of which nothing exists, and what is to be changed. */
export interface SetUpPlan {
  readonly create: readonly { readonly uri: string; readonly text: string }[];
  /** The configuration that is there, where it gets one more collection. */
  readonly change: SetUpChange | undefined;
  readonly notes: readonly Message[];
  /** The URI of the template. */
  readonly template: string;
  /** The path of the folder for documents. */
  readonly designFolder: string;
}

/** Edits of a file, of which `text` is what they were made for. */
export interface SetUpChange {
  readonly uri: string;
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** The plan, or why there is none. */
export type SetUpAnswer = { readonly plan: SetUpPlan } | { readonly refused: Message };

/** A configuration as it is now. */
interface Present {
  readonly uri: string;
  readonly text: string;
  readonly place: ConfigPlace;
  readonly config: Config;
}

/**
 * Plans the configuration with a collection, and a template to be edited where there is none. Nothing that exists is
 * overwritten; what is there is used, and said. Old documents are told quietly, as nobody wrote them for this.
 * `openText` gives the text of a file that is open.
 */
export async function planSetUp(
  wish: SetUpWish,
  files: Files,
  openText: (uri: string) => string | undefined = () => undefined,
): Promise<SetUpAnswer> {
  const { folder } = wish;
  const asked = wish.designFolder === undefined ? undefined : plainFolder(wish.designFolder);
  if (wish.designFolder !== undefined && asked === undefined) {
    const args = { folder: wish.designFolder, workspace: nameOf(folder) };
    return { refused: message("set-up.bad-folder", args) };
  }
  const found = await placeFor(folder, asked, wish.preset, files);
  const preset = wish.preset ?? (await presetLike(found, folder, files));
  const present = await presentConfig(folder, files, openText);
  const path = present && (pathWithin(folder, present.uri) ?? nameOf(present.uri));

  const notes: Message[] = [];
  const template = found.template ?? joined(found.path, "TEMPLATE.md");
  if (found.template !== undefined) notes.push(keptTemplate(found.template, wish.preset));
  const create =
    found.template === undefined
      ? [{ uri: under(folder, ...template.split("/")), text: textFor(preset, found.path) }]
      : [];
  const result = { template: under(folder, ...template.split("/")), designFolder: found.path };

  if (present?.config.collections?.some(({ include }) => takes(include, found))) {
    notes.push(message("set-up.collection-kept", { path: path ?? "", folder: shown(found.path) }));
    return { plan: { create, change: undefined, notes, ...result } };
  }
  if (found.documents.length > 0) {
    const args = { count: found.documents.length, folder: shown(found.path), date: wish.today };
    notes.push(message("set-up.since", args));
  }
  const entries = [collectionFor(found, template, preset, wish)];
  // What the settings include is no longer asked for once there are collections.
  if (present?.config.collections === undefined && (await hasOthers(wish, found, files))) {
    notes.push(message("set-up.others"));
    entries.push({ include: wish.settings.include, exclude: wish.settings.exclude });
  }
  if (!present) {
    const above = await configAbove(folder, files);
    if (above !== undefined) notes.push(message("set-up.above", { path: above }));
    const config = { uri: under(folder, configName), text: newConfigText(entries) };
    return { plan: { create: [config, ...create], change: undefined, notes, ...result } };
  }
  const edits = addCollections(present.text, entries, present.place);
  if (!edits) return { refused: message("set-up.config-broken", { path: path ?? "" }) };
  return { plan: { create, change: { uri: present.uri, text: present.text, edits }, notes, ...result } };
}

const configName = ".design-docs.json";
const packageName = "package.json";

/** The configuration that has held for a folder so far, as a path upwards; not beyond its repository. */
async function configAbove(folder: string, files: Files): Promise<string | undefined> {
  const known = { ruleIds: [], presetNames };
  let up = "";
  for (let place = folder; ; place = parentOf(place), up += "../") {
    if (place !== folder) {
      if ((await files.readFile(under(place, configName))) !== undefined) return up + configName;
      const packed = await files.readFile(under(place, packageName));
      if (packed !== undefined && parsePackage(packed, known)) return up + packageName;
    }
    const isTop = place === parentOf(place) || (await files.kindOf(under(place, ".git"))) !== undefined;
    if (isTop) return undefined;
  }
}

/** A path as globs have it; nothing for one that leads out of the folder. */
function plainFolder(path: string): string | undefined {
  const segments = path
    .replaceAll("\\", "/")
    .split("/")
    .filter((segment, index) => segment !== "." && (segment !== "" || index === 0));
  if (segments[0] === "" && segments.length > 1) return undefined;
  if (segments.some((segment) => segment === ".." || segment.includes(":"))) return undefined;
  return segments.join("/");
}

const joined = (folder: string, name: string): string => (folder === "" ? name : `${folder}/${name}`);
const shown = (path: string): string => (path === "" ? "." : path);

async function placeFor(
  folder: string,
  asked: string | undefined,
  preset: PresetName | undefined,
  files: Files,
): Promise<DesignPlace> {
  if (asked !== undefined) return readDesignPlace(folder, asked, files);
  const found = await findDesignPlace(folder, preset, files);
  return found ?? readDesignPlace(folder, presets[preset ?? "design-doc"].folder, files);
}

/** The preset that the newest document of a place is like, else the one that is customary there. */
async function presetLike(
  { path, documents }: DesignPlace,
  folder: string,
  files: Files,
): Promise<PresetName> {
  const usual = customaryPresets(path)[0] ?? "design-doc";
  const newest = documents.at(-1);
  const document = newest === undefined ? undefined : under(folder, ...joined(path, newest).split("/"));
  const text = document === undefined ? undefined : await files.readFile(document);
  if (document === undefined || text === undefined) return usual;
  const found = await suggest({ document, text, folder, presets: presetShapes() }, files);
  const name = found?.template?.startsWith(presetPrefix) ? found.template.slice(presetPrefix.length) : "";
  return isPresetName(name) ? name : usual;
}

async function presentConfig(
  folder: string,
  files: Files,
  openText: (uri: string) => string | undefined,
): Promise<Present | undefined> {
  // Only its collections are asked for, and those hang on neither.
  const known = { ruleIds: [], presetNames };
  const textOf = async (uri: string): Promise<string | undefined> => openText(uri) ?? files.readFile(uri);
  const uri = under(folder, configName);
  const text = await textOf(uri);
  if (text !== undefined) {
    const config = text.trim() === "" ? emptyConfig : parseConfig(text, known).config;
    return { uri, text, place: "file", config };
  }
  const manifest = under(folder, packageName);
  const packed = await textOf(manifest);
  const parsed = packed === undefined ? undefined : parsePackage(packed, known);
  return packed !== undefined && parsed
    ? { uri: manifest, text: packed, place: "package", config: parsed.config }
    : undefined;
}

const keptTemplate = (path: string, preset: PresetName | undefined): Message =>
  preset === undefined
    ? message("set-up.template-kept", { path })
    : message("set-up.template-instead", { path, preset });

/** The preset's text with the folder in it that its documents go to. */
const textFor = (preset: PresetName, folder: string): string =>
  presetText(preset).replaceAll(`\`${presets[preset].folder}/\``, `\`${folder === "" ? "." : folder}/\``);

/** Whether globs take the documents of a place: one that is there, or one that could be. */
function takes(include: readonly string[], { path, documents, inFolders }: DesignPlace): boolean {
  const isTaken = matcher(include);
  const some = documents[0] ?? (inFolders ? "0001-a/README.md" : "2026-01-01-a-design.md");
  return isTaken(joined(path, some));
}

function collectionFor(
  { path, documents, inFolders, template: found }: DesignPlace,
  template: string,
  preset: PresetName,
  wish: SetUpWish,
): CollectionEntry {
  const at = (glob: string): string => joined(literalGlob(path), glob);
  const globs = inFolders
    ? { include: [at("**/README.md")], exclude: [at("README.md")] }
    : path === ""
      ? { include: ["*.md"], exclude: ["README.md", "index.md", "CHANGELOG.md", "CONTRIBUTING.md"] }
      : { include: [at("**/*.md")], exclude: [at("**/README.md"), at("**/index.md")] };
  const names = documents.filter((one) => !one.includes("/"));
  const custom = found === undefined || wish.preset !== undefined ? presets[preset].fileName : undefined;
  const fileName =
    documents.length > 0
      ? patternOfNames(names)?.source
      : ((found === undefined ? undefined : patternOfTemplateName(nameOf(template))?.source) ?? custom);
  return {
    ...globs,
    template,
    // A form that people follow in part only would be asked of the rest.
    ...(fileName !== undefined && !inFolders && { fileName }),
    ...(documents.length > 0 && { since: wish.today }),
  };
}

/** Whether the settings include documents outside of a place. */
async function hasOthers(
  { folder, settings }: SetUpWish,
  { path }: DesignPlace,
  files: Files,
): Promise<boolean> {
  const query = {
    include: settings.include.map(plainGlob),
    exclude: settings.exclude.map(plainGlob),
    limit: 1000,
  };
  const all = await files.findFiles(query, [folder]);
  const inner = path === "" ? folder : under(folder, ...path.split("/"));
  return all.some((uri) => {
    const own = pathWithin(inner, uri);
    return own === undefined || (path === "" && own.includes("/"));
  });
}
