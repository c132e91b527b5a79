import { printBaseline, withFingerprints, withoutEntries } from "../config/baseline.ts";
import { inEnglish } from "../messages/message.ts";
import { fingerprintsOf, type Accepted, type Fingerprint } from "../rules/support/fingerprint.ts";
import type { Analysis } from "../service.ts";
import { lineEnding } from "../text/lines.ts";
import { createBaselines, type Baselines, type DocumentBaseline } from "../workspace/baselines.ts";
import { cachedFiles } from "../workspace/file-cache.ts";
import { canonical, pathWithin, under } from "../workspace/uris.ts";
import type { CheckRequest } from "./args.ts";
import { reasonOf, type Document } from "./collect.ts";
import type { Host } from "./host.ts";
import { shownPath } from "./paths.ts";
import type { ReportedFinding } from "./report.ts";

/** What findings about baselines are called where those of documents have the ids of their rules. */
export const baselineRule = "baseline";

/** The findings that teams have accepted, through one run of the command. */
export interface Acceptance {
  /** What is accepted of a document; nothing where it has no baseline. */
  of(document: Document): Promise<DocumentBaseline | undefined>;
  /** Takes what was found in a document, and gives what is to be told of it. */
  told(document: Document, known: DocumentBaseline | undefined, found: Found): readonly ReportedFinding[];
  /** Behind the last document: writes the baselines where that is asked for, and says what became of them. */
  finish(): Promise<Finished>;
}

/** What was found in a document, as far as it is told or accepted. */
export interface Found {
  readonly findings: readonly ReportedFinding[];
  /** How many findings are not told, since they were accepted. */
  readonly held: number;
  /** What was accepted and is there no more. */
  readonly gone: readonly Accepted[];
  /** By what the findings are known again; only where they are to be accepted. */
  readonly prints?: readonly Fingerprint[];
}

/** What an analysis holds of {@link Found}; with `prints` where findings are to be accepted. */
export const acceptedOf = (analysis: Analysis, updates: boolean): Omit<Found, "findings"> => ({
  held: analysis.accepted.length,
  gone: analysis.gone,
  ...(updates && {
    prints: analysis.findings.flatMap(({ rule, problem }) => fingerprintsOf(rule.id, problem, analysis)),
  }),
});

export interface Finished {
  /** How many findings are held back; nothing where no document has a baseline. */
  readonly accepted: number | undefined;
  readonly findings: readonly ReportedFinding[];
  readonly notes: readonly string[];
  readonly failures: readonly string[];
}

/** A baseline's file with what became of its findings. */
interface Kept {
  readonly known: DocumentBaseline;
  /** The folder from which documents are named. */
  readonly folder: string;
  /** By the paths of the documents. */
  readonly next: Map<string, readonly Accepted[]>;
  held: number;
  added: number;
  gone: number;
  readonly checked: Set<string>;
}

type Request = Pick<CheckRequest, "paths" | "stage" | "template" | "updatesBaseline">;

