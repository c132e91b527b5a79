import {
  DocumentDiagnosticReportKind,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from "vscode-languageserver";
import { configDiagnostic, shownProblems } from "./config-checks.ts";
import type { Quiet } from "./quiet.ts";
import type { Session } from "./session.ts";
import { toDiagnostic } from "./to-proto.ts";
import type { Finding } from "../service.ts";

/** The diagnostics of open documents. */
export interface Diagnostics {
  /** The answer to a pull: `unchanged` where the client has these very diagnostics already. */
  report(params: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport>;
  /** The last report that could be made, for when making one fails: good findings are not taken away. */
  lastGood(params: DocumentDiagnosticParams): DocumentDiagnosticReport;
  /** Whether a pull would bring other diagnostics than the last one did. */
  differ(uri: string): Promise<boolean>;
  /** What to push, for clients that do not pull. */
  current(uri: string): Promise<readonly Diagnostic[]>;
  closed(uri: string): void;
}

interface Report {
  readonly id: string;
  readonly content: string;
  readonly items: Diagnostic[];
}

/**
 * Diagnostics of the session's documents; `pageOf` is where a rule is explained. What `quiet` keeps back is
 * not among them, and where people want findings on saving, those of the last saved text are.
 */
export function createDiagnostics(
  session: Session,
  pageOf: (rule: string) => string | undefined,
  quiet: Quiet,
): Diagnostics {
  const last = new Map<string, Report>();
  const saved = new Map<string, readonly Diagnostic[]>();

  const configured = async (uri: string): Promise<Diagnostic[] | undefined> => {
    const document = session.documents.get(uri);
    const problems = document && (await session.configChecks.checked(document));
    return problems && shownProblems(problems, session.client).map((one) => configDiagnostic(document, one));
  };

  const current = async (uri: string): Promise<Diagnostic[]> => {
    const config = await configured(uri);
    if (config) return config;
    const opened = (await session.opened(uri)) ?? (await session.openedTemplate(uri));
    if (!opened) return [];
    const { document, analysis, scope } = opened;
    const toItem = (finding: Finding): Diagnostic =>
      toDiagnostic(document, finding, session.client, pageOf(finding.rule.id));
    if (scope.settings.run === "onType") return quiet.shown(uri, analysis).map(toItem);
    const before = saved.get(uri);
    const isSaved = before === undefined || session.savedVersion(uri) === document.version;
    if (!isSaved) return [...before];
    const items = analysis.findings.map(toItem);
    saved.set(uri, items);
    return items;
  };

  const answer = (report: Report, previous: string | undefined): DocumentDiagnosticReport =>
    report.id === previous
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: report.id }
      : { kind: DocumentDiagnosticReportKind.Full, resultId: report.id, items: report.items };

  return {
    async report({ textDocument: { uri }, previousResultId }) {
      const items = await current(uri);
      const content = JSON.stringify(items);
      const before = last.get(uri);
      const report = before?.content === content ? before : { id: fingerprint(content), content, items };
      if (session.documents.get(uri)) last.set(uri, report);
      return answer(report, previousResultId);
    },
    lastGood({ textDocument: { uri }, previousResultId }) {
      const report = last.get(uri);
      return report
        ? answer(report, previousResultId)
        : { kind: DocumentDiagnosticReportKind.Full, items: [] };
    },
    async differ(uri) {
      const before = last.get(uri)?.content;
      return before !== undefined && JSON.stringify(await current(uri)) !== before;
    },
    current,
    closed(uri) {
      last.delete(uri);
      saved.delete(uri);
      quiet.closed(uri);
    },
  };
}

// The id says what the report holds, so it is right even when the server was started anew in between.
function fingerprint(content: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < content.length; index++)
    hash = Math.imul(hash ^ content.charCodeAt(index), 0x01000193);
  return `${content.length.toString(36)}-${(hash >>> 0).toString(36)}`;
}
