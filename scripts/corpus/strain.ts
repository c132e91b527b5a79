import { fixesOf, type Analysis } from "../../server/src/service.ts";
import type { Template } from "../../server/src/template/template.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import type { CorpusFile } from "./cases.ts";
import { judged } from "./judged.ts";

/** How a document bears being read. */
export interface Strain {
  readonly path: string;
  /** Of the quickest of several runs. */
  readonly milliseconds: number;
  /** What went wrong with it or with a variant of it. */
  readonly faults: readonly string[];
}

const variants: readonly (readonly [string, (text: string) => string])[] = [
  ["LF", (text) => withLineEnds(plain(text), "\n")],
  ["CRLF", (text) => withLineEnds(plain(text), "\r\n")],
  ["BOM", (text) => `\uFEFF${plain(text)}`],
  ["CRLF and BOM", (text) => `\uFEFF${withLineEnds(plain(text), "\r\n")}`],
];

const plain = (text: string): string => text.replace(/^\uFEFF/, "");
const withLineEnds = (text: string, eol: string): string => text.replace(/\r\n|\n/g, eol);

/** How long a document takes, and whether each fix of it and of its variants keeps line ends and byte order mark. */
export function strainOf(document: CorpusFile, template: Template): Strain {
  try {
    const times = [0, 1, 2, 3, 4].map(() => timeOf(() => judged(document, template, "review")));
    const faults = variants.flatMap(([name, vary]) => {
      const text = vary(document.text);
      const analysis = judged({ ...document, text }, template, "review");
      return brokenFixes(text, analysis).map((fault) => `${name}: ${fault}`);
    });
    return { path: document.path, milliseconds: Math.min(...times), faults };
  } catch (error) {
    return { path: document.path, milliseconds: 0, faults: [`threw ${String(error)}`] };
  }
}

/** The milliseconds that the processor is busy with something, since what else the machine does is not ours. */
function timeOf(work: () => unknown): number {
  const start = performance.now();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  const passed = performance.now() - start;
  const busy = (user + system) / 1000;
  return busy > 0 ? Math.min(passed, busy) : passed;
}

function brokenFixes(text: string, analysis: Analysis): readonly string[] {
  const hasMark = text.startsWith("\uFEFF");
  const bareBefore = bareLineFeeds(text);
  return analysis.findings.flatMap((finding) =>
    fixesOf(analysis, finding).flatMap((fix): readonly string[] => {
      const result = applyEdits(text, fix.edits);
      const which = `a fix of ${finding.rule.id} at ${finding.problem.span.start}`;
      const isMarked = result.startsWith("\uFEFF") === hasMark && result.lastIndexOf("\uFEFF") <= 0;
      const hasCarriage = text.includes("\r\n");
      const isKept = hasCarriage ? bareLineFeeds(result) <= bareBefore : !result.includes("\r\n");
      return [
        ...(isMarked ? [] : [`${which} breaks the byte order mark`]),
        ...(isKept ? [] : [`${which} breaks line ends`]),
      ];
    }),
  );
}

const bareLineFeeds = (text: string): number => text.match(/(?<!\r)\n/g)?.length ?? 0;

/** The value below which `share` of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