/** Nothing is accepted yet. Documents that are not checked keep what was accepted of them. */
export function createAcceptance(request: Request, host: Host): Acceptance {
  const baselines = savedBaselines(host);
  const kept = new Map<string, Kept>();
  const without: Document[] = [];

  const keptOf = ({ claim }: Document, known: DocumentBaseline): Kept => {
    const one = kept.get(known.uri) ?? {
      known,
      folder: claim?.config.folder ?? "",
      next: new Map(known.baseline),
      held: 0,
      added: 0,
      gone: 0,
      checked: new Set<string>(),
    };
    kept.set(known.uri, one);
    return one;
  };

  /** Takes out the documents that are not there any more, as far as they would have been checked. */
  const removeAbsent = async (one: Kept): Promise<void> => {
    const folders = request.paths.map((path) => canonical(host.toUri(path)));
    for (const [path, entries] of one.next) {
      const uri = canonical(under(one.folder, path));
      if (one.checked.has(path) || !folders.some((folder) => pathWithin(folder, uri) !== undefined)) continue;
      if ((await host.kindOf(uri)) !== "missing") continue;
      one.gone += countOf(entries);
      one.next.set(path, []);
    }
  };

  return {
    of: ({ uri, claim }) => baselines.of(uri, claim),
    told(document, known, { findings, held, gone, prints = [] }) {
      if (!known) {
        without.push(document);
        return findings;
      }
      const one = keptOf(document, known);
      one.checked.add(known.path);
      one.held += held;
      one.gone += countOf(gone);
      if (!request.updatesBaseline) return findings;
      const left = withoutEntries(known.accepted, gone);
      one.next.set(known.path, withFingerprints(left, prints));
      one.held += findings.length;
      one.added += findings.length;
      return [];
    },
    async finish() {
      const findings: ReportedFinding[] = [];
      const notes: string[] = [];
      const failures: string[] = [];
      for (const one of kept.values()) {
        const path = shownPath(host.folder, one.known.uri);
        const problem = one.known.problem && `${path}: ${inEnglish(one.known.problem)}`;
        await removeAbsent(one);
        if (request.updatesBaseline) {
          if (problem !== undefined)
            notes.push(`${path}: this file was no baseline, so it is made anew of the documents checked.`);
          try {
            await write(one, host);
            notes.push(
              `${path}: ${counted(one.held, "finding is", "findings are")} accepted, ${one.added} of them new; ${one.gone} ${one.gone === 1 ? "is" : "are"} gone.`,
            );
          } catch (error) {
            failures.push(`${path}: the baseline cannot be written: ${reasonOf(error)}.`);
          }
        } else {
          if (problem !== undefined) failures.push(problem);
          // At another stage or beside another template, what is accepted may be there and not be looked for.
          const isPlain = request.stage === undefined && request.template === undefined;
          if (one.gone > 0 && isPlain) findings.push(staleFinding(path, one.gone));
        }
      }
      if (request.updatesBaseline) {
        const line = withoutBaseline(without, kept.size > 0);
        if (line !== undefined) (kept.size > 0 ? notes : failures).push(line);
      }
      const held = [...kept.values()].map((one) => one.held);
      const accepted = held.length === 0 ? undefined : held.reduce((sum, count) => sum + count, 0);
      return { accepted, findings, notes, failures };
    },
  };
}

/** Baselines whose files are read once, however many documents they have. */
export function savedBaselines({ files }: Pick<Host, "files">): Baselines {
  return createBaselines(
    cachedFiles(files, () => true),
    () => undefined,
  );
}

const countOf = (entries: readonly Accepted[]): number => entries.reduce((sum, { count }) => sum + count, 0);

/** Writes the file of a baseline, if its text is another; a new file also where nothing is accepted. */
async function write({ known, next }: Kept, host: Host): Promise<void> {
  const text = printBaseline(next);
  if (known.text === undefined) {
    await host.createText(known.uri, text);
    return;
  }
  const before = await host.readText(known.uri);
  if (!before.exact) throw new Error("it is not UTF-8");
  const after = text.replaceAll("\n", lineEnding(before.text));
  if (after !== before.text) await host.writeText(known.uri, before.text, after);
}

function withoutBaseline(documents: readonly Document[], isSome: boolean): string | undefined {
  const [first] = documents;
  if (!first) return isSome ? undefined : "There is no document, so no baseline is written.";
  const which = documents.length === 1 ? first.path : `${first.path} and ${documents.length - 1} more`;
  return `${which}: no baseline is configured, so nothing is accepted. Name one in .design-docs.json: “"baseline": ".design-docs-baseline.json"” in the collection of the documents.`;
}

const staleFinding = (file: string, count: number): ReportedFinding => ({
  file,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
  severity: "information",
  rule: baselineRule,
  message: `${counted(count, "accepted finding is", "accepted findings are")} gone, and would not be told if ${count === 1 ? "it" : "they"} came back. Run “design-docs check --update-baseline”.`,
});

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
