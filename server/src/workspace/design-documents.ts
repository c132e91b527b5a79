import picomatch from "picomatch/posix.js";
import type { Settings } from "../settings/settings.ts";
import { isTemplateName } from "./template-names.ts";
import { folderOf, nameOf, pathOf, pathWithin, schemeOf } from "./uris.ts";

/**
 * The include rule, compiled. Paths have forward slashes and are relative to the workspace folder, or
 * absolute without their first slash where there is none. Case is ignored, as file systems differ on it.
 */
export interface PathRule {
  /** True for a path that is included and not excluded. */
  includes(path: string): boolean;
  /** True for a folder in which a Markdown file of any name would be included. */
  reaches(folder: string): boolean;
}

/** The rule that `include` less `exclude` says. */
export function pathRule({ include, exclude }: Pick<Settings, "include" | "exclude">): PathRule {
  const included = matcher(include);
  const excluded = matcher(exclude);
  return {
    includes: (path) => included(path) && !excluded(path),
    reaches: (folder) => included(folder === "" ? "x.md" : `${folder}/x.md`),
  };
}

/** A glob without the `/` or `./` that it may begin with: both mean the root, and other tools know neither. */
export const plainGlob = (glob: string): string => glob.replace(/^\.?\/+/, "");

/** True for paths that one of the globs matches. */
export function matcher(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.map(plainGlob).filter((glob) => glob !== "");
  if (patterns.length === 0) return () => false;
  const matches = picomatch(patterns, { dot: true, nocase: true });
  return (path) => matches(path);
}

/** The path by which globs judge a file or folder: relative to its workspace folder, else the whole of it. */
export const judgedPath = (uri: string, folder: string | undefined): string =>
  (folder === undefined ? undefined : pathWithin(folder, uri)) ?? pathOf(uri);

/**
 * True for a file that our rules are about. Files of no workspace folder count where they lie in the file
 * system; the left side of a diff, a Git blob or a note does not. A template is never a design document.
 */
export function isDesignDocument(uri: string, folders: readonly string[], rule: PathRule): boolean {
  const folder = folderOf(uri, folders);
  if (folder === undefined && !isFile(uri, folders)) return false;
  return !isTemplateName(nameOf(uri)) && rule.includes(judgedPath(uri, folder));
}

/** Whether a URI names a file in the file system or in a workspace, not the left side of a diff or a note. */
export function isFile(uri: string, folders: readonly string[]): boolean {
  const scheme = schemeOf(uri);
  return scheme === "file" || folders.some((folder) => schemeOf(folder) === scheme);
}
