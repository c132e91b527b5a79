import type { CancellationToken, TextDocuments } from "vscode-languageserver";
import { judge, judgeInSteps, readText } from "../service.ts";
import type { Stage } from "../template/status.ts";
import { createAnalyses } from "../workspace/analyses.ts";
import type { DocumentBaseline } from "../workspace/baselines.ts";
import type { Claim } from "../workspace/config-file.ts";
import type { Governing } from "../workspace/templates.ts";
import type { DocumentFacts } from "./facts.ts";
import { described, stopIfCancelled, type Log } from "./guard.ts";
import { behindAnswers, type Host } from "./host.ts";
import { createJudgings } from "./judging.ts";
import type { OpenText } from "./open-text.ts";
import type { ConfiguredScope, Opened, Placed } from "./session.ts";
import type { Scope } from "./settings-store.ts";
import type { Standings } from "./standing.ts";

/** What governs a design document. */
export interface Scoped {
  readonly scope: ConfiguredScope;
  readonly governing: Governing;
  readonly claim: Claim | undefined;
}

/** What an open document is judged by, as far as it is no matter of its own text. */
export interface Standing {
  readonly place: Placed;
  /** Nothing where it is no design document. */
  readonly scoped: Scoped | undefined;
  readonly baseline: DocumentBaseline | undefined;
}

/** Looks at open documents. */
export interface Looks {
  /** The document as it is now with its analysis; see {@link Session.opened}. */
  whole(uri: string, token?: CancellationToken): Promise<Opened | undefined>;
  /** The same with as much of the analysis as there is soon; the rest is told by `changed`. */
  soon(uri: string, token?: CancellationToken): Promise<Opened | undefined>;
  closed(uri: string): void;
}

export interface LookParts {
  readonly host: Host;
  readonly log: Log;
  readonly documents: Pick<TextDocuments<OpenText>, "get">;
  readonly standings: Pick<Standings<Standing>, "of">;
  readonly facts: Pick<DocumentFacts, "of">;
  author(scope: Scope): string;
  /** The stage as which this version of a document is to be judged, in place of its own. */
  stage(uri: string, version: number): Stage | undefined;
  /** Somebody looks at a design document. */
  seen(uri: string, scope: Scope): void;
  /** More is to be said of a document than was at first. */
  changed(uri: string): void;
}

/** An open document, and whether only a part of what is to be said of it is known. */
interface Look {
  readonly opened: Opened;
  readonly isPart: boolean;
}

/** Nothing was looked at yet. */
export function createLooks(parts: LookParts): Looks {
  const { host, log, documents, standings } = parts;
  const analyses = createAnalyses({ read: readText, judge, judgeInSteps });
  const judgings = createJudgings(analyses, host);

  const look = async (uri: string, soon: boolean, token?: CancellationToken): Promise<Look | undefined> => {
    for (;;) {
      const { scoped, baseline } = await standings.of(uri);
      stopIfCancelled(token);
      // The text is taken after all waiting, so that an answer is about the newest one.
      const document = documents.get(uri);
      if (!scoped || !document) return undefined;
      const { scope, governing, claim } = scoped;
      parts.seen(uri, scope);
      const { template } = governing;
      const { version, rope: text } = document;
      const analysed = analyses.read({ uri, text, template });
      const since = claim?.collection.since;
      const facts = parts.facts.of(uri, analysed, parts.author(scope), since);
      const stage = parts.stage(uri, version);
      const terms = { settings: scope.settings, since, accepted: baseline?.accepted, facts };
      const judging = stage === undefined ? terms : { ...terms, stage };
      const judged = await judgings.of(
        { uri, analysed, judging },
        {
          soon,
          stop: () => stopIfCancelled(token),
          isCurrent: () => documents.get(uri) === document && document.rope === text,
        },
      );
      // Somebody has typed meanwhile, or something has become known.
      if (!judged) continue;
      const { analysis, isPart } = judged;
      if (analysis.ignored) return undefined;
      const opened = { document, analysis, scope, governing, ...(baseline && { baseline }) };
      return { isPart, opened: stage === undefined ? opened : { ...opened, asIf: stage } };
    }
  };

  const finishing = new Set<string>();
  const finish = async (uri: string): Promise<void> => {
    if (finishing.has(uri)) return;
    finishing.add(uri);
    try {
      await behindAnswers(host);
      await look(uri, false);
    } catch (error) {
      log.error(`judging failed: ${described(error)}`);
    } finally {
      finishing.delete(uri);
    }
    parts.changed(uri);
  };

  return {
    whole: async (uri, token) => (await look(uri, false, token))?.opened,
    async soon(uri, token) {
      // While the rest is being found, whoever asks again waits for all of it: parts are told once.
      const seen = await look(uri, !finishing.has(uri), token);
      if (seen?.isPart === true) void finish(uri);
      return seen?.opened;
    },
    closed(uri) {
      analyses.drop(uri);
      judgings.closed(uri);
    },
  };
}
