import type { DiagramFact } from "../facts/diagram.ts";
import type { Card, Facts, HistoryFact } from "../facts/facts.ts";
import { saidBirthDay } from "../facts/birth-day.ts";
import { wantsOf } from "../facts/wants.ts";
import { readText, stageOf } from "../service.ts";
import type { Analysed } from "../template/analysed.ts";
import { defaults } from "../settings/table.ts";
import { createCards, type CardSources } from "../workspace/cards.ts";
import { rememberedDiagrams } from "../workspace/diagrams.ts";
import { createHandles } from "../workspace/handles.ts";
import { createHeads } from "../workspace/heads.ts";
import { ownersAmong } from "../workspace/owners.ts";
import { listDocuments } from "../workspace/list-documents.ts";
import { matcher } from "../workspace/design-documents.ts";
import type { Files } from "../workspace/files.ts";
import { readSideFile } from "../workspace/side-files.ts";
import { createTargets, type Targets } from "../workspace/targets.ts";
import { canonical, nameOf, parentOf, pathWithin, under } from "../workspace/uris.ts";
import type { CheckRequest } from "./args.ts";
import type { Templates } from "./governing.ts";
import type { Host } from "./host.ts";
import type { Surroundings } from "./surroundings.ts";

/** The facts about a document, all of them asked and awaited; its first commit where `since` hangs on it. */
export type FactsOf = (uri: string, analysed: Analysed, since?: string) => Promise<Facts>;

/**
 * Asks the host for facts. Documents are compared with the base that the request names; without one, nothing
 * is told that hangs on a base.
 */
export function createFactsOf(
  { today, stage, base }: Pick<CheckRequest, "today" | "stage" | "base">,
  templates: Templates,
  surroundings: Surroundings,
  host: Host,
): FactsOf {
  const diagrams = rememberedDiagrams(host.diagrams);
  const roots = new Map<string, Promise<Root>>();
  const rootOf = (folder: string): Promise<Root> => {
    const known = roots.get(folder) ?? findRoot(folder, surroundings, host);
    roots.set(folder, known);
    return known;
  };
  // What is looked at hangs on the workspace, so each has its own stores of answers.
  const workspaces = new Map<string, Workspace>();
  const workspaceAt = (root: Root): Workspace => {
    const key = JSON.stringify(root);
    const known = workspaces.get(key) ?? openWorkspace(root, templates, surroundings, host);
    workspaces.set(key, known);
    return known;
  };

  const drawn = async (sources: readonly string[]): Promise<ReadonlyMap<string, DiagramFact>> => {
    const answers = sources.map(async (source) => [source, await diagrams.check(source)] as const);
    return new Map(await Promise.all(answers));
  };

  const past = async (
    uri: string,
    { template }: Analysed,
    statusLine: string | undefined,
  ): Promise<HistoryFact | undefined> => {
    const [found, statusSince] = await Promise.all([
      base === undefined ? undefined : host.history.base(uri, base),
      statusLine === undefined ? undefined : host.history.lineDay(uri, statusLine),
    ]);
    if (!found && statusSince === undefined) return undefined;
    return {
      ...(found && {
        base: {
          ref: found.ref,
          ...(found.text !== undefined && { analysed: readText(found.text, template) }),
        },
      }),
      ...(statusSince !== undefined && { statusSince }),
    };
  };

  return async (uri, analysed, since) => {
    const own = canonical(uri);
    const name = { fileName: nameOf(uri), uri: own };
    const asksBegun = since !== undefined && saidBirthDay(analysed, name) === undefined;
    const { targets, cards, owners } = workspaceAt(await rootOf(parentOf(own)));
    const wants = wantsOf(analysed);
    const isInReview = (stage ?? stageOf(analysed)) === "review";
    const [found, checked, history, begun, side, all, known] = await Promise.all([
      targets.of(own, wants),
      drawn(wants.diagrams),
      past(own, analysed, isInReview ? wants.statusLine : undefined),
      asksBegun ? host.history.begun(own) : undefined,
      readSideFile(host.files, own),
      cards(),
      owners(),
    ]);
    targets.closed(own);
    return {
      today: today ?? host.today,
      ...name,
      targets: found,
      diagrams: checked,
      ...(history && { history }),
      ...(begun && { begun }),
      ...(side && { side }),
      others: all.filter((card) => card.uri !== own),
      ...(known && { owners: known }),
    };
  };
}

