import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import { printable } from "./report-pretty.ts";

/**
 * The change of one file as a unified diff that `git apply` and `patch -p1` take in the working folder. Line
 * endings, a byte order mark and a last line without an ending are kept, and so are control characters.
 */
export function patchOf(path: string, before: string, after: string): string {
  const options = { context: 3, headerOptions: FILE_HEADERS_ONLY };
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, options);
  // As Git does it: without the tab, `patch` takes a name only up to its first blank. A quoted name needs none.
  return patch.replace(/^--- (a\/.* .*)\n\+\+\+ (b\/.*)\n/, "--- $1\t\n+++ $2\t\n");
}

/** A patch for the eyes: as {@link printable}, but for line endings and tabs. It is no longer to be applied. */
export const printablePatch = (patch: string): string => patch.replace(/[^\r\n\t]+|\r(?!\n)/g, printable);
