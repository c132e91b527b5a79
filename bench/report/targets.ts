import type { ServerName } from "../lsp/servers.ts";
import type { Part } from "./figures.ts";

/** What we want to be true, as a ratio of two figures of one run, or as a figure. */
export interface Target {
  readonly part: Part;
  readonly subject: string;
  readonly measure: string;
  /** Whose figure ours is divided by; ours on another subject where `subject` names it. Absent: no ratio. */
  readonly against?: { readonly of: string; readonly subject?: string; readonly measure?: string };
  /** The ratio, or the figure, at most or at least so much. */
  readonly most?: number;
  readonly least?: number;
  /** For people, where the measure's own name says too little. */
  readonly shown?: string;
}

/** Stands for the largest generated workspace that was measured. */
export const workspace = "workspace";

const rumdl: ServerName = "rumdl";

function keyTargets(subject: string, p50: number, p95: number, p99?: number): readonly Target[] {
  const target = (place: string, share: string, most: number): Target => ({
    part: "keys",
    subject,
    measure: `key, ${place}, ${share}`,
    against: { of: rumdl },
    most,
  });
  return ["middle", "random place"].flatMap((place) => [
    target(place, "p50", p50),
    target(place, "p95", p95),
    ...(p99 === undefined ? [] : [target(place, "p99", p99)]),
  ]);
}

const openTargets = ["15 KB", "108 KB", "1 MB"].flatMap((subject): readonly Target[] =>
  ["at once", "later"].flatMap((moment) => [
    { part: "open", subject, measure: `first diagnostics, ${moment}`, against: { of: rumdl }, most: 0.8 },
    {
      part: "open",
      subject,
      measure: `full diagnostics, ${moment}`,
      against: { of: "vscode-markdown" satisfies ServerName },
      most: 1,
    },
  ]),
);

/** All targets, in the order of the parts. */
export const targets: readonly Target[] = [
  {
    part: "start",
    subject: "process",
    measure: "start to initialize",
    against: { of: "empty, raw" satisfies ServerName },
    most: 1.5,
  },
  ...openTargets,
  ...keyTargets("15 KB", 0.25, 0.5, 0.8),
  ...keyTargets("108 KB", 0.08, 0.2),
  ...keyTargets("1 MB", 0.01, 0.05),
  {
    part: "keys",
    subject: "1 MB",
    measure: "key, middle, p50",
    against: { of: "ours", subject: "15 KB" },
    most: 3,
    shown: "key, middle, p50, against our own at 15 KB",
  },
  { part: "keys", subject: "15 KB", measure: "CPU a key", against: { of: rumdl }, most: 0.4 },
  {
    part: "index",
    subject: workspace,
    measure: "cold index, CPU",
    against: { of: rumdl },
    most: 0.25,
  },
  {
    part: "index",
    subject: workspace,
    measure: "cold index, memory",
    against: { of: rumdl },
    most: 1,
  },
  {
    part: "index",
    subject: workspace,
    measure: "key while indexing, p95",
    against: { of: "ours", measure: "key in a workspace of this document alone, p95" },
    most: 1.5,
    shown: "key while indexing, p95, against our own in a workspace of one",
  },
  { part: "index", subject: workspace, measure: "warm start", most: 1 },
  {
    part: "cli",
    subject: workspace,
    measure: "all rules",
    against: { of: rumdl },
    least: 1,
  },
  {
    part: "cli",
    subject: workspace,
    measure: "all rules, cached",
    against: { of: rumdl, measure: "all rules" },
    least: 10,
  },
  {
    part: "cli",
    subject: workspace,
    measure: "required sections alone",
    against: { of: rumdl },
    least: 2,
  },
  { part: "activation", subject: "VS Code", measure: "activation", most: 20 },
  { part: "sizes", subject: "package", measure: "VSIX apart from mermaid.js", most: 1000 },
];
