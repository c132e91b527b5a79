import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseConfig } from "../../server/src/config/parse-config.ts";
import { inEnglish } from "../../server/src/messages/message.ts";
import { rules } from "../../server/src/rules/index.ts";
import { defaults } from "../../server/src/settings/table.ts";
import { presetNames, presets, presetText, type PresetName } from "../../server/src/template/presets.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { planSetUp, type SetUpPlan, type SetUpWish } from "../../server/src/workspace/set-up.ts";
import { pathWithin, under } from "../../server/src/workspace/uris.ts";
import { memoryFiles } from "../kit/memory-files.ts";

const folder = "file:///w";
type Texts = Readonly<Record<string, string>>;
type Wish = Partial<Pick<SetUpWish, "preset" | "designFolder">>;

async function answerFor(wish: Wish, texts: Texts) {
  const files = memoryFiles(
    Object.fromEntries(
      Object.entries(texts).map(([path, text]) => [under(folder, ...path.split("/")), text]),
    ),
  );
  return planSetUp(
    { folder, preset: undefined, designFolder: undefined, today: "2026-03-04", settings: defaults, ...wish },
    files,
  );
}

async function planFor(wish: Wish, texts: Texts = {}): Promise<SetUpPlan> {
  const answer = await answerFor(wish, texts);
  assert.ok("plan" in answer, "refused");
  return answer.plan;
}

/** What the workspace has behind the plan, by path: what was created or changed. */
function written({ create, change }: SetUpPlan): Texts {
  const all = [
    ...create,
    ...(change ? [{ uri: change.uri, text: applyEdits(change.text, change.edits) }] : []),
  ];
  return Object.fromEntries(all.map(({ uri, text }) => [pathWithin(folder, uri) ?? uri, text]));
}

/** The collections of a configuration as JSON, which must have no fault. */
function collectionsOf(text = "") {
  const known = { ruleIds: rules.map(({ id }) => id), presetNames };
  const { config, problems } = parseConfig(text, known);
  assert.deepEqual(
    problems.map((problem) => inEnglish(problem.message)),
    [],
  );
  return (config.collections ?? []).map(({ include, exclude, template, fileName, since }) => ({
    include,
    exclude,
    template,
    fileName,
    since,
  }));
}

const notesOf = (plan: SetUpPlan): readonly string[] => plan.notes.map(inEnglish);

describe("setting up an empty workspace", () => {
  for (const preset of presetNames) {
    it(`writes the configuration and the template of ${preset}`, async () => {
      const plan = await planFor({ preset });
      const about = presets[preset];
      const texts = written(plan);
      const template = `${about.folder}/TEMPLATE.md`;
      assert.deepEqual(Object.keys(texts), [".design-docs.json", template]);
      assert.equal(texts[template], presetText(preset));
      assert.deepEqual(collectionsOf(texts[".design-docs.json"]), [
        {
          include: [`${about.folder}/**/*.md`],
          exclude: [`${about.folder}/**/README.md`, `${about.folder}/**/index.md`],
          template,
          fileName: about.fileName,
          since: undefined,
        },
      ]);
      assert.equal(plan.template, under(folder, ...template.split("/")));
      assert.deepEqual(notesOf(plan), []);
    });
  }

  it("takes the default preset where nobody says one", async () => {
    const texts = written(await planFor({}));
    assert.equal(texts["docs/designs/TEMPLATE.md"], presetText("design-doc"));
  });

  const folders: readonly (readonly [asked: string, path: string])[] = [
    ["architecture", "architecture"],
    ["./docs/a/", "docs/a"],
    ["docs\\a", "docs/a"],
    ["", ""],
    [".", ""],
    ["docs/a b", "docs/a b"],
    ["docs/(a)", "docs/(a)"],
  ];
  for (const [asked, path] of folders) {
    it(`writes into “${asked}”`, async () => {
      const plan = await planFor({ preset: "design-doc", designFolder: asked });
      const template = path === "" ? "TEMPLATE.md" : `${path}/TEMPLATE.md`;
      const texts = written(plan);
      assert.deepEqual(Object.keys(texts), [".design-docs.json", template]);
      const [collection] = collectionsOf(texts[".design-docs.json"]);
      assert.equal(collection?.template, template);
      assert.equal(
        collection.include[0],
        path === "" ? "*.md" : `${path.replace(/[()]/g, String.raw`\$&`)}/**/*.md`,
      );
      assert.ok(
        texts[template]?.includes(`\`${path === "" ? "." : path}/\``),
        "the instructions name the folder",
      );
    });
  }

  for (const asked of ["../x", "/etc", "a/../..", "C:/x"]) {
    it(`refuses “${asked}”`, async () => {
      const answer = await answerFor({ designFolder: asked }, {});
      assert.ok("refused" in answer);
      assert.equal(answer.refused.id, "set-up.bad-folder");
    });
  }
});

