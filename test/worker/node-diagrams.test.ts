// Node's workers on the script as it is shipped: run `npm run build` before this file is run alone.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { nodeDiagrams } from "../../server/src/hosts/node-diagrams.ts";
import { kinds } from "../mermaid/kinds.ts";
import { scriptPath } from "../mermaid/script.ts";

const unknown = { kind: "unknown" };

describe("nodeDiagrams", () => {
  let folder = "";
  before(() => (folder = mkdtempSync(join(tmpdir(), "design-docs-"))));
  after(() => rmSync(folder, { recursive: true }));
  const script = (text: string): string => {
    const path = join(folder, "script.js");
    writeFileSync(path, text);
    return path;
  };

  it("answers many questions at once, each with its own fact", async () => {
    const { check } = nodeDiagrams(scriptPath);
    const sources = Object.values(kinds).map(({ sound }) => sound);
    const facts = await Promise.all([...sources.map(check), check("pie\n  x\n")]);
    assert.deepEqual(
      facts.slice(0, -1),
      sources.map(() => ({ kind: "sound" })),
    );
    assert.deepEqual(facts.at(-1), { kind: "fault", line: 1, column: 2, message: 'did not expect "x"' });
  });

  it("knows nothing where the script is missing or fails", async () => {
    for (const path of [undefined, join(folder, "gone.js"), script("throw new Error('broken');")])
      assert.deepEqual(await nodeDiagrams(path).check("pie\n"), unknown);
  });

  it("leaves a diagram that takes too long, and reads the next one", { timeout: 30_000 }, async () => {
    const path = script(
      `onmessage = ({ data }) => { while (data === "hang"); postMessage({ kind: "sound" }); };`,
    );
    const { check } = nodeDiagrams(path, 500);
    assert.deepEqual(await check("hang"), unknown);
    assert.deepEqual(await check("a"), { kind: "sound" });
  });

  it("keeps a process until it has answered, and no longer", { timeout: 30_000 }, async () => {
    const host = pathToFileURL(join(import.meta.dirname, "../../server/src/hosts/node-diagrams.ts")).href;
    const program = `import { nodeDiagrams } from ${JSON.stringify(host)};
      nodeDiagrams(${JSON.stringify(scriptPath)}).check("pie").then(({ kind }) => console.log(kind));`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program]);
    assert.equal(stdout, "sound\n");
  });
});
