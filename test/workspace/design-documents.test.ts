import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { defaults } from "../../server/src/settings/table.ts";
import { isDesignDocument, pathRule } from "../../server/src/workspace/design-documents.ts";

const standard = pathRule(defaults);

interface Case {
  readonly uri: string;
  readonly is: boolean;
  readonly folders?: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

const cases: readonly Case[] = [
  { uri: "file:///w/docs/designs/a.md", is: true },
  { uri: "file:///w/docs/designs/deep/er/a.md", is: true },
  { uri: "file:///w/packages/app/docs/designs/a.md", is: true },
  { uri: "file:///w/Docs/Designs/A.MD", is: true },
  { uri: "file:///w/docs/designs/with%20blank/%C3%A4%23.md", is: true },
  { uri: "file:///w/.team/docs/designs/a.md", is: true },
  { uri: "file:///w/docs/guide.md", is: false },
  { uri: "file:///w/docs/designs/a.txt", is: false },
  { uri: "file:///w/docs/designs/README.md", is: false },
  { uri: "file:///w/docs/designs/readme.md", is: false },
  { uri: "file:///w/docs/designs/x/Index.md", is: false },
  { uri: "file:///w/docs/designs/TEMPLATE.md", is: false },
  { uri: "file:///w/docs/designs/Template.md", is: false },
  { uri: "file:///w/docs/designs/_template.md", is: false },
  { uri: "file:///w/docs/designs/0000-template.md", is: false },
  { uri: "file:///w/docs/designs/template.md", is: false, exclude: [] },
  { uri: "file:///w/docs/designs/readme.md", is: true, exclude: [] },
  { uri: "file:///elsewhere/docs/designs/a.md", is: true },
  { uri: "file:///elsewhere/docs/a.md", is: false },
  { uri: "file:///home/me/notes/a.md", is: true, include: ["/home/me/notes/*.md"] },
  { uri: "file:///w/notes/a.md", is: true, include: ["/notes/*.md"] },
  { uri: "file:///w/notes/a.md", is: true, include: ["./notes/*.md"] },
  { uri: "file:///w/deep/notes/a.md", is: false, include: ["notes/*.md"] },
  { uri: "file:///w/notes/a.md", is: false, include: [] },
  { uri: "git:/w/docs/designs/a.md?%7B%22ref%22%3A%22HEAD%22%7D", is: false },
  { uri: "untitled:/w/docs/designs/a.md", is: false },
  { uri: "vscode-remote://ssh/w/docs/designs/a.md", is: true, folders: ["vscode-remote://ssh/w"] },
  { uri: "vscode-vfs://github/o/r/docs/designs/a.md", is: true, folders: ["vscode-vfs://github/o/r"] },
  {
    uri: "file:///c%3A/w/docs/designs/a.md",
    is: true,
    folders: ["file:///C:/W"],
    include: ["docs/designs/*.md"],
  },
  {
    uri: "file:///w/sub/designs/a.md",
    is: true,
    folders: ["file:///w", "file:///w/sub"],
    include: ["designs/*.md"],
  },
  { uri: "file:///w2/designs/a.md", is: false, folders: ["file:///w"], include: ["designs/*.md"] },
];

describe("isDesignDocument", () => {
  for (const { uri, is, folders = ["file:///w"], include, exclude } of cases) {
    const rule =
      include || exclude
        ? pathRule({ include: include ?? defaults.include, exclude: exclude ?? defaults.exclude })
        : standard;
    const by = include || exclude ? ` by ${JSON.stringify({ include, exclude })}` : "";
    it(`${is ? "is" : "is not"} ${uri}${by}`, () => assert.equal(isDesignDocument(uri, folders, rule), is));
  }
});
