import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, platform, release } from "node:os";
import { join } from "node:path";
import { cacheFolder, root } from "../paths.ts";
import { parts, type Figure, type Part } from "./figures.ts";
import { countMet, partTables, targetTable } from "./tables.ts";

/** What the last runs have left, part by part, so that a run of one part renews that part of the page. */
interface Kept {
  readonly figures: readonly Figure[];
  readonly days: Readonly<Partial<Record<Part, string>>>;
  readonly peers: string;
  readonly profile?: string;
}

/** What a run adds to the page. */
export interface Run {
  readonly figures: readonly Figure[];
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly peers?: string;
  readonly profile?: string;
}

const page = join(root, "docs/performance.md");
const keptFile = (): string => join(cacheFolder(), "figures.json");

/** Writes the figures of a run into `docs/performance.md`, together with those of parts that were measured before. */
export function writePage(run: Run): void {
  const before: Kept = existsSync(keptFile())
    ? (JSON.parse(readFileSync(keptFile(), "utf8")) as Kept)
    : { figures: [], days: {}, peers: "" };
  const measured = new Set(run.figures.map(({ part }) => part));
  const kept: Kept = {
    figures: [...before.figures.filter(({ part }) => !measured.has(part)), ...run.figures],
    days: { ...before.days, ...Object.fromEntries(Array.from(measured, (part) => [part, run.day])) },
    peers: run.peers ?? before.peers,
    ...((run.profile ?? before.profile) === undefined
      ? {}
      : { profile: run.profile ?? before.profile ?? "" }),
  };
  writeFileSync(keptFile(), JSON.stringify(kept));
  const text = readFileSync(page, "utf8");
  const put = [
    ["targets", verdict(kept)],
    ["figures", `${machine(kept)}\n\n${partTables(kept.figures)}`],
    ["profile", kept.profile ?? "Not recorded yet."],
  ] as const;
  writeFileSync(
    page,
    put.reduce((written, [name, words]) => between(written, name, words), text),
  );
}

function verdict({ figures }: Kept): string {
  const { met, measured } = countMet(figures);
  return `${met} of ${measured} targets are met.\n\n${targetTable(figures)}`;
}

function machine({ days, peers }: Kept): string {
  const model = cpus()[0]?.model.trim() ?? "an unknown processor";
  const when = Array.from(new Set(parts.flatMap((part) => days[part] ?? []))).join(", ");
  return `Measured on ${when}: ${availableParallelism()} CPUs (${model}), ${platform()} ${release()}, Node ${process.versions.node}. Peers: ${peers}.`;
}

/**
 * The text with other words between the two comments of a name. Throws where it does not have them, since what is
 * measured would be lost.
 */
export function between(text: string, name: string, words: string): string {
  const [open, close] = [`<!-- bench: ${name} -->`, `<!-- bench: end of ${name} -->`];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`docs/performance.md has no place for “${name}”.`);
  return `${text.slice(0, start + open.length)}\n\n${words}\n\n${text.slice(end)}`;
}
