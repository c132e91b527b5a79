import { describe, it } from "node:test";
import rule from "../../server/src/rules/evidence-expected.ts";
import { checkRule } from "../kit/check.ts";

const template =
  "# D\n\nIssue: #1\n\n## Background\n\n<!-- design-docs: expect: evidence -->\n\nWhy.\n\n## References\n\nMore.\n";

/** What stands in the section, by what it shows. */
const enough: Readonly<Record<string, string>> = {
  "a reference link": "See [the survey][s].\n\n[s]: https://example.com/survey",
  "a footnote": "The app stops.[^1]\n\n[^1]: As seen in the field.",
  "a bare address": "See https://example.com/survey.",
  "a link in a section below": "Words.\n\n### Today\n\nSee [the code](../src/sync.ts).",
  "a link in HTML": 'Read <a href="x.html">the survey</a>.',
  "a picture": "![The drop in June](drop.png)",
  "a document named in code": "It goes on from `2026-01-05-notes-design.md`.",
  "an issue of another repository": "Reported as field/notes#17.",
  "a document by its number": "It follows from ADR 12.",
  "a specification": "It follows from ICS27.",
  "a ticket": "Support has it as ticket no. 4711.",
  "a count in Japanese": "毎週40人が記録を失う。",
  "a small count in Japanese": "毎日3件の問い合わせがある。",
  "a count behind a version": "On Android 14 and up, 212 people lost notes.",
  "a count behind a month": "In March 212 people lost notes.",
  "an address below a code block": "```\nlost\n```\n\nSee https://example.com/survey.",
  "an issue in code": "It is known as `NOTES-481`.",
  "a count in German": "Im Juni gab es 212 Anrufe.",
  "a survey": "In the survey of the field teams, most asked for it.",
  "what customers report": "Customers have reported lost notes again and again.",
  "a time": "A sync takes 9 s.",
  "a share in words": "Half of the surveyors work in cellars.",
  "what somebody said": "People write “where are my notes” to us.",
  "a quotation": "> It loses what I write.",
  "a story": "As a surveyor, I want to write in a cellar.",
  "that it does not apply": "N/A: there was nothing before.",
};

/** What says nothing that can be looked up. */
const tooLittle: Readonly<Record<string, string>> = {
  "a link within the document": "See [the proposal](#2-proposal).",
  "a version and a protocol": "The app speaks HTTP-2, UTF-8 and SHA256 since v7 and 2 more.",
  "versions, formats and a year":
    "Since 2023 notes are lost on Android 14 and with TLS 1.3 traffic, UTF-8 and SHA-256.",
  "a year in Japanese": "2023年から記録が失われる。第12章。",
  "an address in a code block":
    "Notes are lost: see\n\n```\n#12 https://example.com NOTES-481\n```\n\n- or\n\n  ```\n  https://example.com\n  ```\n",
  "an address in indented code": "Notes are lost: see\n\n    curl https://example.com\n",
  "a year": "We have wanted this since 2024 and still do.",
  "a list of numbered points": "10. The app stops.\n11. The notes are lost.",
  "a link in a comment": "The app stops. <!-- see https://example.com -->",
  "another language": "Viele Leute möchten das, und die App kann es nicht.",
  CRLF: "The app stops.\r\n\r\nNotes are lost.\r\n",
};

describe("evidence-expected", () => {
  for (const [name, body] of Object.entries(enough))
    it(`is content with ${name}`, () =>
      checkRule(rule, { template, text: `# X\n\n## Background\n\n${body}\n` }));

  for (const [name, body] of Object.entries(tooLittle))
    it(`tells ${name}`, () => checkRule(rule, { template, text: `# X\n\n⟦## Background⟧\n\n${body}\n` }));

  it("is content with an issue in the header", () =>
    checkRule(rule, { template, text: "# X\n\nIssue: NOTES-4\n\n## Background\n\nThe app stops.\n" }));

  it("is not content with a person in the header", () =>
    checkRule(rule, {
      template,
      text: "# X\n\nAuthor: [Ada](https://example.com/ada)\n\n⟦## Background⟧\n\nThe app stops.\n",
    }));

  it("is content with a link below a title that is no H1", () =>
    checkRule(rule, {
      template,
      text: "## X\n\n- **Issues:**\n  - https://example.com/17\n\n## Background\n\nThe app stops.\n",
    }));

  it("is content with a section of references", () =>
    checkRule(rule, {
      template,
      text: "# X\n\n## Background\n\nThe app stops.\n\n## References\n\n- [Survey](survey.md)\n",
    }));

  it("leaves what is still to be written to other rules", () =>
    checkRule(rule, { template, text: "# X\n\n## Background\n\nTBD\n" }));
});
