import { saidBirthDay } from "../facts/birth-day.ts";
import type { DiagramFact } from "../facts/diagram.ts";
import type { FactName, Facts, HistoryFact } from "../facts/facts.ts";
import { wantsOf } from "../facts/wants.ts";
import { neededFacts, readText, stageOf } from "../service.ts";
import type { Analysed } from "../template/analysed.ts";
import type { Stage } from "../template/status.ts";
import { rememberedDiagrams } from "../workspace/diagrams.ts";
import { readSideFile } from "../workspace/side-files.ts";
import { createTargets, type Targets } from "../workspace/targets.ts";
import { canonical, nameOf, parentOf } from "../workspace/uris.ts";
import type { CheckRequest } from "./args.ts";
import type { Document } from "./collect.ts";
import type { Host } from "./host.ts";
import type { Around, RootOf } from "./workspaces.ts";

/**
 * The facts about a document, asked and awaited as far as a rule that runs on it needs them; its first commit where
 * the `since` of its collection hangs on it.
 */
export type FactsOf = (
  document: Pick<Document, "uri" | "claim" | "settings">,
  analysed: Analysed,
) => Promise<Facts>;

type Request = Pick<CheckRequest, "today" | "stage" | "base"> & Partial<Pick<CheckRequest, "only">>;

/**
 * Asks the host for facts. Documents are compared with the base that the request names; without one, nothing
 * is told that hangs on a base.
 */
export function createFactsOf(
  { today, stage, base, only }: Request,
  rootOf: RootOf,
  around: Around,
  host: Host,
): FactsOf {
  const diagrams = rememberedDiagrams(host.diagrams);
  const needsOf = rememberedNeeds(only);
  // What links may lead to hangs on the workspace, so each has its own store of answers.
  const stores = new Map<string, Targets>();
  const targetsIn = (folder: string): Targets => {
    const known =
      stores.get(folder) ??
      createTargets({ files: host.files, openText: () => undefined, folders: () => [folder] });
    stores.set(folder, known);
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

  return async ({ uri, claim, settings }, analysed) => {
    const own = canonical(uri);
    const name = { fileName: nameOf(uri), uri: own };
    const since = claim?.collection.since;
    const asksBegun = since !== undefined && saidBirthDay(analysed, name) === undefined;
    const side = await readSideFile(host.files, own);
    const at = stage ?? stageOf(analysed, side ? { side } : {});
    const needs = needsOf(at, settings);
    const root = await rootOf(parentOf(own));
    const targets = targetsIn(root.folder);
    const asksText = needs.has("targets") || needs.has("diagrams") || needs.has("history");
    const wants = asksText ? wantsOf(analysed) : undefined;
    // Only how long a review lasts is read from the day of the status.
    const statusLine = at === "review" ? wants?.statusLine : undefined;
    const [found, checked, history, begun, others, known] = await Promise.all([
      wants && needs.has("targets") ? targets.of(own, wants) : undefined,
      wants && needs.has("diagrams") ? drawn(wants.diagrams) : undefined,
      needs.has("history") ? past(own, analysed, statusLine) : undefined,
      asksBegun ? host.history.begun(own) : undefined,
      needs.has("others") ? around.cards(root) : undefined,
      needs.has("owners") ? around.owners(root) : undefined,
    ]);
    targets.closed(own);
    return {
      today: today ?? host.today,
      ...name,
      ...(found && { targets: found }),
      ...(checked && { diagrams: checked }),
      ...(history && { history }),
      ...(begun && { begun }),
      ...(side && { side }),
      ...(others && { others }),
      ...(known && { owners: known }),
    };
  };
}

/** What rules need at a stage under settings, found once for each of them. */
function rememberedNeeds(
  only: ReadonlySet<string> | undefined,
): (stage: Stage, settings: Document["settings"]) => ReadonlySet<FactName> {
  const kept = new WeakMap<Document["settings"], Map<Stage, ReadonlySet<FactName>>>();
  return (stage, settings) => {
    const stages = kept.get(settings) ?? new Map<Stage, ReadonlySet<FactName>>();
    kept.set(settings, stages);
    const known = stages.get(stage) ?? neededFacts(stage, settings, only);
    stages.set(stage, known);
    return known;
  };
}
