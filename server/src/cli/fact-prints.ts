import type { TargetFact } from "../facts/facts.ts";
import { digest } from "../text/digest.ts";
import { readSideFile } from "../workspace/side-files.ts";
import { canonical, nameOf, parentOf } from "../workspace/uris.ts";
import type { Asking, FactFinder, Questions } from "./facts.ts";
import type { Host } from "./host.ts";
import type { Around, RootOf } from "./workspaces.ts";

/** By what facts are known to be the same again. */
export interface FactPrints {
  /** Equal for equal answers to all questions but those about the past. */
  present(document: Asking, questions: Questions): Promise<string>;
  /** Equal for equal answers to the questions about the past; empty where there are none. */
  past(document: Asking, questions: Questions): Promise<string>;
  /**
   * Equal while the answers to the questions about the past are the same. Nothing where that cannot be said, so that
   * they have to be compared themselves.
   */
  pastState(document: Asking, questions: Questions): Promise<string | undefined>;
}

/** Prints of what a finder answers. Of files that links lead to with a fragment, the whole text counts. */
export function createFactPrints(
  finder: Pick<FactFinder, "targetsIn">,
  rootOf: RootOf,
  around: Around,
  host: Pick<Host, "files" | "history" | "hashOf">,
  base: string | undefined,
): FactPrints {
  const targetPrint = async (fact: TargetFact | undefined, hasFragment: boolean): Promise<unknown> => {
    if (fact?.kind !== "file" || !hasFragment || !/\.(?:md|markdown)$/i.test(nameOf(fact.uri))) return fact;
    return [fact, await host.hashOf(fact.uri)];
  };
  const targetsPrint = async (
    uri: string,
    folder: string,
    { paths = [], withFragment = [] }: Questions,
  ): Promise<readonly unknown[]> => {
    const targets = finder.targetsIn(folder);
    const facts = await targets.of(uri, { paths, withFragment: [] });
    targets.closed(uri);
    const wanted = new Set(withFragment);
    return Promise.all(paths.map((path) => targetPrint(facts.get(path), wanted.has(path))));
  };
  return {
    async present({ uri }, questions) {
      const own = canonical(uri);
      const root = await rootOf(parentOf(own));
      const [targets, others, owners, side] = await Promise.all([
        questions.paths && targetsPrint(own, root.folder, questions),
        questions.asksOthers && around.cardsPrint(root),
        questions.asksOwners && around.owners(root),
        readSideFile(host.files, own),
      ]);
      return digest(JSON.stringify([targets, others, owners && [...owners], side]));
    },
    async past({ uri }, { asksBase, asksBegun, statusLine }) {
      if (!asksBase && !asksBegun && statusLine === undefined) return "";
      const own = canonical(uri);
      return digest(
        JSON.stringify(
          await Promise.all([
            asksBase ? host.history.base(own, base) : undefined,
            statusLine === undefined ? undefined : host.history.lineDay(own, statusLine),
            asksBegun ? host.history.begun(own) : undefined,
          ]),
        ),
      );
    },
    pastState: async ({ uri }, { asksBase, asksBegun, statusLine }) =>
      asksBase || (!asksBegun && statusLine === undefined) ? undefined : host.history.state?.(canonical(uri)),
  };
}
