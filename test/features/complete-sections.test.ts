import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkCompletions, complete, head } from "../kit/completions.ts";

describe("sections", () => {
  checkCompletions([
    {
      name: "at #, all that are missing, in the template's order",
      text: `${head}\n#▮`,
      trigger: "#",
      labels: ["Summary / Executive Summary", "Goals", "Design", "Decision Log", "Appendix"],
      becomes: `${head}\n## Summary / Executive Summary\n\nSay it shortly.\n`,
      snippet: "## Summary / Executive Summary\n\n${1:Say it shortly.}\n$0",
    },
    {
      name: "the one that belongs at the caret comes first, those before it last",
      text: `${head}\n## Goals\n\nSync.\n\n#▮\n\n## Appendix\n\nx\n`,
      trigger: "#",
      labels: ["Design", "Decision Log", "Summary / Executive Summary"],
      becomes: `${head}\n## Goals\n\nSync.\n\n## Design\n\nDraw it.\n\n### Data Flow\n\nFollow the data.\n\n### Storage\n\nName the \${disk}.\n\n## Appendix\n\nx\n`,
      snippet:
        "## Design\n\n${1:Draw it.}\n\n### Data Flow\n\n${2:Follow the data.}\n\n### Storage\n\n${3:Name the \\${disk\\}.}$0",
    },
    {
      name: "guidance in a list is one stop an item",
      text: `${head}\n## Summary\n\nx\n\n#▮\n`,
      trigger: "#",
      labels: ["Goals", "Design", "Decision Log", "Appendix"],
      snippet: "## Goals\n\n- ${1:What it is for.}\n- ${2:How one can tell.}$0",
    },
    {
      name: "blank lines are added where they lack",
      text: `${head}#▮\n## Goals\n\nSync.\n`,
      trigger: "#",
      labels: ["Summary / Executive Summary", "Design", "Decision Log", "Appendix"],
      becomes: `${head}\n## Summary / Executive Summary\n\nSay it shortly.\n\n## Goals\n\nSync.\n`,
    },
    {
      name: "line endings stay as they are",
      text: "# Sync\r\n#▮\r\n## Goals\r\n",
      trigger: "#",
      labels: ["Summary / Executive Summary", "Design", "Decision Log", "Appendix"],
      becomes: "# Sync\r\n\r\n## Summary / Executive Summary\r\n\r\nSay it shortly.\r\n\r\n## Goals\r\n",
    },
    {
      name: "a present parent's children are offered",
      text: `${head}\n## Design\n\nBoxes.\n\n##▮\n`,
      trigger: "#",
      labels: ["Data Flow", "Storage", "Decision Log", "Appendix", "Summary / Executive Summary", "Goals"],
      becomes: `${head}\n## Design\n\nBoxes.\n\n### Data Flow\n\nFollow the data.\n`,
    },
    {
      name: "only the chosen depth",
      text: `${head}\n## Design\n\nBoxes.\n\n## ▮\n`,
      trigger: " ",
      labels: ["Decision Log", "Appendix", "Summary / Executive Summary", "Goals"],
      becomes: `${head}\n## Design\n\nBoxes.\n\n## Decision Log\n\nWho decided what.\n`,
    },
    {
      name: "what was typed is replaced",
      text: `${head}\n## Go▮\n`,
      labels: ["Goals"],
      becomes: `${head}\n## Goals\n\n- What it is for.\n- How one can tell.\n`,
    },
    {
      name: "a blank within a name keeps the list",
      text: `${head}\n## Executive ▮`,
      trigger: " ",
      labels: ["Summary / Executive Summary"],
    },
    { name: "a blank after another name opens none", text: `${head}\n## Our ▮`, trigger: " ", labels: [] },
    {
      name: "a document one level deeper gets deeper headings",
      text: "# Sync\n\n### Goals\n\nx\n\n### Decision Log\n\nx\n\n#▮\n",
      trigger: "#",
      labels: ["Appendix", "Summary / Executive Summary", "Design"],
      becomes: "# Sync\n\n### Goals\n\nx\n\n### Decision Log\n\nx\n\n### Appendix\n\nAnything else.\n",
    },
    {
      name: "an empty document is offered its title first, to who asks",
      text: "#▮",
      labels: ["Title", "Summary / Executive Summary", "Goals", "Design", "Decision Log", "Appendix"],
      becomes: "# Design\n",
      snippet: "# ${1:Design}\n$0",
    },
    {
      name: "where text follows, the heading alone",
      text: `${head}\n##▮\n\nAll the boxes.\n`,
      trigger: "#",
      labels: ["Summary / Executive Summary", "Goals", "Design", "Decision Log", "Appendix"],
      becomes: `${head}\n## Summary / Executive Summary\n\nAll the boxes.\n`,
    },
    {
      name: "a written section is not offered for its own heading",
      text: `${head}\n## Goals▮\n\nSync.\n`,
      labels: [],
    },
    {
      name: "a present section is not offered",
      text: "# S\n\n## Summary\n\n## Goals\n\n## Design\n\n### Data Flow\n\n### Storage\n\n## Decision Log\n\n## Appendix\n\n#▮",
      trigger: "#",
      labels: [],
    },
    { name: "in a fence none", text: "# S\n\n```sh\n#▮\n```\n", trigger: "#", labels: [] },
    { name: "in an open fence none", text: "# S\n\n```sh\n#▮\n", trigger: "#", labels: [] },
    { name: "in a comment none", text: "# S\n\n<!--\n#▮\n-->\n", trigger: "#", labels: [] },
    { name: "in a quote none", text: "# S\n\n> #▮\n", trigger: "#", labels: [] },
    { name: "in indented code none", text: "# S\n\n    #▮\n", trigger: "#", labels: [] },
    { name: "in front matter none", text: "---\n#▮\n---\n", trigger: "#", labels: [] },
    { name: "in a list item none", text: "- a\n\n  #▮\n", trigger: "#", labels: [] },
    { name: "in a sentence none", text: "# S\n\nIn C#▮", trigger: "#", labels: [] },
    { name: "at the end of a heading none", text: "# S\n\n## In C#▮", trigger: "#", labels: [] },
  ]);

  it("documentation is the guidance, the filter goes on as the author types", () => {
    const [first] = complete({ text: `${head}\n## ▮`, trigger: " " });
    assert.equal(first?.documentation, "Say it shortly.");
    assert.equal(first?.filter, "## Summary / Executive Summary");
    assert.equal(first?.preselect, true);
  });
});
