import { inEnglish } from "../messages/message.ts";
import { builtInTemplate } from "../template/built-in.ts";
import { overridden } from "../template/overrides.ts";
import { readTemplate } from "../template/read-template.ts";
import type { Template } from "../template/template.ts";
import type { Claim } from "../workspace/config-file.ts";
import { createTemplates } from "../workspace/templates.ts";
import { canonical, parentOf, pathOf } from "../workspace/uris.ts";
import { reasonOf, type Document } from "./collect.ts";
import type { Host } from "./host.ts";
import { shownPath } from "./paths.ts";
import type { Surroundings } from "./surroundings.ts";

/** The template of a document, and a sentence about one that was found and cannot serve. */
export interface Governing {
  readonly template: Template;
  /** The template could not be read. */
  readonly failure?: string;
  /** The template says nothing, so the built-in one governs. */
  readonly note?: string;
}

export type Templates = (document: Pick<Document, "uri" | "named" | "claim">) => Promise<Governing>;

/** The template at a path, for every document; a sentence where it cannot serve. */
export async function givenTemplate(path: string, host: Host): Promise<Templates | string> {
  const uri = canonical(host.toUri(path));
  const kind = await host.kindOf(uri);
  if (kind === "missing") return `${path}: there is no such template. Name a Markdown file.`;
  if (kind === "folder") return `${path}: the template is a folder. Name a Markdown file.`;
  try {
    const { text } = await host.readText(uri);
    const template = readTemplate({ name: shownPath(host.folder, uri), uri, text }, builtInTemplate());
    if (template.sections.length > 0)
      return ({ claim }) =>
        Promise.resolve({ template: claim ? overridden(template, claim.collection) : template });
    return `${path}: the template has no section, so it asks for nothing. Give it headings.`;
  } catch (error) {
    return `${path}: the template cannot be read: ${reasonOf(error)}.`;
  }
}

// What a sentence about a template that cannot serve says: that it could not be had, or that it is empty.
const failures: ReadonlySet<string> = new Set([
  "server.template-unreadable",
  "config.reason-absent",
  "config.reason-outside",
]);
const empties: ReadonlySet<string> = new Set(["server.template-empty", "config.reason-empty"]);

/**
 * The templates as the editor finds them. A document that was named and that neither a configuration nor the include
 * rule reaches is governed by a template in its own folder.
 */
export function foundTemplates({ rule, configs }: Surroundings, host: Host): Templates {
  const templates = createTemplates(
    host.files,
    () => undefined,
    (config, uri) => configs.reaches(config, uri),
  );
  // All documents of a folder that one collection takes have one template, and nothing changes while the command runs.
  const kept = new Map<string, Map<Claim | undefined, Promise<Governing>>>();
  const find = async ({ uri, named, claim }: Parameters<Templates>[0]): Promise<Governing> => {
    const own = pathOf(parentOf(uri));
    const reaches = (folder: string): boolean => folder === own || rule.reaches(folder);
    const wider = named ? { ...rule, reaches } : rule;
    const { template, reason } = await templates.governing(
      uri,
      claim ? host.folder : undefined,
      wider,
      claim,
    );
    if (failures.has(reason.id)) return { template, failure: inEnglish(reason) };
    if (empties.has(reason.id)) return { template, note: inEnglish(reason) };
    return { template };
  };
  return (document) => {
    const key = `${document.named ? "+" : "-"}${parentOf(document.uri)}`;
    const claims = kept.get(key) ?? new Map<Claim | undefined, Promise<Governing>>();
    kept.set(key, claims);
    const known = claims.get(document.claim) ?? find(document);
    claims.set(document.claim, known);
    return known;
  };
}
