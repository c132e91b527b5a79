import { URI, Utils } from "vscode-uri";

// Most URIs have one spelling alone, and an index asks about thousands of them: no segment is encoded, empty, or a
// way up, and there is no drive whose letter may be in either case. All others are parsed.
const isPlain = (uri: string): boolean => /^file:\/\/(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)+$/.test(uri);
const isPlainName = (name: string): boolean => /^(?!\.{1,2}$)[\w.~-]+$/.test(name);

/** The one spelling of a URI that we compare: `file:///C:/x` and `file:///c%3A/x` are the same file. */
export const canonical = (uri: string): string => (isPlain(uri) ? uri : URI.parse(uri).toString());

/** The URI of the folder around a file or folder; the root's is its own. */
export function parentOf(uri: string): string {
  const end = uri.lastIndexOf("/");
  return isPlain(uri) && end > rootLength ? uri.slice(0, end) : Utils.dirname(URI.parse(uri)).toString();
}

const rootLength = "file://".length;

/** The last segment of a URI's path, decoded. */
export const nameOf = (uri: string): string =>
  isPlain(uri) ? uri.slice(uri.lastIndexOf("/") + 1) : Utils.basename(URI.parse(uri));

/** The URI of what stands under a folder at a path with forward slashes; names need no encoding. */
export const under = (folder: string, ...path: readonly string[]): string =>
  isPlain(folder) && path.length > 0 && path.every(isPlainName)
    ? `${folder}/${path.join("/")}`
    : Utils.joinPath(URI.parse(folder), ...path).toString();

/** The scheme of a URI: `file`, `vscode-remote`, … */
export const schemeOf = (uri: string): string => URI.parse(uri).scheme;

/** The decoded path of a URI without the slash that it begins with: `home/x/a b.md`, `c:/x/a.md`. */
export const pathOf = (uri: string): string => URI.parse(uri).path.replace(/^\/+/, "");

/** The decoded path from a folder to what stands in it; empty for the folder itself, nothing outside it. */
export function pathWithin(folder: string, uri: string): string | undefined {
  if (isPlain(folder) && isPlain(uri)) {
    if (!uri.startsWith(folder)) return undefined;
    if (uri.length === folder.length) return "";
    return uri.charAt(folder.length) === "/" ? uri.slice(folder.length + 1) : undefined;
  }
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
