import { message } from "../messages/message.ts";
import { partHeading } from "../template/parts.ts";
import { defineRule, type Problem } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { sectionsLacking } from "./support/said.ts";
import type { Written } from "./support/section.ts";

const template =
  "# Design\n\n## Goals\n\nWhat it is for.\n\n## Testing\n\n<!-- design-docs: expect: success -->\n\nHow it is tested, and what shows success.\n";

const goals = "# Sync engine\n\n## Goals\n\nPhones work in the field without a network.\n\n";

// What is observed, how it is compared, and numbers with a unit. A test that says what holds says it, too.
const measure =
  /\b(?:after|then|given|scenarios?|success\w*|succeed\w*|pass(?:es|ed|ing)?|expect\w*|accept(?:ed|ance|able)|criteri(?:a|on)|metrics?|kpis?|slos?|measur\w+|observ\w+|within|at (?:most|least)|(?:no|not) (?:more|less|fewer|longer|later) than|(?:more|less|fewer|faster|slower|better|lower|higher|greater) than|below|above|under \d|over \d|p\d{2}|percentile|thresholds?|targets?|baselines?|benchmarks?|coverage|compar\w+|same|equal\w*|identical|improv\w+|reduc\w+|decreas\w+|increas\w+|regress\w*|adoption|feedback|complaints?|rates?|latenc\w+|zero|without (?:errors?|failures?|loss)|no (?:errors?|failures?|crash\w*|loss|data loss|change)|must|should|correct\w*|verif\w+|validat\w+|assert\w*|ensur\w+|confirm\w*|prov(?:e|es|ed|ing)|show(?:s|n)?|match\w*|work(?:s|ed|ing)? (?:as|for|with)|check(?:s|ed|ing)? that|that (?:the|a|an|all|no|it)|results?|detect\w*|fail(?:s|ed)?)\b|[<>≤≥]=?\s?\d|\d\s?(?:%|‰|x\b|ms\b|s\b|sec|min|h\b|rps\b|qps\b|[kmg]i?b\b|days?\b|weeks?\b|users?\b|requests?\b)/i;

// “Validation” alone may be about the data that is validated.
const test = /\b(?:tests?|tested|testing|experiments?|trials?|pilots?|simulat\w+|qa)\b/i;

export default defineRule<Problem>({
  id: "success-measure",
  summary: "The section about testing does not say what shows success.",
  why: "That there are tests says little about the feature. A metric, a number with its unit, or what has to hold in a test lets readers tell later whether the design did what it was for. It is asked for in the section of which the template expects `success`. Only English texts are looked at.",
  severity: levels("off", "information", "information"),
  reads: ["success"],
  waitsFor: "section",
  examples: [
    {
      title: "kinds of tests alone",
      template,
      stage: "review",
      text: `${goals}⟦## Testing⟧\n\nUnit tests and integration tests will be added.\n`,
    },
    {
      title: "what shows success",
      template,
      stage: "review",
      text: `${goals}## Testing\n\nUnit tests, and a field test: nine of ten syncs end within a minute.\n`,
    },
  ],

  *check(context) {
    const isThere = (says: (pattern: RegExp) => boolean, { part }: Written): boolean =>
      says(measure) || !(test.test(part.title) || says(test));
    for (const { part } of sectionsLacking(context, "success", isThere)) {
      yield {
        span: partHeading(context.doc, part),
        message: message("success-measure.found", { title: part.title }),
      };
    }
  },
});
