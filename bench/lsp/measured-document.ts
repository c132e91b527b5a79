import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { randomFrom } from "../../test/kit/random.ts";
import { cacheFolder } from "../paths.ts";
import { designDocument, documentOfSize, titleOf } from "../text/design-document.ts";

/** A document that is opened and typed in. */
export interface MeasuredDocument {
  /** For tables: `15 KB`. */
  readonly name: string;
  /** In units of 1,000 code units, as it was asked for. */
  readonly size: number;
  readonly uri: string;
  readonly text: string;
}

/** A workspace for the language servers. */
export interface MeasuredWorkspace {
  readonly folder: string;
  readonly documents: readonly MeasuredDocument[];
}

const seed = 20260301;
const neighbours = Array.from({ length: 10 }, (_, index) => `2026-01-${10 + index}-neighbour-design.md`);

/**
 * A folder with a document of each size, in thousands of code units, and ten others that it links to. Where a corpus is
 * given, the documents are those of it that come nearest in size, as long as one is within a quarter of it.
 */
export function measuredWorkspace(sizes: readonly number[], corpus?: string): MeasuredWorkspace {
  const folder = cacheFolder("lsp");
  const designs = cacheFolder("lsp", "docs", "designs");
  const real = corpus === undefined ? [] : markdownIn(corpus);
  for (const [index, name] of neighbours.entries())
    writeFileSync(join(designs, name), generated(6000, seed + index));
  const documents = sizes.map((size): MeasuredDocument => {
    const nearest = real.toSorted((one, other) => off(one.size, size) - off(other.size, size))[0];
    const found = nearest && off(nearest.size, size) < (size * 1000) / 4 ? nearest : undefined;
    const text = found
      ? readFileSync(found.path, "utf8").replaceAll("\r\n", "\n")
      : generated(size * 1000, seed);
    const path = join(designs, `2026-03-01-measured-${size}-design.md`);
    writeFileSync(path, text);
    return { name: nameOf(size), size, uri: pathToFileURL(path).href, text };
  });
  return { folder, documents };
}

/** What tables call a size. */
export const nameOf = (size: number): string => (size >= 1000 ? `${size / 1000} MB` : `${size} KB`);

const off = (bytes: number, size: number): number => Math.abs(bytes - size * 1000);

const generated = (size: number, chosen: number): string =>
  documentOfSize(
    (asked) =>
      designDocument({
        random: randomFrom(chosen),
        size: asked,
        title: titleOf(randomFrom(chosen)),
        status: "IN REVIEW",
        date: "2026-03-01",
        neighbours,
        width: 90,
        faulty: true,
        draws: false,
      }),
    size,
  );

const markdownIn = (folder: string): readonly { readonly path: string; readonly size: number }[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => ({ path: join(folder, name), size: statSync(join(folder, name)).size }));
