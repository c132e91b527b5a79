// `npm run corpus`: how well templates of other people are read, and documents judged that follow them. The
// figures are about a folder of real documents that is no part of the project.
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readCases, type Case } from "./corpus/cases.ts";
import { templateOf, toldLine } from "./corpus/judged.ts";
import { measure, type Measured } from "./corpus/measure.ts";
import { judgedStages, noiseOf, sampled } from "./corpus/noise.ts";
import { shownReading } from "./corpus/reading.ts";
import { details, summary } from "./corpus/report.ts";
import { truthOf } from "./corpus/truth.ts";
import { root } from "./vscode/pack.ts";

const variable = "DESIGN_DOCS_CORPUS";

const help = `Usage: ${variable}=FOLDER npm run corpus -- [options]

Measures Design Docs on the templates and documents of FOLDER and prints what is not as it should be, then
a table. Which documents follow which template is known of some repositories, and else found by file names.

  --table             print the table alone
  --check             end with code 1 where a target is missed
  --sample N          also list N findings in documents, to be read by eye
  --stage STAGE       the stage of that list: draft, review (default) or approved
  --only TEXT         only templates whose name has the text
  --reading           print what is read in each line of the templates
  --fault ID          print one planted fault: the document with it, and what is told
  --faults N          faults for each template (default 30)
  --in-document N     faults for each document that follows its template (default 6)
  --seed S            another choice of faults and samples (default 1)
  --manifest FILE     a JSON list of { "folder", "template", "documents": [globs] } that says what goes together
  --help              show this
`;

const { values } = parseArgs({
  options: {
    table: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
    sample: { type: "string", default: "0" },
    stage: { type: "string", default: "review" },
    only: { type: "string", default: "" },
    reading: { type: "boolean", default: false },
    fault: { type: "string" },
    faults: { type: "string", default: "30" },
    "in-document": { type: "string", default: "6" },
    seed: { type: "string", default: "1" },
    manifest: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

const say = (line: string): void => console.log(line);

/** The share of planted faults that has to be told right, and the time that a document may take. */
const target = { faults: 0.99, milliseconds: 50 };

function main(): void {
  const corpus = process.env[variable] ?? "";
  if (values.help) return say(help);
  if (corpus === "" || !existsSync(corpus) || !statSync(corpus).isDirectory()) {
    say(
      `Left out: ${variable} names no folder with templates and documents, so there is nothing to measure.`,
    );
    return;
  }
  const cases = readCases(corpus, values.manifest).filter(({ name }) => name.includes(values.only));
  if (cases.length === 0) throw new Error(`No template in ${corpus} has a name with “${values.only}”.`);
  if (values.reading) return showReading(cases);
  const seed = Number(values.seed);
  const wish = { seed, faults: Number(values.faults), faultsInDocument: Number(values["in-document"]) };
  const measured = cases.map((one) => measure(one, truthFor(one), wish));
  if (values.fault !== undefined) return showFault(measured, values.fault);
  const noise = noiseOf(cases);
  if (!values.table) say(details(measured));
  say(summary(measured, noise));
  if (values.sample !== "0") {
    const stage = judgedStages.find((name) => name === values.stage) ?? "review";
    say(`\nFindings at ${stage}, ${values.sample} by seed ${seed}:`);
    for (const told of sampled(noise[stage], Number(values.sample), seed)) say(toldLine(told));
  }
  if (values.check) {
    const missed = missedTargets(measured);
    for (const line of missed) say(`Missed: ${line}`);
    process.exitCode = missed.length === 0 ? 0 : 1;
  }
}

const truthFor = (one: Case): ReturnType<typeof truthOf> => truthOf(one, join(root, "test/corpus/truth"));

function showReading(cases: readonly Case[]): void {
  for (const { name, template } of cases) say(`${name}\n${shownReading(templateOf(template))}\n`);
}

function showFault(measured: readonly Measured[], id: string): void {
  const found = measured.flatMap(({ planted }) => planted).filter((one) => one.id === id);
  if (found.length === 0) throw new Error(`No fault ${id} is planted with this seed.`);
  for (const { fault, misses } of found) {
    const { start, end } = fault.place;
    say(fault.text);
    say(`${fault.kind}: ${fault.what}. To be told by ${fault.rules.join(" or ")} at ${start}–${end}:`);
    say(JSON.stringify(fault.text.slice(start, end)));
    say(misses.length === 0 ? "It is told right." : misses.join("; "));
  }
}

function missedTargets(measured: readonly Measured[]): readonly string[] {
  const planted = measured.flatMap((one) => one.planted);
  const good = planted.filter(({ misses }) => misses.length === 0).length;
  const strains = measured.flatMap((one) => one.strains);
  const told = measured.flatMap((one) => [...one.toldOfConforming, ...one.toldOfNew]);
  const differences = measured.flatMap((one) => one.differences ?? []);
  const few = measured.filter((one) => one.planted.length < 20);
  return [
    ...(good < planted.length * target.faults ? [`${good} of ${planted.length} faults are told right`] : []),
    ...few.map(({ name, planted: own }) => `only ${own.length} faults could be planted for ${name}`),
    ...(differences.length > 0 ? [`${differences.length} differences from the truth tables`] : []),
    ...(told.length > 0 ? [`${told.length} findings in documents that follow their template`] : []),
    ...strains.flatMap(({ path, faults }) => faults.map((fault) => `${path}: ${fault}`)),
    ...strains
      .filter(({ milliseconds }) => milliseconds > target.milliseconds)
      .map(({ path, milliseconds }) => `${path} takes ${milliseconds.toFixed(0)} ms`),
  ];
}

main();
