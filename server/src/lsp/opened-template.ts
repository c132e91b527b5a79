import type { TextDocument } from "vscode-languageserver-textdocument";
import { message } from "../messages/message.ts";
import { judge, readOwnTemplate, type Analysis } from "../service.ts";
import type { Settings } from "../settings/settings.ts";
import { builtInTemplate } from "../template/built-in.ts";
import { canonical, nameOf } from "../workspace/uris.ts";
import type { Opened, Placed } from "./session.ts";

/** What is said of open templates themselves, kept while neither text nor settings change. */
export interface OpenedTemplates {
  of(document: TextDocument, placed: Placed, today: string): Opened | undefined;
  closed(uri: string): void;
}

interface Entry {
  readonly version: number;
  readonly settings: Settings;
  readonly today: string;
  readonly analysis: Analysis;
}

/** Nothing is read yet. */
export function createOpenedTemplates(): OpenedTemplates {
  const entries = new Map<string, Entry>();

  const analysed = (
    { uri, version, getText }: Pick<TextDocument, "uri" | "version"> & { getText(): string },
    settings: Settings,
    today: string,
  ): Analysis => {
    const last = entries.get(uri);
    if (last?.version === version && last.settings === settings && last.today === today) return last.analysis;
    const name = nameOf(uri);
    const read = readOwnTemplate({ name, uri, text: getText() }, builtInTemplate());
    const facts = { today, fileName: name, uri: canonical(uri) };
    const analysis = judge(read, { settings, facts, subject: "template" });
    entries.set(uri, { version, settings, today, analysis });
    return analysis;
  };

  return {
    of(document, { scope }, today) {
      const { uri, version } = document;
      const analysis = analysed({ uri, version, getText: () => document.getText() }, scope.settings, today);
      if (analysis.ignored) return undefined;
      const reason = message("server.template-nearest", { name: analysis.template.name });
      return { document, analysis, scope, governing: { template: analysis.template, reason } };
    },
    closed: (uri) => void entries.delete(uri),
  };
}
