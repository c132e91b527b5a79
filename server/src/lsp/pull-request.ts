import { designTitle } from "../features/design-title.ts";
import { linkImplementation } from "../features/link-implementation.ts";
import { linkedPaths, pullRequestText } from "../features/pull-request.ts";
import type * as protocol from "../protocol/pull-request.ts";
import { slugOf, tellingName } from "../template/file-name.ts";
import { placesOf, uriOf } from "../workspace/link-paths.ts";
import { sideFileOf } from "../workspace/side-files.ts";
import { canonical, nameOf, parentOf, pathWithin } from "../workspace/uris.ts";
import type { Session } from "./session.ts";
import { toTextEdit } from "./to-proto.ts";

/** Answers {@link protocol.PullRequest}. */
export async function pullRequest(
  session: Session,
  { uri, path, page, files }: protocol.PullRequestParams,
): Promise<protocol.PullRequestResult> {
  const opened = await session.opened(uri);
  if (!opened) return null;
  const { title, body, branch } = pullRequestText(opened.analysis, { path, page, files });
  const { names } = designTitle(opened.analysis, path);
  const telling = tellingName(path).replace(/\.(?:md|markdown)$/i, "");
  return {
    title,
    body,
    branch,
    files: await filesWith(session, uri, linkedPaths(opened.analysis.doc)),
    names: [...new Set([...names, nameOf(uri), telling, ...names.map(slugOf)])],
  };
}

// Nobody shows more in one design.
const mostFiles = 200;

/** The files that a document brings along: what it links to and is there, in its folder or below, and what holds its header. */
async function filesWith(
  session: Session,
  uri: string,
  paths: readonly string[],
): Promise<readonly string[]> {
  const folder = canonical(parentOf(uri));
  const own = canonical(uri);
  const linked = paths
    .slice(0, mostFiles)
    .flatMap((path) => placesOf(path, uri, session.folders()).map((place) => canonical(uriOf(place))));
  const side = await sideFileOf(session.files, uri);
  const found: string[] = [];
  for (const file of new Set([...(side === undefined ? [] : [canonical(side)]), ...linked])) {
    if (file === own || (pathWithin(folder, file) ?? "") === "") continue;
    if ((await session.files.kindOf(file)) === "file") found.push(file);
  }
  return found;
}

/** Answers {@link protocol.LinkImplementation}. */
export async function linkImplementationEdits(
  session: Session,
  { uri, links }: protocol.LinkImplementationParams,
): Promise<protocol.LinkImplementationResult> {
  const opened = await session.opened(uri);
  if (!opened) return null;
  const { edits, added, known } = linkImplementation(opened.analysis, links);
  return {
    version: opened.document.version,
    edits: edits.map((edit) => toTextEdit(opened.document, edit)),
    added: added.map(({ text }) => text),
    known: known.map(({ text }) => text),
  };
}
