import type { Analysed } from "../template/analysed.ts";
import type { Stage } from "../template/status.ts";
import type { DiagramFact } from "./diagram.ts";
import type { Succession } from "./succession.ts";

/**
 * What is known from outside the text. Rules never look for themselves. What may be absent here is either
 * not known yet or not to be had: a rule that lacks it tells nothing, and is asked again when it arrives.
 */
export interface Facts {
  /** `YYYY-MM-DD`, in the time zone of the person. */
  readonly today: string;
  /** The document's file name without its folder. */
  readonly fileName: string;
  /** The document's own URI in its canonical spelling, by which {@link Card}s name each other. */
  readonly uri?: string;
  /** `Name <email>` of the person who writes, where it is known. */
  readonly author?: string;
  /** What a file beside the document says of it, as a `kep.yaml` does. Absent where there is none. */
  readonly side?: SideFact;
  /** What links lead to, by the path that `readLink` finds in them. */
  readonly targets?: ReadonlyMap<string, TargetFact>;
  /** What Mermaid says of each diagram, by its source. */
  readonly diagrams?: ReadonlyMap<string, DiagramFact>;
  readonly history?: HistoryFact;
  /** When the document was first committed. Asked only where a team’s `since` hangs on it. */
  readonly begun?: Begun;
  /** The other design documents of the workspace, in the order of their paths. This one may be among them. */
  readonly others?: readonly Card[];
  /** The handles that owners files name, in lower case, each with its `@`. Absent where there is no such file. */
  readonly owners?: ReadonlySet<string>;
}

/** What stands at the path of a link. A path that nobody could look at has no fact. */
export type TargetFact =
  | {
      readonly kind: "file";
      /** In its canonical spelling. */
      readonly uri: string;
      /** The fragments that lead somewhere in it, in lower case; absent for files that are no Markdown. */
      readonly anchors?: ReadonlySet<string>;
    }
  | { readonly kind: "folder" }
  /** `meant` is a path, spelt as the link would have it, at which a file of the same or nearly the same name stands. */
  | { readonly kind: "absent"; readonly meant?: string }
  /** It is found only because the file system here ignores case; `written` is the path as it is really spelt. */
  | { readonly kind: "otherCase"; readonly written: string };

/** The fields of a file beside the document that holds its header. Nothing of it stands in the document. */
export interface SideFact {
  readonly fileName: string;
  readonly fields: readonly SideField[];
}

export interface SideField {
  readonly key: string;
  readonly value: string;
}

/** What Git knows of the document. */
export interface HistoryFact {
  /** The document at the commit that it is compared with; `analysed` is absent where it did not exist there. */
  readonly base?: { readonly ref: string; readonly analysed?: Analysed };
  /** The day of the commit that gave the status its present value; absent where that is not committed. */
  readonly statusSince?: string;
}

/** When a file was first committed; neither of the two where it never was, or nobody can say. */
export interface Begun {
  /** `YYYY-MM-DD`, the author’s day. */
  readonly day?: string;
  /** Its first commit lies beyond the end of a shallow clone. */
  readonly beyond?: true;
}

/** What lists of documents say of one besides its title and status. What its header does not say is absent. */
export interface About {
  /** For people: the authors' names without addresses, separated by commas. */
  readonly author?: string;
  /** The day on which it was begun, `YYYY-MM-DD`. */
  readonly date?: string;
  /** The day on which it was changed last, as its header says, `YYYY-MM-DD`. */
  readonly updated?: string;
  /** The handles of those who are to review, approve or decide, each with its `@`, once. */
  readonly reviewers?: readonly string[];
  readonly number?: number;
  /** The template's word in its status, where it is not all that the status says: `SUPERSEDED` of `SUPERSEDED by …`. */
  readonly statusWord?: string;
  /** What its header has for its implementation: addresses, or numbers such as `#12` as they are written. */
  readonly implementation?: readonly string[];
}

/**
 * What other documents and lists want to know of a design document: its header and name. Day and number are the
 * header's, else the file name's.
 */
export interface Card extends About {
  /** In its canonical spelling. */
  readonly uri: string;
  /** The path within its workspace folder, for people. */
  readonly path: string;
  readonly fileName: string;
  /** The H1, empty where there is none. */
  readonly title: string;
  /** The status as written, empty where there is none. */
  readonly status: string;
  readonly stage: Stage;
  /** URIs of the documents that its header says it supersedes. */
  readonly supersedes: readonly string[];
  /** URIs of the documents that its header says it is superseded by. */
  readonly supersededBy: readonly string[];
  /** URIs of the documents that fields such as `Depends on` and `Related` name. Absent where they name none. */
  readonly depends?: readonly string[];
  /** It also names documents that are none of the cards, or in words that name none of them for certain. */
  readonly vague?: readonly Succession[];
}

/** The facts that may be absent, and the clock, on which a finding can hang. */
export type FactName = "targets" | "diagrams" | "history" | "others" | "owners" | "clock";
