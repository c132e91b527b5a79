import { message } from "../messages/message.ts";
import { partHeading } from "../template/parts.ts";
import type { Span } from "../text/span.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { sectionsLacking } from "./support/said.ts";
import type { Written } from "./support/section.ts";
import { isShown, nodesIn, signsOfShown } from "./support/shown.ts";

const template =
  "# Design\n\n## Goals\n\nWhat it is for.\n\n## Data Flow\n\n<!-- design-docs: expect: flow -->\n\nWhat comes in and what goes out.\n";

const goals = "# Sync engine\n\n## Goals\n\nPhones work in the field without a network.\n\n";

// Verbs of moving data, and names of what moves. Verbs that every text has, such as “use”, are not among them.
const moves =
  /\b(?:read(?:s|ing)?|writ(?:e|es|ing|ten)|wrote|send(?:s|ing)?|sent|receiv\w+|return\w*|request\w*|respon[ds]\w*|repl(?:y|ies|ied)|answers?|inputs?|outputs?|ingest\w*|emit\w*|publish\w*|subscrib\w+|consum\w+|produc\w+|fetch\w*|stor(?:e|es|ed|ing)|sav(?:e|es|ed|ing)|persist\w*|load\w*|upload\w*|download\w*|pass(?:es|ed|ing)?|forward\w*|call\w*|invok\w+|quer(?:y|ies|ied)|transform\w*|pars(?:e|es|ed|ing)|validat\w+|convert\w*|encod\w+|decod\w+|stream\w*|queue\w*|enqueue\w*|events?|messages?|payloads?|packets?|push\w*|pull\w*|poll\w*|deliver\w*|sync\w*|replicat\w+|cop(?:y|ies|ied)|arriv\w+|flow\w*|rout(?:e|es|ed|ing)|submit\w*|post(?:s|ed)?|gets?|puts?|trigger\w*|notif\w+|creat\w+|updat\w+|delet\w+|insert\w*|comes? (?:in|from|back)|go(?:es)? (?:in|to|out|through|back)|from\b[^.]{0,200}\bto|through|into|see|diagram|figure|picture|above|below)\b|->|=>|→|⇒|↔|➜|<-/i;

export default defineRule<Problem>({
  id: "flow-expected",
  summary: "The section about the flow of data does not say what comes in and what goes out.",
  why: "A reader looks here for the way that data takes. Verbs such as *reads*, *sends* and *returns*, an arrow, numbered steps, a table, a picture or a diagram are enough, and so is a word on where one stands. It is asked for in the section of which the template expects `flow`. Only English texts are looked at.",
  severity: levels("off", "hint", "hint"),
  reads: ["flow"],
  waitsFor: "section",
  examples: [
    {
      title: "parts without a flow",
      template,
      stage: "review",
      text: `${goals}⟦## Data Flow⟧\n\nThere is a phone and a server, and both have a clock.\n`,
    },
    {
      title: "a flow",
      template,
      stage: "review",
      text: `${goals}## Data Flow\n\nThe phone sends its operations, and the server returns those of others.\n`,
    },
  ],

  *check(context) {
    const isThere = (says: (pattern: RegExp) => boolean, { whole }: Written): boolean =>
      says(moves) || showsSteps(context, whole);
    for (const { part } of sectionsLacking(context, "flow", isThere)) {
      yield {
        span: partHeading(context.doc, part),
        message: message("flow-expected.found", { title: part.title }),
      };
    }
  },
});

/** Whether something other than prose shows a flow: a picture, a fence, a table, numbered steps. */
function showsSteps({ doc }: RuleContext, stretch: Span): boolean {
  for (const node of nodesIn(doc, stretch, signsOfShown)) {
    if (isShown(node) || node.kind === "table" || (node.kind === "list" && node.ordered)) return true;
    if (node.kind === "html" && /<(?:table|ol)\b/i.test(node.value)) return true;
  }
  return false;
}
