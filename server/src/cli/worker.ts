import type { Card } from "../facts/facts.ts";
import { canonical } from "../workspace/uris.ts";
import type { CheckRequest } from "./args.ts";
import { atOnce, createChecker, type Checked, type Checker } from "./check-document.ts";
import { documentAt, reasonOf } from "./collect.ts";
import { createFactPrints } from "./fact-prints.ts";
import { createFactFinder } from "./facts.ts";
import { foundTemplates, givenTemplate } from "./governing.ts";
import type { Host } from "./host.ts";
import { shownPaths } from "./paths.ts";
import { createSurroundings, type Surroundings } from "./surroundings.ts";
import { inTurns } from "./turns.ts";
import type { Answer, Done, FromWorker, Job, Named, Question, ToWorker } from "./worker-messages.ts";
import { createHeadsOf, createRoots, rootKey, type Around, type HeadsOf } from "./workspaces.ts";

/** The host of a worker, which has no threads, and asks others about diagrams. */
export type WorkerHost = Omit<Host, "diagrams" | "threads">;

/**
 * The other end of a thread: gives what takes its messages. Findings are the same wherever a document is checked, since
 * a worker finds out by itself what governs a document, and asks for what is one for all.
 */
export function createWorker(
  host: WorkerHost,
  post: (message: FromWorker) => void,
): (message: ToWorker) => void {
  const waiting = new Map<number, (answer: Answer) => void>();
  let asked = 0;
  const ask = (question: Question): Promise<Answer> =>
    new Promise((resolve) => {
      waiting.set(asked, resolve);
      post({ kind: "question", id: asked++, question });
    });
  let crew: Promise<Ready> | undefined;
  const fail = (error: unknown): void => post({ kind: "failed", reason: reasonOf(error) });

  return (message) => {
    switch (message.kind) {
      case "begin":
        crew = prepare(message.request, { ...host, today: message.today }, ask);
        crew.catch(fail);
        return;
      case "job":
        crew
          ?.then((ready) => work(message.job, ready))
          .then((result) => post({ kind: "done", id: message.id, result }))
          .catch(fail);
        return;
      case "answer":
        waiting.get(message.id)?.(message.answer);
        waiting.delete(message.id);
    }
  };
}

interface Ready {
  readonly headsOf: HeadsOf;
  readonly check: Checker;
  readonly surroundings: Surroundings;
  readonly shown: (uri: string) => string;
  readonly turn: () => Promise<void>;
}

async function prepare(
  request: CheckRequest,
  host: WorkerHost,
  ask: (question: Question) => Promise<Answer>,
): Promise<Ready> {
  const own: Host = { ...host, diagrams: askedDiagrams(ask) };
  const only = request.config === undefined ? undefined : canonical(host.toUri(request.config));
  const surroundings = createSurroundings(own, only);
  const templates =
    request.template === undefined
      ? foundTemplates(surroundings, own)
      : await givenTemplate(request.template, own);
  if (typeof templates === "string") throw new Error(templates);
  const roots = createRoots(surroundings, own);
  const around = askedAround(ask);
  const finder = createFactFinder(request, roots, around, own);
  const prints = request.cache && createFactPrints(finder, roots, around, own, request.base);
  return {
    headsOf: createHeadsOf(templates, surroundings, own.files),
    check: createChecker(request, templates, finder, own, prints),
    surroundings,
    shown: shownPaths(host.folder),
    turn: own.turn,
  };
}

async function work(job: Job, { headsOf, check, surroundings, shown, turn }: Ready): Promise<Done> {
  if (job.kind === "heads") {
    const heads = await headsOf(job.uris);
    return { kind: "heads", heads: job.uris.map((uri) => heads.get(uri)) };
  }
  const one = async ({ uri, named }: Named): Promise<Checked> =>
    check(documentAt(uri, named, await surroundings.placed(uri), shown(uri)));
  return { kind: "check", checked: await inTurns(job.documents, atOnce, one, turn) };
}

const askedDiagrams = (ask: (question: Question) => Promise<Answer>): Host["diagrams"] => ({
  async check(source) {
    const answer = await ask({ kind: "diagram", source });
    return answer.kind === "diagram" ? answer.fact : { kind: "unknown" };
  },
});

/** What is around documents, asked once for each workspace. */
function askedAround(ask: (question: Question) => Promise<Answer>): Around {
  const cards = new Map<string, Promise<readonly Card[]>>();
  const prints = new Map<string, Promise<string>>();
  const owners = new Map<string, Promise<ReadonlySet<string> | undefined>>();
  return {
    cards(root) {
      const key = rootKey(root);
      const known =
        cards.get(key) ??
        ask({ kind: "cards", root }).then((answer) =>
          answer.kind === "cards" ? (JSON.parse(answer.json) as readonly Card[]) : [],
        );
      cards.set(key, known);
      return known;
    },
    cardsPrint(root) {
      const key = rootKey(root);
      const known =
        prints.get(key) ??
        ask({ kind: "cardsPrint", root }).then((answer) =>
          answer.kind === "cardsPrint" ? answer.print : "",
        );
      prints.set(key, known);
      return known;
    },
    owners(root) {
      const key = rootKey(root);
      const known =
        owners.get(key) ??
        ask({ kind: "owners", root }).then((answer) =>
          answer.kind === "owners" && answer.owners ? new Set(answer.owners) : undefined,
        );
      owners.set(key, known);
      return known;
    },
  };
}
