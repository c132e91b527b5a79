import * as vscode from "vscode";
import { askGit, inTime, type GitRepository } from "../git.ts";
import type { History } from "../history.ts";
import type { Session } from "../session.ts";
import { commitOfLine, commitsOf, shortHash } from "./commits.ts";
import { ask } from "./requests.ts";

/** What a document is compared with. */
export type Base =
  /** Where the branch left the one where the team’s work comes together. */
  | { readonly kind: "branch" }
  | {
      readonly kind: "commit";
      readonly ref: string;
      /** What people know it by, where that is not what they typed. */
      readonly name?: string;
    }
  /** The file as it is on the disk. */
  | { readonly kind: "saved" };

/** A base as it was read. */
export interface ReadBase {
  /** In words for people. */
  readonly since: string;
  /** Absent where the document was not there. */
  readonly text?: string;
}

interface Choice extends vscode.QuickPickItem {
  readonly base?: Base;
  /** Nobody can tell beforehand what it is: it is typed. */
  readonly isTyped?: boolean;
}

/** Milliseconds after which the list is shown without what Git has not said. */
const patience = 5000;

/** Asks what to compare a document with; nothing where somebody does not want to. */
export async function chooseBase(
  session: Session,
  history: History,
  document: vscode.TextDocument,
): Promise<Base | undefined> {
  const choices = choicesFor(session, history, document);
  const chosen = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t("What Changed Since…"),
    placeHolder: vscode.l10n.t("Compare the document, section by section, with"),
    matchOnDescription: true,
  });
  return chosen?.isTyped === true ? typedBase() : chosen?.base;
}

async function typedBase(): Promise<Base | undefined> {
  const ref = await vscode.window.showInputBox({
    title: vscode.l10n.t("What Changed Since…"),
    prompt: vscode.l10n.t("A commit, a branch or a tag"),
    placeHolder: "HEAD~2",
  });
  return ref === undefined || ref.trim() === "" ? undefined : { kind: "commit", ref: ref.trim() };
}

async function choicesFor(
  session: Session,
  history: History,
  document: vscode.TextDocument,
): Promise<Choice[]> {
  const saved: Choice[] = document.isDirty
    ? [
        {
          label: `$(save) ${vscode.l10n.t("Saved File")}`,
          description: vscode.l10n.t("what is not saved yet"),
          base: { kind: "saved" },
        },
      ]
    : [];
  const repository = await repositoryOf(document.uri);
  if (repository === undefined) return saved;
  const found = await inTime(choicesIn(session, history, document, repository), patience);
  const typed: Choice = { label: `$(edit) ${vscode.l10n.t("Another Commit…")}`, isTyped: true };
  return [...(found?.special ?? []), ...saved, ...(found?.commits ?? []), typed];
}

async function choicesIn(
  session: Session,
  history: History,
  document: vscode.TextDocument,
  repository: GitRepository,
): Promise<{ readonly special: readonly Choice[]; readonly commits: readonly Choice[] }> {
  const path = document.uri.fsPath;
  const uri = document.uri.toString();
  const [branch, last, review, commits] = await Promise.all([
    history.baseText({ uri }),
    history.baseText({ uri, ref: "HEAD" }),
    lastReview(session, repository, document.uri),
    commitsOf(repository, path),
  ]);
  const special: Choice[] = [];
  // Where the branch is the base branch, that is the last commit.
  if (branch !== null && branch.ref !== last?.ref)
    special.push({
      label: `$(git-branch) ${vscode.l10n.t("Base Branch")}`,
      description: vscode.l10n.t("where this branch began, {0}", shortHash(branch.ref)),
      base: { kind: "branch" },
    });
  if (review !== undefined)
    special.push({
      label: `$(eye) ${vscode.l10n.t("Last Review")}`,
      description: vscode.l10n.t(
        "the commit in which the status became {0}, {1}",
        review.status,
        shortHash(review.ref),
      ),
      base: {
        kind: "commit",
        ref: review.ref,
        name: vscode.l10n.t("the status became {0}", review.status),
      },
    });
  if (last !== null && !isSame(last.text, document.getText()))
    special.push({
      label: `$(git-commit) ${vscode.l10n.t("Last Commit")}`,
      description: vscode.l10n.t("what is not committed yet"),
      base: { kind: "commit", ref: "HEAD", name: vscode.l10n.t("the last commit") },
    });
  if (commits.length === 0) return { special, commits: [] };
  const separator: Choice = {
    label: vscode.l10n.t("commits of this document"),
    kind: vscode.QuickPickItemKind.Separator,
  };
  const items = commits.map(({ hash, subject, author, day }): Choice => ({
    label: `$(git-commit) ${subject}`,
    description: [author, day, shortHash(hash)].filter((piece) => piece !== "").join(" · "),
    base: { kind: "commit", ref: hash },
  }));
  return { special, commits: [separator, ...items] };
}

/** Whether two texts differ in their line endings at most. */
const isSame = (one: string | undefined, other: string): boolean =>
  one?.replaceAll("\r\n", "\n") === other.replaceAll("\r\n", "\n");

/** The commit in which the document took its present status, where that is no draft’s: with it, a review began. */
async function lastReview(
  session: Session,
  repository: GitRepository,
  file: vscode.Uri,
): Promise<{ readonly ref: string; readonly status: string } | undefined> {
  const found = await session.ask(ask.reviewLine, { uri: file.toString() });
  if (found === null) return undefined;
  const ref = await commitOfLine(repository, file.fsPath, found.line);
  return ref === undefined ? undefined : { ref, status: found.status };
}

async function repositoryOf(file: vscode.Uri): Promise<GitRepository | undefined> {
  if (file.scheme !== "file") return undefined;
  return (await askGit())?.getRepository(file) ?? undefined;
}

/** Whether there is anything that a document can be compared with. */
export const hasBase = async (document: vscode.TextDocument): Promise<boolean> =>
  document.isDirty || (await repositoryOf(document.uri)) !== undefined;

/** The document as it was at a base; rejects with a sentence for people where nobody can say. */
export async function readBase(
  history: History,
  document: vscode.TextDocument,
  base: Base,
): Promise<ReadBase> {
  if (base.kind === "saved") {
    const bytes = await vscode.workspace.fs.readFile(document.uri);
    return { since: vscode.l10n.t("the saved file"), text: new TextDecoder().decode(bytes) };
  }
  const ref = base.kind === "commit" ? { ref: base.ref } : {};
  const found = await history.baseText({ uri: document.uri.toString(), ...ref });
  if (found === null) {
    const name = base.kind === "commit" ? base.ref : vscode.l10n.t("the base branch");
    const problem = vscode.l10n.t("Git does not say what the document was at {0}.", name);
    throw new Error(`${problem} ${vscode.l10n.t("The name may be wrong, or the file was never committed.")}`);
  }
  return {
    since: sinceOf(base, found.ref),
    ...(found.text === undefined ? {} : { text: found.text }),
  };
}

function sinceOf(base: Base, hash: string): string {
  const short = shortHash(hash);
  if (base.kind === "branch") return vscode.l10n.t("this branch began ({0})", short);
  const name = base.kind === "commit" ? (base.name ?? base.ref) : "";
  return name === "" || hash.startsWith(name) ? short : `${name} (${short})`;
}
