import { plannedOn } from "./planned-on.ts";
import type { CancellationToken } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { cardIndex } from "../facts/card-index.ts";
import type { Card } from "../facts/facts.ts";
import type { CardFinder } from "../facts/find-card.ts";
import { destinationsOf } from "../features/links-into.ts";
import { byDate } from "../features/overview/designed.ts";
import { milestonesIn, type Milestone } from "../features/overview/milestones.ts";
import { overviewPage } from "../features/overview/page.ts";
import { destination } from "../features/overview/table.ts";
import type {
  IndexEditsParams,
  IndexEditsResult,
  OverviewParams,
  OverviewResult,
} from "../protocol/overview.ts";
import { parseDocument } from "../syntax/parse-document.ts";
import { digest } from "../text/digest.ts";
import { folderForNew } from "../workspace/new-file.ts";
import { indexPages, type IndexPage } from "../workspace/index-pages.ts";
import { canonical, parentOf, pathWithin } from "../workspace/uris.ts";
import { stopIfCancelled } from "./guard.ts";
import { render } from "./messages.ts";
import type { Session } from "./session.ts";
import { toTextEdit } from "./to-proto.ts";

// More texts are not read for one page; those of the newest documents are. For milestones, which few plans have, and for
// links, of which a page draws no more than can be seen.
const mostPlans = 200;
const mostLinking = 500;
// A month is what people mean by “for weeks”.
const staleDays = 30;

/** What was found in a text. */
interface Read {
  readonly digest: string;
  /** Absent where nobody has asked for them. */
  readonly milestones?: readonly Milestone[];
  /** Where its links lead. */
  readonly urls: readonly string[];
}

/** Answers {@link OverviewParams}. What was found in a text is kept for as long as the text is the same. */
export function createOverview(): (
  session: Session,
  params: OverviewParams,
  token: CancellationToken,
) => Promise<OverviewResult> {
  const known = new Map<string, Read>();

  /** What was found in a text; nothing where there is none. */
  const readOf = async (session: Session, uri: string, isPlan: boolean): Promise<Read | undefined> => {
    const text = openDocument(session, uri)?.getText() ?? (await session.files.readFile(uri));
    if (text === undefined) return undefined;
    const print = digest(text);
    const last = known.get(uri);
    if (last?.digest === print && (last.milestones || !isPlan)) return last;
    const urls = last?.digest === print ? last.urls : destinationsOf(parseDocument(text));
    const read: Read = { digest: print, urls, ...(isPlan && { milestones: milestonesIn(text) }) };
    known.set(uri, read);
    return read;
  };

  return async (session, _, token) => {
    const documents = new Map<string, Card>();
    const finders = new Map<string, CardFinder<Card>>();
    let complete = true;
    for (const folder of session.folders()) {
      const cards = session.index.cards.now(folder);
      if (!cards) complete = false;
      for (const card of cards ?? []) documents.set(card.uri, card);
      const index = cards && cardIndex(cards);
      await index?.prepare(() => session.turns.pause());
      for (const card of cards ?? []) if (index) finders.set(card.uri, index.finder);
    }
    const all = [...documents.values()];
    const newest = all.toSorted(byDate);
    const planned = newest
      .filter(({ stage }) => stage === "review" || stage === "approved")
      .slice(0, mostPlans);
    const linking = newest.slice(0, mostLinking);
    const read = new Map<string, Read>();
    const plans = new Set(planned);
    for (const card of new Set([...planned, ...linking])) {
      const { uri } = card;
      await session.turns.pause();
      stopIfCancelled(token);
      const found = await readOf(session, uri, plans.has(card));
      if (found) read.set(uri, found);
    }
    for (const uri of known.keys()) if (!read.has(uri)) known.delete(uri);
    const milestones = new Map(planned.map(({ uri }) => [uri, read.get(uri)?.milestones ?? []]));
    const links = new Map(
      linking.map(({ uri }) => [
        uri,
        (read.get(uri)?.urls ?? []).flatMap((url) => leadsTo(finders.get(uri), url, uri)),
      ]),
    );
    const [first = ""] = session.folders();
    const markdown = overviewPage({
      documents: all,
      complete,
      today: session.host.today(),
      milestones,
      links,
      staleDays,
      linkTo: ({ uri }) => linkFrom(first, uri),
      say: render,
    });
    return { markdown };
  };
}

/** The URI of the document to which a destination leads from another one; none where it leads elsewhere. */
function leadsTo(finder: CardFinder<Card> | undefined, url: string, from: string): readonly string[] {
  const found = finder?.at(url, from);
  return found && found !== "self" ? [found.uri] : [];
}

/** A link from a folder as the editor's preview reads it: `/docs/a.md`, and `/../other/a.md` for a folder beside it. */
function linkFrom(folder: string, uri: string): string {
  const steps: string[] = [];
  for (let place = folder, below = ""; place !== below; below = place, place = parentOf(place)) {
    const path = pathWithin(place, uri);
    if (path !== undefined) return `/${[...steps, destination(path)].join("/")}`;
    steps.push("..");
  }
  return uri;
}

/** Answers {@link IndexEditsParams}. */
export async function indexEdits(
  session: Session,
  { folder }: IndexEditsParams,
  token: CancellationToken,
): Promise<IndexEditsResult> {
  const pages = new Map<string, IndexPage>();
  for (const one of folder === undefined ? session.folders() : [folder]) {
    const { settings, rule } = await session.settings.of(one);
    const found = await indexPages(
      await session.index.cards.all(one),
      [folderForNew(undefined, one, settings, rule)],
      {
        include: settings.include,
        placed: (uri) => session.placed(uri),
        files: session.files,
        textOf: async (uri) =>
          openDocument(session, uri)?.getText() ??
          (await session.files.readFile(uri))?.replace(/^\uFEFF/, ""),
        async pause() {
          await session.turns.pause();
          stopIfCancelled(token);
        },
      },
    );
    // A configuration above the workspace folder has its index where nobody here looks.
    for (const page of found) if (pathWithin(one, page.uri) !== undefined) pages.set(page.uri, page);
  }
  const all = [...pages.values()];
  return {
    files: all.flatMap(({ uri, change }) => (change.kind === "create" ? [{ uri, text: change.text }] : [])),
    edits: all.flatMap(({ uri, change }) => {
      if (change.kind !== "edit") return [];
      const planned = { uri, languageId: "markdown", text: change.before };
      const { document, ...about } = plannedOn(openDocument(session, uri), planned);
      return [{ ...about, edits: [toTextEdit(document, change.edit)] }];
    }),
    indexes: all.map(({ uri }) => uri),
  };
}

const openDocument = (session: Session, uri: string): TextDocument | undefined =>
  session.documents.get(uri) ??
  session.documents.all().find((document) => canonical(document.uri) === canonical(uri));
