import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { defaults } from "../../server/src/settings/table.ts";
import { pathRule } from "../../server/src/workspace/design-documents.ts";
import { freeName } from "../../server/src/workspace/free-name.ts";
import { folderForNew } from "../../server/src/workspace/new-file.ts";
import { canonical, folderOf, pathWithin } from "../../server/src/workspace/uris.ts";

describe("freeName", () => {
  const cases: readonly (readonly [name: string, taken: readonly string[], free: string])[] = [
    ["2026-01-05-a-design.md", [], "2026-01-05-a-design.md"],
    ["2026-01-05-a-design.md", ["2026-01-05-A-Design.md"], "2026-01-05-a-2-design.md"],
    [
      "2026-01-05-a-design.md",
      ["2026-01-05-a-design.md", "2026-01-05-a-2-design.md"],
      "2026-01-05-a-3-design.md",
    ],
    ["note.md", ["note.md"], "note-2.md"],
  ];
  for (const [name, taken, free] of cases)
    it(`makes ${free} of ${name} beside ${taken.length}`, () => assert.equal(freeName(name, taken), free));
});

describe("folderForNew", () => {
  const cases: readonly (readonly [
    name: string,
    chosen: string | undefined,
    include: readonly string[],
    folder: string,
  ])[] = [
    ["docs/designs by default", undefined, defaults.include, "file:///w/docs/designs"],
    [
      "a chosen folder that the rule reaches",
      "file:///w/docs/designs/x",
      defaults.include,
      "file:///w/docs/designs/x",
    ],
    [
      "not a chosen folder that it does not reach",
      "file:///w/src",
      defaults.include,
      "file:///w/docs/designs",
    ],
    ["the folder that the rule names", undefined, ["rfcs/**/*.md"], "file:///w/rfcs"],
    [
      "the first folder that it names",
      undefined,
      ["**/*.design.md", "notes/{a,b}/*.md", "rfcs/*.md"],
      "file:///w/rfcs",
    ],
    ["docs/designs where it names none", undefined, ["**/*.md"], "file:///w/docs/designs"],
  ];
  for (const [name, chosen, include, folder] of cases)
    it(`takes ${name}`, () => {
      const settings = { ...defaults, include };
      assert.equal(folderForNew(chosen, "file:///w", settings, pathRule(settings)), folder);
    });
});

describe("URIs", () => {
  it("have one spelling for a drive", () => {
    assert.equal(canonical("file:///C:/a b.md"), canonical("file:///c%3A/a%20b.md"));
  });

  const paths: readonly (readonly [folder: string, uri: string, path: string | undefined])[] = [
    ["file:///w", "file:///w/a/b.md", "a/b.md"],
    ["file:///w/", "file:///w/a%20b/%C3%A4.md", "a b/ä.md"],
    ["file:///w", "file:///w", ""],
    ["file:///w", "file:///way/b.md", undefined],
    ["file:///C:/Home", "file:///c%3A/home/A.md", "A.md"],
    ["file:///Home", "file:///home/A.md", undefined],
    ["file:///", "file:///a/b.md", "a/b.md"],
    ["vscode-remote://ssh/w", "file:///w/a.md", undefined],
    ["vscode-remote://a/w", "vscode-remote://b/w/a.md", undefined],
  ];
  for (const [folder, uri, path] of paths)
    it(`are ${path === undefined ? "outside" : `"${path}" within`} ${folder}: ${uri}`, () =>
      assert.equal(pathWithin(folder, uri), path));

  it("belong to the innermost workspace folder", () => {
    assert.equal(folderOf("file:///w/a/x.md", ["file:///w", "file:///w/a", "file:///v"]), "file:///w/a");
    assert.equal(folderOf("file:///u/x.md", ["file:///w"]), undefined);
  });
});
