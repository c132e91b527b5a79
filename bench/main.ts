// `npm run bench`: ours beside the peers, as ratios of one run. CI never runs it, since a machine with neighbours
// can say nothing of time; what it measures is in docs/performance.md.
import { buildFloors, buildProject } from "./build.ts";
import { measuredWorkspace } from "./lsp/measured-document.ts";
import { measureKeys, measureOpen, measureStart, type Plan } from "./lsp/measure.ts";
import { help, readOptions, type Options } from "./options.ts";
import { cacheFolder } from "./paths.ts";
import { installPeers } from "./peers.ts";
import { measureParser } from "./parser/measure.ts";
import { createFigures, type Figures, type Part } from "./report/figures.ts";
import { measureSizes, readActivation } from "./sizes.ts";
import { measureCli } from "./workspace/cli.ts";
import { measureIndex } from "./workspace/index-part.ts";
import { countMet, partTables, targetTable } from "./report/tables.ts";

const say = (line: string): void => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`);

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return console.log(help);
  cacheFolder();
  if (options.build) buildProject();
  await buildFloors();
  const figures = createFigures();
  await measure(options, figures);
  const all = figures.all();
  console.log(`${partTables(all)}\n\n### Targets\n\n${targetTable(all)}`);
  const { met, measured } = countMet(all);
  console.log(`\n${met} of ${measured} targets that were measured are met.`);
}

async function measure(options: Options, figures: Figures): Promise<void> {
  const peers = installPeers();
  const plan: Plan = { rounds: options.rounds, quick: options.quick, say };
  const workspace = measuredWorkspace(options.sizes, process.env["DESIGN_DOCS_CORPUS"]);
  const run: Readonly<Record<Part, () => Promise<void> | void>> = {
    start: () => measureStart(peers, workspace.folder, plan, figures),
    open: () => measureOpen(peers, workspace, plan, figures),
    keys: () => measureKeys(peers, workspace, plan, figures),
    parser: () => measureParser(options.documents, plan, figures),
    index: () => measureIndex(peers, options.documents, plan, figures),
    cli: () => measureCli(peers, options.documents, plan, figures),
    sizes: () => measureSizes(figures),
    activation: () => readActivation(figures),
  };
  for (const part of options.only) {
    const begun = performance.now();
    await run[part]();
    say(`${part} took ${Math.round((performance.now() - begun) / 1000)} s`);
  }
}

await main();
