import { inEnglish } from "../../server/src/messages/message.ts";
import { analyze, type Analysis, type Finding } from "../../server/src/service.ts";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import { readTemplate } from "../../server/src/template/read-template.ts";
import type { Stage } from "../../server/src/template/status.ts";
import type { Template } from "../../server/src/template/template.ts";
import { lineStarts, positionAt } from "../../server/src/text/lines.ts";
import { basename } from "node:path";
import type { CorpusFile } from "./cases.ts";

/** The day on which everything is judged, so that figures do not hang on when they are taken. */
export const today = "2026-11-25";

/** A template of the corpus, read as the editor and the command line read one. */
export const templateOf = ({ path, text }: CorpusFile): Template =>
  readTemplate({ name: path, uri: `file:///${encodeURI(path)}`, text }, builtInTemplate());

/** A text beside a template with default settings; of the world outside only the day and its own name are known. */
export const judged = ({ path, text }: CorpusFile, template: Template, stage: Stage | undefined): Analysis =>
  analyze({
    text,
    template,
    settings: { rules: {} },
    facts: { today, fileName: basename(path) },
    ...(stage !== undefined && { stage }),
  });

/** A finding as people see it. */
export interface Told {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}

/** The findings of an analysis as people see them, in the order of the text. */
export function toldIn(path: string, { doc, findings }: Analysis): readonly Told[] {
  const starts = lineStarts(doc.text);
  return findings.map((finding) => ({
    path,
    line: positionAt(starts, finding.problem.span.start).line + 1,
    rule: finding.rule.id,
    severity: finding.severity,
    message: inEnglish(finding.message),
  }));
}

/** One line for a list: file, line, severity, rule, message. */
export const toldLine = ({ path, line, rule, severity, message }: Told): string =>
  `${path}:${line} ${severity} ${rule} ${message}`;

/**
 * The rules about a document's likeness with its template, whose findings in a document that follows it would
 * be wrong. What others tell is about what the author wrote.
 */
export const aboutTemplate: ReadonlySet<string> = new Set([
  "missing-section",
  "misspelled-section",
  "section-order",
  "section-level",
  "duplicate-section",
  "empty-section",
  "placeholder-text",
  "template-instructions",
  "missing-field",
  "duplicate-field",
  "unfilled-field",
  "front-matter-syntax",
  "invalid-status",
  "invalid-date",
  "invalid-author",
  "invalid-reviewers",
  "unclosed-comment",
]);

export const isAboutTemplate = ({ rule }: Finding): boolean => aboutTemplate.has(rule.id);
