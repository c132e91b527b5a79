import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseDocument } from "../../server/src/syntax/parse-document.ts";
import { readBeside } from "../../server/src/template/analysed.ts";
import { readTemplate } from "../../server/src/template/read-template.ts";
import { mark, unmark } from "../kit/markers.ts";

interface Case {
  readonly template: string;
  /** With `⟦…⟧` round what is found. */
  readonly text: string;
  /** The state of the section `A`. */
  readonly state: "written" | "empty" | "placeholder";
}

const comments = "# T\n\n## A\n\n<!-- Say what it is for. -->\n\n## B\n\n<!--\nSay why\nnow.\n-->\n";

const cases: Readonly<Record<string, Case>> = {
  "a comment alone leaves its section empty": {
    template: comments,
    text: "# X\n\n## A\n\n⟦<!-- Say what it is for. -->⟧\n",
    state: "empty",
  },
  "a comment above the author’s words": {
    template: comments,
    text: "# X\n\n## A\n\n⟦<!-- Say what\n  it is for. -->⟧\n\nPhones.\n\n## B\n\n<!-- Mine. -->\n",
    state: "written",
  },
  "a comment whose words end in a colon": {
    template: "# T\n\n## A\n\n[comment]: # Weigh the following:\n",
    text: "# X\n\n## A\n\n⟦[comment]: # Weigh the following:⟧\n\n- Cost\n",
    state: "written",
  },
  "a definition that is meant as a comment": {
    template: "# T\n\n## A\n\n[//]: # (Say what it is for.)\n",
    text: "# X\n\n## A\n\n⟦[//]: # (Say what it is for.)⟧\n",
    state: "empty",
  },
  "the same words in a comment and in the open are two things": {
    template: comments,
    text: "# X\n\n## A\n\nSay what it is for.\n",
    state: "written",
  },
  "what stands behind a bold label": {
    template: "# T\n\n## A\n\n- **Risk:** _What may go wrong?_\n- **Cost:** {how much, in days}\n",
    text: "# X\n\n## A\n\n- **Risk:** ⟦_What may go wrong?_⟧\n- **Cost:** four days\n",
    state: "placeholder",
  },
  "text that stays": {
    template:
      "# T\n\n## A\n\n- [ ] Tests pass\n\nAll of it is licensed under the MIT licence.\n\nSay what it is for.\n",
    text: "# X\n\n## A\n\n- [ ] Tests pass\n- [x] Tests pass\n\nAll of it is licensed under the MIT licence.\n",
    state: "written",
  },
  "brackets round two paragraphs": {
    template: "# T\n\n## A\n\n[Say what it is for.\n\nSay why.]\n",
    text: "# X\n\n## A\n\n⟦[Say what it is for.\n\nSay why.]⟧\n",
    state: "placeholder",
  },
  "a row of a table with placeholders": {
    template: "# T\n\n## A\n\n| Part | Cost |\n|-|-|\n| {part} | {cost} |\n",
    text: "# X\n\n## A\n\n| Part | Cost |\n|---|---|\n| Disk | 3 |\n⟦|  {part} | {cost} |⟧\n",
    state: "placeholder",
  },
  "code that only shows where code stands": {
    template: "# T\n\n## A\n\n```\ninsert your example here\n```\n",
    text: "# X\n\n## A\n\n⟦```\ninsert your example here\n```⟧\n",
    state: "placeholder",
  },
  "an example in code may be kept": {
    template: "# T\n\n## A\n\n```ts\nconst answer = 42;\n```\n",
    text: "# X\n\n## A\n\n```ts\nconst answer = 42;\n```\n",
    state: "written",
  },
  "a line that leads the author’s own list": {
    template: "# T\n\n## A\n\nThe steps to the new world.\n\n- [ ] Step 1\n- [ ] Step 2\n",
    text: "# X\n\n## A\n\nThe steps to the new world.\n\n- [ ] Ship it\n",
    state: "written",
  },
  "a line that leads the template’s own list": {
    template: "# T\n\n## A\n\nThe steps to the new world.\n\n- [ ] Step 1\n- [ ] Step 2\n",
    text: "# X\n\n## A\n\n⟦The steps to the new world.\n\n- [ ] Step 1\n- [ ] Step 2⟧\n",
    state: "placeholder",
  },
  "a line with a colon above the author’s paragraph is no label": {
    template: "# T\n\n## A\n\nExplain all of it. Some hints:\n\n- Be brief.\n- Be clear.\n",
    text: "# X\n\n## A\n\n⟦Explain all of it. Some hints:⟧\n\nPhones keep a log.\n",
    state: "placeholder",
  },
  "the place in a sentence whose frame stays": {
    template:
      "# T\n\n## A\n\nThis text covers _its name and its scope_.\n\n## B\n\n_Say why._\n\n## C\n\n_Say how._\n",
    text: "# X\n\n## A\n\nThis text covers ⟦_its name and its scope_⟧.\n",
    state: "placeholder",
  },
  "escaped braces, and a single word where it stands by itself": {
    template: "# T\n\n## A\n\n- \\{date\\}: {change}\n",
    text: "# X\n\n## A\n\nOn ⟦\\{date\\}⟧ it was ⟦{change}⟧, see /log/{change}.\n",
    state: "placeholder",
  },
};

describe("text of any template that was left", () => {
  for (const [name, { template, text: marked, state }] of Object.entries(cases)) {
    it(name, () => {
      const { text } = unmark(marked);
      const analysed = readBeside(parseDocument(text), readTemplate({ name: "team", text: template }));
      const spans = analysed.alignment.parts.flatMap((part) => analysed.states.get(part)?.leftovers ?? []);
      const found = mark(
        text,
        spans.map(({ span }) => span),
      );
      const part = analysed.alignment.parts.find(({ title }) => title === "A");
      assert.deepEqual([found, part && analysed.states.get(part)?.state], [marked, state]);
    });
  }
});
