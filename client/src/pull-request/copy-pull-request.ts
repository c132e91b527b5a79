import * as vscode from "vscode";
import type { Session } from "../session.ts";
import { copy, documentFor, pathIn, repositoryOf, tellNone } from "./document.ts";
import { ask } from "./requests.ts";

/** Copies the title and the text of the pull request that would bring a document. It works wherever documents do. */
export async function copyPullRequest(session: Session, clicked: unknown): Promise<string | undefined> {
  const document = await documentFor(clicked);
  return document === undefined ? undefined : copyText(session, document.uri);
}

/** The same, with a sentence before the message that says why no more is done. */
export async function copyText(session: Session, uri: vscode.Uri, why?: string): Promise<string | undefined> {
  const repository = why === undefined ? await repositoryOf(uri) : undefined;
  const path = pathIn(typeof repository === "object" ? repository : undefined, uri);
  const text = await session.ask(ask.pullRequest, { uri: uri.toString(), path });
  if (text === null) {
    tellNone();
    return undefined;
  }
  const whole = `${text.title}\n\n${text.body}\n`;
  await copy(whole);
  const copied = vscode.l10n.t("Title and text of the pull request are copied.");
  void vscode.window.showInformationMessage(why === undefined ? copied : `${why} ${copied}`);
  return whole;
}
