import { parseArgs } from "node:util";
import { parts, type Part } from "./report/figures.ts";

export interface Options {
  readonly only: readonly Part[];
  /** In thousands of code units. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** Less of everything, to see whether something has changed at all. */
  readonly quick: boolean;
  /** How many documents the generated workspace has. */
  readonly documents: number;
  readonly write: boolean;
  readonly profile: boolean;
  readonly build: boolean;
  readonly help: boolean;
}

export const help = `Usage: npm run bench -- [options]

Builds the project, installs the peers from the npm registry into a cache folder, and measures ours beside them.

  --only PART,…     of ${parts.join(", ")}
  --sizes KB,…      documents for open and keys (default 15,108,1000)
  --rounds N        rounds in which the programs take turns (default 3)
  --documents N     documents in the workspace for index and cli (default 10000)
  --quick           fewer strokes, one round, 1,000 documents
  --write           keep the figures, and write all that are kept into docs/performance.md
  --profile         instead of all that: where the time of a keystroke goes, by our files
  --no-build        measure dist/ as it is
  --help            show this

DESIGN_DOCS_CORPUS=FOLDER takes the measured documents from there, where it has some of about the size.
DESIGN_DOCS_BENCH_CACHE=FOLDER is where all that is made and installed goes, instead of the user's cache folder.
`;

/** Reads the command line. Throws a sentence about what is wrong with it. */
export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      only: { type: "string" },
      sizes: { type: "string", default: "15,108,1000" },
      rounds: { type: "string" },
      documents: { type: "string" },
      quick: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
      profile: { type: "boolean", default: false },
      "no-build": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const { quick, write, profile } = values;
  const only = values.only?.split(",").map((name) => {
    const part = parts.find((one) => one === name);
    if (part === undefined) throw new Error(`“${name}” is no part. The parts are ${parts.join(", ")}.`);
    return part;
  });
  return {
    only: only ?? parts,
    sizes: values.sizes.split(",").map((size) => count(size, "--sizes")),
    rounds: count(values.rounds ?? (quick ? "1" : "3"), "--rounds"),
    documents: count(values.documents ?? (quick ? "1000" : "10000"), "--documents"),
    quick,
    write,
    profile,
    build: !values["no-build"],
    help: values.help,
  };
}

function count(text: string, option: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new Error(`“${text}” is no number for ${option}.`);
}
