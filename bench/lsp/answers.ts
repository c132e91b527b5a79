import type { Disk } from "./workspace.ts";
import type { MarkdownParser } from "../peers.ts";

/** What a client knows that a server may ask for. */
export interface Known {
  readonly disk: Disk;
  /** The text of an open document as it is now. */
  textOf(uri: string): string | undefined;
  /** The settings of a section. */
  settings(section: string): unknown;
  /** VS Code's Markdown server has its client parse. */
  readonly parser?: MarkdownParser | undefined;
}

interface Asked {
  readonly uri?: string;
  readonly text?: string;
  readonly items?: readonly { readonly section?: string }[];
}

/**
 * Answers what servers ask their client for: settings, as all do; files and tokens, as VS Code's Markdown server does,
 * which reads nothing for itself; files, as ours does where the client serves them.
 */
export function answer(method: string, params: unknown, known: Known): unknown {
  const { uri = "", text, items = [] } = (params ?? {}) as Asked;
  const { disk } = known;
  switch (method) {
    case "workspace/configuration":
      return items.map(({ section = "" }) => known.settings(section) ?? null);
    case "markdown/parse":
      return known.parser?.parse(text ?? known.textOf(uri) ?? disk.read(uri)?.toString("utf8") ?? "", {});
    case "markdown/fs/readFile":
      return Array.from(disk.read(uri) ?? []);
    case "markdown/fs/readDirectory":
      return disk.entries(uri).map(({ name, kind }) => [name, { isDirectory: kind === "folder" }]);
    case "markdown/fs/stat": {
      const kind = disk.kind(uri);
      return kind && { isDirectory: kind === "folder" };
    }
    case "markdown/findMarkdownFilesInWorkspace":
      return disk.markdown();
    case "designDocs/readFile":
      return disk.read(uri)?.toString("utf8");
    case "designDocs/kindOf":
      return disk.kind(uri);
    case "designDocs/entriesOf":
      return disk.entries(uri);
    case "designDocs/listFolder":
      return disk.entries(uri).flatMap(({ name, kind }) => (kind === "file" ? [name] : []));
    case "designDocs/findFiles":
      return disk.markdown();
    default:
      return null;
  }
}
