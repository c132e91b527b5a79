import type { Settings } from "../settings/settings.ts";
import type { Collection, Config } from "./config.ts";

/** Settings with what a team's configuration says. */
export interface EffectiveSettings extends Settings {
  /** The pattern of file names that the collection has. */
  readonly fileName?: string;
}

/**
 * The settings that hold where a configuration file does: it wins over them, and what a collection says wins over
 * the file. A rule that is named is taken over as a whole, with all its stages.
 */
export function effectiveSettings(
  settings: Settings,
  config: Config | undefined,
  collection: Collection | undefined,
): EffectiveSettings {
  if (!config) return settings;
  return {
    ...settings,
    rules: { ...settings.rules, ...config.rules, ...collection?.rules },
    people: config.people ?? settings.people,
    reviewDays: config.reviewDays ?? settings.reviewDays,
    ...(collection?.fileName !== undefined && { fileName: collection.fileName }),
  };
}

/** {@link effectiveSettings} with the same object for the same arguments, so that what hangs on it is kept. */
export function rememberedSettings(): typeof effectiveSettings {
  const kept = new WeakMap<Settings, WeakMap<Config | Collection, EffectiveSettings>>();
  return (settings, config, collection) => {
    if (!config) return settings;
    const made = kept.get(settings) ?? new WeakMap<Config | Collection, EffectiveSettings>();
    kept.set(settings, made);
    // A collection is of one file alone.
    const key = collection ?? config;
    const known = made.get(key) ?? effectiveSettings(settings, config, collection);
    made.set(key, known);
    return known;
  };
}
