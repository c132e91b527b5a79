/** Whether there is a language server; `idle` for as long as nothing has needed one. */
export type ServerState = "idle" | "starting" | "running" | "stopped";

/** What other extensions see of this one, and what its own tests look at. */
export interface Exports {
  readonly serverState: () => ServerState;
}
