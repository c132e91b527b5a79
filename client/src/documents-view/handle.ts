import * as vscode from "vscode";

/** Whose reviews the view counts. */
export interface Handle extends vscode.Disposable {
  /** Without `@`; empty where nobody is known. */
  readonly current: () => string;
  readonly onDidChange: vscode.Event<void>;
  /** Looks for a session at GitHub, once: where one was granted before, its account is the handle. Asks nobody. */
  readonly look: () => void;
}

const setting = "designDocs.handle";

/** The handle in the settings, else that of a GitHub account which this extension may use already. */
export function followHandle(): Handle {
  const changes = new vscode.EventEmitter<void>();
  let account = "";
  let hasLooked = false;

  const chosen = (): string => vscode.workspace.getConfiguration().get<string>(setting, "").trim();
  const lookAgain = async (): Promise<void> => {
    const before = account;
    account = chosen() === "" ? await accountName() : "";
    if (account !== before) changes.fire();
  };

  const subscriptions = [
    changes,
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration(setting)) return;
      changes.fire();
      if (hasLooked) void lookAgain();
    }),
    vscode.authentication.onDidChangeSessions(({ provider }) => {
      if (hasLooked && provider.id === "github") void lookAgain();
    }),
  ];
  return {
    current: () => (chosen() || account).replace(/^@/, ""),
    onDidChange: changes.event,
    look() {
      if (hasLooked) return;
      hasLooked = true;
      void lookAgain();
    },
    dispose: () => subscriptions.forEach((one) => one.dispose()),
  };
}

/** The account that was granted before; nothing is asked, and no badge is set on the accounts. */
async function accountName(): Promise<string> {
  try {
    const session = await vscode.authentication.getSession("github", [], { silent: true });
    return session?.account.label ?? "";
  } catch {
    // There is no such provider here.
    return "";
  }
}
