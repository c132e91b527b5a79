import type { Settings } from "../settings/settings.ts";
import type { ConfigFile } from "./config-file.ts";
import { plainGlob } from "./design-documents.ts";
import type { Files } from "./files.ts";
import { canonical, pathWithin } from "./uris.ts";

// Many times what the largest collections of designs have, and little enough to read in the background.
const mostDocuments = 50_000;

/**
 * Canonical URIs, sorted, of the files in a folder that may be design documents: by settings, where no configuration
 * says otherwise, and by the configurations that hold there. Whether one of them is a design document has still to
 * be asked, since an inner configuration counts more than an outer one.
 */
export async function listDocuments(
  folder: string,
  settings: Pick<Settings, "include" | "exclude">,
  configs: readonly ConfigFile[],
  files: Pick<Files, "findFiles">,
): Promise<readonly string[]> {
  const include = configs.flatMap((config) => globsWithin(folder, config));
  const queries = [
    { include: settings.include.map(plainGlob), exclude: settings.exclude.map(plainGlob) },
    ...(include.length > 0 ? [{ include: [...new Set(include)], exclude: ["**/node_modules/**"] }] : []),
  ];
  const found = await Promise.all(
    queries.map((query) => files.findFiles({ ...query, limit: mostDocuments }, [folder])),
  );
  return [...new Set(found.flat().map(canonical))].toSorted();
}

/** The globs of a configuration's documents, from a folder in which it lies or that lies in its folder. */
export function globsWithin(folder: string, { folder: own, claims = [] }: ConfigFile): readonly string[] {
  const include = claims.flatMap(({ collection }) => collection.include);
  const prefix = pathWithin(folder, own);
  // From a folder below, globs are another thing; all Markdown files are asked for, and each is looked at.
  if (prefix === undefined) return include.length > 0 ? ["**/*.{md,markdown,mdx}"] : [];
  return include.map((glob) => prefixed(prefix, plainGlob(glob)));
}

/** A glob below a path. Characters that globs read otherwise have a wildcard in their place, which finds more. */
export const prefixed = (path: string, glob: string): string =>
  path === "" ? glob : `${path.replace(/[[\]{}()*?!+@\\,]/g, "?")}/${glob}`;
