/** One filter of a document selector, as VS Code and LSP both read it. */
export interface ServedFilter {
  readonly scheme: string;
  /** Absent where the name alone decides. */
  readonly language?: "markdown";
  readonly pattern?: string;
}

/**
 * The files that may hold a configuration or a baseline, whatever language somebody has given them. What is not saved
 * in them counts as well.
 */
const configurations = "**/{.design-docs,package,*baseline*}.json";

/** Where workspaces live on the desktop, on a remote machine, and in a repository opened without a clone. */
const workspaceSchemes = ["file", "vscode-remote", "vscode-vfs"] as const;

/**
 * The documents that the server is told of: Markdown, and files of configuration, in places where a workspace can
 * lie, which are the usual ones and those of the folders that are open.
 *
 * It lists what belongs instead of what does not, because the old side of a comparison, a commit, a pull
 * request or an output channel each have a scheme of their own, and any extension may invent another. An
 * untitled document has no path yet, so no rule can say that it is a design document.
 */
export function documentSelector(folderSchemes: readonly string[]): ServedFilter[] {
  const schemes = new Set<string>([...workspaceSchemes, ...folderSchemes]);
  return [...schemes].flatMap((scheme) => [
    { scheme, language: "markdown" },
    { scheme, pattern: configurations },
  ]);
}
