import * as vscode from "vscode";
import { registerChanges } from "./changes/register.ts";
import { registerCommands } from "./commands/register.ts";
import { trackDocuments } from "./document-tracker.ts";
import { showDocuments } from "./documents-view/register.ts";
import { registerTools } from "./tools/register.ts";
import { tellAuthor } from "./tell-author.ts";
import { tellFileEvents } from "./file-events.ts";
import { registerLifecycle } from "./lifecycle/register.ts";
import { followHistory } from "./history.ts";
import { registerOverview } from "./overview/register.ts";
import type { Exports } from "./exports.ts";
import { servePages } from "./pages.ts";
import { registerPullRequests } from "./pull-request/register.ts";
import { dimGuidance } from "./reading/dim-guidance.ts";
import { foldWritten } from "./reading/fold-written.ts";
import { tell } from "./requests.ts";
import { showSections } from "./sections-view/view.ts";
import { createSession, type ClientFactory, type Session } from "./session.ts";
import { startWhenNeeded } from "./start-when-needed.ts";
import { showStatus } from "./status-item.ts";

let session: Session | undefined;

/**
 * Registers everything and returns; the server starts when something is open that it can say something of, or when
 * a command needs it. A failure is shown, since VS Code itself only logs that an extension did not start, and is then
 * passed on.
 */
export function startExtension(context: vscode.ExtensionContext, create: ClientFactory): Exports {
  const output = vscode.window.createOutputChannel("Design Docs", { log: true });
  context.subscriptions.push(output);
  try {
    const history = followHistory();
    const started = createSession(create, output, history);
    session = started;
    const documents = trackDocuments(started, output);
    const listed = showDocuments(context, started, output);
    const schemes = new Set(workspaceSchemes());
    context.subscriptions.push(
      history,
      history.onDidChange(() => started.tell(tell.didChangeHistory, {})),
      documents,
      listed,
      showStatus(started, documents),
      tellFileEvents(started),
      tellAuthor(started),
      servePages(context),
      showSections(started, documents, output),
      dimGuidance(started, documents, output),
      foldWritten(started, output),
      registerOverview(started, output),
      registerTools(started),
      registerCommands(context, started, documents, output),
      registerPullRequests(started, output),
      registerLifecycle(started, documents, output),
      registerChanges(started, history, output),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        // Which schemes are served is fixed when a client starts, and a folder from elsewhere was just added.
        const added = workspaceSchemes().filter((scheme) => !schemes.has(scheme));
        added.forEach((scheme) => schemes.add(scheme));
        if (added.length > 0 && started.state() !== "idle") restart(started, output);
      }),
      startWhenNeeded(started.start, output),
    );
    return { serverState: started.state, documentsShown: listed.shown };
  } catch (error) {
    output.error(error instanceof Error ? error : String(error));
    const sentence = vscode.l10n.t("Design Docs could not start: {0}", String(error));
    const show = vscode.l10n.t("Show Output");
    void vscode.window.showErrorMessage(sentence, show).then((chosen) => {
      if (chosen === show) output.show();
    });
    throw error;
  }
}

/** Ends the server; settles when it has ended. */
export async function stopExtension(): Promise<void> {
  await session?.stop();
  session = undefined;
}

function restart(started: Session, output: vscode.LogOutputChannel): void {
  started.restart().catch((error: unknown) => output.error(`The server did not start: ${String(error)}`));
}

const workspaceSchemes = (): readonly string[] =>
  (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
