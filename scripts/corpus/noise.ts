import type { Stage } from "../../server/src/template/status.ts";
import { randomFrom } from "../../test/kit/random.ts";
import type { Case } from "./cases.ts";
import { judged, templateOf, toldIn, type Told } from "./judged.ts";

/** The stages at which documents are judged, whatever they say of themselves. */
export const judgedStages = ["draft", "review", "approved"] as const satisfies readonly Stage[];

export type Noise = Readonly<Record<(typeof judgedStages)[number], readonly Told[]>>;

/** What is told of the documents of the cases, each beside its own template. */
export function noiseOf(cases: readonly Case[]): Noise {
  const at = (stage: Stage): readonly Told[] =>
    cases.flatMap(({ template, documents }) => {
      const read = templateOf(template);
      return documents.flatMap((document) => toldIn(document.path, judged(document, read, stage)));
    });
  return { draft: at("draft"), review: at("review"), approved: at("approved") };
}

/** As many of the findings as asked for, chosen by the seed, in the order of their files. */
export function sampled(told: readonly Told[], count: number, seed: number): readonly Told[] {
  const random = randomFrom(seed);
  const left = [...told];
  while (left.length > count) left.splice(random.below(left.length), 1);
  return left;
}
