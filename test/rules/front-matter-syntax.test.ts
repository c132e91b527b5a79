import { describe, it } from "node:test";
import rule from "../../server/src/rules/front-matter-syntax.ts";
import type { Example } from "../../server/src/rules/rule.ts";
import { checkRule } from "../kit/check.ts";

const template = "---\nstatus: draft\ntitle: TITLE\n---\n\n# Design\n\n## Goals\n\nWhat it is for.\n";
const body = "\n\n# Sync engine\n\n## Goals\n\nPhones work offline.\n";

const cases: Readonly<Record<string, Omit<Example, "title">>> = {
  "plain words": {
    text: `---\nstatus: draft\nauthors:\n  - Ada\n  - "@grace"\n# more\ndate: 2026-03-01\n---${body}`,
  },
  "everything that is valid": {
    text: `---\nurl: https://x.org/a#b\nlist: [a, "b: c"]\nmap: {a: 1}\ntext: >-\n  a: b\n  - c\nnested:\n  key: 'it''s'\nmore: a\n  b\n---${body}`,
  },
  "a back-tick": {
    text: `---\ntitle: ⟦\`run\` in parallel⟧\nstatus: draft\n---${body}`,
    fixed: `---\ntitle: "\`run\` in parallel"\nstatus: draft\n---${body}`,
  },
  "handles in a list": {
    text: `---\nstatus: draft\nreviewers:\n  - ⟦@ada⟧\n  - ⟦@grace⟧\n---${body}`,
    fixed: `---\nstatus: draft\nreviewers:\n  - "@ada"\n  - @grace\n---${body}`,
  },
  "several faults, and carriage returns": {
    text: `---\r\ntitle: ⟦a: b⟧\r\nowner: ⟦@ada⟧\r\nstatus: draft\r\n---${body}`,
    fixed: `---\r\ntitle: "a: b"\r\nowner: @ada\r\nstatus: draft\r\n---${body}`,
  },
  "an apostrophe in quotes": {
    text: `---\ntitle: ⟦'it's time'⟧\n---${body}`,
    fixed: `---\ntitle: "it's time"\n---${body}`,
  },
  "quotes within a value": {
    text: `---\ntitle: ⟦"old" and "new"⟧\n---${body}`,
    fixed: `---\ntitle: '"old" and "new"'\n---${body}`,
  },
  "a quotation mark that nobody closed": { text: `---\ntitle: ⟦"open⟧\nstatus: draft\n---${body}` },
  "a tab": {
    text: `---\nmeta:\n⟦\t⟧area: x\n---${body}`,
    fixed: `---\nmeta:\n  area: x\n---${body}`,
  },
  "a line of words": { text: `---\nstatus: draft\n⟦just words⟧\n---${body}` },
  "a key below a value": { text: `---\ntitle: x\n  ⟦status: draft⟧\n---${body}` },
  "a key that the template does not have, twice": {
    text: `---\nstatus: draft\narea: a\n⟦area⟧: b\n---${body}`,
  },
  "a field that stands twice is told as that": { text: `---\nstatus: draft\nstatus: done\n---${body}` },
  "placeholders of a template": {
    text: `---\nstatus: "{proposed | accepted}"\ndate: {YYYY-MM-DD when it was decided: b}\nwho: {list, of everyone (a)}\n<Replaces: x>\n---${body}`,
  },
  "a fault beside a placeholder": {
    text: `---\ndate: {YYYY-MM-DD when, decided}\ntitle: ⟦a: b⟧\n---${body}`,
  },
  toml: {
    text: `+++\ntitle = ⟦Sync engine⟧\nstatus = "draft"\n+++${body}`,
    fixed: `+++\ntitle = "Sync engine"\nstatus = "draft"\n+++${body}`,
  },
  "toml that is valid": {
    text: `+++\ntitle = "x"\ndate = 2026-03-01\ntags = [\n  "a",\n]\n[extra]\nstatus = 'draft'\n+++${body}`,
  },
  "a key of toml twice": { text: `+++\narea = "x"\n⟦area⟧ = "y"\n+++${body}` },
  "an open list in toml": { text: `+++\ntags = ⟦["a"⟧\n+++${body}` },
  "an empty block": { text: `---\n---${body}` },
  "brackets in brackets": { text: `---\na: ${"[".repeat(5000)}\n---${body}` },
  "lists in lists": { text: `---\na:\n ${"- ".repeat(5000)}\n---${body}` },
  "a rule is no front matter": { text: `# T\n\n---\n\na: b: c\n\n---\n` },
};

describe("front-matter-syntax", () => {
  for (const [name, given] of Object.entries(cases)) it(name, () => checkRule(rule, { template, ...given }));
});
