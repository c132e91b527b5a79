import { defineRule } from "./rule.ts";
import { brokenPaths, pathFixes, type BrokenPath } from "./support/broken-path.ts";
import { levels } from "./support/levels.ts";

const template = "# Design\n\n## Goals\n\nWhat it is for.\n";

export default defineRule<BrokenPath>({
  id: "missing-image",
  summary: "A picture of the repository is not there.",
  why: "Readers see a gap where the design has its drawing, often since the file was never committed. Pictures in Markdown and in `<img>` tags are looked for as the targets of links are; those of web sites are not.",
  severity: levels("information", "warning", "warning"),
  needs: ["targets"],
  examples: [
    {
      title: "a picture that is not there",
      template,
      text: "# Sync engine\n\n## Goals\n\n![How edits travel](⟦images/flow.png⟧)\n",
      given: {
        say: "There is no folder `images`.",
        facts: { targets: new Map([["images/flow.png", { kind: "absent" }]]) },
      },
    },
    {
      title: "a slip in an `<img>` tag",
      template,
      text: '# Sync engine\n\n## Goals\n\n<img src="⟦images/flow.jpg⟧" alt="How edits travel">\n',
      fixed: '# Sync engine\n\n## Goals\n\n<img src="images/flow.png" alt="How edits travel">\n',
      given: {
        say: "The folder `images` has `flow.png`.",
        facts: { targets: new Map([["images/flow.jpg", { kind: "absent", meant: "images/flow.png" }]]) },
      },
    },
    {
      title: "a picture that is there, and one of a web site",
      template,
      text: "# Sync engine\n\n## Goals\n\n![How edits travel](images/flow.png) ![The logo](https://example.org/logo.png)\n",
      given: {
        say: "`images/flow.png` is there.",
        facts: {
          targets: new Map([
            ["images/flow.png", { kind: "file", uri: "file:///w/docs/designs/images/flow.png" }],
          ]),
        },
      },
    },
  ],

  check: (context) => brokenPaths(context, "missing-image"),
  fixes: (problem, context) => pathFixes(problem, context, "missing-image"),
});
