import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { moveSection, type Destination, type Move } from "../../server/src/features/move-section.ts";
import { inEnglish } from "../../server/src/messages/message.ts";
import { partHeading } from "../../server/src/template/parts.ts";
import type { Analysis } from "../../server/src/service.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { analyse } from "../kit/analyse.ts";
import { designDocument } from "../kit/random-document.ts";
import { randomFrom } from "../kit/random.ts";

interface Case {
  readonly name: string;
  readonly text: string;
  /** The heading of the section that is moved. */
  readonly move: string;
  /** The heading before which it goes, unless it goes past its neighbour or to the end. */
  readonly to: string;
}

interface Moved extends Case {
  readonly result: string;
}

const moved: readonly Moved[] = [
  {
    name: "up, with all that stands below it",
    text: "# S\n\n## Goals\n\nOne.\n\n## Plan\n\nTwo.\n\n### Steps\n\nThree.\n\n## Risks\n\nFour.\n",
    move: "Plan",
    to: "up",
    result: "# S\n\n## Plan\n\nTwo.\n\n### Steps\n\nThree.\n\n## Goals\n\nOne.\n\n## Risks\n\nFour.\n",
  },
  {
    name: "up from the end of a text without a last line break",
    text: "# S\n\n## Goals\n\nOne.\n\n## Plan\n\nTwo.",
    move: "Plan",
    to: "up",
    result: "# S\n\n## Plan\n\nTwo.\n\n## Goals\n\nOne.",
  },
  {
    name: "down to the end",
    text: "# S\n\n## Goals\n\nOne.\n\n## Plan\n\nTwo.\n",
    move: "Goals",
    to: "down",
    result: "# S\n\n## Plan\n\nTwo.\n\n## Goals\n\nOne.\n",
  },
  {
    name: "behind all others",
    text: "# S\n\n## Goals\n\nOne.\n\n## Plan\n\nTwo.\n\n## Risks\n\nThree.\n",
    move: "Goals",
    to: "end",
    result: "# S\n\n## Plan\n\nTwo.\n\n## Risks\n\nThree.\n\n## Goals\n\nOne.\n",
  },
  {
    name: "before one that stands above",
    text: "# S\n\n## Goals\n\nOne.\n\n## Plan\n\nTwo.\n\n## Risks\n\nThree.\n",
    move: "Risks",
    to: "Goals",
    result: "# S\n\n## Risks\n\nThree.\n\n## Goals\n\nOne.\n\n## Plan\n\nTwo.\n",
  },
  {
    name: "before one that stands below",
    text: "# S\n\n## Goals\n\nOne.\n\n## Plan\n\nTwo.\n\n## Risks\n\nThree.\n",
    move: "Goals",
    to: "Risks",
    result: "# S\n\n## Plan\n\nTwo.\n\n## Goals\n\nOne.\n\n## Risks\n\nThree.\n",
  },
  {
    name: "into another section, at its own level",
    text: "# S\n\n## Goals\n\n### Must\n\nOne.\n\n### Should\n\nTwo.\n\n## Plan\n\nThree.\n\n### First\n\nFour.\n",
    move: "Must",
    to: "First",
    result:
      "# S\n\n## Goals\n\n### Should\n\nTwo.\n\n## Plan\n\nThree.\n\n### Must\n\nOne.\n\n### First\n\nFour.\n",
  },
  {
    name: "with no blank lines between the sections",
    text: "# S\n## Goals\nOne.\n## Plan\nTwo.\n",
    move: "Plan",
    to: "up",
    result: "# S\n## Plan\nTwo.\n## Goals\nOne.\n",
  },
  {
    name: "blank lines stay where they are",
    text: "# S\n\n## Goals\n\nOne.\n\n\n\n## Plan\n\nTwo.\n\n## Risks\n\nThree.\n",
    move: "Plan",
    to: "up",
    result: "# S\n\n## Plan\n\nTwo.\n\n\n\n## Goals\n\nOne.\n\n## Risks\n\nThree.\n",
  },
  {
    name: "rules between sections stay where they are",
    text: "# S\n\n## Goals\n\nOne.\n\n---\n\n## Plan\n\nTwo.\n\n---\n",
    move: "Plan",
    to: "up",
    result: "# S\n\n## Plan\n\nTwo.\n\n---\n\n## Goals\n\nOne.\n\n---\n",
  },
  {
    name: "a rule at the end of the document stays there",
    text: "# S\n\n## Goals\n\nOne.\n\n## Plan\n\nTwo.\n\n---\n",
    move: "Plan",
    to: "up",
    result: "# S\n\n## Plan\n\nTwo.\n\n## Goals\n\nOne.\n\n---\n",
  },
  {
    name: "definitions that others use stay at the end of the document",
    text: "# S\n\n## Goals\n\n[One][a].\n\n## Plan\n\nTwo[^n].\n\n[a]: https://example.com\n[^n]: A note.\n",
    move: "Plan",
    to: "up",
    result:
      "# S\n\n## Plan\n\nTwo[^n].\n\n## Goals\n\n[One][a].\n\n[a]: https://example.com\n[^n]: A note.\n",
  },
  {
    name: "definitions of its own go along",
    text: "# S\n\n## Goals\n\nOne.\n\n## Plan\n\n[Two][a].\n\n[a]: https://example.com\n",
    move: "Plan",
    to: "up",
    result: "# S\n\n## Plan\n\n[Two][a].\n\n[a]: https://example.com\n\n## Goals\n\nOne.\n",
  },
  {
    name: "underlined headings",
    text: "S\n=\n\nGoals\n-----\n\nOne.\n\nPlan\n----\n\nTwo.\n",
    move: "Plan",
    to: "up",
    result: "S\n=\n\nPlan\n----\n\nTwo.\n\nGoals\n-----\n\nOne.\n",
  },
  {
    name: "spaces at the end of a line stay with it",
    text: "# S\n\n## Goals\n\nOne.  \n\n## Plan  \n\n## Risks\n\nThree.\n",
    move: "Goals",
    to: "down",
    result: "# S\n\n## Plan  \n\n## Goals\n\nOne.  \n\n## Risks\n\nThree.\n",
  },
  {
    name: "before the template’s instructions, which stay at the end",
    text: "# S\n\n## Goals\n\nOne.\n\n## Plan\n\nTwo.\n\n---\n\nHow to use this template\n\n- Copy it.\n",
    move: "Goals",
    to: "down",
    result: "# S\n\n## Plan\n\nTwo.\n\n## Goals\n\nOne.\n\n---\n\nHow to use this template\n\n- Copy it.\n",
  },
  {
    name: "past instructions in the midst of a document, which lose nothing",
    text: "# S\n\n## Goals\n\nOne.\n\n---\n\nHow to use this template\n\n- Copy it.\n\n## Plan\n\nTwo.\n",
    move: "Goals",
    to: "down",
    result: "# S\n\n## Plan\n\nTwo.\n\n## Goals\n\nOne.\n\n---\n\nHow to use this template\n\n- Copy it.\n",
  },
  {
    name: "a closed fence with what looks like a heading in it",
    text: "# S\n\n## Goals\n\n```md\n## Plan\n```\n\n## Risks\n\nTwo.\n",
    move: "Goals",
    to: "down",
    result: "# S\n\n## Risks\n\nTwo.\n\n## Goals\n\n```md\n## Plan\n```\n",
  },
];

