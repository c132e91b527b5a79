import { describe, it } from "node:test";
import rule from "../../server/src/rules/open-question-at-approval.ts";
import { checkRule } from "../kit/check.ts";

const template =
  "# D\n\nStatus: DRAFT\n\n## Drawbacks and Open Questions\n\n<!-- design-docs: expect: questions -->\n\nWhat is not known.\n\n## Risks\n\nWhat may go wrong.\n";

/** By what it shows: the section with marks round what is told. */
const mixed: Readonly<Record<string, string>> = {
  "running text asks nothing": "Why not Redis? Because it is slow.\n\nWould that be enough?\n",
  "an answer in the same item": "- Who pays? The platform team.\n- Is it fast? See (**#12**).\n",
  "words that say that it is open are no answer":
    "- ⟦**Who pays?** TBD⟧\n- ⟦Is it fast? – to be decided.⟧\n- ⟦And why?⟧\n  - Open\n",
  "marks that it is open in front":
    "- ⟦TBD: who pays⟧\n- ⟦[TODO] name the store⟧\n- TODO: who pays\n  - We do.\n- TBD\n- TODO lists are kept.\n- ⟦**TBD** – is it fast⟧\n",
  "text below an item": "1. Who pays?\n\n   The platform team.\n2. Is it fast?\n   1. Yes.\n",
  "further questions below are no answer": "- ⟦Who pays?⟧\n  - We?\n  - You?\n",
  "items below a label": "- Storage:\n  - ⟦Redis or MySQL?⟧\n  - How large? 2 GB.\n",
  "an answer as the next item": "- Q: Who pays?\n- A: The platform team.\n- ⟦Q: Is it fast?⟧\n",
  "what is struck out or ticked":
    "- ~~Who pays?~~\n- **~~Is it fast?~~**\n- [x] Is it safe?\n- [ ] ⟦Is it cheap?⟧\n",
  "marks behind the question mark": "- ⟦*Who pays?*⟧\n- ⟦“Is it fast?”⟧\n- ⟦Is it safe (enough?)⟧\n",
  "an item of several lines": "- ⟦Who pays,\n  and for how long?⟧\n",
  "answers that are not indented":
    "1. Who pays?\n\nWe.\n\n2. Is it fast?\n\nYes.\n\n3. ⟦Is it safe? [open]⟧\n",
  "other scripts": "- ⟦谁来付钱？⟧\n- ⟦من يدفع؟⟧\n- ¿Quién paga? Nosotros.\n",
  "a table with a column for answers":
    "| Question | Owner | Answer |\n|-|-|-|\n| ⟦Who pays?⟧ | @ada | |\n| Is it fast? | @ada | Yes |\n| ⟦Is it safe?⟧ | @ada | TBD |\n",
  "a table without one": "| # | Question | Owner |\n|-|-|-|\n| 1 | ⟦Who pays?⟧ | The platform team |\n",
  "sub-headings": "⟦### Who pays?⟧\n\n### Is it fast?\n\nYes.\n",
  "a sub-heading that speaks of questions only":
    "Some text?\n\n### Drawbacks\n\nIs it slow?\n\n### Open Questions\n\n⟦Who pays?⟧\n\nIs it fast?\n\nYes.\n",
  "what is resolved": "### Resolved questions\n\n- Who pays?\n\n### Answered\n\n- Is it fast?\n",
  "N/A with a reason": "N/A: is there anything left?\n\n- Who pays?\n",
  "guidance that was left is told as that": "What is not known.\n\n- Who pays?\n",
  "a code sample and a quote ask nothing": "```\n- Who pays?\n```\n\n> - Who pays?\n",
};

describe("open-question-at-approval", () => {
  for (const [name, section] of Object.entries(mixed)) {
    const text = `# X\n\nStatus: APPROVED\n\n## Drawbacks and Open Questions\n\n${section}\n## Risks\n\n- Who knows?\n`;
    it(name, () => checkRule(rule, { template, stage: "approved", text }));
    it(`${name}, with CRLF`, () =>
      checkRule(rule, { template, stage: "implemented", text: text.replaceAll("\n", "\r\n") }));
  }

  it("judges a section of that name that the template does not know", () => {
    checkRule(rule, {
      template: "# D\n\nStatus: DRAFT\n\n## Goals\n\nx.\n",
      stage: "approved",
      text: "# X\n\nStatus: APPROVED\n\n## Goals\n\n- Fast?\n\n## Unresolved questions (for later)\n\n- ⟦Who pays?⟧\n\n## Unresolved questions (resolved)\n\n- Who pays?\n",
    });
  });
});
