import { parentOf, pathOf, pathWithin } from "../workspace/uris.ts";

/**
 * The path of a file as people see it from `folder`, with forward slashes: `docs/a.md`, `../b.md`. The
 * absolute path where no relative one leads there, such as on another drive.
 */
export function shownPath(folder: string, uri: string): string {
  let up = "";
  for (let place = folder, below = ""; place !== below; below = place, place = parentOf(place)) {
    const path = pathWithin(place, uri);
    if (path !== undefined && !isDrive(path)) return path === "" ? up.replace(/\/$/, "") || "." : up + path;
    up += "../";
  }
  return pathOf(uri);
}

// Below the root of a file URI stand the drives of Windows, which are no folders that one can go to.
const isDrive = (path: string): boolean => /^[a-z]:(?:\/|$)/i.test(path);