/** With blank lines added, so that the way back does not give the same text. */
const apart: readonly Moved[] = [
  {
    name: "an underlined heading behind a paragraph gets a blank line",
    text: "# S\n## Goals\nOne.\n## Plan\nTwo.\n\nRisks\n-----\nThree.\n",
    move: "Risks",
    to: "Plan",
    result: "# S\n## Goals\nOne.\n\nRisks\n-----\nThree.\n\n## Plan\nTwo.\n",
  },
  {
    name: "HTML that would go on gets a blank line",
    text: "# S\n\n## Goals\nOne.\n## Plan\n<div>Two.</div>\n",
    move: "Plan",
    to: "up",
    result: "# S\n\n## Plan\n<div>Two.</div>\n\n## Goals\nOne.\n",
  },
];

interface Refused extends Case {
  readonly says: RegExp;
}

const refusals: readonly Refused[] = [
  { name: "the title", text: "# S\n\n## Goals\n", move: "# S", to: "down", says: /^The title stays/ },
  {
    name: "before the title",
    text: "# S\n\n# Goals\n\nOne.\n",
    move: "Goals",
    to: "# S",
    says: /^The title stays/,
  },
  {
    name: "the first one up",
    text: "# S\n\n## Goals\n\n## Plan\n",
    move: "Goals",
    to: "up",
    says: /^“Goals” is the first/,
  },
  {
    name: "the last one down",
    text: "# S\n\n## Goals\n\n## Plan\n",
    move: "Plan",
    to: "down",
    says: /^“Plan” is the last/,
  },
  {
    name: "into itself",
    text: "# S\n\n## Goals\n\n### Must\n\nOne.\n\n## Plan\n",
    move: "Goals",
    to: "Must",
    says: /cannot be moved into itself/,
  },
  {
    name: "to another level",
    text: "# S\n\n## Goals\n\n### Must\n\nOne.\n\n## Plan\n",
    move: "Plan",
    to: "Must",
    says: /level 2 and “Must” one of level 3/,
  },
  {
    name: "a fence that nobody closed",
    text: "# S\n\n## Goals\n\nOne.\n\n## Plan\n\n```sh\nls\n",
    move: "Plan",
    to: "up",
    says: /is not closed/,
  },
  {
    name: "a comment that nobody closed",
    text: "# S\n\n## Goals\n\nOne.\n\n## Plan\n\n<!-- later\n",
    move: "Plan",
    to: "up",
    says: /is not closed/,
  },
];

const template = "# T\n\n## Goals\n\nWhy.\n\n---\n\nHow to use this template\n\n- Copy it.\n";
const read = (text: string): Analysis => analyse(text, { template });
const inLines = (text: string): readonly string[] => text.split(/\r\n|\n|\r/);

