import type { Difference } from "./compare.ts";
import { faultKinds } from "./fault.ts";
import { toldLine } from "./judged.ts";
import type { Measured, Planted } from "./measure.ts";
import { judgedStages, type Noise } from "./noise.ts";
import { percentile } from "./strain.ts";
import { share, table } from "./table.ts";

/** One row a template with the figures that the targets are about, and the sum of all. */
export function summary(measured: readonly Measured[], noise: Noise): string {
  const row = (name: string, of: readonly Measured[]): readonly (string | number)[] => {
    const planted = of.flatMap((one) => one.planted);
    const good = planted.filter(({ misses }) => misses.length === 0).length;
    const times = of.flatMap(({ strains }) => strains.map(({ milliseconds }) => milliseconds));
    const lines = of.reduce((sum, { trueLines }) => sum + trueLines, 0);
    const wrong = of.reduce((sum, one) => sum + (one.differences?.length ?? 0), 0);
    return [
      name,
      of.reduce((sum, { documents }) => sum + documents, 0),
      lines === 0 ? "–" : `${lines - wrong} of ${lines}`,
      of.reduce((sum, { toldOfConforming }) => sum + toldOfConforming.length, 0),
      of.reduce((sum, { toldOfNew }) => sum + toldOfNew.length, 0),
      of.reduce((sum, { following }) => sum + following, 0),
      `${good} of ${planted.length}`,
      share(good, planted.length),
      of.flatMap(({ strains }) => strains.flatMap(({ faults }) => faults)).length,
      times.length === 0 ? "–" : `${Math.max(...times).toFixed(1)} ms`,
      times.length === 0 ? "–" : `${percentile(times, 0.99).toFixed(1)} ms`,
    ];
  };
  const head = [
    "template",
    "docs",
    "as true",
    "conform.",
    "new",
    "follow",
    "faults",
    "",
    "broken",
    "max",
    "p99",
  ];
  return [
    table([head, ...measured.map((one) => row(one.name, [one])), row("all", measured)]),
    "",
    noiseTable(noise),
    "",
    kindTable(measured.flatMap(({ planted }) => planted)),
    "",
    legend,
  ].join("\n");
}

const legend = [
  "docs: documents. as true: lines of the template that are read as its truth table has them.",
  "conform.: findings at review in a document of ours that follows the template; new: findings above",
  "information in a new document. follow: documents that nothing is told of their likeness with the template.",
  "faults: planted ones told by the right rule, in the right place, once, and silenced by the fix.",
  "broken: crashes, and fixes that break line ends or byte order marks. max, p99: time to judge one.",
].join("\n");

/** How often each rule tells something at each stage. */
export function noiseTable(noise: Noise): string {
  const rules = [
    ...new Set(judgedStages.flatMap((stage) => noise[stage].map(({ rule }) => rule))),
  ].toSorted();
  const count = (stage: (typeof judgedStages)[number], rule: string, loud: boolean): number =>
    noise[stage].filter((told) => told.rule === rule && (!loud || isLoud(told.severity))).length;
  const cells = (rule: string): readonly (string | number)[] => [
    rule,
    ...judgedStages.flatMap((stage) => [count(stage, rule, false), count(stage, rule, true)]),
  ];
  const sum = judgedStages.flatMap((stage) => [
    noise[stage].length,
    noise[stage].filter(({ severity }) => isLoud(severity)).length,
  ]);
  const head = ["told in documents by", ...judgedStages.flatMap((stage) => [stage, "loud"])];
  return table([head, ...rules.map(cells), ["all", ...sum]]);
}

const isLoud = (severity: string): boolean => severity === "warning" || severity === "error";

/** How faults of each kind were told. */
export function kindTable(planted: readonly Planted[]): string {
  const rows = faultKinds.map((kind) => {
    const own = planted.filter(({ fault }) => fault.kind === kind);
    const good = own.filter(({ misses }) => misses.length === 0).length;
    return [kind, `${good} of ${own.length}`, share(good, own.length)];
  });
  return table([["planted faults", "told right", ""], ...rows]);
}

/** All that is not as it should be, by template. */
export function details(measured: readonly Measured[]): string {
  return measured
    .flatMap((one) => {
      const lines = [
        ...joined(one.differences ?? []).map((text) => `  truth: ${text}`),
        ...one.toldOfConforming.map((told) => `  conforming: ${toldLine(told)}`),
        ...one.toldOfNew.map((told) => `  new: ${toldLine(told)}`),
        ...one.planted
          .filter(({ misses }) => misses.length > 0)
          .map(
            ({ id, fault, misses }) =>
              `  fault: ${fault.kind}, ${fault.what}: ${misses.join("; ")} (--only "${one.name}" --fault "${id}")`,
          ),
        ...one.strains.flatMap(({ path, faults }) => faults.map((fault) => `  broken: ${path}: ${fault}`)),
      ];
      return lines.length === 0 ? [] : [one.name, ...lines, ""];
    })
    .join("\n");
}

/** Differences of the same kind in lines that follow each other as one. */
function joined(all: readonly Difference[]): readonly string[] {
  const runs: { from: number; to: number; what: string }[] = [];
  for (const { line, what } of all) {
    const last = runs.findLast((run) => run.what === what);
    // Blank lines have no entry, so two lines on is next.
    if (last && line - last.to <= 2) last.to = line;
    else runs.push({ from: line, to: line, what });
  }
  return runs.map(({ from, to, what }) => `line ${from === to ? from : `${from}–${to}`}: ${what}`);
}
