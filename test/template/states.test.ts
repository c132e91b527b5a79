import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseDocument } from "../../server/src/syntax/parse-document.ts";
import { readBeside } from "../../server/src/template/analysed.ts";
import { readTemplate } from "../../server/src/template/read-template.ts";
import { mark, unmark } from "../kit/markers.ts";

const template = readTemplate({
  name: "team",
  text: [
    "# T",
    "## Goals\n\nSay what the design is for, in a list.\n\n- One goal a line\n- Another goal",
    "## Proposal\n\nDescribe {the thing}. Draw it.",
    "### Data Flow\n\nWhat goes where.",
    "## Notes\n\nAnything else that matters to a reader.",
    "---\n\nHow to use this template\n\n- Copy it first.\n- Rename it then.\n",
  ].join("\n\n"),
});

const read = (text: string): ReturnType<typeof readBeside> => readBeside(parseDocument(text), template);

describe("the state of a section", () => {
  const states: readonly (readonly [string, string])[] = [
    ["Fast.", "written"],
    ["", "empty"],
    ["<!-- later -->", "empty"],
    ["---", "empty"],
    ["[x]: http://x.org", "empty"],
    ["TBD", "empty"],
    ["*todo*.", "empty"],
    ["- ...", "empty"],
    ["-", "empty"],
    ["–", "empty"],
    ["N/A", "empty"],
    ["N/A: nothing changes", "written"],
    ["N/A - nothing changes", "written"],
    ["None.", "written"],
    ["TBD\n\nTBD", "written"],
    ["TODO: ask Ada", "written"],
    ["```\ncode\n```", "written"],
    ["```\n```", "empty"],
    ["![x](y.png)", "written"],
    ["| a | b |\n|---|---|\n", "empty"],
    ["| a | b |\n|---|---|\n| c | |\n", "written"],
    ["<img src=x>", "written"],
    ["<details>more</details>", "written"],
    ["### Sub\n\nText.", "written"],
    ["### Sub\n", "empty"],
    ["Say what the design is for, in a list.", "placeholder"],
    ["Fast.\n\nSay what the design is for, in a list.", "placeholder"],
  ];
  for (const [body, state] of states) {
    it(`${JSON.stringify(body)} is ${state}`, () => {
      const analysed = read(`# X\n\n## Goals\n\n${body}\n\n## Notes\n`);
      const goals = analysed.alignment.parts.find(({ title }) => title === "Goals");
      assert.equal(goals && analysed.states.get(goals)?.state, state);
    });
  }
});

describe("text of the template that was left", () => {
  const texts: Readonly<Record<string, string>> = {
    "a paragraph, folded otherwise":
      "# X\n\n## Goals\n\n⟦Say what the design\nis for, in a list.⟧\n\nFast.\n",
    "list items together, without their marks":
      "# X\n\n## Goals\n\n* ⟦One goal a line\n* Another goal⟧\n* Mine\n",
    "an item that became a label stays": "# X\n\n## Goals\n\n- One goal a line\n  - fast\n- ⟦Another goal⟧\n",
    "in a line of its own within a paragraph":
      "# X\n\n## Goals\n\n⟦Say what the design is for, in a list.⟧\nFast.\n",
    "not within a sentence":
      "# X\n\n## Goals\n\nWe say: Say what the design is for, in a list. But shorter.\n".replace(
        "We say: Say",
        "Do not Say",
      ),
    "long guidance wherever it went": "# X\n\n## Other\n\n⟦Anything else that matters to a reader.⟧\n",
    "short guidance only in its own section": "# X\n\n## Notes\n\nWhat goes where.\n",
    "a token of the template": "# X\n\n## Proposal\n\nBuild ⟦{the thing}⟧ soon, not `{the thing}`.\n",
    "common tokens":
      "# X\n\n## Notes\n\n⟦[insert link here]⟧ {{name}} [insert](x) a[insert it] <!-- [your name] --> [INSERT]: no\n",
    "not in a quote of code": "# X\n\n## Notes\n\n```\n[insert link]\n```\n",
  };
  for (const [name, marked] of Object.entries(texts)) {
    it(name, () => {
      const { text } = unmark(marked);
      const analysed = read(text);
      const spans = analysed.alignment.parts.flatMap((part) => analysed.states.get(part)?.leftovers ?? []);
      assert.equal(
        mark(
          text,
          spans.map(({ span }) => span),
        ),
        marked,
      );
    });
  }
});

describe("closing instructions", () => {
  const texts: Readonly<Record<string, string>> = {
    whole:
      "# X\n\n## Notes\n\nn\n\n---\n\n⟦How to use this template\n\n- Copy it first.\n- Rename it then.⟧\n",
    "without the rule":
      "# X\n\n## Notes\n\nn\n\n⟦How to use this template\n\n- Copy it first.\n- Rename it then.⟧\n",
    "of another template, by their lead line":
      "# X\n\n## Notes\n\n---\n\n⟦How to use this template:\n\n- Ask Bob.⟧\n",
    "but not what follows them":
      "# X\n\n## Notes\n\n---\n\n⟦How to use this template\n\n- Copy it first.⟧\n\nMine.\n\n- Rename it then.\n",
    "not a rule before other words": "# X\n\n## Notes\n\n---\n\nThanks.\n",
    "before a section that was appended":
      "# X\n\n## Notes\n\nn\n\n---\n\n⟦How to use this template\n\n- Copy it first.\n- Rename it then.⟧\n\n## More\n\nm\n",
    "a lead line of another template only behind the last rule":
      "# X\n\nHow to use this template:\n\n## Notes\n\nn\n",
  };
  for (const [name, marked] of Object.entries(texts)) {
    it(name, () => {
      const { text } = unmark(marked);
      const { instructions } = read(text);
      assert.equal(mark(text, instructions ? [instructions.span] : []), marked);
    });
  }
});
