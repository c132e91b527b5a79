import type { PathRule } from "./design-documents.ts";
import { judgedPath } from "./design-documents.ts";
import type { Files } from "./files.ts";
import { templateAmong } from "./template-names.ts";
import { parentOf, pathWithin, under } from "./uris.ts";

/**
 * The URI of the team's template for a document: the one in the nearest folder at or above it, not above the
 * workspace folder, where the include rule reaches. Nothing where the built-in template governs.
 */
export async function findTemplate(
  document: string,
  folder: string | undefined,
  rule: PathRule,
  files: Pick<Files, "listFolder">,
): Promise<string | undefined> {
  for (const place of foldersAbove(document, folder)) {
    if (!rule.reaches(judgedPath(place, folder))) continue;
    const name = templateAmong(await files.listFolder(place));
    if (name !== undefined) return under(place, name);
  }
  return undefined;
}

function* foldersAbove(document: string, top: string | undefined): Generator<string> {
  for (
    let place = parentOf(document), below = document;
    place !== below;
    below = place, place = parentOf(place)
  ) {
    if (top !== undefined && pathWithin(top, place) === undefined) return;
    yield place;
  }
}
