/** A destination within the workspace, taken apart. */
export interface Link {
  /** The decoded path with forward slashes, as written: relative, or from the root where it begins with `/`. Empty for the document itself. */
  readonly path: string;
  /** The decoded fragment without `#`; absent where there is none. */
  readonly fragment?: string;
}

// `x:` is a drive of Windows and no link either; `//host` is an address without its scheme.
const elsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

// What a template or an author would still write over.
const unfinished = /[{}<>…|]|\.{3}|^(?:url|link|path|todo|tbd)$/i;

/**
 * The destination of a link or picture as a path and a fragment (RFC 3986, percent-encoding decoded). Nothing
 * where it leads out of the workspace by a scheme, is empty, or is plainly still to be written. A `#` in a
 * file's name has to be written as `%23`, as everywhere.
 */
export function readLink(url: string): Link | undefined {
  const plain = url.trim();
  if (plain === "" || plain.length > 2000 || elsewhere.test(plain)) return undefined;
  const hash = plain.indexOf("#");
  const beforeHash = hash < 0 ? plain : plain.slice(0, hash);
  const path = decoded(beforeHash.replace(/\?.*$/s, ""));
  const fragment = hash < 0 ? undefined : decoded(plain.slice(hash + 1));
  if (unfinished.test(path)) return undefined;
  // A backslash is no separator in an address; nobody can say what was meant.
  if (path.includes("\\") || path.includes("\0")) return undefined;
  return { path, ...(fragment === undefined || fragment === "" ? {} : { fragment }) };
}

/** Text with its percent-encoding decoded; as it is where it is not encoded soundly. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
