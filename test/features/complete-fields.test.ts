import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkCompletions, complete, head } from "../kit/completions.ts";

describe("fields", () => {
  checkCompletions([
    {
      name: "those that are missing, the next one first",
      text: "# S\n\nStatus: DRAFT\nDate: 2026-01-01\n▮\n\n## Goals\n",
      labels: ["Reviewers", "Implementation", "Author"],
      becomes: "# S\n\nStatus: DRAFT\nDate: 2026-01-01\nReviewers: \n\n## Goals\n",
    },
    {
      name: "a partly typed key",
      text: "# S\n\nStatus: DRAFT\nrev▮\n",
      labels: ["Reviewers"],
      becomes: "# S\n\nStatus: DRAFT\nReviewers: \n",
    },
    {
      name: "as bullets in bold where the header has such",
      text: "# S\n\n- **Status:** DRAFT\n- ▮\n",
      labels: ["Author", "Date", "Reviewers", "Implementation"],
      becomes: "# S\n\n- **Status:** DRAFT\n- **Author:** \n",
    },
    {
      name: "with the line break of its neighbours",
      text: "# S\n\nStatus: DRAFT\\\nAu▮\n",
      labels: ["Author"],
      becomes: "# S\n\nStatus: DRAFT\\\nAuthor: \\\n",
      snippet: "Author: ${1:}\\\\$0",
    },
    {
      name: "in front matter, in lower case where it is so",
      text: "---\nstatus: draft\n▮\n---\n\n# S\n",
      labels: ["Author", "Date", "Reviewers", "Implementation"],
      becomes: "---\nstatus: draft\nauthor: \n---\n\n# S\n",
    },
    {
      name: "in an empty document",
      text: "▮",
      labels: ["Status", "Author", "Date", "Reviewers", "Implementation"],
      becomes: "Status: ",
    },
    {
      name: "a bullet that was begun",
      text: "# S\n\n- **Da▮",
      labels: ["Date"],
      becomes: "# S\n\n- **Date:** ",
    },
    { name: "none behind the first section", text: `${head}\n## Goals\n\n▮\n`, labels: [] },
    { name: "none in the middle of a sentence", text: "# S\n\nThis is the Sta▮", labels: [] },
    { name: "none before text", text: "# S\n\nSta▮ DRAFT", labels: [] },
    { name: "none by themselves", text: "# S\n\nStatus: DRAFT\n ▮\n", trigger: " ", labels: [] },
    { name: "none in a fence", text: "# S\n\n```\n▮\n```\n", labels: [] },
    { name: "none in an open comment", text: "# S\n\n<!--\n▮", labels: [] },
  ]);

  it("opens the values behind the key", () => {
    const again = complete({ text: "# S\n\n▮" }).filter((item) => item.suggestNext);
    assert.deepEqual(
      again.map(({ label }) => label),
      ["Status", "Author", "Date", "Reviewers"],
    );
  });
});
