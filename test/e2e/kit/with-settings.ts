import * as vscode from "vscode";

/**
 * Runs `body` with settings of the workspace, by their full names, and takes them back. Other tests run under
 * the editor's own, in a browser for example with files that are saved a second after one stops typing.
 */
export async function withSettings(
  settings: Readonly<Record<string, unknown>>,
  body: () => Promise<void>,
): Promise<void> {
  const set = async (key: string, value: unknown): Promise<void> => {
    await vscode.workspace.getConfiguration().update(key, value, vscode.ConfigurationTarget.Workspace);
  };
  try {
    for (const [key, value] of Object.entries(settings)) await set(key, value);
    await body();
  } finally {
    for (const key of Object.keys(settings)) await set(key, undefined);
  }
}
