import type { DiagramFact } from "../facts/diagram.ts";
import type { Facts, HistoryFact, TargetFact } from "../facts/facts.ts";
import { wantsOf } from "../facts/wants.ts";
import { readText, stageOf } from "../service.ts";
import type { Analysed } from "../template/analysed.ts";
import type { Stage } from "../template/status.ts";
import { rememberedDiagrams } from "../workspace/diagrams.ts";
import { createTargets } from "../workspace/targets.ts";
import { canonical, nameOf, parentOf, pathWithin, under } from "../workspace/uris.ts";
import type { CheckRequest } from "./args.ts";
import type { Host } from "./host.ts";

/** The facts about a document, all of them asked and awaited. */
export type FactsOf = (uri: string, analysed: Analysed) => Promise<Facts>;

/**
 * Asks the host for facts. The workspace of a document is its repository; without one, the working folder, or
 * the document's own folder where it lies elsewhere. Documents are compared with the base that the request
 * names; without one, nothing is told that hangs on a base.
 */
export function createFactsOf({ today, stage, base }: CheckRequest, host: Host): FactsOf {
  const diagrams = rememberedDiagrams(host.diagrams);
  const roots = new Map<string, Promise<string>>();
  const rootOf = (folder: string): Promise<string> => {
    const known = roots.get(folder) ?? findRoot(folder, host);
    roots.set(folder, known);
    return known;
  };
  // One store of answers for each workspace, since what may be looked at hangs on it.
  const targets = new Map<string, ReturnType<typeof createTargets>>();
  const targetsIn = (root: string): ReturnType<typeof createTargets> => {
    const known =
      targets.get(root) ??
      createTargets({ files: host.files, openText: () => undefined, folders: () => [root] });
    targets.set(root, known);
    return known;
  };

  const linked = async (uri: string, analysed: Analysed): Promise<ReadonlyMap<string, TargetFact>> => {
    const root = await rootOf(parentOf(uri));
    const store = targetsIn(root);
    const found = await store.of(uri, wantsOf(analysed));
    store.closed(uri);
    return found;
  };

  const drawn = async (analysed: Analysed): Promise<ReadonlyMap<string, DiagramFact>> => {
    const answers = wantsOf(analysed).diagrams.map(
      async (source) => [source, await diagrams.check(source)] as const,
    );
    return new Map(await Promise.all(answers));
  };

  const past = async (uri: string, analysed: Analysed, at: Stage): Promise<HistoryFact | undefined> => {
    const { statusLine } = wantsOf(analysed);
    const [found, statusSince] = await Promise.all([
      base === undefined ? undefined : host.history.base(uri, base),
      at === "review" && statusLine !== undefined ? host.history.lineDay(uri, statusLine) : undefined,
    ]);
    if (!found && statusSince === undefined) return undefined;
    return {
      ...(found && {
        base: {
          ref: found.ref,
          ...(found.text !== undefined && { analysed: readText(found.text, analysed.template) }),
        },
      }),
      ...(statusSince !== undefined && { statusSince }),
    };
  };

  return async (uri, analysed) => {
    const own = canonical(uri);
    const [found, checked, history] = await Promise.all([
      linked(own, analysed),
      drawn(analysed),
      past(own, analysed, stage ?? stageOf(analysed)),
    ]);
    return {
      today: today ?? host.today,
      fileName: nameOf(uri),
      uri: own,
      targets: found,
      diagrams: checked,
      ...(history && { history }),
    };
  };
}

/** The nearest folder at or above `folder` that holds a repository, else the working folder or `folder` itself. */
async function findRoot(folder: string, host: Host): Promise<string> {
  for (let place = folder, below = ""; place !== below; below = place, place = parentOf(place))
    if ((await host.files.kindOf(under(place, ".git"))) !== undefined) return place;
  return pathWithin(host.folder, folder) === undefined ? folder : host.folder;
}
