import picomatch from "picomatch/posix.js";
import type { Collection, Known, ParsedConfig } from "../config/config.ts";
import { presetPrefix } from "../config/keys.ts";
import { parseConfig, parsePackage } from "../config/parse-config.ts";
import { pathRule, plainGlob, type PathRule } from "./design-documents.ts";
import { isTemplateName } from "./template-names.ts";
import { canonical, nameOf, parentOf, pathWithin, under } from "./uris.ts";

/** A configuration file that was found and read. The same object for as long as its text is the same. */
export interface ConfigFile {
  /** Canonical. */
  readonly uri: string;
  /** The folder that its paths and globs begin at. */
  readonly folder: string;
  readonly text: string;
  readonly parsed: ParsedConfig;
  /** Nothing where it does not speak of collections. */
  readonly claims: readonly Claim[] | undefined;
  /** Canonical URIs, in lower case, of what it names and what is therefore no design document. */
  readonly others: ReadonlySet<string>;
}

/** What a collection says about files. */
export interface Claim {
  readonly config: ConfigFile;
  readonly collection: Collection;
  /** As people count: the first one has 1. */
  readonly number: number;
  /** For paths from the folder of the file. */
  readonly rule: PathRule;
}

/** The name of a configuration file. */
export const configName = ".design-docs.json";

/** The file that may hold a configuration beside other things. */
export const packageName = "package.json";

/** Whether a file of this name may be a configuration. */
export const isConfigName = (name: string): boolean => name === configName || name === packageName;

/** Reads the text of a configuration file; nothing where it is a `package.json` that holds none. */
export function readConfigFile(uri: string, text: string, known: Known): ConfigFile | undefined {
  const parsed = nameOf(uri) === packageName ? parsePackage(text, known) : parseConfig(text, known);
  if (!parsed) return undefined;
  const folder = parentOf(canonical(uri));
  const { collections } = parsed.config;
  const file: ConfigFile = {
    uri: canonical(uri),
    folder,
    text,
    parsed,
    others: new Set(
      (collections ?? [])
        .flatMap(({ template, baseline }) => [templatePath(template), baseline])
        .flatMap((path) => (path === undefined ? [] : [namedBy(folder, path).toLowerCase()])),
    ),
    // The claims name their file, so they come to be when they are asked for first.
    get claims() {
      claims ??= collections?.map((collection, index) => claimOf(file, collection, index + 1));
      return claims;
    },
  };
  let claims: readonly Claim[] | undefined;
  return file;
}

const claimOf = (config: ConfigFile, collection: Collection, number: number): Claim => ({
  config,
  collection,
  number,
  rule: collectionRule(collection),
});

/** The path that a collection's `template` is; nothing where it names a preset or is absent. */
export const templatePath = (template: string | undefined): string | undefined =>
  template?.startsWith(presetPrefix) === true ? undefined : template;

/** The canonical URI of what a path in a configuration names. */
export const namedBy = (folder: string, path: string): string =>
  canonical(under(folder, path.replace(/^\/+/, "")));

/** As VS Code has it, and what teams write beside; other files are never design documents of a collection. */
const isMarkdown = (name: string): boolean =>
  /\.(?:md|markdown|mdx|mkd|mdown|mdwn|markdn|mdtext|mdtxt)$/i.test(name);

/** The first collection of a file that takes a document. */
export function claimOn(file: ConfigFile, uri: string): Claim | undefined {
  const path = pathWithin(file.folder, uri);
  const name = nameOf(uri);
  if (path === undefined || !isMarkdown(name) || isTemplateName(name)) return undefined;
  if (file.others.has(canonical(uri).toLowerCase())) return undefined;
  return file.claims?.find(({ rule }) => rule.includes(path));
}

/** A collection's rule. It reaches the folders from which its documents are counted, whatever they are called. */
function collectionRule({ include, exclude }: Collection): PathRule {
  const { includes, reaches } = pathRule({ include, exclude });
  const bases = include.map(baseOf).filter((base) => base !== "");
  const isWithin = (folder: string, base: string): boolean =>
    folder === base || folder.startsWith(`${base}/`);
  return {
    includes,
    reaches: (folder) => reaches(folder) || bases.some((base) => isWithin(folder.toLowerCase(), base)),
  };
}

/** The leading folders of a glob that hold no wildcard, in lower case; empty where there are none. */
export function baseOf(glob: string): string {
  const plain = plainGlob(glob);
  const { base, isGlob } = picomatch.scan(plain);
  const folders = isGlob ? base : plain.split("/").slice(0, -1).join("/");
  return folders === "." ? "" : folders.toLowerCase().replace(/\/+$/, "");
}
