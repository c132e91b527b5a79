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

/** {@link shownPath} from one folder, for many files: what leads to a folder is found once. */
export function shownPaths(folder: string): (uri: string) => string {
  const leads = new Map<string, string>();
  return (uri) => {
    const end = uri.lastIndexOf("/");
    const name = uri.slice(end + 1);
    // An encoded name, a root or a drive is left to the careful way.
    if (!/^[\w.-]+$/.test(name) || end <= "file:///".length) return shownPath(folder, uri);
    const place = uri.slice(0, end);
    const lead = leads.get(place) ?? shownPath(folder, place);
    leads.set(place, lead);
    return lead === "." ? name : `${lead}/${name}`;
  };
}

// Below the root of a file URI stand the drives of Windows, which are no folders that one can go to.
const isDrive = (path: string): boolean => /^[a-z]:(?:\/|$)/i.test(path);
