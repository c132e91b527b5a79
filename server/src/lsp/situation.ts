import { collectionWrittenAt } from "../config/edit-config.ts";
import { packageName } from "../workspace/config-file.ts";
import { judgedPath } from "../workspace/design-documents.ts";
import type { Situation } from "../workspace/plan-change.ts";
import { canonical, nameOf, parentOf, pathWithin } from "../workspace/uris.ts";
import type { Placed, Session } from "./session.ts";

/** The folder at which a new configuration begins for a file: its workspace folder, else its own. */
export const rootFor = (uri: string, { scope }: Placed): string => scope.folder ?? parentOf(uri);

/**
 * What stands around a document that somebody wants to have judged in another way. `within` is the folder that the
 * wish is about, relative to the root; without it, it is what the settings reach around the document.
 */
export async function situationOf(session: Session, uri: string, within?: string): Promise<Situation> {
  const placed = await session.placed(uri);
  const { scope, config, claim } = placed;
  const folder = rootFor(uri, placed);
  const { include, exclude } = scope.settings;
  const reach = claim === undefined ? reachAround(uri, placed) : undefined;
  const place = config && nameOf(config.uri) === packageName ? "package" : "file";
  return {
    document: uri,
    folder,
    config: config && { uri: config.uri, text: config.text, place, collections: config.claims?.length },
    collection: claim && collectionIndex(placed, place),
    include,
    exclude,
    reach,
    others: config?.claims === undefined && (await hasOthers(session, folder, within ?? reach)),
  };
}

/** Where the collection stands among those that are written, some of which may be none. */
function collectionIndex({ config, claim }: Placed, place: "file" | "package"): number | undefined {
  if (config === undefined || claim === undefined) return undefined;
  const written = config.parsed.places[claim.number - 1]?.whole.start;
  const index = written === undefined ? undefined : collectionWrittenAt(config.text, written, place);
  // A text with a fault has no places to write to, which whoever wants to write finds out.
  return index ?? claim.number - 1;
}

/** The outermost folder around a document all of whose Markdown files the settings include. */
function reachAround(uri: string, { scope }: Placed): string | undefined {
  let reached: string | undefined;
  for (let place = parentOf(uri), below = ""; place !== below; below = place, place = parentOf(place)) {
    if (scope.folder !== undefined && pathWithin(scope.folder, place) === undefined) break;
    if (scope.rule.reaches(judgedPath(place, scope.folder)))
      reached = scope.folder === undefined ? undefined : pathWithin(scope.folder, place);
    else if (reached !== undefined) break;
  }
  return reached;
}

// Of more documents than that one will lie elsewhere, if any does.
const mostAsked = 200;

/** Whether settings make files design documents that lie outside of a folder. */
async function hasOthers(session: Session, folder: string, within: string | undefined): Promise<boolean> {
  const candidates = (await session.candidates(folder)).filter((uri) => {
    const path = pathWithin(canonical(folder), uri);
    return within === undefined || within === ""
      ? within === undefined
      : path?.startsWith(`${within}/`) !== true;
  });
  for (const uri of candidates.slice(0, mostAsked)) {
    const { isDocument, claim } = await session.placed(uri);
    if (isDocument && claim === undefined) return true;
  }
  return false;
}
