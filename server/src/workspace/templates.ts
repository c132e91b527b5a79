import { message, type Message } from "../messages/message.ts";
import { builtInTemplate } from "../template/built-in.ts";
import { readTemplate } from "../template/read-template.ts";
import type { Template } from "../template/template.ts";
import type { PathRule } from "./design-documents.ts";
import type { Files } from "./files.ts";
import { findTemplate } from "./find-template.ts";
import { canonical, nameOf, pathWithin } from "./uris.ts";

/** The template of a document and the sentence that says why it is this one. */
export interface Governing {
  readonly template: Template;
  readonly reason: Message;
}

/** Finds and reads the templates of documents. A text that has not changed gives the same Template again. */
export interface Templates {
  governing(document: string, folder: string | undefined, rule: PathRule): Promise<Governing>;
}

/** Templates from `files`; `openText` gives the text of a file that is open, since unsaved edits count. */
export function createTemplates(
  files: Pick<Files, "readFile" | "listFolder">,
  openText: (uri: string) => string | undefined,
): Templates {
  const read = new Map<
    string,
    { readonly text: string; readonly name: string; readonly template: Template }
  >();

  const templateOf = (uri: string, name: string, text: string): Template => {
    const last = read.get(uri);
    if (last?.text === text && last.name === name) return last.template;
    const template = readTemplate({ name, uri, text }, builtInTemplate());
    read.set(uri, { text, name, template });
    return template;
  };

  return {
    async governing(document, folder, rule) {
      const uri = await findTemplate(document, folder, rule, files);
      if (uri === undefined) return builtIn(message("server.template-built-in"));
      const name = (folder === undefined ? undefined : pathWithin(folder, uri)) ?? nameOf(uri);
      const text = openText(canonical(uri)) ?? (await files.readFile(uri));
      if (text === undefined) return builtIn(message("server.template-unreadable", { name }));
      const template = templateOf(uri, name, text);
      if (template.doc.sections.length === 0) return builtIn(message("server.template-empty", { name }));
      return { template, reason: message("server.template-nearest", { name }) };
    },
  };
}

const builtIn = (reason: Message): Governing => ({ template: builtInTemplate(), reason });
