import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { defaults } from "../../server/src/settings/table.ts";
import { pathRule } from "../../server/src/workspace/design-documents.ts";
import { findTemplate } from "../../server/src/workspace/find-template.ts";
import { templateAmong } from "../../server/src/workspace/template-names.ts";
import { memoryFiles } from "../kit/memory-files.ts";

interface Case {
  readonly name: string;
  readonly files: readonly string[];
  readonly found: string | undefined;
  readonly document?: string;
  readonly folder?: string | undefined;
  readonly include?: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: "beside the document",
    files: ["/w/docs/designs/TEMPLATE.md"],
    found: "/w/docs/designs/TEMPLATE.md",
  },
  {
    name: "in a folder above",
    document: "/w/docs/designs/a/b/x.md",
    files: ["/w/docs/designs/template.md"],
    found: "/w/docs/designs/template.md",
  },
  {
    name: "the nearest of two",
    document: "/w/docs/designs/a/b/x.md",
    files: ["/w/docs/designs/TEMPLATE.md", "/w/docs/designs/a/_template.md"],
    found: "/w/docs/designs/a/_template.md",
  },
  { name: "not above the include rule", files: ["/w/docs/template.md", "/w/template.md"], found: undefined },
  { name: "not in a folder beside", files: ["/w/docs/designs/b/template.md"], found: undefined },
  {
    name: "not above the workspace folder",
    include: ["**/*.md"],
    folder: "/w/docs/designs",
    files: ["/w/template.md"],
    found: undefined,
  },
  {
    name: "up to the workspace folder",
    include: ["**/*.md"],
    files: ["/w/template.md"],
    found: "/w/template.md",
  },
  {
    name: "without a workspace folder, as far as the rule reaches",
    folder: undefined,
    document: "/home/docs/designs/a/x.md",
    files: ["/home/docs/designs/template.md", "/template.md"],
    found: "/home/docs/designs/template.md",
  },
  {
    name: "in folders whose names have to be encoded",
    document: "/w/docs/designs/ä b#c/x.md",
    files: ["/w/docs/designs/ä b#c/template.md"],
    found: "/w/docs/designs/ä b#c/template.md",
  },
];

const uriOf = (path: string): string => `file://${path.split("/").map(encodeURIComponent).join("/")}`;

describe("findTemplate", () => {
  for (const { name, files, found, include, document = "/w/docs/designs/x.md", ...rest } of cases) {
    it(`finds it ${name}`, async () => {
      const folder = "folder" in rest ? rest.folder : "/w";
      const rule = pathRule({ ...defaults, ...(include ? { include } : {}) });
      const memory = memoryFiles(Object.fromEntries(files.map((path) => [uriOf(path), "# T\n"])));
      const result = await findTemplate(uriOf(document), folder && uriOf(folder), rule, memory);
      assert.equal(result, found && uriOf(found));
    });
  }
});

describe("templateAmong", () => {
  const choices: readonly (readonly [present: readonly string[], chosen: string | undefined])[] = [
    [["a.md", "README.md"], undefined],
    [["0000-template.md", "_template.md"], "_template.md"],
    [["_template.md", "Template.md"], "Template.md"],
    [["template.md", "TEMPLATE.md"], "TEMPLATE.md"],
    [["0000-TEMPLATE.MD"], "0000-TEMPLATE.MD"],
    [["my-template.md", "template.markdown"], undefined],
  ];
  for (const [present, chosen] of choices) {
    it(`takes ${chosen} of ${present.join(", ")}`, () => assert.equal(templateAmong(present), chosen));
  }
});
