// `npm run fuzz`: the tests at random of Markdown's reading and of what is kept over edits, for as long as one likes.
import { parseArgs } from "node:util";
import { builtInTemplate } from "../server/src/template/built-in.ts";
import { readTemplate } from "../server/src/template/read-template.ts";
import type { Template } from "../server/src/template/template.ts";
import { agreementFault } from "../test/kit/agreement.ts";
import { someCase, someMorsel } from "../test/kit/edited-worlds.ts";
import { differenceOfAnalyses, differenceOfDocuments, sameFault } from "../test/kit/incremental.ts";
import { dropSections } from "../test/kit/moved-sections.ts";
import { corpusMarkdown, type Named } from "../test/kit/own-markdown.ts";
import { editedTexts } from "../test/kit/random-edits.ts";
import { randomMarkdown } from "../test/kit/random-markdown.ts";
import { randomFrom, type Random } from "../test/kit/random.ts";

const help = `Usage: npm run fuzz -- [options]

Holds our reading of Markdown to remark's, and what is kept over edits to what is read anew, on texts at random.
Where DESIGN_DOCS_CORPUS names a folder of documents these are edited as well. Prints each mismatch as short as
it can be made, and ends with 1 where there was one.

  --minutes N         how long (default 10)
  --seed N            the first seed (default: by the clock)
  --only NAME         reading, edited, documents, analyses or moves alone
  --most N            ends after so many mismatches (default 5)
  --help              show this
`;

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    seed: { type: "string", default: String(Date.now() % 1_000_000_000) },
    only: { type: "string" },
    most: { type: "string", default: "5" },
    help: { type: "boolean", default: false },
  },
});

const corpus: readonly Named[] = corpusMarkdown();

/** The templates among them, each read when it is first asked for. */
const templates = corpus
  .filter(({ name, text }) => /template/i.test(name) && text.length < 60_000)
  .map(({ name, text }) => {
    let template: Template | undefined;
    return () => (template ??= readTemplate({ name, text }, builtInTemplate()));
  });

/** A text to begin with: one of the corpus, or what `make` makes. */
const begun = (random: Random, make: () => string): string => {
  const real = random.once(3) ? corpus[random.below(corpus.length)] : undefined;
  return real && real.text.length < 60_000 ? real.text : make();
};

/** Each kind of check gives what is wrong, for a seed. */
const checks: Readonly<Record<string, (seed: number) => string | undefined>> = {
  reading: (seed) => agreementFault(randomMarkdown(randomFrom(seed))),
  edited: (seed) => {
    const random = randomFrom(seed);
    return [
      ...editedTexts(
        random,
        begun(random, () => randomMarkdown(random)),
        5,
      ),
    ]
      .map(agreementFault)
      .find(Boolean);
  },
  documents: (seed) => {
    const random = randomFrom(seed);
    const start = begun(random, () => randomMarkdown(random));
    const looking = random.once(2) ? "each" : "last";
    return sameFault([start, ...editedTexts(random, start, 40)], differenceOfDocuments, looking);
  },
  analyses: (seed) => {
    const random = randomFrom(seed);
    const { text, world: own } = someCase(random);
    const start = begun(random, () => text);
    const real = random.once(2) ? templates[random.below(templates.length)] : undefined;
    const world = real ? { ...own, templates: [real(), ...own.templates] as const } : own;
    const looking = random.once(2) ? "each" : "last";
    return sameFault(
      [start, ...editedTexts(random, start, 25, someMorsel)],
      differenceOfAnalyses(world),
      looking,
    );
  },
  moves: (seed) => dropSections(seed, 3).fault,
};

function main(): void {
  if (values.help) return console.log(help);
  const chosen = Object.entries(checks).filter(([name]) => values.only === undefined || name === values.only);
  if (chosen.length === 0)
    throw new Error(`There is no check ${values.only}: ${Object.keys(checks).join(", ")}.`);
  const until = Date.now() + Number(values.minutes) * 60_000;
  const told = new Set<string>();
  let seed = Number(values.seed);
  for (; Date.now() < until && told.size < Number(values.most); seed++) {
    for (const [name, check] of chosen) {
      const fault = check(seed);
      if (fault === undefined || told.has(fault)) continue;
      told.add(fault);
      console.log(`${name}, seed ${seed}: ${fault}\n`);
    }
  }
  console.log(`Seeds ${values.seed} to ${seed - 1}: ${told.size} mismatches`);
  process.exitCode = told.size === 0 ? 0 : 1;
}

main();