interface Workspace {
  readonly targets: Targets;
  /** The cards of all its design documents, read at the first call. */
  cards(): Promise<readonly Card[]>;
  owners(): Promise<ReadonlySet<string> | undefined>;
}

function openWorkspace(
  { folder, collection, within }: Root,
  templates: Templates,
  { configs, placed }: Surroundings,
  host: Host,
): Workspace {
  const files = within === undefined ? host.files : lookingWithin(within, host.files);
  const sources: CardSources = {
    files,
    openText: () => undefined,
    documents: async (place) => listDocuments(place, defaults, await configs.around(within ?? place), files),
    async template(uri) {
      const { claim, isDocument } = await placed(uri);
      if (!isDocument) return undefined;
      const found = await templates({ uri, named: false, claim });
      return found.failure === undefined ? found.template : undefined;
    },
    pause: () => Promise.resolve(),
    changed: () => undefined,
    // A document that cannot be read is told when it is checked itself.
    failed: () => undefined,
  };
  const heads = createHeads(sources);
  const cards = createCards(sources, heads);
  const handles = createHandles(sources, heads);
  return {
    targets: createTargets({ files, openText: () => undefined, folders: () => [folder] }),
    cards: async () => (collection === undefined ? [] : await cards.all(collection)),
    owners: async () => (collection === undefined ? undefined : ownersAmong(await handles.all(collection))),
  };
}

interface Root {
  /** Where links may lead. */
  readonly folder: string;
  /** The folder from which the paths of other design documents are read; nothing where none are looked for. */
  readonly collection: string | undefined;
  /** Where in it files are looked for; everywhere where it is absent. */
  readonly within?: string;
}

/** Files that are looked for in one folder alone, by their paths from the folder that is asked for. */
const lookingWithin = (within: string, files: Files): Files => ({
  ...files,
  async findFiles({ include, exclude, limit }, folders) {
    const included = matcher(include);
    const excluded = matcher(exclude);
    const found = await files.findFiles({ include: ["**"], exclude: [], limit: Infinity }, [within]);
    const isWanted = (path: string | undefined): boolean =>
      path !== undefined && included(path) && !excluded(path);
    return found.filter((uri) => folders.some((folder) => isWanted(pathWithin(folder, uri)))).slice(0, limit);
  },
});

/**
 * The workspace of a document in `folder`: the repository around it. Without one, links may lead anywhere in
 * the working folder, and the other documents are those of its configuration, or beside it below `docs/designs`. What is around that
 * could be a whole disk, so it is not looked through.
 */
async function findRoot(folder: string, { configs }: Surroundings, host: Host): Promise<Root> {
  for (let place = folder, below = ""; place !== below; below = place, place = parentOf(place))
    if ((await host.files.kindOf(under(place, ".git"))) !== undefined)
      return { folder: place, collection: place };
  const config = await configs.governing(under(folder, "x.md"));
  if (config?.claims)
    return {
      folder: pathWithin(host.folder, folder) === undefined ? config.folder : host.folder,
      collection: config.folder,
    };
  const [within] = /^.*?\/docs\/designs(?=\/|$)/i.exec(folder) ?? [];
  const isBelow = pathWithin(host.folder, folder) !== undefined;
  return {
    folder: isBelow ? host.folder : folder,
    ...(within === undefined
      ? { collection: undefined }
      : { collection: parentOf(parentOf(within)), within }),
  };
}
