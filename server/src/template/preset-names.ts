/**
 * The presets in the order in which they are offered. The names are permanent: a team's configuration says
 * `preset:NAME`.
 */
export const presetNames = [
  "design-doc",
  "short-note",
  "adr",
  "decision-record",
  "rfc",
  "enhancement",
] as const;

export type PresetName = (typeof presetNames)[number];

/** Whether there is a preset of this name. */
export const isPresetName = (name: string): name is PresetName => presetNames.some((known) => known === name);
