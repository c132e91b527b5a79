import { builtInText } from "./built-in-text.ts";
import { builtInTemplate } from "./built-in.ts";
import type { PresetName } from "./preset-names.ts";
import { presetTexts } from "./preset-texts.ts";
import { readTemplate } from "./read-template.ts";
import type { Template } from "./template.ts";

export { isPresetName, presetNames, type PresetName } from "./preset-names.ts";

/** What people are told of a preset, and where and how its documents are kept unless they say otherwise. */
export interface PresetAbout {
  readonly title: string;
  /** One sentence: what it is for. */
  readonly summary: string;
  /** Relative to the folder that the configuration is in. */
  readonly folder: string;
  /** The pattern of the file names. */
  readonly fileName: string;
}

/** Each preset's entry in lists of them. */
export const presets: Readonly<Record<PresetName, PresetAbout>> = {
  "design-doc": {
    title: "Design document",
    summary: "A whole design, from goals to rollout: for work of weeks that several people review.",
    folder: "docs/designs",
    fileName: "{date}-{title}-design.md",
  },
  "short-note": {
    title: "Short design note",
    summary:
      "Problem, proposal and alternatives on a page: for a change that a few people agree on in a day.",
    folder: "docs/notes",
    fileName: "{date}-{title}.md",
  },
  adr: {
    title: "Architecture decision record",
    summary: "One decision with its context and its consequences, in the sections of Michael Nygard.",
    folder: "docs/adr",
    fileName: "{number:4}-{title}.md",
  },
  "decision-record": {
    title: "Decision record with options",
    summary: "One decision with the options that were compared, and what speaks for and against each.",
    folder: "docs/decisions",
    fileName: "{number:4}-{title}.md",
  },
  rfc: {
    title: "Request for comments",
    summary:
      "A proposal that many people discuss before it is decided, explained twice: to users and to builders.",
    folder: "rfcs",
    fileName: "{number:4}-{title}.md",
  },
  enhancement: {
    title: "Enhancement proposal",
    summary: "A feature of a product with releases, from motivation to graduation and production readiness.",
    folder: "enhancements",
    fileName: "{number:4}-{title}.md",
  },
};

const read = new Map<PresetName, Template>();

/** A preset's Markdown, with `\n` between its lines and one behind the last. */
export const presetText = (name: PresetName): string =>
  name === "design-doc" ? builtInText : presetTexts[name];

/**
 * A preset as a template; each is read once. It inherits from the built-in one as a team's template does, so that
 * nothing changes when a team puts it into its workspace.
 */
export function presetTemplate(name: PresetName): Template {
  if (name === "design-doc") return builtInTemplate();
  const known = read.get(name);
  if (known) return known;
  const template = readTemplate({ name: `preset “${name}”`, text: presetText(name) }, builtInTemplate());
  read.set(name, template);
  return template;
}

/** The preset that a template is, by identity; nothing for a team's own. */
export function presetOf(template: Template): PresetName | undefined {
  if (template === builtInTemplate()) return "design-doc";
  for (const [name, known] of read) if (known === template) return name;
  return undefined;
}
