import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import { randomFrom, type Random } from "../../test/kit/random.ts";
import { cache, root } from "../paths.ts";
import { designDocument, documentOfSize, titleOf } from "../text/design-document.ts";
import { sizeAt } from "../text/sizes.ts";
import { nouns } from "../text/vocabulary.ts";

/** A folder full of generated design documents. */
export interface Workspace {
  readonly folder: string;
  readonly documents: number;
  readonly bytes: number;
  /** One of the documents, of middling size. */
  readonly sample: string;
}

const seed = 1;
const inArea = 100;

/**
 * The workspace of so many documents, the same for the same number: sizes as real ones have, links to each other, all
 * statuses, every third with faults. Where a corpus is given, it is made of all Markdown files in that folder, as often
 * as it takes. It is made when it is not there, and made again when the generator has changed.
 */
export function generatedWorkspace(documents: number, corpus?: string): Workspace {
  const folder = join(cache, `workspace-${documents}`);
  const stamp = join(folder, "generated.json");
  const version = `${generatorVersion()} ${corpus ?? ""}`;
  if (existsSync(stamp)) {
    const before = JSON.parse(readFileSync(stamp, "utf8")) as Workspace & { readonly version: string };
    if (before.version === version) return before;
  }
  rmSync(folder, { recursive: true, force: true });
  const real = corpus === undefined ? [] : textsIn(corpus);
  const made = write(folder, documents, real);
  writeFileSync(stamp, JSON.stringify({ ...made, version }));
  return made;
}

function write(folder: string, documents: number, real: readonly string[]): Workspace {
  const random = randomFrom(seed);
  // Each size comes as often as it should; which document has it is chance.
  const sizes = Array.from({ length: documents }, (_, index) => sizeAt((index + 0.5) / documents));
  shuffle(sizes, random);
  const titles = sizes.map(() => titleOf(random));
  const paths = titles.map((title, index) => pathOf(index, title));
  let bytes = 0;
  for (const [index, size] of sizes.entries()) {
    const path = paths[index] ?? "";
    const area = Math.floor(index / inArea);
    if (index % inArea === 0) prepareArea(join(folder, "docs/designs", areaName(area)));
    const neighbours = Array.from({ length: 6 }, () => {
      const other = paths[random.below(paths.length)] ?? path;
      return `../${other}`;
    });
    const text =
      real[index % Math.max(1, real.length)] ??
      generated(random.below(2 ** 31), size, index, neighbours, titles[index] ?? "");
    bytes += text.length;
    writeFileSync(join(folder, "docs/designs", path), text);
  }
  const middling = sizes.findIndex((size) => size > 8000 && size < 10000);
  return {
    folder,
    documents,
    bytes,
    sample: join(folder, "docs/designs", paths[Math.max(0, middling)] ?? ""),
  };
}

const statuses = builtInTemplate().statuses.map(({ name }) => name);

const generated = (
  own: number,
  size: number,
  index: number,
  neighbours: readonly string[],
  title: string,
): string =>
  documentOfSize(
    (asked) =>
      designDocument({
        random: randomFrom(own),
        title,
        size: asked,
        status: own % 3 === 0 ? "IMPLEMENTED" : (statuses[own % statuses.length] ?? "DRAFT"),
        date: dayOf(index),
        neighbours,
        width: own % 4 === 0 ? undefined : 70 + (own % 40),
        faulty: own % 3 === 1,
        draws: own % 45 === 0,
      }),
    size,
  );

const textsIn = (corpus: string): readonly string[] =>
  readdirSync(corpus, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .toSorted()
    .map((name) => readFileSync(join(corpus, name), "utf8"));

/** Beside the documents lie the pictures that they show. */
function prepareArea(folder: string): void {
  mkdirSync(join(folder, "images"), { recursive: true });
  for (const noun of nouns)
    writeFileSync(join(folder, "images", `${noun}.svg`), '<svg xmlns="http://www.w3.org/2000/svg"/>\n');
}

const areaName = (area: number): string => `area-${String(area).padStart(3, "0")}`;

const dayOf = (index: number): string =>
  `20${10 + (index % 16)}-${String(1 + (index % 12)).padStart(2, "0")}-${String(1 + (index % 28)).padStart(2, "0")}`;

/** Below `docs/designs`, with forward slashes. */
function pathOf(index: number, title: string): string {
  const slug = title.toLowerCase().replaceAll(" ", "-");
  return `${areaName(Math.floor(index / inArea))}/${dayOf(index)}-${slug}-design.md`;
}

function shuffle(values: number[], random: Random): void {
  for (let last = values.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [values[last], values[other]] = [values[other] ?? 0, values[last] ?? 0];
  }
}

/** Another word for each state of the files that make the documents. */
function generatorVersion(): string {
  const hash = createHash("sha256");
  for (const folder of ["bench/text", "bench/workspace"])
    for (const name of readdirSync(join(root, folder)).toSorted())
      if (!["index-part.ts", "cli.ts"].includes(name)) hash.update(readFileSync(join(root, folder, name)));
  return hash.digest("hex").slice(0, 16);
}
