/** Whether there is a language server; `idle` for as long as nothing has needed one. */
export type ServerState = "idle" | "starting" | "running" | "stopped";

/** What other extensions see of this one, and what its own tests look at. */
export interface Exports {
  readonly serverState: () => ServerState;
  /** What the view of design documents shows, as far as it was asked for. */
  readonly documentsShown: () => Promise<ShownDocuments>;
}

/** What the view of design documents shows, in words, with all groups opened. */
export interface ShownDocuments {
  readonly complete: boolean | undefined;
  readonly waiting: number;
  readonly groups: readonly {
    readonly label: string;
    readonly description: string;
    readonly items: readonly {
      readonly label: string;
      readonly description: string;
      readonly context: string;
    }[];
  }[];
}
