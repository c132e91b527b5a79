import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Plan } from "../lsp/measure.ts";
import { root } from "../paths.ts";
import type { Figures } from "../report/figures.ts";
import { generatedWorkspace } from "../workspace/generate.ts";

/** How many megabytes of generated documents each reader reads in a second. */
export function measureParser(documents: number, plan: Plan, figures: Figures): void {
  plan.say("parser");
  const { folder } = generatedWorkspace(documents, plan.corpus);
  const area = join(folder, "docs/designs/area-000");
  const files = readdirSync(area)
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(area, name));
  const script = join(root, "bench/parser/rounds.ts");
  const done = spawnSync(process.execPath, [script, String(plan.rounds), ...files], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`The readers could not be measured.\n${done.stderr}`);
  const found = JSON.parse(done.stdout) as Readonly<Record<string, readonly number[]>>;
  for (const [of, rounds] of Object.entries(found))
    for (const value of rounds)
      figures.put(
        { part: "parser", subject: "100 documents", measure: "throughput", of, unit: "MB/s" },
        value,
      );
}
