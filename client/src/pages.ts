import * as vscode from "vscode";

/**
 * The scheme of the packed pages. A finding's link cannot run a command (newer editors refuse that), and as a
 * file a page would open as text to edit. Under a scheme of its own it is read-only, and the manifest
 * associates the rules' pages with the Markdown preview.
 */
const scheme = "design-docs";

/** The address of a rule's page; `{rule}` in place of a rule makes it a pattern. */
export const rulePage = (rule: string): string => `${scheme}:/docs/rules/${rule}.md`;

/** The address of the page that says how designs are checked in a pipeline. */
export const ciPage = `${scheme}:/docs/continuous-integration.md`;

/** The address of a ready template. */
export const templatePage = (preset: string): string => `${scheme}:/templates/${preset}.md`;

/** Serves the packed pages under their scheme, and nothing else of the extension's folder. */
export function servePages(context: vscode.ExtensionContext): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async ({ path }) => {
      if (!/^\/(?:docs(?:\/rules)?|templates)\/[\w-]+\.md$/.test(path)) {
        throw new Error(vscode.l10n.t("There is no page “{0}”.", path));
      }
      const page = vscode.Uri.joinPath(context.extensionUri, path);
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(page));
    },
  });
}

/** Opens a packed page beside the active document. */
export async function openPage(address: string): Promise<void> {
  await vscode.commands.executeCommand("vscode.open", vscode.Uri.parse(address), {
    viewColumn: vscode.ViewColumn.Beside,
    preview: true,
  });
}
