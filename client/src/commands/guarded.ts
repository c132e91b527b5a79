import * as vscode from "vscode";

/**
 * What a command of the manifest does. What it rejects with is told to the user, so it is a sentence for people. What it
 * comes back with is for whoever ran it from code.
 */
export type Command = (...args: readonly unknown[]) => Promise<unknown>;

/**
 * Registers commands by what follows `designDocs.` in their ids. One that fails says so to the user and in the log,
 * and has ended then.
 */
export function registerGuarded(
  commands: Readonly<Record<string, Command>>,
  output: vscode.LogOutputChannel,
): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, command]) =>
      vscode.commands.registerCommand(`designDocs.${name}`, (...args: readonly unknown[]) =>
        command(...args).catch((error: unknown) => tell(error, output)),
      ),
    ),
  );
}

/** Comes back at once: a command has ended when its failure is shown, not when the message is closed. */
function tell(error: unknown, output: vscode.LogOutputChannel): void {
  output.error(error instanceof Error ? error : String(error));
  const show = vscode.l10n.t("Show Output");
  const message = error instanceof Error ? error.message : String(error);
  void vscode.window.showErrorMessage(message, show).then((chosen) => {
    if (chosen === show) output.show();
  });
}
