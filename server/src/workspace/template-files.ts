import { namedBy, templatePath, type ConfigFile } from "./config-file.ts";
import { isTemplateName } from "./template-names.ts";
import { canonical, nameOf, parentOf, pathWithin } from "./uris.ts";

/** Whether a configuration names this file as the template of one of its collections. */
export function namesAsTemplate(config: ConfigFile | undefined, uri: string): boolean {
  const own = canonical(uri).toLowerCase();
  return (
    config?.claims?.some(({ collection }) => {
      const path = templatePath(collection.template);
      return path !== undefined && namedBy(config.folder, path).toLowerCase() === own;
    }) === true
  );
}

/**
 * Whether a template can govern documents where it lies: its configuration names it, or documents may lie at or below
 * its folder. Files with the same names are templates of something else all over the world. `reaches` says it of a
 * folder where no configuration speaks of documents.
 */
export function governsHere(
  uri: string,
  config: ConfigFile | undefined,
  reaches: (folder: string) => boolean,
): boolean {
  if (namesAsTemplate(config, uri)) return true;
  if (!isTemplateName(nameOf(uri))) return false;
  const folder = parentOf(canonical(uri));
  if (!config?.claims) return reaches(folder);
  const path = pathWithin(config.folder, folder);
  return path !== undefined && config.claims.some((claim) => claim.rule.reaches(path));
}

/** Whether a file is a template, by its name or by the configuration of its folder. */
export const isTemplateFile = (uri: string, config: ConfigFile | undefined): boolean =>
  isTemplateName(nameOf(uri)) || namesAsTemplate(config, uri);
