// The tests: `node scripts/test.ts [unit|e2e] [--only TEXT] [--host node|web]`. Without a word both kinds run,
// the second also if the first has failed. The last line is the sum.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { finished } from "node:stream/promises";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { runE2e, type HostKind } from "../test/e2e/run.ts";
import type { Results } from "../test/e2e/kit/protocol.ts";
import { root } from "./vscode/pack.ts";
import { endWithParent } from "./vscode/serve.ts";

const { values, positionals } = parseArgs({
  options: { only: { type: "string" }, host: { type: "string", multiple: true } },
  allowPositionals: true,
});

async function unit(only: string | undefined): Promise<Results> {
  // What breaks off before it has a summary has failed.
  let results: Results = { passed: 0, failed: 1 };
  const tests = run({
    files: readdirSync("test", { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".test.ts"))
      .map((file) => join("test", file))
      .toSorted(),
    concurrency: true,
    // A file that does not end, for want of closing what it opened, has failed.
    timeout: 120_000,
    ...(only === undefined ? {} : { testNamePatterns: [only] }),
  });
  tests.on("test:summary", ({ file, counts }) => {
    // Each file has a summary of its own; the one without a file is the whole run's.
    if (file !== undefined) return;
    results = { passed: counts.passed, failed: counts.tests - counts.passed };
  });
  const shown = tests.compose(new spec());
  shown.pipe(process.stdout, { end: false });
  await finished(shown);
  return results;
}

async function e2e(only: string | undefined): Promise<Results> {
  const hosts = values.host?.filter((host): host is HostKind => host === "node" || host === "web");
  try {
    return await runE2e({
      ...(hosts === undefined ? {} : { hosts }),
      ...(only === undefined ? {} : { only }),
    });
  } catch (error) {
    console.error(`✖ ${error instanceof Error ? error.message : String(error)}`);
    return { passed: 0, failed: 1 };
  }
}

endWithParent();
process.chdir(root);
const kinds = { unit, e2e };
const results: Results[] = [];
for (const [name, kind] of Object.entries(kinds)) {
  if (positionals.length === 0 || positionals.includes(name)) results.push(await kind(values.only));
}
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
