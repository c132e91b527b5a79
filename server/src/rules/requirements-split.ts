import { message } from "../messages/message.ts";
import { partHeading, type Part } from "../template/parts.ts";
import { blocksIn } from "../template/units.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { entriesOf } from "./support/entries.ts";
import { levels } from "./support/levels.ts";
import { proseText } from "./support/prose.ts";
import { saidIn, sectionsLacking } from "./support/said.ts";
import { wordCount } from "./support/words.ts";
import type { Written } from "./support/section.ts";

const template =
  "# Design\n\n## Requirements\n\n<!-- design-docs: expect: kinds -->\n\nWhat it must do, and how well.\n\n## Proposal\n\nWhat to build.\n";

const proposal = "## Proposal\n\nThe phone keeps a log of all that was done to a note.\n";

export default defineRule<Problem>({
  id: "requirements-split",
  summary: "Functional and non-functional requirements are not told apart.",
  why: "How fast, how safe and how reliable a system has to be shapes its design more than its functions do, and is what gets forgotten. Two lists, two sections, a column, or labels such as “Non-functional:” or “**Performance.**” tell them apart. One or two requirements are not told, and where some are measured it is information at most. It is asked for in the section of which the template expects `kinds`. Only English texts are looked at.",
  severity: levels("off", "information", "warning"),
  reads: ["kinds"],
  waitsFor: "section",
  examples: [
    {
      title: "one list of all",
      template,
      stage: "review",
      text: `# Sync engine\n\n⟦## Requirements⟧\n\n- Notes can be created, edited and deleted without a network.\n- Conflicts are solved without asking.\n- The battery loses no more than 2 % in an hour.\n\n${proposal}`,
    },
    {
      title: "labels",
      template,
      stage: "review",
      text: `# Sync engine\n\n## Requirements\n\n- Functional: notes can be edited and deleted without a network.\n- Non-functional: the battery loses no more than 2 % in an hour.\n\n${proposal}`,
    },
    {
      title: "a quality by its name",
      template,
      stage: "review",
      text: `# Sync engine\n\n## Requirements\n\n- Notes can be edited and deleted without a network.\n- **Performance**: a sync takes less than ten seconds.\n\n${proposal}`,
    },
    {
      title: "two sections",
      template,
      stage: "review",
      text: `# Sync engine\n\n## Requirements\n\n### What it does\n\n- Notes can be edited and deleted without a network.\n\n### How well\n\n- A sync takes less than ten seconds.\n\n${proposal}`,
    },
  ],

  *check(context) {
    let isElsewhere: boolean | undefined;
    for (const written of sectionsLacking(context, "kinds", (says, each) => isSplit(context, each, says))) {
      if (!hasSeveral(context, written)) continue;
      isElsewhere ??= hasSectionOfQualities(context);
      if (isElsewhere) return;
      yield {
        span: partHeading(context.doc, written.part),
        message: message("requirements-split.found", { title: written.part.title }),
        // What is measured was not forgotten, only not labelled.
        ...(measured.test(saidIn(context, written.whole)) && { atMost: "information" }),
      };
    }
  },
});

const quality =
  "(?:performance|perf|scalab\\w+|scale|scaling|reliab\\w+|resilien\\w+|robust\\w*|security|secure|safety|privacy|compatib\\w+|availab\\w+|latency|latencies|throughput|bandwidth|capacity|durab\\w+|usab\\w+|accessib\\w+|a11y|maintainab\\w+|portab\\w+|complian\\w+|observab\\w+|operab\\w+|operations?|operational|efficien\\w+|speed|quality|qualities|testab\\w+|extensib\\w+|interoperab\\w+|consisten\\w+|integrity|recover\\w*|fault[- ]toleran\\w+|disaster recovery|uptime|downtime|slos?|slas?|slis?|response times?|load|volume|memory|storage|footprint|resources?|resource usage|costs?|budget|energy|battery|size|limits?|locali[sz]ation|internationali[sz]ation|i18n|l10n|stability|auditability|traceab\\w+|configurab\\w+|deployab\\w+|constraints?|technical|system|non-?func\\w*|quantitative)";

// Words for the two kinds say enough wherever they stand.
const kind =
  /\b(?:non|not|extra)[-‐‑– ]?functional\b|\bfunctional\b|\bn?frs?[-_ ]?\d*\b|\bquality attributes?\b/i;

/**
 * A quality as a label: at the start of a line behind the marks of a list, a heading or a table, with three more
 * words at most, and before a colon, a dash, a bar, the end of bold text or the end of the line.
 */
const label = new RegExp(
  String.raw`^[^\p{L}\n]{0,30}(?:[\p{L}/&'’-]{1,30}[ ,]{1,2}){0,3}${quality}\b[^.:|\n]{0,40}?(?::|\.?(?:\*\*|__)|[ \t][–—-]{1,2}[ \t]|\||[ \t]*\r?$)`,
  "imu",
);

// “Data security. Keys stay on the phone.”: two words at most, since a sentence may end with a quality, too.
const sentence = new RegExp(
  String.raw`^[ \t]{0,30}(?:[-*+>]|\d{1,3}[.)])?[ \t]{0,4}(?:[\p{L}’-]{1,30} )?${quality}\.[ \t]+\p{Lu}`,
  "imu",
);

const tag = new RegExp(
  String.raw`(?:\||[\[(\x60*_])\s{0,3}${quality}\b[^.\n]{0,20}?[.:]?(?:\||[\])\x60*_])`,
  "iu",
);

/** Whether a section tells kinds of requirements apart, by words or by its form. */
const isSplit = (context: RuleContext, written: Written, says: (pattern: RegExp) => boolean): boolean =>
  says(kind) || says(label) || says(sentence) || says(tag) || hasTwoGroups(context, written);

/** Two lists or tables; sections that hold several entries each have two by that. */
function hasTwoGroups({ doc }: RuleContext, { whole }: Written): boolean {
  let groups = 0;
  for (const index of blocksIn(doc, whole)) {
    const kindOfBlock = doc.blocks[index]?.kind;
    if (kindOfBlock === "list" || kindOfBlock === "table") groups++;
  }
  return groups > 1;
}

const measured =
  /\d\s?(?:%|(?:[mnµ]?s|secs?|seconds?|min|minutes?|h|hours?|days?|weeks?|months?|years?|rps|qps|[kMGT]i?B|kb|mb|gb)\b)/iu;

/** Whether there are so many requirements that some could be of another kind. */
function hasSeveral(context: RuleContext, written: Written): boolean {
  const { length } = entriesOf(context, written);
  if (length > 0) return length > 2;
  // Of running text where a list is asked for, that is told, and is the cause.
  if (written.answer.wanted.expects.some(({ name }) => name === "list")) return false;
  return wordCount(proseText(context.doc, written.whole)) > 25;
}

const ofQualities = new RegExp(
  String.raw`\bnon[-‐‑– ]?functional\b|\bnfrs?\b|\bquality (?:attributes?|requirements?|goals?)\b|^[^\p{L}]{0,10}${quality}\b`,
  "iu",
);

/** Whether a section of its own has the other kind. One that the template asks of every document says nothing. */
function hasSectionOfQualities({ alignment }: RuleContext): boolean {
  const asked = new Set<Part | undefined>(alignment.sections.map(({ part }) => part));
  return alignment.parts.some((part) => !asked.has(part) && ofQualities.test(part.title.slice(0, 100)));
}
