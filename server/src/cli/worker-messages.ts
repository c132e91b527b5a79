import type { DiagramFact } from "../facts/diagram.ts";
import type { Head } from "../workspace/read-head.ts";
import type { CheckRequest } from "./args.ts";
import type { Checked } from "./check-document.ts";
import type { Root } from "./workspaces.ts";

/** What a worker is told. All of it is plain data. */
export type ToWorker =
  /** The first message. */
  | { readonly kind: "begin"; readonly request: CheckRequest; readonly today: string }
  | { readonly kind: "job"; readonly id: number; readonly job: Job }
  | { readonly kind: "answer"; readonly id: number; readonly answer: Answer };

/** What a worker has to do. Work that is done is answered by its id. */
export type Job =
  | { readonly kind: "heads"; readonly uris: readonly string[] }
  | { readonly kind: "check"; readonly documents: readonly Named[] };

/** A document as far as a worker cannot find it out itself. */
export interface Named {
  readonly uri: string;
  readonly named: boolean;
}

export type FromWorker =
  | { readonly kind: "done"; readonly id: number; readonly result: Done }
  /** It cannot go on; the reason is one for people, without a full stop. */
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "question"; readonly id: number; readonly question: Question };

/** What came of a job, in the order of what it names. */
export type Done =
  | { readonly kind: "heads"; readonly heads: readonly (Head | undefined)[] }
  | { readonly kind: "check"; readonly checked: readonly Checked[] };

/** What workers ask, since the answer is one for all of them. */
export type Question =
  | { readonly kind: "cards"; readonly root: Root }
  | { readonly kind: "cardsPrint"; readonly root: Root }
  | { readonly kind: "owners"; readonly root: Root }
  | { readonly kind: "diagram"; readonly source: string };

export type Answer =
  /** The cards as JSON, which is read faster than so many objects are copied. */
  | { readonly kind: "cards"; readonly json: string }
  | { readonly kind: "cardsPrint"; readonly print: string }
  | { readonly kind: "owners"; readonly owners: readonly string[] | undefined }
  | { readonly kind: "diagram"; readonly fact: DiagramFact };
