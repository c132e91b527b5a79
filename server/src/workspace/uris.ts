import { URI, Utils } from "vscode-uri";

/** The one spelling of a URI that we compare: `file:///C:/x` and `file:///c%3A/x` are the same file. */
export const canonical = (uri: string): string => URI.parse(uri).toString();

/** The URI of the folder around a file or folder; the root's is its own. */
export const parentOf = (uri: string): string => Utils.dirname(URI.parse(uri)).toString();

/** The last segment of a URI's path, decoded. */
export const nameOf = (uri: string): string => Utils.basename(URI.parse(uri));

/** The URI of what stands under a folder at a path with forward slashes; names need no encoding. */
export const under = (folder: string, ...path: readonly string[]): string =>
  Utils.joinPath(URI.parse(folder), ...path).toString();

/** The scheme of a URI: `file`, `vscode-remote`, … */
export const schemeOf = (uri: string): string => URI.parse(uri).scheme;

/** The decoded path of a URI without the slash that it begins with: `home/x/a b.md`, `c:/x/a.md`. */
export const pathOf = (uri: string): string => URI.parse(uri).path.replace(/^\/+/, "");

/** The decoded path from a folder to what stands in it; empty for the folder itself, nothing outside it. */
export function pathWithin(folder: string, uri: string): string | undefined {
  const outer = URI.parse(folder);
  const inner = URI.parse(uri);
  if (outer.scheme !== inner.scheme || outer.authority.toLowerCase() !== inner.authority.toLowerCase())
    return undefined;
  const base = outer.path.replace(/\/+$/, "");
  const comparable = hasDrive(outer.path) ? (path: string) => path.toLowerCase() : (path: string) => path;
  if (comparable(inner.path) === comparable(base)) return "";
  if (!comparable(inner.path).startsWith(`${comparable(base)}/`)) return undefined;
  return inner.path.slice(base.length + 1).replace(/\/+$/, "");
}

// Windows ignores the case of names, and editors spell its drives in either case.
const hasDrive = (path: string): boolean => /^\/[a-z]:/i.test(path);

/** The innermost of the workspace folders that holds `uri`, where one does. */
export function folderOf(uri: string, folders: readonly string[]): string | undefined {
  return folders
    .filter((folder) => pathWithin(folder, uri) !== undefined)
    .toSorted((a, b) => b.length - a.length)
    .at(0);
}
