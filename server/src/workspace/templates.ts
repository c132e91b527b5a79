import type { Collection } from "../config/config.ts";
import { presetPrefix } from "../config/keys.ts";
import { message, type Message, type MessageId } from "../messages/message.ts";
import { builtInTemplate } from "../template/built-in.ts";
import { isPresetName, presetTemplate } from "../template/presets.ts";
import { overridden } from "../template/overrides.ts";
import { readTemplate } from "../template/read-template.ts";
import type { Template } from "../template/template.ts";
import { namedBy, templatePath, type Claim, type ConfigFile } from "./config-file.ts";
import { judgedPath, type PathRule } from "./design-documents.ts";
import type { Files } from "./files.ts";
import { findTemplate } from "./find-template.ts";
import { canonical, nameOf, parentOf, pathWithin } from "./uris.ts";

/** The template of a document and the sentence that says why it is this one. */
export interface Governing {
  readonly template: Template;
  readonly reason: Message;
  /** The collection that takes the document, where a configuration file does. */
  readonly collection?: Collection;
  /** The URI of the configuration file that governs its folder. */
  readonly config?: string;
}

/** Finds and reads the templates of documents. A text that has not changed gives the same Template again. */
export interface Templates {
  /** `folder` is the workspace folder; `claim` says which collection takes the document, if one does. */
  governing(document: string, folder: string | undefined, rule: PathRule, claim?: Claim): Promise<Governing>;
}

/**
 * Templates from `files`; `openText` gives the text of a file that is open, since unsaved edits count. `reaches` says
 * whether a configuration may name a file.
 */
export function createTemplates(
  files: Pick<Files, "readFile" | "listFolder">,
  openText: (uri: string) => string | undefined,
  reaches: (config: ConfigFile, uri: string) => Promise<boolean> = () => Promise.resolve(true),
): Templates {
  const read = new Map<
    string,
    { readonly text: string; readonly name: string; readonly template: Template }
  >();
  const overrides = new WeakMap<Template, WeakMap<Collection, Template>>();

  const templateOf = (uri: string, name: string, text: string): Template => {
    const last = read.get(uri);
    if (last?.text === text && last.name === name) return last.template;
    const template = readTemplate({ name, uri, text }, builtInTemplate());
    read.set(uri, { text, name, template });
    return template;
  };

  /** The template in a file, or why there is none. */
  const inFile = async (uri: string, name: string): Promise<Template | "unreadable" | "empty"> => {
    const text = openText(canonical(uri)) ?? (await files.readFile(uri));
    if (text === undefined) return "unreadable";
    const template = templateOf(uri, name, text);
    return template.doc.sections.length === 0 ? "empty" : template;
  };

  const nearest = async (
    document: string,
    folder: string | undefined,
    top: string | undefined,
    rule: PathRule,
  ): Promise<Governing> => {
    const uri = await findTemplate(document, top, rule, files);
    if (uri === undefined) return builtIn(message("server.template-built-in"));
    const name = shownName(folder, uri);
    const template = await inFile(uri, name);
    if (typeof template === "string") return builtIn(message(`server.template-${template}`, { name }));
    return { template, reason: message("server.template-nearest", { name }) };
  };

  /** The template that a collection names or, where it names none that can serve, the nearest one. */
  const collected = async (
    document: string,
    folder: string | undefined,
    { config, collection, number, rule }: Claim,
  ): Promise<Governing> => {
    const said = (id: MessageId, args: Message["args"]): Message =>
      message(id, { number, config: shownName(folder, config.uri), ...args });
    const { template: named } = collection;
    const path = templatePath(named);
    if (named !== undefined && path === undefined) {
      const name = named.slice(presetPrefix.length);
      if (isPresetName(name))
        return { template: presetTemplate(name), reason: said("config.reason-preset", { name }) };
    }
    const uri = path === undefined ? undefined : namedBy(config.folder, path);
    const name = uri === undefined ? "" : shownName(folder, uri);
    const found =
      uri === undefined ? undefined : (await reaches(config, uri)) ? await inFile(uri, name) : "outside";
    if (typeof found === "object")
      return { template: found, reason: said("config.reason-template", { name }) };
    const own = judgedPath(parentOf(document), config.folder);
    const other = await nearest(document, folder, config.folder, {
      ...rule,
      reaches: (place) => place === own || rule.reaches(place),
    });
    const { template, reason } = other;
    const isBuiltIn = template === builtInTemplate();
    if (found === undefined) {
      // Why the nearest one cannot serve matters more than who looked for it.
      if (isBuiltIn && reason.id !== "server.template-built-in") return other;
      return {
        template,
        reason: isBuiltIn
          ? said("config.reason-built-in", {})
          : said("config.reason-nearest", { name: template.name }),
      };
    }
    const instead = isBuiltIn
      ? message("config.instead-built-in")
      : message("config.instead-nearest", { name: template.name });
    const id = found === "unreadable" ? "absent" : found;
    return { template, reason: said(`config.reason-${id}`, { name, template: instead }) };
  };

  /** The same template for the same collection, since what was read beside it is kept by that. */
  const withOverrides = (template: Template, collection: Collection): Template => {
    const made = overrides.get(template) ?? new WeakMap<Collection, Template>();
    overrides.set(template, made);
    const known = made.get(collection) ?? overridden(template, collection);
    made.set(collection, known);
    return known;
  };

  return {
    async governing(document, folder, rule, claim) {
      if (!claim) return nearest(document, folder, folder, rule);
      const { template, reason } = await collected(document, folder, claim);
      const { collection, config } = claim;
      return { template: withOverrides(template, collection), reason, collection, config: config.uri };
    },
  };
}

/** The path of a file as people see it: from the workspace folder, or its name alone where it lies elsewhere. */
const shownName = (folder: string | undefined, uri: string): string =>
  (folder === undefined ? undefined : pathWithin(folder, uri)) ?? nameOf(uri);

const builtIn = (reason: Message): Governing => ({ template: builtInTemplate(), reason });
