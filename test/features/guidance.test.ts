import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { guidanceIn } from "../../server/src/features/guidance.ts";
import { analyse } from "../kit/analyse.ts";
import { mark, unmark } from "../kit/markers.ts";

const template =
  "# T\n\n## Goals\n\nSay briefly what it is for.\n\n- What it is for, in one line.\n\n## Plan\n\n<!-- Say when each part will be there. -->\n\nBuild ${thing} first.\n\n---\n\nHow to use this template\n\n- Copy it to a new file.\n";

const cases: Readonly<Record<string, string>> = {
  "guidance and comments, whatever stands beside them":
    "# S\n\n## Goals\n\n⟦Say briefly what it is for.⟧\n\nSync.\n\n## Plan\n\n⟦<!-- Say when each part will be there. -->⟧\n\nMay.\n",
  "no placeholder, which stands for text": "# S\n\n## Goals\n\nSync ${thing} quickly.\n\n## Plan\n\nMay.\n",
  "the template’s instructions":
    "# S\n\n## Goals\n\nSync.\n\n## Plan\n\nMay.\n\n---\n\n⟦How to use this template\n\n- Copy it to a new file.⟧\n",
  "nothing of the author’s own": "# S\n\n## Goals\n\nSay what Sync is for.\n\n## Plan\n\n<!-- later -->\n",
};

describe("the template’s text in a document", () => {
  for (const [name, marked] of Object.entries(cases))
    it(name, () => {
      const { text } = unmark(marked);
      assert.equal(mark(text, guidanceIn(analyse(text, { template }))), marked);
    });
});
