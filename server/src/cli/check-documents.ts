import type { CheckRequest } from "./args.ts";
import { createChecker, type Checked } from "./check-document.ts";
import { reasonOf, type Document } from "./collect.ts";
import { startCrew } from "./crew.ts";
import { createFactsOf } from "./facts.ts";
import type { Templates } from "./governing.ts";
import type { Host } from "./host.ts";
import type { Surroundings } from "./surroundings.ts";
import { inTurns } from "./turns.ts";
import { createAround, createHeadsOf, createRoots } from "./workspaces.ts";

/** What all documents of a run are checked by. */
export interface Checking {
  readonly request: CheckRequest;
  readonly templates: Templates;
  readonly surroundings: Surroundings;
  readonly host: Host;
}

// So many documents wait for the answers of others at the same time.
const mostAtOnce = 8;

/**
 * Checks documents, in this thread or shared out among several: what comes of it is the same. One that cannot be
 * checked does not keep the others from it. Where a thread breaks off, a sentence says so.
 */
export async function checkDocuments(
  documents: readonly Document[],
  checking: Checking,
): Promise<ReadonlyMap<Document, Checked> | string> {
  const { request, host, surroundings } = checking;
  const ordered = inOrder(documents);
  const count = threadsFor(ordered.length, request, host);
  const result = (checked: readonly Checked[]): ReadonlyMap<Document, Checked> =>
    new Map(
      ordered.flatMap((document, index) => {
        const one = checked[index];
        return one ? [[document, one] as const] : [];
      }),
    );
  if (count < 2 || !host.threads) return result(await checkHere(ordered, checking));
  const crew = startCrew(host.threads, count, request, surroundings, host);
  try {
    return result(await crew.check(ordered, () => undefined));
  } catch (error) {
    return reasonOf(error);
  } finally {
    crew.end();
  }
}

/** Documents before templates. */
export const inOrder = (documents: readonly Document[]): readonly Document[] => [
  ...documents.filter(({ isTemplate }) => !isTemplate),
  ...documents.filter(({ isTemplate }) => isTemplate),
];

function checkHere(
  documents: readonly Document[],
  { request, templates, surroundings, host }: Checking,
): Promise<readonly Checked[]> {
  const around = createAround(createHeadsOf(templates, surroundings, host.files), surroundings, host);
  const factsOf = createFactsOf(request, createRoots(surroundings, host), around, host);
  const check = createChecker(request, templates, factsOf, host);
  // What is written must not meet what is read.
  return inTurns(documents, request.fixing === "none" ? mostAtOnce : 1, check);
}

// A thread has to read the program and to warm up, which takes as long as some dozens of documents.
const fewest = 100;
const documentsEach = 50;

/** How many threads are of use; 1 is this one. */
function threadsFor(documents: number, { fixing, threads }: CheckRequest, host: Host): number {
  if (fixing !== "none" || !host.threads) return 1;
  if (threads !== undefined) return Math.min(threads, documents);
  return documents < fewest ? 1 : Math.min(host.threads.most, Math.ceil(documents / documentsEach));
}
