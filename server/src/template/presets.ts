import { message, type Message } from "../messages/message.ts";
import { builtInText } from "./built-in-text.ts";
import { builtInTemplate } from "./built-in.ts";
import type { PresetName } from "./preset-names.ts";
import { presetTexts } from "./preset-texts.ts";
import { readTemplate } from "./read-template.ts";
import type { Template } from "./template.ts";

export { isPresetName, presetNames, type PresetName } from "./preset-names.ts";

/** Where and how the documents of a preset are kept unless their team says otherwise. */
export interface PresetAbout {
  readonly title: Message;
  /** One sentence: what it is for. */
  readonly summary: Message;
  /** Relative to the folder that the configuration is in. */
  readonly folder: string;
  /** The pattern of the file names. */
  readonly fileName: string;
}

const about = (name: PresetName, folder: string, fileName: string): PresetAbout => ({
  title: message(`preset.${name}`),
  summary: message(`preset.${name}.summary`),
  folder,
  fileName,
});

/** Each preset's entry in lists of them. */
export const presets: Readonly<Record<PresetName, PresetAbout>> = {
  "design-doc": about("design-doc", "docs/designs", "{date}-{title}-design.md"),
  "short-note": about("short-note", "docs/notes", "{date}-{title}.md"),
  adr: about("adr", "docs/adr", "{number:4}-{title}.md"),
  "decision-record": about("decision-record", "docs/decisions", "{number:4}-{title}.md"),
  rfc: about("rfc", "rfcs", "{number:4}-{title}.md"),
  enhancement: about("enhancement", "enhancements", "{number:4}-{title}.md"),
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

/**
 * The preset that a template is, also where a configuration has changed what it asks; nothing for a team's own. The
 * text that it was read from tells, which is read once.
 */
export function presetOf({ doc }: Template): PresetName | undefined {
  if (doc === builtInTemplate().doc) return "design-doc";
  for (const [name, known] of read) if (known.doc === doc) return name;
  return undefined;
}