interface Case {
  readonly about: string;
  readonly files: Texts;
  readonly wish?: Wish;
  /** What is written, besides the configuration. */
  readonly written?: readonly string[];
  readonly collection: Partial<ReturnType<typeof collectionsOf>[number]>;
  readonly notes?: readonly RegExp[];
  /** The preset that the template is. */
  readonly template?: PresetName;
}

const own = "# T\n\n## Why\n\nSay why.\n";
const cases: readonly Case[] = [
  {
    about: "uses the template that is there",
    files: { "rfcs/0000-template.md": own },
    collection: {
      include: ["rfcs/**/*.md"],
      template: "rfcs/0000-template.md",
      fileName: "{number:4}-{title}.md",
      since: undefined,
    },
    notes: [/“rfcs\/0000-template.md” is there already/],
  },
  {
    about: "does not write a preset over a template",
    files: { "docs/adr/template.md": own },
    wish: { preset: "adr" },
    collection: {
      include: ["docs/adr/**/*.md"],
      template: "docs/adr/template.md",
      fileName: "{number:4}-{title}.md",
    },
    notes: [/so the preset “adr” is not written/],
  },
  {
    about: "tells old documents quietly, and names new ones as they are named",
    files: { "docs/adr/001-a.md": "", "docs/adr/002-b.md": "", "docs/adr/README.md": "" },
    written: ["docs/adr/TEMPLATE.md"],
    collection: { template: "docs/adr/TEMPLATE.md", fileName: "{number:3}-{title}.md", since: "2026-03-04" },
    notes: [/^There are 2 documents in “docs\/adr”/],
  },
  {
    about: "asks for no names where the old ones have no form",
    files: { "docs/decisions/a.md": "", "docs/decisions/0002-b.md": "" },
    written: ["docs/decisions/TEMPLATE.md"],
    collection: { fileName: undefined, since: "2026-03-04" },
    notes: [/^There are 2/],
  },
  {
    about: "takes the preset that the newest document is like",
    files: {
      "docs/decisions/0001-a.md": "# A\n\n## Context\n\nX.\n",
      "docs/decisions/0002-b.md":
        "# B\n\n## Context and Problem Statement\n\nX.\n\n## Considered Options\n\n- Y\n\n## Decision Outcome\n\nY.\n",
    },
    written: ["docs/decisions/TEMPLATE.md"],
    template: "decision-record",
    collection: { fileName: "{number:4}-{title}.md" },
    notes: [/^There are 2/],
  },
  {
    about: "finds a customary place of the preset’s kind",
    files: { "docs/architecture/decisions/0001-a.md": "", "rfcs/0001-b.md": "" },
    wish: { preset: "adr" },
    written: ["docs/architecture/decisions/TEMPLATE.md"],
    collection: { include: ["docs/architecture/decisions/**/*.md"], fileName: undefined },
    notes: [/^There are 1/],
  },
  {
    about: "finds the template beside the folder of its documents",
    files: { "0000-template.md": own, "text/0001-a.md": "", "text/0002-b.md": "" },
    collection: {
      include: ["text/**/*.md"],
      template: "0000-template.md",
      fileName: "{number:4}-{title}.md",
    },
    notes: [/is there already/, /There are 2/],
  },
  {
    about: "takes documents that are folders",
    files: { "keps/NNNN-kep-template/README.md": own, "keps/12-a/README.md": "", "keps/README.md": "" },
    collection: {
      include: ["keps/**/README.md"],
      exclude: ["keps/README.md"],
      template: "keps/NNNN-kep-template/README.md",
      fileName: undefined,
      since: "2026-03-04",
    },
    notes: [/is there already/, /There are 1/],
  },
  {
    about: "passes a folder of texts that are no designs",
    files: { "text/a.md": "", "text/b.md": "" },
    written: ["docs/designs/TEMPLATE.md"],
    collection: { include: ["docs/designs/**/*.md"] },
  },
];

