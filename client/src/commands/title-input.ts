import * as vscode from "vscode";
import type { NewFileNameResult } from "../../../server/src/protocol/protocol.ts";

/** A title and what the server names its file. */
export interface TitleAnswer {
  readonly title: string;
  readonly name: NewFileNameResult;
}

/**
 * Asks for a title and shows below it, at each keystroke, the file that it gives. Undefined where the user
 * leaves with Escape; rejects where the server cannot name the file. `kind` is what people call such documents.
 */
export function askTitle(
  nameOf: (title: string, token: vscode.CancellationToken) => Promise<NewFileNameResult>,
  kind: string | undefined,
): Promise<TitleAnswer | undefined> {
  const input = vscode.window.createInputBox();
  input.title =
    kind === undefined ? vscode.l10n.t("New Design Doc") : vscode.l10n.t("New Design Doc: {0}", kind);
  input.step = 1;
  input.totalSteps = 2;
  input.prompt = vscode.l10n.t("The title of the design. The file is named after it.");
  input.placeholder = vscode.l10n.t("For example: Message Queue for Orders");
  // Whoever looks something up for the title should find what was typed.
  input.ignoreFocusOut = true;

  let latest = new vscode.CancellationTokenSource();
  const look = async (): Promise<NewFileNameResult | undefined> => {
    latest.cancel();
    const current = new vscode.CancellationTokenSource();
    latest = current;
    const title = input.value.trim();
    input.validationMessage = undefined;
    if (title === "") return undefined;
    input.busy = true;
    try {
      const name = await nameOf(title, current.token);
      if (current.token.isCancellationRequested) return undefined;
      input.validationMessage = describe(name);
      return name;
    } catch (error) {
      // An answer that nobody waits for any more may fail as it likes.
      if (current.token.isCancellationRequested) return undefined;
      throw error;
    } finally {
      if (latest === current) input.busy = false;
    }
  };

  return new Promise<TitleAnswer | undefined>((done, fail) => {
    const accept = async (): Promise<void> => {
      if (input.value.trim() === "") {
        input.validationMessage = vscode.l10n.t("Type a title first.");
        return;
      }
      const name = await look();
      if (name === undefined) return;
      done({ title: input.value.trim(), name });
      input.hide();
    };
    const guard = (error: unknown): void => {
      fail(error);
      input.hide();
    };
    input.onDidChangeValue(() => void look().catch(guard));
    input.onDidAccept(() => void accept().catch(guard));
    input.onDidHide(() => {
      done(undefined);
      input.dispose();
    });
    input.show();
  });
}

function describe({ path, exists }: NewFileNameResult): vscode.InputBoxValidationMessage {
  if (!exists) {
    return { message: vscode.l10n.t("Creates {0}", path), severity: vscode.InputBoxValidationSeverity.Info };
  }
  const message = vscode.l10n.t("{0} exists already. Press Enter to open it or to create another.", path);
  return { message, severity: vscode.InputBoxValidationSeverity.Warning };
}
