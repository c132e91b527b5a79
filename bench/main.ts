// `npm run bench`: ours beside the peers, as ratios of one run. CI never runs it, since a machine with neighbours
// can say nothing of time; what it measures is in docs/performance.md.
import { buildFloors, buildProject } from "./build.ts";
import { measuredWorkspace } from "./lsp/measured-document.ts";
import { measureKeys, measureOpen, measureStart, type Plan } from "./lsp/measure.ts";
import { help, readOptions, type Options } from "./options.ts";
import { measureParser } from "./parser/measure.ts";
import { cacheFolder } from "./paths.ts";
import { installPeers, type Peers } from "./peers.ts";
import { profileKeys } from "./profile/measure.ts";
import { createFigures, type Figures, type Part } from "./report/figures.ts";
import { writePage } from "./report/page.ts";
import { countMet, partTables, targetTable } from "./report/tables.ts";
import { measureSizes, readActivation } from "./sizes.ts";
import { measureCli } from "./workspace/cli.ts";
import { measureIndex } from "./workspace/index-part.ts";

const say = (line: string): void => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`);
const corpus = process.env["DESIGN_DOCS_CORPUS"];

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return console.log(help);
  const day = new Date().toISOString().slice(0, 10);
  cacheFolder();
  if (options.build) buildProject();
  if (options.profile) {
    const profile = await profileKeys(options.sizes[0] ?? 15, corpus);
    console.log(profile);
    if (options.write) writePage({ figures: [], day, profile });
    return;
  }
  await buildFloors();
  const peers = installPeers();
  const figures = createFigures();
  const keep = (): void => {
    if (options.write) writePage({ figures: figures.all(), day, peers: peers.shown });
  };
  await measure(options, peers, figures, keep);
  const all = figures.all();
  console.log(`${partTables(all)}\n\n### Targets\n\n${targetTable(all)}`);
  const { met, measured } = countMet(all);
  console.log(`\n${met} of ${measured} targets that were measured are met.`);
}

/** Runs the parts; `keep` is called behind each, so that what ends early has not measured in vain. */
async function measure(options: Options, peers: Peers, figures: Figures, keep: () => void): Promise<void> {
  const { documents } = options;
  const plan: Plan = { rounds: options.rounds, quick: options.quick, corpus, say };
  const workspace = measuredWorkspace(options.sizes, corpus);
  const run: Readonly<Record<Part, () => Promise<void> | void>> = {
    sizes: () => measureSizes(figures),
    start: () => measureStart(peers, workspace.folder, plan, figures),
    open: () => measureOpen(peers, workspace, plan, figures),
    keys: () => measureKeys(peers, workspace, plan, figures),
    parser: () => measureParser(documents, plan, figures),
    index: () => measureIndex(peers, documents, plan, figures),
    cli: () => measureCli(peers, documents, plan, figures),
    activation: () => readActivation(figures),
  };
  for (const part of options.only) {
    const begun = performance.now();
    await run[part]();
    keep();
    say(`${part} took ${Math.round((performance.now() - begun) / 1000)} s`);
  }
}

await main();
