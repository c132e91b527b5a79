import { rememberedSettings, type EffectiveSettings } from "../config/effective.ts";
import { rules } from "../rules/index.ts";
import { defaults } from "../settings/table.ts";
import type { Claim, ConfigFile } from "../workspace/config-file.ts";
import { createConfigs, type Configs } from "../workspace/configs.ts";
import { pathRule, type PathRule } from "../workspace/design-documents.ts";
import { placeOf } from "../workspace/place.ts";
import { presetNames } from "../template/preset-names.ts";
import { isTemplateName } from "../workspace/template-names.ts";
import { canonical, nameOf, parentOf, pathOf } from "../workspace/uris.ts";
import type { Host } from "./host.ts";
import { shownPath } from "./paths.ts";

/** What holds on the command line, for each file. */
export interface Surroundings {
  readonly configs: Configs;
  /** What is included where no configuration says it. */
  readonly rule: PathRule;
  placed(uri: string): Promise<Placed>;
}

export interface Placed {
  readonly config: ConfigFile | undefined;
  readonly claim: Claim | undefined;
  readonly isDocument: boolean;
  /** The defaults with what the configuration says. */
  readonly settings: EffectiveSettings;
}

/** The configurations around files, up to their repository or the working folder; or the one at `only`. */
export function createSurroundings(host: Host, only: string | undefined): Surroundings {
  const configs = createConfigs({
    files: host.files,
    known: { ruleIds: rules.map(({ id }) => id), presetNames },
    openText: () => undefined,
    folders: () => [host.folder],
    watched: () => true,
    ...(only !== undefined && { only }),
  });
  const rule = pathRule(defaults);
  const effective = rememberedSettings();
  // Nothing is changed while the command runs, so each folder is asked once for what governs its files.
  const governing = new Map<string, Promise<ConfigFile | undefined>>();
  const governingOf = (uri: string): Promise<ConfigFile | undefined> => {
    const folder = parentOf(uri);
    const known = governing.get(folder) ?? configs.governing(uri);
    governing.set(folder, known);
    return known;
  };
  const place = async (uri: string): Promise<Placed> => {
    const found = await placeOf(uri, { governing: governingOf }, () => isIncluded(uri, rule, host));
    return {
      ...found,
      settings: effective(defaults, found.config?.parsed.config, found.claim?.collection),
    };
  };
  // Asked when files are looked for, when heads are read, and by who checks documents.
  const places = new Map<string, Promise<Placed>>();
  return {
    configs,
    rule,
    placed(uri) {
      const known = places.get(uri) ?? place(uri);
      places.set(uri, known);
      return known;
    },
  };
}

/** By the path from the working folder or by the absolute one, so that it does not matter where the command is run. */
function isIncluded(uri: string, rule: PathRule, host: Host): boolean {
  if (isTemplateName(nameOf(uri))) return false;
  return rule.includes(shownPath(host.folder, uri)) || rule.includes(pathOf(uri));
}

/** Whether documents are judged by this file, so that it is no document to be changed. */
export const isTemplateOf = (uri: string, config: ConfigFile | undefined): boolean =>
  isTemplateName(nameOf(uri)) || config?.others.has(canonical(uri).toLowerCase()) === true;
