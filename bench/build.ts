import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import { floorFile } from "./lsp/servers.ts";
import { root } from "./paths.ts";

/** Builds what is shipped, as `npm run build` does. Throws with what was said where it cannot be built. */
export function buildProject(): void {
  const done = spawnSync(process.execPath, ["esbuild.mjs"], { cwd: root, encoding: "utf8" });
  if (done.status !== 0) throw new Error(`The project cannot be built.\n${done.stdout}${done.stderr}`);
}

/** Bundles the empty servers as our own is, so that neither pays for reading TypeScript. */
export async function buildFloors(): Promise<void> {
  await Promise.all(
    (["raw", "library"] as const).map((name) =>
      build({
        entryPoints: [join(root, `bench/lsp/floor/${name}.ts`)],
        outfile: floorFile(name),
        bundle: true,
        minify: true,
        platform: "node",
        format: "cjs",
        target: ["es2023", "node20"],
        mainFields: ["module", "main"],
        logLevel: "warning",
      }),
    ),
  );
}