function run({ text, move, to }: Case): Move {
  const destination: Destination =
    to === "up" || to === "down" || to === "end" ? to : { before: text.indexOf(to) };
  return moveSection(read(text), text.indexOf(move), destination);
}

function movedText(one: Case): string {
  const move = run(one);
  assert.equal(move.kind, "moved", move.kind === "refused" ? inEnglish(move.reason) : "");
  return move.kind === "moved" ? applyEdits(one.text, move.edits) : "";
}

describe("moving a section", () => {
  for (const one of [...moved, ...apart])
    for (const eol of ["\n", "\r\n"])
      it(`${one.name}, ${JSON.stringify(eol)}`, () => {
        const text = one.text.replaceAll("\n", eol);
        const result = movedText({ ...one, text });
        assert.equal(result, one.result.replaceAll("\n", eol));
        const move = run({ ...one, text });
        assert.ok(move.kind === "moved" && move.edits.length <= 2);
        assert.ok(
          result.slice(move.offset).replace(/^#+ /, "").startsWith(one.move),
          "its new place is told",
        );
      });

  for (const one of refusals)
    it(`refuses ${one.name}`, () => {
      const move = run(one);
      assert.match(move.kind === "refused" ? inEnglish(move.reason) : "moved", one.says);
    });

  it("refuses a line of bold text, which is no heading", () => {
    const text = "# S\n\n**Goals**\n\nOne.\n\n## Plan\n\nTwo.\n";
    const move = moveSection(read(text), text.indexOf("**"), "down");
    assert.match(move.kind === "refused" ? inEnglish(move.reason) : "moved", /no heading/);
  });

  it("tells that a heading has a number, which stays as it is", () => {
    const text = "# S\n\n## 1. Goals\n\nOne.\n\n## 2. Plan\n\nTwo.\n\n## Risks\n";
    const numbered = (name: string): boolean => {
      const move = run({ name: "", text, move: name, to: "up" });
      return move.kind === "moved" && move.numbered;
    };
    assert.deepEqual([numbered("2. Plan"), numbered("Risks")], [true, false]);
  });

  it("tells where the heading is, behind the blanks before it", () => {
    const text = "# S\n\n## Goals\n\nOne.\n\n  ## Plan\n\nTwo.\n";
    for (const [to, offset] of [
      ["up", text.indexOf("## Goals") + 2],
      ["Plan", text.indexOf("## Plan")],
    ] as const) {
      const move = run({ name: "", text, move: "Plan", to });
      assert.equal(move.kind === "moved" && move.offset, offset);
    }
  });

  it("changes nothing where it stands there already", () => {
    const text = "# S\n\n## Goals\n\nOne.\n\n## Plan\n\nTwo.\n";
    for (const to of ["Plan", "Goals"]) assert.equal(movedText({ name: "", text, move: "Goals", to }), text);
  });
});

/** The sections by what they say, each with those below it, in no order. */
const sectionsOf = ({ doc, alignment }: Analysis): readonly string[] =>
  alignment.parts
    .map(({ depth, title, from, bodyEnd }) => {
      const blocks = doc.blocks.slice(from.block, bodyEnd.block);
      return [depth, title, ...blocks.filter(({ kind }) => !loose.has(kind)).map(({ kind }) => kind)].join(
        " ",
      );
    })
    .toSorted();

// What keeps sections apart stays where it is.
const loose = new Set(["thematicBreak", "definition", "footnoteDefinition"]);

describe("moving sections of any document", () => {
  it("keeps all lines and all sections, and moves back", () => {
    let count = 0;
    let returned = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const random = randomFrom(seed);
      const text = designDocument(random);
      const before = analyse(text);
      const { doc, alignment } = before;
      for (const part of alignment.parts) {
        const offset = partHeading(doc, part).start;
        for (const destination of ["up", "down"] as const) {
          const move = moveSection(before, offset, destination);
          if (move.kind === "refused") continue;
          count++;
          const name = `seed ${seed}, “${part.title}” ${destination}`;
          const result = applyEdits(text, move.edits);
          const words = (all: string): readonly string[] =>
            inLines(all.replace(/^\uFEFF/, ""))
              .filter((line) => line.trim() !== "")
              .toSorted();
          assert.deepEqual(words(result), words(text), name);
          const after = analyse(result);
          assert.deepEqual(sectionsOf(after), sectionsOf(before), name);
          const added = result.length - text.length;
          assert.ok(added >= 0, name);
          const back = moveSection(after, move.offset, destination === "up" ? "down" : "up");
          assert.equal(back.kind, "moved", name);
          // Definitions that come to stand at the end of the document are no section’s own there.
          if (added > 0 || text.includes("]:")) continue;
          returned++;
          assert.equal(applyEdits(result, back.edits), text, name);
        }
      }
    }
    assert.ok(count > 400 && returned > 200, `${count} moved, ${returned} moved back`);
  });
});
