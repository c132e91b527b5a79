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

/** A document as far as facts hang on more than its text. */
export type Asking = Pick<Document, "uri" | "claim" | "settings">;

/** What has to be asked about a document, as plain data. What is absent is not asked. */
export interface Questions {
  /** The paths of its links, and those among them with a fragment. */
  readonly paths?: readonly string[];
  readonly withFragment?: readonly string[];
  readonly diagrams?: readonly string[];
  /** The line of its status, of which the day is asked. */
  readonly statusLine?: string;
  readonly asksBase?: true;
  /** The first commit, where the `since` of its collection hangs on it. */
  readonly asksBegun?: true;
  readonly asksOthers?: true;
  readonly asksOwners?: true;
}

/** Finds the facts about documents: as far as a rule that runs on them needs them, and all awaited. */
export interface FactFinder {
  questionsOf(document: Asking, analysed: Analysed): Promise<Questions>;
  answers(document: Asking, questions: Questions, analysed: Analysed): Promise<Facts>;
  /** What links may lead to, by the folder of the workspace. */
  targetsIn(folder: string): Targets;
  past(uri: string, questions: Questions, analysed: Analysed): Promise<Pick<Facts, "history" | "begun">>;
}

type Request = Pick<CheckRequest, "today" | "stage" | "base"> & Partial<Pick<CheckRequest, "only">>;

/**
 * Asks the host for facts. Documents are compared with the base that the request names; without one, nothing
 * is told that hangs on a base.
 */
export function createFactFinder(
  { today, stage, base, only }: Request,
  rootOf: RootOf,
  around: Around,
  host: Host,
): FactFinder {
  const diagrams = rememberedDiagrams(host.diagrams);
  const needsOf = rememberedNeeds(only);
  // What links may lead to hangs on the workspace, so each has its own store of answers.
  const stores = new Map<string, Targets>();
  const targetsIn = (folder: string): Targets => {
    const known =
      stores.get(folder) ??
      createTargets({
        files: host.files,
        openText: () => undefined,
        folders: () => [folder],
        isSettled: true,
      });
    stores.set(folder, known);
    return known;
  };

  const drawn = async (sources: readonly string[]): Promise<ReadonlyMap<string, DiagramFact>> => {
    const answers = sources.map(async (source) => [source, await diagrams.check(source)] as const);
    return new Map(await Promise.all(answers));
  };

  const past = async (
    uri: string,
    { asksBase, asksBegun, statusLine }: Questions,
    { template }: Pick<Analysed, "template">,
  ): Promise<Pick<Facts, "history" | "begun">> => {
    const [found, statusSince, begun] = await Promise.all([
      asksBase ? host.history.base(uri, base) : undefined,
      statusLine === undefined ? undefined : host.history.lineDay(uri, statusLine),
      asksBegun ? host.history.begun(uri) : undefined,
    ]);
    const history: HistoryFact = {
      ...(found && {
        base: {
          ref: found.ref,
          ...(found.text !== undefined && { analysed: readText(found.text, template) }),
        },
      }),
      ...(statusSince !== undefined && { statusSince }),
    };
    return { ...((found ?? statusSince) !== undefined && { history }), ...(begun && { begun }) };
  };

  return {
    targetsIn,
    past,
    async questionsOf({ uri, claim, settings }, analysed) {
      const own = canonical(uri);
      const name = { fileName: nameOf(uri), uri: own };
      const side = await readSideFile(host.files, own);
      const at = stage ?? stageOf(analysed, side ? { side } : {});
      const needs = needsOf(at, settings);
      const asksText = needs.has("targets") || needs.has("diagrams") || needs.has("history");
      const wants = asksText ? wantsOf(analysed) : undefined;
      const { statusLine } = wants ?? {};
      const asksBegun = claim?.collection.since !== undefined && saidBirthDay(analysed, name) === undefined;
      return {
        ...(wants && needs.has("targets") && { paths: wants.paths, withFragment: wants.withFragment }),
        ...(wants && needs.has("diagrams") && { diagrams: wants.diagrams }),
        // Only how long a review lasts is read from the day of the status.
        ...(needs.has("history") && at === "review" && statusLine !== undefined && { statusLine }),
        ...(needs.has("history") && base !== undefined && { asksBase: true }),
        ...(asksBegun && { asksBegun }),
        ...(needs.has("others") && { asksOthers: true }),
        ...(needs.has("owners") && { asksOwners: true }),
      };
    },
    async answers({ uri }, questions, analysed) {
      const own = canonical(uri);
      const root = await rootOf(parentOf(own));
      const targets = targetsIn(root.folder);
      const { paths, withFragment = [] } = questions;
      const [found, checked, before, others, known, side] = await Promise.all([
        paths && targets.of(own, { paths, withFragment }),
        questions.diagrams && drawn(questions.diagrams),
        past(own, questions, analysed),
        questions.asksOthers ? around.cards(root) : undefined,
        questions.asksOwners ? around.owners(root) : undefined,
        readSideFile(host.files, own),
      ]);
      targets.closed(own);
      return {
        today: today ?? host.today,
        fileName: nameOf(uri),
        uri: own,
        ...(found && { targets: found }),
        ...(checked && { diagrams: checked }),
        ...before,
        ...(side && { side }),
        ...(others && { others }),
        ...(known && { owners: known }),
      };
    },
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
