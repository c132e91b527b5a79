import { builtInTemplate } from "../template/built-in.ts";
import type { Template } from "../template/template.ts";

/** The names that may stand behind `preset:`. */
export const presetNames: readonly string[] = ["design-doc"];

/** The template that a preset is; nothing where there is no preset of that name. */
export const presetTemplate = (name: string): Template | undefined =>
  presetNames.includes(name) ? builtInTemplate() : undefined;