describe("setting up a workspace that has something", () => {
  for (const { about, files, wish = {}, written: expected = [], collection, notes = [], template } of cases) {
    it(about, async () => {
      const plan = await planFor(wish, files);
      const texts = written(plan);
      assert.deepEqual(Object.keys(texts), [".design-docs.json", ...expected]);
      for (const path of Object.keys(texts)) assert.equal(files[path], undefined, "overwritten");
      const [first] = collectionsOf(texts[".design-docs.json"]);
      assert.deepEqual({ ...first, ...collection }, first);
      if (template !== undefined) assert.equal(texts[expected[0] ?? ""], presetText(template));
      const told = notesOf(plan);
      assert.equal(told.length, notes.length, told.join("\n"));
      notes.forEach((note, index) => assert.match(told[index] ?? "", note));
    });
  }

  it("keeps what the settings include", async () => {
    const plan = await planFor({ preset: "rfc" }, { "pkg/docs/designs/2026-01-01-a-design.md": "" });
    const [first, second] = collectionsOf(written(plan)[".design-docs.json"]);
    assert.deepEqual(first?.include, ["rfcs/**/*.md"]);
    assert.deepEqual(second?.include, defaults.include);
    assert.match(notesOf(plan).join(), /a collection of their own/);
  });

  it("adds to a configuration, with its comments", async () => {
    const text = '{\n  // ours\n  "collections": [\n    { "include": ["rfcs/*.md"] },\n  ],\n}\n';
    const plan = await planFor({ preset: "adr" }, { ".design-docs.json": text });
    const after = written(plan)[".design-docs.json"] ?? "";
    assert.match(after, /\/\/ ours/);
    assert.deepEqual(
      collectionsOf(after).map(({ include }) => include[0]),
      ["rfcs/*.md", "docs/adr/**/*.md"],
    );
  });

  it("adds to a configuration in a package.json", async () => {
    const text = '{\n  "name": "x",\n  "design-docs": {}\n}\n';
    const plan = await planFor({ preset: "adr" }, { "package.json": text });
    const after = JSON.parse(written(plan)["package.json"] ?? "") as { readonly "design-docs": object };
    assert.deepEqual(
      collectionsOf(JSON.stringify(after["design-docs"])).map(({ template }) => template),
      ["docs/adr/TEMPLATE.md"],
    );
  });

  it("leaves a package.json alone that says nothing of us", async () => {
    const plan = await planFor({ preset: "adr" }, { "package.json": '{ "name": "x" }' });
    assert.deepEqual(Object.keys(written(plan)), [".design-docs.json", "docs/adr/TEMPLATE.md"]);
  });

  it("says which configuration it stands in for", async () => {
    const above = async (texts: Texts) => {
      const files = memoryFiles(texts);
      const wish = { folder: "file:///r/pkg/a", preset: "adr", designFolder: undefined } as const;
      const answer = await planSetUp({ ...wish, today: "2026-03-04", settings: defaults }, files);
      assert.ok("plan" in answer);
      return notesOf(answer.plan);
    };
    const git = { "file:///r/.git/HEAD": "" };
    assert.match(
      (await above({ ...git, "file:///r/.design-docs.json": "{}" })).join(),
      /^“..\/..\/.design-docs.json” has held/,
    );
    assert.match(
      (await above({ ...git, "file:///r/pkg/package.json": '{ "design-docs": {} }' })).join(),
      /^“..\/package.json”/,
    );
    assert.deepEqual(
      await above({ ...git, "file:///r/package.json": "{}", "file:///.design-docs.json": "{}" }),
      [],
    );
    assert.deepEqual(await above({}), []);
  });

  it("changes nothing the second time", async () => {
    const texts = written(await planFor({ preset: "adr" }));
    const plan = await planFor({ preset: "adr" }, texts);
    assert.deepEqual(written(plan), {});
    assert.match(notesOf(plan).join(), /has a collection for “docs\/adr” already/);
  });

  it("writes nothing beside a configuration that is none", async () => {
    const answer = await answerFor({ preset: "adr" }, { ".design-docs.json": '{ "collections": 3 }' });
    assert.ok("refused" in answer);
    assert.match(inEnglish(answer.refused), /“.design-docs.json” cannot be read/);
  });
});
