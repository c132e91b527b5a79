import { inEnglish } from "../messages/message.ts";
import { builtInTemplate } from "../template/built-in.ts";
import { readTemplate } from "../template/read-template.ts";
import type { Template } from "../template/template.ts";
import type { PathRule } from "../workspace/design-documents.ts";
import { createTemplates } from "../workspace/templates.ts";
import { canonical, parentOf, pathOf } from "../workspace/uris.ts";
import { reasonOf, type Document } from "./collect.ts";
import type { Host } from "./host.ts";
import { shownPath } from "./paths.ts";

/** The template of a document, and a sentence about one that was found and cannot serve. */
export interface Governing {
  readonly template: Template;
  /** The template could not be read. */
  readonly failure?: string;
  /** The template says nothing, so the built-in one governs. */
  readonly note?: string;
}

export type Templates = (document: Document) => Promise<Governing>;

/** The template at a path, for every document; a sentence where it cannot serve. */
export async function givenTemplate(path: string, host: Host): Promise<Templates | string> {
  const uri = canonical(host.toUri(path));
  const kind = await host.kindOf(uri);
  if (kind === "missing") return `${path}: there is no such template. Name a Markdown file.`;
  if (kind === "folder") return `${path}: the template is a folder. Name a Markdown file.`;
  try {
    const { text } = await host.readText(uri);
    const template = readTemplate({ name: shownPath(host.folder, uri), uri, text }, builtInTemplate());
    if (template.sections.length > 0) return () => Promise.resolve({ template });
    return `${path}: the template has no section, so it asks for nothing. Give it headings.`;
  } catch (error) {
    return `${path}: the template cannot be read: ${reasonOf(error)}.`;
  }
}

/**
 * The templates as the editor finds them. A document that was named and that the include rule does not reach
 * is governed by a template in its own folder.
 */
export function foundTemplates(rule: PathRule, host: Host): Templates {
  const templates = createTemplates(host.files, () => undefined);
  return async ({ uri, named }) => {
    const own = pathOf(parentOf(uri));
    const reaches = (folder: string): boolean => folder === own || rule.reaches(folder);
    const { template, reason } = await templates.governing(
      uri,
      undefined,
      named ? { ...rule, reaches } : rule,
    );
    if (reason.id === "server.template-unreadable") return { template, failure: inEnglish(reason) };
    if (reason.id === "server.template-empty") return { template, note: inEnglish(reason) };
    return { template };
  };
}
