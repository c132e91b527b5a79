import type { Settings } from "../settings/settings.ts";
import type { PathRule } from "./design-documents.ts";
import { judgedPath, plainGlob } from "./design-documents.ts";
import { under } from "./uris.ts";

/**
 * The folder that a new document goes to: the one that was chosen if the include rule reaches it, else the
 * folder that the include rule names in the workspace folder (`docs/designs` by default).
 */
export function folderForNew(
  chosen: string | undefined,
  workspaceFolder: string,
  settings: Settings,
  rule: PathRule,
): string {
  if (chosen !== undefined && rule.reaches(judgedPath(chosen, workspaceFolder))) return chosen;
  const named = settings.include.map(fixedPart).find((path) => path !== "" && rule.reaches(path));
  return under(workspaceFolder, named ?? "docs/designs");
}

/** The leading folders of a glob that hold no wildcard, behind the `**` that it may begin with. */
export function fixedPart(glob: string): string {
  const segments = plainGlob(glob)
    .replace(/^(?:\*\*\/)+/, "")
    .split("/")
    .slice(0, -1);
  const wild = segments.findIndex((segment) => /[*?[\]{}()!]/.test(segment.replace(/\\./g, "")));
  return segments
    .slice(0, wild < 0 ? segments.length : wild)
    .join("/")
    .replace(/\\(.)/g, "$1");
}
