/** A header in every spelling, each with a status and a field before and behind it where one can be. */
export const spellings: Readonly<Record<string, string>> = {
  lines: "# T\n\nArea: x\nStatus: Draft\nDate: 2026-01-02\n\n## Goals\n\nText.\n",
  "hard breaks": "# T\n\nOwner: x\\\nStatus: Draft\\\nDate: 2026-01-02  \nTeam: y\n\n## Goals\n",
  "an empty value": "# T\n\nOwner: x\nStatus:\nDate: 2026-01-02\n\n## Goals\n",
  "the next line": "# T\n\nOwner: x\nStatus:\n  Draft\nDate: 2026-01-02\n\n## Goals\n",
  "bold keys": "# T\n\n**Owner:** x\n**Status:** Draft\n**Date:** 2026-01-02\n\n## Goals\n",
  "bold keys, the colon behind":
    "# T\n\n**Owner**: x\\\n**Status**: Draft\\\n**Date**: 2026-01-02\n\n## Goals\n",
  "italic lines": "# T\n\n*Owner: x*\\\n*Status: Draft*\\\n*Date: 2026-01-02*\n\n## Goals\n",
  "italic lines of underscores": "# T\n\n_Owner: x_  \n_Status: Draft_  \n_Date: 2026-01-02_\n\n## Goals\n",
  "a quotation": "# T\n\n> Owner: x\n> Status: Draft\n> Date: 2026-01-02\n\n## Goals\n",
  bullets: "# T\n\n- Owner: x\n- Status: Draft\n- Date: 2026-01-02\n\n## Goals\n",
  "bullets with bold values":
    "# T\n\n* Owner: **x**\n* Status: **Draft**\n* Date: **2026-01-02**\n\n## Goals\n",
  "bullets in bullets":
    "# T\n\n* **Owners:**\n  * x\n* **Status:**\n  * Draft\n* **Date:**\n  * 2026-01-02\n\n## Goals\n",
  boxes: "# T\n\n- [x] Owner: x\n- [x] Status: Draft\n- [ ] Date: 2026-01-02\n\n## Goals\n",
  "a title of a lower level": "T\n---\n\n* Owner: x\n* Status: Draft\n* Date: 2026-01-02\n\n## Goals\n",
  "a table":
    "# T\n\n| Field | Value |\n| --- | --- |\n| Owner | x |\n| Status | Draft |\n| Date | 2026-01-02 |\n\n## Goals\n",
  "a table with code":
    "# T\n\n|  |  |\n--- | ---\n| **Owner** | `x` |\n| **Status** | *Draft* |\n| **Date** | `2026` |\n\n## Goals\n",
  "the head of a table":
    "# T\n\n| Status | Draft |\n| --- | --- |\n| Owner | x |\n| Date | 2026-01-02 |\n\n## Goals\n",
  "an empty cell":
    "# T\n\n| Field | Value |\n| --- | --- |\n| Owner | x |\n| Status | |\n| Date | 2026-01-02 |\n\n## Goals\n",
  columns: "# T\n\n| Owner | Status | Date |\n| --- | --- | --- |\n| x | Draft | 2026-01-02 |\n\n## Goals\n",
  "a fence": "# T\n\n```\nTitle: x\nStatus: Draft\nAuthors: A\n         B\n```\n\n## Goals\n",
  yaml: "---\nowner: x\nstatus: Draft\ndate: 2026-01-02\n---\n\n# T\n\n## Goals\n",
  "yaml with comments": "---\n# all\nowner: x # who\nstatus: Draft # how far\ndate: 2026-01-02\n---\n\n# T\n",
  "double quotes": '---\nowner: "x"\nstatus: "Draft"\ndate: "2026"\n---\n\n# T\n',
  "single quotes": "---\nowner: 'x'\nstatus: 'Draft'\ndate: '2026'\n---\n\n# T\n",
  "an empty value in yaml": "---\nowner: x\nstatus:\ndate: 2026-01-02\n---\n\n# T\n",
  "no value in yaml": "---\nowner: x\nstatus: null\ndate: 2026-01-02\n---\n\n# T\n",
  "no value in yaml, with a comment": "---\nowner: x\nstatus: ~ # how far\ndate: 2026-01-02\n---\n\n# T\n",
  "empty quotes": '---\nowner: x\nstatus: ""\ndate: 2026-01-02\n---\n\n# T\n',
  "the next line in yaml": "---\nowner: x\nstatus:\n    Draft\ndate: 2026-01-02\n---\n\n# T\n",
  "a block": "---\nowner: x\nstatus: >\n  Draft\n  so far\ndate: 2026-01-02\n---\n\n# T\n",
  "nested keys": "---\nmeta:\n  owner: x\n  status: Draft\n  date: 2026\n---\n\n# T\n",
  toml: '+++\nowner = "x"\nstatus = "Draft"\ndate = 2026-01-02\n+++\n\n# T\n',
  "empty quotes in toml": '+++\nowner = "x"\nstatus = ""\ndate = 2026-01-02\n+++\n\n# T\n',
  "bare toml": "+++\nowner = 1\nstatus = 2\ndate = 2026-01-02\n+++\n\n# T\n",
  "front matter behind a comment": "<!-- c -->\n---\nowner: x\nstatus: Draft\ndate: 2026\n---\n\n# T\n",
  "a section": "# T\n\n## Status\n\nDraft\n\n## Goals\n\nText.\n",
  "a section in bold": "# T\n\nDate: x\n\n## Status\n\n> How far.\n\n**Draft**\n\n## Goals\n",
  "an empty section": "# T\n\nDate: x\n\n## Status\n\n## Goals\n",
  "a section of metadata": "# T\n\n## Metadata\n\n- Owner: x\n- Status: Draft\n- Date: 2026\n\n## Goals\n",
};
