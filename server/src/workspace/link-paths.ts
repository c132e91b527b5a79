import { folderOf, parentOf, pathWithin, under } from "./uris.ts";

/** One place at which the path of a link may lead somewhere. */
export interface Place {
  /** The URI of the folder from which the names are looked for; it is taken to be there. */
  readonly folder: string;
  /** The names from there to what is linked, none of them `.` or `..`; none for the folder itself. */
  readonly names: readonly string[];
  /** What stands before the names where the path is spelt out: nothing, `./`, `../../`, `/`. */
  readonly lead: string;
}

/**
 * The places at which a link's path may lead somewhere, the likeliest first: from the document's folder, or,
 * where it begins with `/`, from every folder between its workspace folder and itself. Nothing where it leads
 * to where nobody can look: out of the workspace folders, or, for a document in none, out of its own folder.
 */
export function placesOf(path: string, document: string, folders: readonly string[]): readonly Place[] {
  const own = parentOf(document);
  const top = folderOf(document, folders) ?? own;
  if (path.startsWith("/")) {
    const { ups, names } = simplified(path);
    return ups > 0
      ? []
      : [...foldersUpTo(own, top)].toReversed().map((folder) => ({ folder, names, lead: "/" }));
  }
  const { ups, names } = simplified(path);
  let folder: string | undefined = own;
  for (let up = 0; up < ups && folder !== undefined; up++) folder = above(folder);
  if (folder === undefined) return [];
  const lead = ups > 0 ? "../".repeat(ups) : path.startsWith("./") ? "./" : "";
  const reachable = folders.length > 0 ? folders : [top];
  if ([top, ...reachable].some((one) => pathWithin(one, folder) !== undefined))
    return [{ folder, names, lead }];
  return intoFolder({ folder, names, lead }, reachable);
}

/** A place that begins above the workspace folders and leads into one of them, from that one on. */
function intoFolder({ folder, names, lead }: Place, folders: readonly string[]): readonly Place[] {
  for (const inner of folders) {
    const between = pathWithin(folder, inner)?.split("/");
    if (!between || between.length > names.length) continue;
    if (!between.every((name, index) => name === names[index])) continue;
    return [{ folder: inner, names: names.slice(between.length), lead: `${lead}${between.join("/")}/` }];
  }
  return [];
}

/** The names of a path without `.` and with each `..` taken together with the name before it; `ups` are those that are left. */
function simplified(path: string): { readonly ups: number; readonly names: readonly string[] } {
  const names: string[] = [];
  let ups = 0;
  for (const name of path.split("/")) {
    if (name === "" || name === ".") continue;
    if (name !== "..") names.push(name);
    else if (names.pop() === undefined) ups++;
  }
  return { ups, names };
}

function* foldersUpTo(folder: string, top: string): Generator<string> {
  for (let place: string | undefined = folder; place !== undefined; place = above(place)) {
    if (pathWithin(top, place) === undefined) return;
    yield place;
  }
}

/** The folder around a folder; nothing for the root. */
function above(folder: string): string | undefined {
  const parent = parentOf(folder);
  return parent === folder ? undefined : parent;
}

/** The URI of a place. */
export const uriOf = ({ folder, names }: Place): string => under(folder, ...names);

const forge =
  /^\/?(?:\.\.\/)*(?:-\/)?(?:actions|blob|branches|commits?|compare|discussions|issues|labels|merge_requests|milestones?|pulls?|projects|raw|releases|security|tags|tree|wikis?)(?:\/|$)/;

/**
 * Whether a path may be meant for the pages of a forge (`../../issues/12`, `../wiki/Page`, `../../blob/main/x`),
 * which are no files.
 */
export const mayBeForgePage = (path: string): boolean => /^(?:\/|\.\.\/)/.test(path) && forge.test(path);

/**
 * The names that a page may have as a file where the link names it as a documentation site does: without its
 * ending, by its folder, or as HTML. Each is a list of names, as in {@link Place}.
 */
export function asPages(names: readonly string[]): readonly (readonly string[])[] {
  const last = names.at(-1);
  if (last === undefined) return [];
  const before = names.slice(0, -1);
  const bare = /^(.+)\.html?$/i.exec(last)?.[1];
  if (bare !== undefined)
    return [
      [...before, `${bare}.md`],
      [...before, `${bare}.mdx`],
    ];
  // What has another ending is a file of that kind.
  if (/\.(?:md|markdown|mdx|png|jpe?g|gif|svg|webp|avif|pdf|json|ya?ml)$/i.test(last)) return [];
  return [
    [...before, `${last}.md`],
    [...before, `${last}.mdx`],
    [...names, "index.md"],
    [...names, "README.md"],
  ];
}
