import { namedBy, templatePath, type ConfigFile } from "./config-file.ts";
import { isTemplateName } from "./template-names.ts";
import { canonical, nameOf } from "./uris.ts";

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

/** Whether a file is a template, by its name or by the configuration of its folder. */
export const isTemplateFile = (uri: string, config: ConfigFile | undefined): boolean =>
  isTemplateName(nameOf(uri)) || namesAsTemplate(config, uri);
