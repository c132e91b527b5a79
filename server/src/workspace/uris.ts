import { URI, Utils } from "vscode-uri";

// Most files have names that are spelt alike in paths and URIs. Then a URI is a path with `file://` before it, and
// the library, which takes some microseconds for each question, would answer no otherwise. Thousands of files are
// asked about, each many times.
const plainUri = /^file:\/\/(?:\/\.?[\w-][\w.-]*)+$/;
const plainPath = /^\.?[\w-][\w.-]*(?:\/\.?[\w-][\w.-]*)*$/;
const scheme = "file://";

/** Whether a URI is spelt as it is compared, and holds nothing that is encoded, no dots for folders and no drive. */
const isPlain = (uri: string): boolean => plainUri.test(uri);

/** The one spelling of a URI that we compare: `file:///C:/x` and `file:///c%3A/x` are the same file. */
export const canonical = (uri: string): string => (isPlain(uri) ? uri : URI.parse(uri).toString());

/** The URI of the folder around a file or folder; the root's is its own. */
export function parentOf(uri: string): string {
  if (!isPlain(uri)) return Utils.dirname(URI.parse(uri)).toString();
  const end = uri.lastIndexOf("/");
  return uri.slice(0, Math.max(end, scheme.length + 1));
}

/** The last segment of a URI's path, decoded. */
export const nameOf = (uri: string): string =>
  isPlain(uri) ? uri.slice(uri.lastIndexOf("/") + 1) : Utils.basename(URI.parse(uri));

/** The URI of what stands under a folder at a path with forward slashes; names need no encoding. */
export function under(folder: string, ...path: readonly string[]): string {
  const [name] = path;
  if (path.length === 1 && name !== undefined && plainPath.test(name) && isPlain(folder))
    return `${folder}/${name}`;
  return Utils.joinPath(URI.parse(folder), ...path).toString();
}

/** The scheme of a URI: `file`, `vscode-remote`, … */
export const schemeOf = (uri: string): string => (isPlain(uri) ? "file" : URI.parse(uri).scheme);

/** The decoded path of a URI without the slash that it begins with: `home/x/a b.md`, `c:/x/a.md`. */
export const pathOf = (uri: string): string =>
  isPlain(uri) ? uri.slice(scheme.length + 1) : URI.parse(uri).path.replace(/^\/+/, "");

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
