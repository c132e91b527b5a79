import {
  addCollections,
  everything,
  excludePath,
  literalGlob,
  setTemplate,
  turnOff,
  type CollectionEntry,
  type ConfigPlace,
} from "../config/edit-config.ts";
import type { Edit } from "../text/edit.ts";
import { configName } from "./config-file.ts";
import { isTemplateName } from "./template-names.ts";
import type { Suggestion } from "./suggestions.ts";
import { nameOf, parentOf, pathWithin, under } from "./uris.ts";

/** A file that holds a configuration, as it is now. */
export interface ConfigFile {
  readonly uri: string;
  readonly text: string;
  readonly place: ConfigPlace;
  /** How many collections it has; absent where it has no list of them, so that the settings decide. */
  readonly collections: number | undefined;
}

/** What stands around a document that somebody wants to have judged in another way. */
export interface Situation {
  readonly document: string;
  /** The URI of its workspace folder. */
  readonly folder: string;
  /** The nearest configuration at or above it. */
  readonly config: ConfigFile | undefined;
  /** The place of the collection that governs it in its configuration; absent where the settings or nobody does. */
  readonly collection: number | undefined;
  /** The globs that the settings have. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** The outermost folder around it, relative to `folder`, all of whose Markdown files the settings include. */
  readonly reach: string | undefined;
  /** Whether the settings include documents elsewhere, which a new configuration has to go on including. */
  readonly others: boolean;
}

/** What somebody wants. */
export type Wish =
  | { readonly kind: "adopt"; readonly suggestion: Suggestion }
  /** The URI of a file, `preset:NAME`, or nothing for the nearest one. */
  | { readonly kind: "template"; readonly template: string | undefined }
  | { readonly kind: "switchOff"; readonly scope: "document" | "folder" | "workspace" };

/** How a wish is fulfilled. */
export type Plan =
  /** By edits of the configuration, which is created where its text is absent; `collection` is to be shown. */
  | {
      readonly kind: "config";
      readonly uri: string;
      readonly text: string | undefined;
      readonly edits: readonly Edit[];
      readonly collection: number;
      readonly place: ConfigPlace;
      /** What was left out, where something was. */
      readonly glob?: string;
    }
  /** By one more glob in the setting `designDocs.exclude` of the workspace folder. */
  | { readonly kind: "setting"; readonly glob: string }
  /** Not at all: the file has a fault, or something else stands where we would write. */
  | { readonly kind: "refused"; readonly uri: string };

/** How `wish` is fulfilled. No text is changed that the wish is not about. */
export function planChange(situation: Situation, wish: Wish): Plan {
  if (wish.kind === "switchOff") return planOff(situation, wish.scope);
  if (wish.kind === "adopt") return planAdopt(situation, wish.suggestion);
  const { config, collection } = situation;
  const named = writtenTemplate(configFolder(situation), wish.template);
  if (config !== undefined && collection !== undefined)
    return edited(config, setTemplate(config.text, collection, named, config.place), collection);
  const within = [situation.reach ?? pathWithin(situation.folder, parentOf(situation.document)) ?? ""];
  const base = within.filter((path) => path !== "").map(literalGlob);
  const entry: CollectionEntry = {
    include: [[...base, "**/*.md"].join("/")],
    ...excluding(situation.exclude),
    ...(named === undefined ? {} : { template: named }),
  };
  return added(situation, entry);
}

function planAdopt(situation: Situation, { include, exclude, template }: Suggestion): Plan {
  return added(situation, {
    include,
    ...(exclude.length > 0 ? { exclude } : {}),
    ...(template === undefined ? {} : { template }),
  });
}

function planOff({ document, folder, config, collection }: Situation, scope: string): Plan {
  const globOf = (root: string): string => {
    const path = pathWithin(root, document) ?? nameOf(document);
    const inner = scope === "document" ? path : path.split("/").slice(0, -1).join("/");
    if (scope === "workspace" || inner === "") return everything;
    return scope === "document" ? literalGlob(inner) : `${literalGlob(inner)}/**`;
  };
  if (config === undefined || collection === undefined) return { kind: "setting", glob: globOf(folder) };
  const glob = globOf(parentOf(config.uri));
  const edits =
    scope === "workspace"
      ? turnOff(config.text, config.place)
      : excludePath(config.text, collection, glob, config.place);
  const plan = edited(config, edits, collection);
  return plan.kind === "config" ? { ...plan, glob } : plan;
}

/** Adds a collection, and where the settings have decided so far, one more for what they include. */
function added(situation: Situation, entry: CollectionEntry): Plan {
  const { config, include, exclude, others } = situation;
  const entries = [entry];
  if (others && config?.collections === undefined) entries.push({ include, ...excluding(exclude) });
  if (config === undefined) {
    const uri = under(situation.folder, configName);
    const edits = addCollections(undefined, entries, "file");
    return edits
      ? { kind: "config", uri, text: undefined, edits, collection: 0, place: "file" }
      : { kind: "refused", uri };
  }
  const edits = addCollections(config.text, entries, config.place);
  return edited(config, edits, config.collections ?? 0);
}

const edited = (
  { uri, text, place }: ConfigFile,
  edits: readonly Edit[] | undefined,
  collection: number,
): Plan => (edits ? { kind: "config", uri, text, edits, collection, place } : { kind: "refused", uri });

const configFolder = ({ config, folder }: Situation): string => (config ? parentOf(config.uri) : folder);

/** A template as a configuration names it: its path from the folder of the file, or the preset's own name. */
function writtenTemplate(from: string, template: string | undefined): string | undefined {
  if (template === undefined || template.startsWith("preset:")) return template;
  const steps: string[] = [];
  for (let place = from, below = ""; place !== below; below = place, place = parentOf(place)) {
    const path = pathWithin(place, template);
    if (path !== undefined) return [...steps, path].join("/");
    steps.push("..");
  }
  return template;
}

/** What settings exclude, as a collection has it: globs of nothing but templates go, which are no documents anyway. */
function excluding(globs: readonly string[]): Pick<CollectionEntry, "exclude"> {
  const exclude = globs.filter((glob) => !namesTemplatesOnly(glob));
  return exclude.length > 0 ? { exclude } : {};
}

function namesTemplatesOnly(glob: string): boolean {
  const name = glob.split("/").at(-1) ?? "";
  const choices = /^\{([^{}]*)\}(\.md)$/.exec(name);
  const names = choices ? (choices[1] ?? "").split(",").map((choice) => choice + (choices[2] ?? "")) : [name];
  return names.every(isTemplateName);
}
