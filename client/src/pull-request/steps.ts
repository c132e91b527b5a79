import type * as vscode from "vscode";
import type { Session } from "../session.ts";
import type { GitRemote, WorkingRepository } from "./git-repository.ts";

/** Answers that whoever runs the command has given already. */
export interface GivenPullRequest {
  /** The name of the branch, where one has to be made. */
  readonly branch?: string;
  /** What would be asked before each step is answered with yes. */
  readonly confirmed?: boolean;
  /** False: the page is not opened, and nothing is copied. */
  readonly open?: boolean;
}

/** Where the work begins. */
export interface Start {
  /** The branch that is there to be used; absent where one has to be made. */
  readonly branch: string | undefined;
  /** The branch that the pull request goes to. */
  readonly base: string | undefined;
  /** What people call the place from which a branch is made. */
  readonly from: string;
  /** There is something at hand that the remote has not. */
  readonly isAhead: boolean;
}

/** What is to be done, and for what. */
export interface Steps {
  readonly session: Session;
  readonly uri: vscode.Uri;
  readonly repository: WorkingRepository;
  readonly remote: GitRemote;
  readonly title: string;
  /** Paths of the system, of what is to be committed. */
  readonly files: readonly string[];
  readonly start: Start;
  readonly given: GivenPullRequest;
}
