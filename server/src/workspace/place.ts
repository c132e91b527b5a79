import { claimOn, type Claim, type ConfigFile } from "./config-file.ts";
import type { Configs } from "./configs.ts";
import { canonical } from "./uris.ts";

/** What configurations say about a file. */
export interface Place {
  /** The configuration that governs its folder. */
  readonly config: ConfigFile | undefined;
  /** The collection that takes it. */
  readonly claim: Claim | undefined;
  readonly isDocument: boolean;
}

/**
 * Whether a file is a design document, and by which collection. Where a configuration speaks of collections they
 * alone say it; elsewhere settings do, which `bySettings` asks.
 */
export async function placeOf(
  uri: string,
  configs: Pick<Configs, "governing">,
  bySettings: () => boolean,
): Promise<Place> {
  return placeIn(await configs.governing(uri), uri, bySettings);
}

/** The same where the configuration is known that governs the folder of the file. */
export function placeIn(config: ConfigFile | undefined, uri: string, bySettings: () => boolean): Place {
  if (!config?.claims)
    return {
      config,
      claim: undefined,
      isDocument: bySettings() && config?.others.has(canonical(uri).toLowerCase()) !== true,
    };
  const claim = claimOn(config, uri);
  return { config, claim, isDocument: claim !== undefined };
}
