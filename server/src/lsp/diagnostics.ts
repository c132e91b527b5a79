import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from "vscode-languageserver";
import { configDiagnostic, shownProblems } from "./config-checks.ts";
import type { Quiet } from "./quiet.ts";
import { sameDiagnostic } from "./same-diagnostic.ts";
import type { Session } from "./session.ts";
import { toDiagnostic } from "./to-proto.ts";
import type { Finding } from "../service.ts";

/** The diagnostics of open documents. */
export interface Diagnostics {
  /** The answer to a pull: `unchanged` where the client has these very diagnostics already. */
  report(params: DocumentDiagnosticParams, token?: CancellationToken): Promise<DocumentDiagnosticReport>;
  /** The last report that could be made, for when making one fails: good findings are not taken away. */
  lastGood(params: DocumentDiagnosticParams): DocumentDiagnosticReport;
  /** Whether a pull would bring other diagnostics than the last one did. */
  differ(uri: string): Promise<boolean>;
  /** All of them: the same array for as long as nobody could tell the difference. */
  current(uri: string): Promise<readonly Diagnostic[]>;
  /** What to push, for clients that do not pull: those that can be told at once, and later all. */
  soon(uri: string): Promise<readonly Diagnostic[]>;
  closed(uri: string): void;
}

interface Report {
  readonly id: string;
  readonly items: Diagnostic[];
}

/** The diagnostics of a document as they were made last, and of what. */
interface Made {
  readonly findings: readonly Finding[] | undefined;
  readonly version: number;
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
  const saved = new Map<string, Diagnostic[]>();
  const made = new Map<string, Made>();

  /** The diagnostics, as the array of before where they are equal: most keystrokes change no finding. */
  const keeping = (uri: string, now: Diagnostic[], findings?: readonly Finding[]): Diagnostic[] => {
    const before = made.get(uri)?.items;
    const items = before && sameItems(before, now) ? before : now;
    const version = session.documents.get(uri)?.version;
    // Nothing is kept of documents that were closed while this was made.
    if (version !== undefined) made.set(uri, { findings, version, items });
    return items;
  };

  const configured = async (uri: string): Promise<Diagnostic[] | undefined> => {
    const document = session.documents.get(uri);
    const problems = document && (await session.configChecks.checked(document));
    return problems && shownProblems(problems, session.client).map((one) => configDiagnostic(document, one));
  };

  const found = async (uri: string, soon: boolean, token?: CancellationToken): Promise<Diagnostic[]> => {
    const config = await configured(uri);
    if (config) return keeping(uri, config);
    const own = await (soon ? session.openedSoon(uri, token) : session.opened(uri, token));
    const opened = own ?? (await session.openedTemplate(uri, token));
    if (!opened) return keeping(uri, []);
    const { document, analysis, scope } = opened;
    const itemsOf = (findings: readonly Finding[]): Diagnostic[] => {
      const before = made.get(uri);
      if (before?.findings === findings && before.version === document.version) return before.items;
      const items = findings.map((finding) =>
        toDiagnostic(document, finding, session.client, pageOf(finding.rule.id)),
      );
      return keeping(uri, items, findings);
    };
    if (scope.settings.run === "onType") return itemsOf(quiet.shown(uri, analysis));
    // What is told until the next time that it is saved has to be all.
    if (soon) return found(uri, false, token);
    const before = saved.get(uri);
    const isSaved =
      before === undefined || opened.asIf !== undefined || session.savedVersion(uri) === document.version;
    if (!isSaved) return before;
    const items = itemsOf(analysis.findings);
    // What somebody asked for is shown until the next edit, and no longer.
    if (opened.asIf === undefined) saved.set(uri, items);
    return items;
  };

  const answer = (report: Report, previous: string | undefined): DocumentDiagnosticReport =>
    report.id === previous
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: report.id }
      : { kind: DocumentDiagnosticReportKind.Full, resultId: report.id, items: report.items };

  return {
    async report({ textDocument: { uri }, previousResultId }, token) {
      // A client that cannot be told that there is more is given all.
      const items = await found(uri, session.client.refreshesDiagnostics, token);
      const before = last.get(uri);
      const report = before?.items === items ? before : { id: fingerprint(JSON.stringify(items)), items };
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
      const before = last.get(uri)?.items;
      return before !== undefined && (await found(uri, false)) !== before;
    },
    current: (uri) => found(uri, false),
    soon: (uri) => found(uri, true),
    closed(uri) {
      last.delete(uri);
      saved.delete(uri);
      made.delete(uri);
      quiet.closed(uri);
    },
  };
}

const sameItems = (a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean =>
  a.length === b.length && a.every((one, index) => sameDiagnostic(one, b[index]));

// The id says what the report holds, so it is right even when the server was started anew in between.
function fingerprint(content: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < content.length; index++)
    hash = Math.imul(hash ^ content.charCodeAt(index), 0x01000193);
  return `${content.length.toString(36)}-${(hash >>> 0).toString(36)}`;
}
