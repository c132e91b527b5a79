import type { Collection } from "../config/config.ts";
import { noBaseline, readBaseline, type Baseline, type ReadBaseline } from "../config/baseline.ts";
import type { Message } from "../messages/message.ts";
import type { Accepted } from "../rules/support/fingerprint.ts";
import type { Files } from "./files.ts";
import { canonical, pathWithin, under } from "./uris.ts";

/** What a team's baseline has of a document. */
export interface DocumentBaseline {
  /** The canonical URI of the baseline's file, which need not be there, and its path from the configuration. */
  readonly uri: string;
  readonly name: string;
  /** The path of the document, by which the baseline has it. */
  readonly path: string;
  /** The same list for as long as the baseline has the same text. */
  readonly accepted: readonly Accepted[];
  /** The whole baseline, empty where its file is not there or cannot be read. */
  readonly baseline: Baseline;
  /** The text of the file; nothing where it is not there. */
  readonly text: string | undefined;
  /** Why the file accepts nothing. */
  readonly problem?: Message;
}

/** What says where a document's baseline is: the folder of a configuration and one of its collections. */
export interface BaselineClaim {
  readonly config: { readonly folder: string };
  readonly collection: Pick<Collection, "baseline">;
}

export interface Baselines {
  /** Nothing where no collection takes the document, or it has no baseline. */
  of(document: string, claim: BaselineClaim | undefined): Promise<DocumentBaseline | undefined>;
}

const none: readonly Accepted[] = [];

/** Baselines from `files`; `openText` gives the text of a file that is open, since unsaved edits count. */
export function createBaselines(
  files: Pick<Files, "readFile">,
  openText: (uri: string) => string | undefined,
): Baselines {
  const read = new Map<string, { readonly text: string; readonly result: ReadBaseline }>();

  const parsed = (uri: string, name: string, text: string | undefined): ReadBaseline => {
    if (text === undefined) return { baseline: noBaseline };
    const last = read.get(uri);
    if (last?.text === text) return last.result;
    const result = readBaseline(text, name);
    read.set(uri, { text, result });
    return result;
  };

  return {
    async of(document, claim) {
      const name = claim?.collection.baseline;
      if (!claim || name === undefined) return undefined;
      const { folder } = claim.config;
      const path = pathWithin(folder, canonical(document));
      if (path === undefined) return undefined;
      const uri = canonical(under(folder, name.replace(/^\/+/, "")));
      const text = openText(uri) ?? (await files.readFile(uri));
      const { baseline, problem } = parsed(uri, name, text);
      const accepted = baseline.get(path) ?? none;
      return { uri, name, path, accepted, baseline, text, ...(problem && { problem }) };
    },
  };
}
