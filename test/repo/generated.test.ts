import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, it } from "node:test";
import { generatedFiles, type GeneratedFile } from "../../scripts/generate/files.ts";

process.chdir(join(import.meta.dirname, "../.."));
const files: GeneratedFile[] = [];
for await (const file of generatedFiles()) files.push(file);

describe("generated files", () => {
  for (const { path, content } of files) {
    it(`${path} is fresh; else run \`npm run generate\``, () => {
      assert.equal(existsSync(path) ? readFileSync(path, "utf8") : "", content);
    });
  }

  it("are each made once", () => {
    const paths = files.map(({ path }) => path);
    assert.deepEqual(paths, [...new Set(paths)]);
  });

  it("leave no page of a rule that is gone", () => {
    const known = new Set(files.map(({ path }) => path));
    const stray = readdirSync("docs/rules").filter((name) => !known.has(`docs/rules/${name}`));
    assert.deepEqual(stray, []);
  });
});

describe("the pages of rules", () => {
  for (const { path, content } of files.filter(({ path: name }) => /^docs\/rules\/(?!README)/.test(name))) {
    it(`${path} shows a finding, its severity and how to change it`, () => {
      assert.match(content, /^### Told: /m);
      assert.match(content, /^- Line \d+, column \d+.*\*\*(?:error|warning|information|hint)\*\*\. \S/m);
      assert.match(content, /^\| Draft \| In review \| Approved \| Implemented \| Closed \|$/m);
      assert.match(content, /"designDocs\.rules"/);
      // The word stands in the name of a rule, too.
      assert.doesNotMatch(content, /[⟦⟧]|(?<!reference-)undefined|\n{3}/);
    });
  }
});

describe("links between the project's pages lead somewhere", () => {
  const own = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"];
  const under = (folder: string): readonly string[] =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
  // Our own rules look at the links of designs.
  const examples = under("examples").filter((page) => !page.endsWith("-design.md"));
  for (const page of [...own, ...under("docs"), ...examples]) {
    it(page, () => {
      // A link in code leads nowhere.
      const text = readFileSync(page, "utf8").replace(/^(`{3,})[^]*?^\1$|(`+)[^`\n]+\2/gm, "");
      const broken = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, target = ""]) => target)
        .filter((target) => !isPicture(target) && !existsSync(posix.join(posix.dirname(page), target)));
      assert.deepEqual(broken, []);
    });
  }
});

// The suite in the real editor makes them.
const isPicture = (target: string): boolean => /^docs\/images\/[a-z-]+\.png$/.test(target);
