import { defineRule } from "./rule.ts";
import { brokenPaths, pathFixes, type BrokenPath } from "./support/broken-path.ts";
import { levels } from "./support/levels.ts";

const template = "# Design\n\n## Goals\n\nWhat it is for.\n";

export default defineRule<BrokenPath>({
  id: "broken-link",
  summary: "A link to a file of the repository leads nowhere.",
  why: "A reader who follows it finds an error page, and what the design leans on is lost to him. A path is looked for from the document’s folder; one that begins with `/`, from every folder between the workspace’s and the document’s. Names as documentation sites write them (`page`, `page.html`) lead to `page.md`. Addresses of web sites are never looked at, nor are paths out of the workspace and pages of the forge such as `../../issues/12`.",
  severity: levels("information", "warning", "warning"),
  needs: ["targets"],
  examples: [
    {
      title: "a file that was renamed",
      template,
      text: "# Sync engine\n\n## Goals\n\nBuilds on [the storage](⟦2026-01-05-storge-design.md⟧#goals).\n",
      fixed: "# Sync engine\n\n## Goals\n\nBuilds on [the storage](2026-01-05-storage-design.md#goals).\n",
      given: {
        say: "The folder has `2026-01-05-storage-design.md`.",
        facts: {
          targets: new Map([
            ["2026-01-05-storge-design.md", { kind: "absent", meant: "2026-01-05-storage-design.md" }],
          ]),
        },
      },
    },
    {
      title: "another spelling, which only some systems find",
      template,
      text: "# Sync engine\n\n## Goals\n\nSee [the notes][notes].\n\n[notes]: ⟦../notes.md⟧\n",
      fixed: "# Sync engine\n\n## Goals\n\nSee [the notes][notes].\n\n[notes]: ../Notes.md\n",
      given: {
        say: "The file is `../Notes.md`, and the system ignores case.",
        facts: { targets: new Map([["../notes.md", { kind: "otherCase", written: "../Notes.md" }]]) },
      },
    },
    {
      title: "files and folders that are there, and web sites",
      template,
      text: "# Sync engine\n\n## Goals\n\nSee [the code](../../src/), [notes](../Notes.md) and [a site](https://example.org/gone).\n",
      given: {
        say: "`../../src` and `../Notes.md` are there.",
        facts: {
          targets: new Map([
            ["../../src/", { kind: "folder" }],
            ["../Notes.md", { kind: "file", uri: "file:///w/docs/Notes.md" }],
          ]),
        },
      },
    },
  ],

  check: (context) => brokenPaths(context, "broken-link"),
  fixes: (problem, context) => pathFixes(problem, context, "broken-link"),
});
