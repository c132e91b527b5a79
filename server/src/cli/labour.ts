import type { CheckRequest } from "./args.ts";
import { atOnce, createChecker, type Checked } from "./check-document.ts";
import type { Document } from "./collect.ts";
import { startCrew, type Crew } from "./crew.ts";
import { createFactPrints } from "./fact-prints.ts";
import { createFactFinder, type FactFinder } from "./facts.ts";
import type { Templates } from "./governing.ts";
import type { Host } from "./host.ts";
import type { Surroundings } from "./surroundings.ts";
import { inTurns } from "./turns.ts";
import {
  createAround,
  createHeadsOf,
  createRoots,
  type Around,
  type HeadsOf,
  type KnownPrint,
  type RootOf,
} from "./workspaces.ts";

/** What all documents of a run are checked by. */
export interface Checking {
  readonly request: CheckRequest;
  readonly templates: Templates;
  readonly surroundings: Surroundings;
  readonly host: Host;
}

/** Who does the work of a run: this thread, or several where there is enough of it. What comes of it is the same. */
export interface Labour {
  readonly around: Around;
  readonly rootOf: RootOf;
  readonly finder: FactFinder;
  /**
   * What became of each document, in their order. One that cannot be checked does not keep the others from it. Rejects
   * where a thread breaks off. `done` is told how many more are done.
   */
  check(documents: readonly Document[], done: (count: number) => void): Promise<readonly Checked[]>;
  end(): void;
}

/** What is remembered of heads from one run to the next. */
export interface Memory {
  /** Reads only those heads of which none is kept. */
  remembering(headsOf: HeadsOf): HeadsOf;
  readonly cardsPrint: KnownPrint;
}

// A thread has to read the program and to warm up, which takes as long as some dozens of documents.
const fewest = 100;
const documentsEach = 50;
// A head is much less work than the whole of a document.
const headsToOne = 10;

/** Nobody works yet. `memory` may stand before the reading of heads. */
export function createLabour({ request, templates, surroundings, host }: Checking, memory?: Memory): Labour {
  let crew: Crew | undefined;

  /** The threads, if so many documents are worth it. */
  const crewFor = (documents: number): Crew | undefined => {
    const count = threadsFor(documents, request, host);
    if (count > 1 && host.threads) crew ??= startCrew(host.threads, count, request, around, host);
    return crew;
  };

  const headsHere = createHeadsOf(templates, surroundings, host.files);
  const headsOf: HeadsOf = (uris) => (crewFor(uris.length / headsToOne)?.headsOf ?? headsHere)(uris);
  const around = createAround(
    memory?.remembering(headsOf) ?? headsOf,
    surroundings,
    host,
    memory?.cardsPrint,
  );
  const rootOf = createRoots(surroundings, host);
  const finder = createFactFinder(request, rootOf, around, host);

  const checkHere = (
    documents: readonly Document[],
    done: (count: number) => void,
  ): Promise<readonly Checked[]> => {
    const prints = request.cache && createFactPrints(finder, rootOf, around, host, request.base);
    const check = createChecker(request, templates, finder, host, prints);
    // What is written must not meet what is read.
    return inTurns(
      documents,
      request.fixing === "none" ? atOnce : 1,
      async (document) => {
        const checked = await check(document);
        done(1);
        return checked;
      },
      host.turn,
    );
  };

  return {
    around,
    rootOf,
    finder,
    check: (documents, done) => (crewFor(documents.length)?.check ?? checkHere)(documents, done),
    end: () => crew?.end(),
  };
}

/** How many threads are of use; 1 is this one. */
function threadsFor(documents: number, { fixing, threads }: CheckRequest, host: Host): number {
  if (fixing !== "none" || !host.threads) return 1;
  if (threads !== undefined) return Math.min(threads, documents);
  return documents < fewest ? 1 : Math.min(host.threads.most, Math.ceil(documents / documentsEach));
}
