import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { newDocument } from "../../server/src/features/new-document.ts";
import { formatName, parsePattern } from "../../server/src/template/name-pattern.ts";
import { presetNames, presets, presetTemplate, presetText } from "../../server/src/template/presets.ts";
import { run } from "./memory-host.ts";

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** By path from the working folder. */
  readonly written: ReadonlyMap<string, string>;
}

async function init(
  words: readonly string[],
  files: Readonly<Record<string, string>> = {},
  locked: readonly string[] = [],
): Promise<Ran> {
  const written = new Map<string, string>();
  const { code, out, err } = await run(["init", ...words], { files, locked, written });
  return {
    code,
    out,
    err,
    written: new Map([...written].map(([path, text]) => [path.replace("/repo/", ""), text])),
  };
}

describe("a folder that was set up", () => {
  for (const preset of presetNames) {
    it(`has no finding, and none above information with its first document: ${preset}`, async () => {
      const { written } = await init(["--preset", preset]);
      const files: Record<string, string> = { "/repo/.git/HEAD": "" };
      for (const [path, text] of written) files[`/repo/${path}`] = text;
      const empty = await run(["check", "--severity", "hint", "."], { files });
      assert.deepEqual([empty.code, /\bwarning|\berror /.test(empty.out)], [0, false], empty.out);

      const { folder, fileName } = presets[preset];
      const pattern = parsePattern(fileName);
      assert.ok(pattern);
      const facts = { title: "Sync engine", date: "2026-03-02", number: 1 };
      const { text } = newDocument(presetTemplate(preset), {
        ...facts,
        author: "Ann Lee <ann@lee.dev>",
        reviewers: ["@bo"],
      });
      files[`/repo/${folder}/${formatName(pattern, facts)}`] = text;
      const { out, err } = await run(["check", "--format", "json", "--severity", "warning", "."], { files });
      assert.deepEqual((JSON.parse(out) as { readonly findings: readonly object[] }).findings, []);
      assert.equal(err, "", "the document was found");
    });
  }
});

describe("design-docs init", () => {
  for (const preset of presetNames) {
    it(`--preset ${preset}`, async () => {
      const { code, out, err, written } = await init(["--preset", preset]);
      const { folder } = presets[preset];
      const template = `${folder}/TEMPLATE.md`;
      assert.deepEqual([code, err], [0, ""]);
      assert.deepEqual([...written.keys()], [template, ".design-docs.json"]);
      assert.equal(written.get(template), presetText(preset));
      assert.equal(
        out,
        `Wrote ${template}\nWrote .design-docs.json\nEdit ${template} until it asks for what your team wants, write documents in ${folder}, and check them with “design-docs check .”.\n`,
      );
    });
  }

  it("writes into the folder that is named", async () => {
    const { written } = await init(["--preset", "adr", "--folder", "./architecture/"]);
    assert.deepEqual([...written.keys()], ["architecture/TEMPLATE.md", ".design-docs.json"]);
  });

  it("uses what is there and says so", async () => {
    const files = {
      "/repo/rfcs/0000-template.md": "# T\n\n## Why\n",
      "/repo/rfcs/0001-a.md": "# A\n",
      "/repo/rfcs/0002-b.md": "# B\n",
    };
    const { code, err, written } = await init([], files);
    assert.equal(code, 0);
    assert.deepEqual([...written.keys()], [".design-docs.json"]);
    assert.equal(
      err,
      "“rfcs/0000-template.md” is there already and is used as it is.\nThere are 2 documents in “rfcs” already. What is older than 2026-03-02 is told at information at most.\n",
    );
  });

  it("adds a collection to a configuration, and nothing the second time", async () => {
    const config = '{\n  "collections": [{ "include": ["rfcs/*.md"] }]\n}\n';
    const first = await init(["--preset", "adr"], { "/repo/.design-docs.json": config });
    assert.match(first.out, /^Wrote docs\/adr\/TEMPLATE.md\nChanged .design-docs.json\n/);
    const files = Object.fromEntries([...first.written].map(([path, text]) => [`/repo/${path}`, text]));
    const second = await init(["--preset", "adr"], files);
    assert.equal(second.code, 0);
    assert.equal(second.written.size, 0);
    assert.match(second.out, /^Nothing was written\.\n/);
    assert.match(second.err, /has a collection for “docs\/adr” already/);
  });

  it("--dry-run writes nothing and prints a patch", async () => {
    const config = '{\n  "collections": [{ "include": ["rfcs/*.md"] }]\n}\n';
    const { code, out, written } = await init(["--preset", "adr", "--dry-run"], {
      "/repo/.design-docs.json": config,
    });
    assert.equal(code, 0);
    assert.equal(written.size, 0);
    assert.match(out, /^--- a\/.design-docs.json\n\+\+\+ b\/.design-docs.json\n/);
    assert.match(
      out,
      /\n--- \/dev\/null\n\+\+\+ b\/docs\/adr\/TEMPLATE.md\n@@ -0,0 \+1,\d+ @@\n\+# Architecture/,
    );
  });

  it("--preset list tells what they are for", async () => {
    const { code, out } = await init(["--preset", "list"]);
    assert.equal(code, 0);
    for (const name of presetNames) assert.match(out, new RegExp(`^${name}\n  \\p{Lu}`, "mu"));
  });

  const refused: readonly (readonly [words: readonly string[], reason: RegExp])[] = [
    [["--preset", "nygard"], /“nygard” is no preset\. The presets are design-doc, .*--preset list/],
    [["--preset"], /--preset wants a value: --preset NAME/],
    [["docs/adr"], /“docs\/adr” is too much\. A folder is named with --folder/],
    [["--fix"], /--fix belongs to “check”/],
    [["--folder", "/elsewhere"], /is no folder inside “repo”/],
    [["--folder", "../elsewhere"], /is no folder inside “repo”/],
  ];
  for (const [words, reason] of refused) {
    it(`refuses ${words.join(" ")}`, async () => {
      const { code, out, err, written } = await init(words);
      assert.deepEqual([code, out, written.size], [2, "", 0]);
      assert.match(err, reason);
    });
  }

  it("refuses a configuration that is none", async () => {
    const { code, err, written } = await init(["--preset", "adr"], { "/repo/.design-docs.json": "[]" });
    assert.deepEqual([code, written.size], [2, 0]);
    assert.match(err, /“.design-docs.json” cannot be read as a configuration, so nothing is written/);
  });

  it("says what could not be written, and writes no configuration without its template", async () => {
    const { code, out, err, written } = await init(["--preset", "adr"], {}, ["/repo/docs/adr/TEMPLATE.md"]);
    assert.deepEqual([code, out, written.size], [2, "", 0]);
    assert.equal(err, "docs/adr/TEMPLATE.md: the file cannot be written: permission is denied.\n");
  });
});
