import { rememberedDiagrams } from "../workspace/diagrams.ts";
import type { Head } from "../workspace/read-head.ts";
import type { CheckRequest } from "./args.ts";
import type { Checked } from "./check-document.ts";
import type { Document } from "./collect.ts";
import type { Host, Thread, Threads } from "./host.ts";
import { ownThread } from "./own-thread.ts";
import type { Answer, Done, FromWorker, Job, Question } from "./worker-messages.ts";
import type { Around, HeadsOf } from "./workspaces.ts";

/** Threads that check documents together. */
export interface Crew {
  readonly headsOf: HeadsOf;
  /** What became of each document, in their order. Rejects where a thread breaks off. */
  check(documents: readonly Document[], done: (count: number) => void): Promise<readonly Checked[]>;
  end(): void;
}

// So much is handed out at once that nobody waits for the next piece, and that the last pieces are not long.
const documentsAtOnce = 16;
const headsAtOnce = 64;
const jobsAtOnce = 2;
// This thread hands itself the next piece, and hears the others in between.
const jobsAtOnceHere = 1;

interface Pending {
  readonly job: Job;
  readonly done: (result: Done) => void;
}

interface Hand {
  readonly thread: Thread;
  /** How many jobs of a kind it may have that are not done. */
  readonly most: number;
  /** How many jobs of each kind it has that are not done. */
  readonly open: Record<Job["kind"], number>;
}

/**
 * So many threads with this one. They share out the documents piece by piece, as each has time. What is around documents is
 * asked of `around`, once for all of them.
 */
export function startCrew(
  threads: Threads,
  count: number,
  request: CheckRequest,
  around: Around,
  host: Host,
): Crew {
  const diagrams = rememberedDiagrams(host.diagrams);
  // Of those whose turn it is; the two kinds do not wait for each other, since checking waits for heads.
  const waiting: Record<Job["kind"], Pending[]> = { heads: [], check: [] };
  const open = new Map<number, Pending>();
  let given = 0;
  let fail: (reason: Error) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  // Whoever waits for work is told; nobody else has to be.
  failed.catch(() => undefined);

  const hands = Array.from({ length: count }, (_, index): Hand => {
    const isOther = index < count - 1;
    const hear = (message: FromWorker): void => told(hand, message);
    const hand: Hand = {
      thread: isOther
        ? threads.start(hear, (reason) => fail(new Error(broken(reason))))
        : ownThread(host, hear),
      most: isOther ? jobsAtOnce : jobsAtOnceHere,
      open: { heads: 0, check: 0 },
    };
    hand.thread.post({ kind: "begin", request, today: request.today ?? host.today });
    return hand;
  });

  const handOut = (): void => {
    for (const kind of ["heads", "check"] as const)
      for (let most = 1; most <= jobsAtOnce; most++)
        for (const hand of hands) {
          if (hand.open[kind] >= Math.min(most, hand.most)) continue;
          const next = waiting[kind].shift();
          if (!next) break;
          hand.open[kind]++;
          open.set(given, next);
          hand.thread.post({ kind: "job", id: given++, job: next.job });
        }
  };

  const told = (hand: Hand, message: FromWorker): void => {
    if (message.kind === "failed") return fail(new Error(broken(message.reason)));
    if (message.kind === "question") return void answer(hand, message.id, message.question).catch(fail);
    const pending = open.get(message.id);
    open.delete(message.id);
    if (pending) hand.open[pending.job.kind]--;
    pending?.done(message.result);
    handOut();
  };

  const answer = async (hand: Hand, id: number, question: Question): Promise<void> =>
    hand.thread.post({ kind: "answer", id, answer: await answerTo(question) });

  const answerTo = async (question: Question): Promise<Answer> => {
    switch (question.kind) {
      case "cards":
        return { kind: "cards", json: JSON.stringify(await around.cards(question.root)) };
      case "cardsPrint":
        return { kind: "cardsPrint", print: await around.cardsPrint(question.root) };
      case "owners": {
        const owners = await around.owners(question.root);
        return { kind: "owners", owners: owners && [...owners] };
      }
      case "diagram":
        return { kind: "diagram", fact: await diagrams.check(question.source) };
    }
  };

  /** Gives out jobs, and what came of them in their order. */
  const all = async (jobs: readonly Job[], done: (result: Done) => void): Promise<readonly Done[]> => {
    const results = jobs.map(
      (job) =>
        new Promise<Done>((resolve) => {
          waiting[job.kind].push({
            job,
            done(result) {
              done(result);
              resolve(result);
            },
          });
        }),
    );
    handOut();
    return Promise.race([Promise.all(results), failed]);
  };

  const headsOf: HeadsOf = async (uris) => {
    const jobs = pieces(uris, headsAtOnce).map((piece): Job => ({ kind: "heads", uris: piece }));
    const done = await all(jobs, () => undefined);
    const heads = new Map<string, Head>();
    for (const [index, head] of done.flatMap((one) => (one.kind === "heads" ? one.heads : [])).entries()) {
      const uri = uris[index];
      if (head && uri !== undefined) heads.set(uri, head);
    }
    return heads;
  };

  return {
    headsOf,
    async check(documents, done) {
      const jobs = pieces(documents, documentsAtOnce).map((piece): Job => ({
        kind: "check",
        documents: piece.map(({ uri, named }) => ({ uri, named })),
      }));
      const results = await all(jobs, (one) => done(one.kind === "check" ? one.checked.length : 0));
      return results.flatMap((one) => (one.kind === "check" ? one.checked : []));
    },
    end() {
      for (const { thread } of hands) thread.end();
    },
  };
}

const broken = (reason: string): string =>
  `A thread that checks documents broke off, so nothing is reported: ${reason}. With --threads 1 there is none`;

const pieces = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
