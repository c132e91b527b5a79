import { message } from "../messages/message.ts";
import { defineRule } from "./rule.ts";
import { brokenPaths, pathFixes, type BrokenPath } from "./support/broken-path.ts";
import { levels } from "./support/levels.ts";

const template = "# Design\n\n## Goals\n\nWhat it is for.\n";

export default defineRule<BrokenPath>({
  id: "broken-link",
  summary: "A link to a file of the repository leads nowhere.",
  why: "A reader who follows it finds an error page, and misses what the design leans on. A path is looked for from the document’s folder; one that begins with `/`, from every folder between the workspace’s and the document’s. Names as documentation sites write them (`page`, `page.html`) lead to `page.md`. Addresses of web sites are never looked at, nor are paths out of the workspace and pages of the forge such as `../../issues/12`.",
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
      title: "the address of a web site that lacks its beginning",
      template,
      text: "# Sync engine\n\n## Goals\n\nAs [others do](⟦www.example.org/sync⟧).\n",
      fixed: "# Sync engine\n\n## Goals\n\nAs [others do](https://www.example.org/sync).\n",
      given: {
        say: "There is no file `www.example.org/sync`.",
        facts: { targets: new Map([["www.example.org/sync", { kind: "absent" }]]) },
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

  *check(context) {
    for (const problem of brokenPaths(context, "broken-link")) {
      const { path } = problem.linked.link;
      yield isHost(problem) ? { ...problem, message: message("broken-link.host", { path }) } : problem;
    }
  },

  fixes(problem, context) {
    if (!isHost(problem)) return pathFixes(problem, context, "broken-link");
    const { start } = problem.span;
    const edits = [{ span: { start, end: start }, text: "https://" }];
    return problem.linked.isExact ? [{ title: message("broken-link.fix-host"), edits }] : [];
  },
});

const host = /^(?:www\.|(?:[a-z0-9-]+\.){1,4}(?:com|dev|edu|gov|io|net|org)(?:\/|$))/i;

/** Whether what leads nowhere is the address of a web site. A file of that name that is meant is told as that. */
const isHost = ({ linked, path }: BrokenPath): boolean => path === undefined && host.test(linked.link.path);
