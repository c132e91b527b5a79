import { presetNames, presetTemplate } from "../template/presets.ts";
import type { PresetShape } from "./suggestions.ts";

/** The headings of the presets, to which documents are compared. */
export const presetShapes = (): readonly PresetShape[] =>
  presetNames.map((name) => ({
    name,
    titles: presetTemplate(name)
      .sections.filter(({ isTitle, isPattern }) => !isTitle && !isPattern)
      .map(({ title }) => title),
  }));
