import assert from "node:assert/strict";
import { describe, it } from "node:test";
import rule from "../../server/src/rules/list-expected.ts";
import { checkRule, contextOf, templateOf } from "../kit/check.ts";

const template =
  "# D\n\n## Goals\n\n<!-- design-docs: expect: list -->\n\nWhat for.\n\n## Non-Goals\n\nWhat not.\n";

const long =
  "Phones work in the field without a network. Nothing that was written is lost. A sync is short after an hour.";

/** What stands in the section and is fine, by what it shows. */
const lists: Readonly<Record<string, string>> = {
  "a list behind words": `${long}\n\n1. Fast.\n2. Safe.`,
  "a list in a details block": `<details>\n\n${long}\n\n- Fast.\n\n</details>`,
  "a list in HTML": `${long}\n\n<ul><li>Fast.</li></ul>`,
  "a task list": `- [ ] ${long}`,
  "a table": `| Goal |\n| --- |\n| ${long} |`,
  "a section for each": `### Fast\n\n${long}\n\n### Safe\n\n${long}`,
  ids: `R1. ${long}\n\nR2. ${long}`,
  "ids in bold": `**NFR-1** ${long}\n\n**NFR-2** ${long}`,
  "one bold label": `**Field work.** ${long}`,
  "labels behind words": `Three things matter.\n\nSpeed: ${long}\n\nSafety: ${long}`,
  "lines that are broken on purpose":
    "Phones work without a network.  \nNothing is lost.  \nA sync is short.  \nNo more.",
  "a numbered sentence":
    "The phone shall (1) work without a network, (2) lose nothing. It shall be quick. It shall be small.",
  "bullets that are paragraphs": `• ${long}\n\n• ${long}`,
  "a short sentence or two": "Phones work without a network. Nothing is lost.",
  "a picture": `${long}\n\n![Goals](goals.png)`,
  "that it does not apply": `N/A: ${long}`,
};

/** A section without a list; what makes it one, if that is only a matter of marks. */
const none: Readonly<Record<string, readonly [string, string?]>> = {
  "running text": [long],
  "one long sentence": [`${"Phones work without a network and ".repeat(9)}nothing is lost.`],
  "another language": [
    "Telefone funktionieren ohne Netz. Nichts geht verloren. Ein Abgleich dauert nicht lange.",
  ],
  "a script without blanks": ["電話はネットなしで動く。書いたものは失われない。同期は短い。"],
  "paragraphs of a sentence, with more lines": [
    "The goals are:\n\nPhones work\nwithout a network.\n\nNothing is lost\neven if two people edit.\n\nA sync is short.",
    "The goals are:\n\n- Phones work\n  without a network.\n\n- Nothing is lost\n  even if two people edit.\n\n- A sync is short.",
  ],
  "paragraphs of several sentences": [`${long}\n\n${long}`],
};

/** Lines with marks, and the list that they are meant as. */
const marked: Readonly<Record<string, readonly [string, string]>> = {
  "letters, which are kept": ["⟦(a) Fast.\n(b) Safe.⟧", "- (a) Fast.\n- (b) Safe."],
  "numbers behind words": [
    "We want:\n⟦(1) speed,\nalso at night\n(2) safety.⟧",
    "We want:\n\n1. speed,\n   also at night\n2. safety.",
  ],
  "numbers without a blank": ["⟦1.Fast\n2.Safe⟧", "1. Fast\n2. Safe"],
  "hyphens without a blank": ["⟦-Fast\n-**Safe**⟧", "- Fast\n- **Safe**"],
  "indented dashes": ["⟦– Fast\n     – Safe⟧", "- Fast\n- Safe"],
  pictures: ["⟦✅ Fast\n✅ Safe⟧", "- ✅ Fast\n- ✅ Safe"],
  "lines with hard breaks": ["⟦• Fast  \n• Safe\\\n• Small⟧", "- Fast  \n- Safe\n- Small"],
  "hard breaks behind words and within an item": [
    "We want:\\\n⟦– Fast\\\nby day\\\n– Safe \\\\\n– Small⟧",
    "We want:\n\n- Fast\\\n  by day\n- Safe \\\\\n- Small",
  ],
  "two paragraphs": ["⟦• Fast\n• Safe\n\n• Small\n• New⟧", "- Fast\n- Safe\n\n- Small\n- New"],
};

describe("list-expected", () => {
  for (const [name, body] of Object.entries(lists))
    it(`is content with ${name}`, () => checkRule(rule, { template, text: `# X\n\n## Goals\n\n${body}\n` }));

  for (const [name, [body, fixed]] of Object.entries(none))
    it(`tells ${name}`, () =>
      checkRule(rule, {
        template,
        text: `# X\n\n⟦## Goals⟧\n\n${body}\n`,
        ...(fixed === undefined ? {} : { fixed: `# X\n\n## Goals\n\n${fixed}\n` }),
      }));

  for (const [name, [body, fixed]] of Object.entries(marked))
    it(`makes a list of ${name}`, () =>
      checkRule(rule, {
        template,
        text: `# X\n\n## Goals\n\n${body}\n\n## Non-Goals\n\nNone.\n`,
        fixed: `# X\n\n## Goals\n\n${fixed}\n\n## Non-Goals\n\nNone.\n`,
      }));

  it("keeps CRLF", () =>
    checkRule(rule, {
      template,
      text: "# X\r\n\r\n## Goals\r\n\r\nWe want:\r\n⟦• speed\r\n• safety⟧\r\n",
      fixed: "# X\r\n\r\n## Goals\r\n\r\nWe want:\r\n\r\n- speed\r\n- safety\r\n",
    }));

  it("ends a line as the one before it does", () =>
    checkRule(rule, {
      template,
      text: "# X\n\n## Goals\n\nWe want:\r\n⟦• speed\r\n• safety⟧\r\n",
      fixed: "# X\n\n## Goals\n\nWe want:\r\n\r\n- speed\r\n- safety\r\n",
    }));

  it("is information at most where hard breaks keep the lines apart", () => {
    const limits = (body: string): readonly unknown[] =>
      [...rule.check(contextOf(`# X\n\n## Goals\n\n${body}\n`, templateOf(template), "approved"))].map(
        ({ atMost }) => atMost,
      );
    assert.deepEqual(limits("• Fast  \n• Safe"), ["information"]);
    assert.deepEqual(limits("• Fast  \n• Safe\n• Small"), [undefined]);
    assert.deepEqual(limits("• Fast\n• Safe"), [undefined]);
  });

  it("takes no dash for a mark where a line is full", () =>
    checkRule(rule, { template, text: "# X\n\n## Goals\n\nThe phone\n– and the app\n– work.\n" }));

  it("leaves numbers that do not count from one", () =>
    checkRule(rule, { template, text: "# X\n\n## Goals\n\n(3) Fast\n(7) Safe\n" }));

  it("takes another section of the template for no entry", () =>
    checkRule(rule, {
      template,
      text: `# X\n\n⟦## Goals⟧\n\n${long}\n\n### Non-Goals\n\n- None of that.\n`,
    }));

  it("reads what stands behind a name in bold", () =>
    checkRule(rule, {
      template,
      text: `# X\n\n**Goals**\n⟦• Fast\n• Safe⟧\n`,
      fixed: `# X\n\n**Goals**\n- Fast\n- Safe\n`,
    }));
});
