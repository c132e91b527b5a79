import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import type { Plan } from "../lsp/measure.ts";
import { built, cache, cacheFolder } from "../paths.ts";
import type { Peers } from "../peers.ts";
import type { Figures } from "../report/figures.ts";
import { runProgram } from "../run-program.ts";
import { generatedWorkspace, type Workspace } from "./generate.ts";

/** A command line that is measured. */
interface Checker {
  readonly of: string;
  readonly measure: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Is run in the first round only. */
  readonly once?: boolean;
}

/**
 * Checks the whole workspace with each program in turn. markdownlint-cli2 is so slow that it gets twenty times fewer
 * documents, as do the others once more, for a ratio.
 */
export async function measureCli(
  peers: Peers,
  documents: number,
  plan: Plan,
  figures: Figures,
): Promise<void> {
  const all = generatedWorkspace(documents, plan.corpus);
  await inTurns(all, checkers(peers, all), { ...plan, rounds: Math.min(2, plan.rounds) }, figures);
  const few = generatedWorkspace(Math.max(50, Math.round(documents / 20)), plan.corpus);
  const both = checkers(peers, few).filter(({ measure }) => measure === "all rules");
  const markdownlint = {
    of: "markdownlint-cli2",
    measure: "all rules",
    command: process.execPath,
    args: [peers.markdownlint, "docs/**/*.md"],
  };
  await inTurns(few, [...both, markdownlint], { ...plan, rounds: 1 }, figures);
}

async function inTurns(
  { folder, documents, bytes }: Workspace,
  programs: readonly Checker[],
  plan: Plan,
  figures: Figures,
): Promise<void> {
  const subject = `${documents.toLocaleString("en-US")} documents`;
  for (let round = 0; round < plan.rounds; round++)
    for (const { of, measure, command, args, once = false } of programs) {
      if (once && round > 0) continue;
      plan.say(`cli ${subject}: round ${round + 1} of ${plan.rounds}, ${of}, ${measure}`);
      const { wall, cpu, peak } = await runProgram(command, args, folder);
      const key = { part: "cli", subject, of } as const;
      figures.put({ ...key, measure, unit: "docs/s" }, documents / (wall / 1000));
      figures.put({ ...key, measure: `${measure}, throughput`, unit: "MB/s" }, bytes / 1000 / wall);
      figures.put({ ...key, measure: `${measure}, CPU`, unit: "s" }, cpu / 1000);
      figures.put({ ...key, measure: `${measure}, memory`, unit: "MB" }, peak);
    }
}

function checkers({ rumdl }: Peers, { sample }: Workspace): readonly Checker[] {
  const cli = built("cli.js");
  // A build without one of the options is measured without it.
  const knows = (options: readonly string[]): boolean =>
    spawnSync(process.execPath, [cli, "check", ...options, "--severity", "error", sample]).status !== 2;
  const ours = (measure: string, ...options: readonly string[]): readonly Checker[] =>
    knows(options)
      ? [{ of: "ours", measure, command: process.execPath, args: [cli, "check", ...options, "docs/designs"] }]
      : [];
  const kept = join(cache, "cli-kept");
  const config = requiredHeadings();
  const known = [
    ...ours("all rules"),
    { of: "rumdl", measure: "all rules", command: rumdl, args: ["check", "--no-cache", "docs"] },
    ...ours("required sections alone", "--only", "missing-section"),
    {
      of: "rumdl",
      measure: "required sections alone",
      command: rumdl,
      args: ["check", "--no-cache", "--config", config, "--enable", "MD043", "docs"],
    },
    ...ours("all rules, filling the cache", "--cache", "--cache-location", kept).map((one) => ({
      ...one,
      once: true,
    })),
    ...ours("all rules, cached", "--cache", "--cache-location", kept),
  ];
  // What the probes have kept is no part of a first run.
  rmSync(kept, { recursive: true, force: true });
  return known;
}

/** A configuration of rumdl's with the sections that the built-in template requires, and anything between them. */
function requiredHeadings(): string {
  const required = builtInTemplate().sections.filter((section) => section.required && !section.isTitle);
  const headings = required.flatMap(({ depth, title }) => [`${"#".repeat(depth)} ${title}`, "*"]);
  const file = join(cacheFolder(), "required-headings.toml");
  writeFileSync(file, `[MD043]\nheadings = ${JSON.stringify(["?", ...headings])}\n`);
  return file;
}
