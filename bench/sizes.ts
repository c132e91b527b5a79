import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { packVsix } from "../scripts/vscode/pack.ts";
import { built, cacheFolder, root } from "./paths.ts";
import type { Figures } from "./report/figures.ts";

/** How large the bundles are, and the VSIX that is made of them. */
export function measureSizes(figures: Figures): void {
  const put = (measure: string, of: string, bytes: number): void =>
    figures.put({ part: "sizes", subject: "package", measure, of, unit: "kB" }, bytes / 1000);
  const names = readdirSync(join(root, "dist")).filter((name) => name.endsWith(".js"));
  for (const name of names.toSorted()) {
    const bytes = readFileSync(built(name));
    put(name, "ours", bytes.length);
    put(name, "compressed", gzipSync(bytes, { level: 9 }).length);
  }
  const file = join(cacheFolder(), "design-docs.vsix");
  packVsix(file);
  const archive = readFileSync(file);
  const mermaid = packedSize(archive, "extension/dist/mermaid.js");
  put("VSIX", "ours", archive.length);
  put("VSIX apart from mermaid.js", "ours", archive.length - mermaid);
}

/** Milliseconds from activating the extension to having registered everything, as the suite in VS Code wrote them. */
export function readActivation(figures: Figures): void {
  const file = join(root, "out/activation.json");
  if (!existsSync(file)) return;
  const { milliseconds } = JSON.parse(readFileSync(file, "utf8")) as {
    readonly milliseconds: readonly number[];
  };
  for (const value of milliseconds)
    figures.put(
      { part: "activation", subject: "VS Code", measure: "activation", of: "ours", unit: "ms" },
      value,
    );
}

const directoryEntry = Buffer.from([0x50, 0x4b, 0x01, 0x02]);

/** The bytes that a file takes in a zip archive, by its entry in the directory; 0 where it is not there. */
function packedSize(archive: Buffer, name: string): number {
  for (let at = archive.indexOf(directoryEntry); at >= 0; at = archive.indexOf(directoryEntry, at + 4)) {
    const length = archive.readUInt16LE(at + 28);
    if (archive.toString("utf8", at + 46, at + 46 + length) === name) return archive.readUInt32LE(at + 20);
  }
  return 0;
}
