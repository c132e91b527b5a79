import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { generatedFiles } from "./generate/files.ts";

/**
 * Writes every generated file; with `--check` writes nothing and fails, naming the files that are stale.
 */
const check = process.argv.includes("--check");
const stale: string[] = [];
for await (const { path, content } of generatedFiles()) {
  if (read(path) === content) continue;
  stale.push(path);
  if (check) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
if (check && stale.length > 0) {
  console.error(
    `Stale generated files, run \`npm run generate\`:\n${stale.map((path) => `  ${path}`).join("\n")}`,
  );
  process.exitCode = 1;
} else {
  for (const path of stale) console.log(`wrote ${path}`);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
