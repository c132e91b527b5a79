/** The requests about the steps that a design takes on its way; see `protocol.ts`. */
import type { DocumentStatus, Range } from "./protocol.ts";

export type LifecycleStep =
  | "requestReview"
  | "approve"
  | "markImplemented"
  | "reject"
  | "withdraw"
  | "supersede";

/** Client to server: the steps that a design document may take now; null where the file is none. */
export const LifecycleSteps = "designDocs/lifecycleSteps";
export interface LifecycleStepsParams {
  readonly uri: string;
}
export type LifecycleStepsResult = {
  /** Where it stands by its own status, whatever it is judged as. */
  readonly stage: DocumentStatus["stage"];
  readonly steps: readonly {
    readonly step: LifecycleStep;
    /** For people: `Request Review`. */
    readonly title: string;
    /** The status that it would have. */
    readonly status: string;
    /** It leads on from where the document stands. */
    readonly recommended: boolean;
  }[];
} | null;

/** What stands against a step: the findings that a document has at a stage. */
export interface StandingAgainst {
  readonly stage: DocumentStatus["stage"];
  readonly errors: number;
  readonly warnings: number;
  /** Where the first of them is. */
  readonly first: Range | null;
}

/**
 * Client to server: the edits that take a step, of all documents that it changes, and what stands against it. Nothing
 * is changed by asking. The document has to be open; a successor need not be.
 */
export const TakeStep = "designDocs/takeStep";
export interface TakeStepParams {
  readonly uri: string;
  readonly step: LifecycleStep;
  /** The design that takes the place of this one, where the step is `supersede`. Without it the place is left empty. */
  readonly successor?: string;
  /** `Name <email>` of the person who acts; whom the server knows as the author where it is absent. */
  readonly author?: string;
}
export type TakeStepResult =
  | {
      readonly kind: "edits";
      /** For people: `Request Review`. */
      readonly title: string;
      readonly edits: readonly {
        readonly uri: string;
        /** Of the open document that they were made for; null where it is not open. */
        readonly version: number | null;
        readonly edits: readonly { readonly range: Range; readonly newText: string }[];
      }[];
      /** Where the author writes next, once the edits are made. */
      readonly cursor: { readonly uri: string; readonly range: Range };
      readonly against: StandingAgainst;
    }
  /** `reason` is a sentence for people. */
  | { readonly kind: "refused"; readonly reason: string };

/**
 * Client to server: judges an open document as if it stood at a stage, until its next edit, and says what it finds; null
 * where the file is no design document. Its diagnostics are those of that stage from now on.
 */
export const CheckReadiness = "designDocs/checkReadiness";
export interface CheckReadinessParams {
  readonly uri: string;
  /** The next one on the document's way where it is absent: a draft is judged as in review. */
  readonly stage?: DocumentStatus["stage"];
}
export type CheckReadinessResult =
  | (StandingAgainst & {
      /** The step that leads to that stage; absent where none is offered. */
      readonly next?: { readonly step: LifecycleStep; readonly title: string };
    })
  | null;

/** Client to server: the design documents that may take the place of another one, in the order of their paths. */
export const SuccessorChoices = "designDocs/successorChoices";
export interface SuccessorChoicesParams {
  readonly uri: string;
}
export type SuccessorChoicesResult = readonly {
  readonly uri: string;
  /** Empty where the document has none. */
  readonly title: string;
  /** As written. */
  readonly status: string;
  /** Within its workspace folder. */
  readonly path: string;
}[];
