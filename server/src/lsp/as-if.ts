import type { Stage } from "../template/status.ts";

/** The stages as which open documents are judged for a while, in place of those that their statuses say. */
export interface AsIf {
  /** The stage for this version of a document; nothing once it was edited. */
  of(uri: string, version: number): Stage | undefined;
  /** Judges this version of a document, and no later one, as at a stage. */
  readonly set: (uri: string, version: number, stage: Stage) => void;
  closed(uri: string): void;
}

/** All documents are judged by their own statuses. `changed` is told which of them is judged otherwise from now on. */
export function createAsIf(changed: (uri: string) => void): AsIf {
  const asked = new Map<string, { readonly version: number; readonly stage: Stage }>();
  return {
    of(uri, version) {
      const one = asked.get(uri);
      return one?.version === version ? one.stage : undefined;
    },
    set(uri, version, stage) {
      asked.set(uri, { version, stage });
      changed(uri);
    },
    closed: (uri) => void asked.delete(uri),
  };
}
