import type { Facts } from "../facts/facts.ts";
import type { Analysis, Subject } from "../service.ts";
import type { Settings } from "../settings/settings.ts";
import type { Template } from "../template/template.ts";

/** What an analysis hangs on. Templates and settings are compared by identity. */
export interface AnalysisKey {
  readonly uri: string;
  readonly version: number;
  readonly template: Template;
  readonly settings: Settings;
  readonly facts: Facts;
}

/** The last analysis of each document, kept while nothing that it hangs on has changed. */
export interface Analyses {
  get(key: AnalysisKey, text: () => string): Analysis;
  /** Forgets a document that was closed. */
  drop(uri: string): void;
}

/** A memo over `analyze`, one entry a document. Nothing in it is needed for an answer to be right. */
export function createAnalyses(analyze: (subject: Subject) => Analysis): Analyses {
  const kept = new Map<string, { readonly key: AnalysisKey; readonly analysis: Analysis }>();
  return {
    get(key, text) {
      const last = kept.get(key.uri);
      if (last && same(last.key, key)) return last.analysis;
      const { template, settings, facts } = key;
      const analysis = analyze({ text: text(), template, settings, facts });
      kept.set(key.uri, { key, analysis });
      return analysis;
    },
    drop: (uri) => void kept.delete(uri),
  };
}

const same = (a: AnalysisKey, b: AnalysisKey): boolean =>
  a.version === b.version &&
  a.template === b.template &&
  a.settings === b.settings &&
  a.facts.today === b.facts.today &&
  a.facts.fileName === b.facts.fileName &&
  a.facts.author === b.facts.author;
