import type { Facts } from "../facts/facts.ts";
import type { Analysis, Judging, Part } from "../service.ts";
import type { Settings } from "../settings/settings.ts";
import type { Analysed } from "../template/analysed.ts";
import type { Template } from "../template/template.ts";
import type { Text } from "../text/rope.ts";

/** What the reading of a document hangs on. Templates are compared by identity. */
export interface ReadingKey {
  readonly uri: string;
  /** The text, by identity: two changes may have one version, and a document that is opened again begins anew. */
  readonly text: Text;
  readonly template: Template;
}

/** The last analysis of each document, kept while nothing that it hangs on has changed. */
export interface Analyses {
  /** The document beside its template. */
  read(key: ReadingKey): Analysed;
  /** What is said of it. Facts that arrive are judged without reading the text again. */
  judge(uri: string, analysed: Analysed, judging: DocumentJudging): Analysis;
  /** {@link judge} one rule a step, which is kept when the last step was made. */
  judgeInSteps(
    uri: string,
    analysed: Analysed,
    judging: DocumentJudging,
  ): Generator<Part, Analysis, undefined>;
  /** Whether something is known of the document that an edit leaves as it was. */
  hasJudged(uri: string): boolean;
  /** Whether the same is said of both. */
  isSame(a: Pick<Judged, "analysed" | "judging">, b: Pick<Judged, "analysed" | "judging">): boolean;
  /** Forgets a document that was closed. */
  drop(uri: string): void;
}

/** By what a document in an editor is judged. Settings and what was accepted are compared by identity. */
export type DocumentJudging = Pick<Judging, "facts" | "since" | "accepted" | "stage"> & {
  readonly settings: Settings;
};

/** What an edit left as it was before is neither read nor judged again. */
interface Engine {
  read(text: Text, template: Template, before?: Analysed): Analysed;
  judge(analysed: Analysed, judging: Judging, before?: Analysis): Analysis;
  judgeInSteps(analysed: Analysed, judging: Judging, before?: Analysis): Generator<Part, Analysis, undefined>;
}

interface Judged {
  readonly analysed: Analysed;
  readonly judging: DocumentJudging;
  readonly analysis: Analysis;
}

/** A memo over the engine, one entry a document. Nothing in it is needed for an answer to be right. */
export function createAnalyses(engine: Engine): Analyses {
  const readings = new Map<string, ReadingKey & { readonly analysed: Analysed }>();
  const judged = new Map<string, Judged>();
  return {
    read({ uri, text, template }) {
      const last = readings.get(uri);
      if (last?.text === text && last.template === template) return last.analysed;
      const analysed = engine.read(text, template, last?.template === template ? last.analysed : undefined);
      readings.set(uri, { uri, text, template, analysed });
      return analysed;
    },
    judge(uri, analysed, judging) {
      const last = judged.get(uri);
      if (last && isSame(last, { analysed, judging })) return last.analysis;
      const analysis = engine.judge(analysed, judging, last?.analysis);
      judged.set(uri, { analysed, judging, analysis });
      return analysis;
    },
    *judgeInSteps(uri, analysed, judging) {
      const last = judged.get(uri);
      if (last && isSame(last, { analysed, judging })) return last.analysis;
      const analysis = yield* engine.judgeInSteps(analysed, judging, last?.analysis);
      judged.set(uri, { analysed, judging, analysis });
      return analysis;
    },
    hasJudged: (uri) => judged.has(uri),
    isSame,
    drop(uri) {
      readings.delete(uri);
      judged.delete(uri);
    },
  };
}

const isSame = (a: Pick<Judged, "analysed" | "judging">, b: Pick<Judged, "analysed" | "judging">): boolean =>
  a.analysed === b.analysed && sameJudging(a.judging, b.judging);

const sameJudging = (a: DocumentJudging, b: DocumentJudging): boolean =>
  a.settings === b.settings &&
  a.since === b.since &&
  a.stage === b.stage &&
  a.accepted === b.accepted &&
  sameFacts(a.facts, b.facts);

/** Facts are compared one by one: those that come from a store are the same objects while nothing is different. */
function sameFacts(a: Facts, b: Facts): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]) as ReadonlySet<keyof Facts>;
  return [...names].every((name) => a[name] === b[name]);
}
