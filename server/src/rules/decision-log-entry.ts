import { message, type Message } from "../messages/message.ts";
import { partHeading } from "../template/parts.ts";
import { defineRule, type Problem } from "./rule.ts";
import { decisionsIn, type Decision } from "./support/decisions.ts";
import { levels } from "./support/levels.ts";
import { speaksEnglish } from "./support/said.ts";
import { wordCount } from "./support/words.ts";
import { whileNotDue, writtenSections } from "./support/section.ts";
import { unrecordedApproval } from "./support/unrecorded-approval.ts";
import { daysIn } from "./support/when.ts";

const template =
  "# Design\n\n## Goals\n\nWhat it is for.\n\n## Decision Log\n\n<!-- design-docs: expect: decisions -->\n\nWhat was decided, by whom, and why.\n";

const goals = "# Sync engine\n\n## Goals\n\nPhones work in the field without a network.\n\n";

export default defineRule<Problem>({
  id: "decision-log-entry",
  summary: "An entry of the decision log does not say when, by whom or why it was decided.",
  why: "The log is read years later, by people who were not there. Each entry has its date, who decided, and a reason, in a list, a table, sections or lines with a date. A date alone that is missing is information at most; nothing offers to put one in, since today is seldom the day of the decision. An entry that is still open is not told. Where the design is approved and no entry names a person and a day, [approval-without-decision](approval-without-decision.md) tells that, and the entries are asked for reasons only. It is asked for in the section of which the template expects `decisions`. Only English texts are looked at.",
  severity: levels("off", "information", "warning"),
  reads: ["decisions"],
  waitsFor: "section",
  examples: [
    {
      title: "an entry that says only what",
      template,
      stage: "approved",
      text: `${goals}## Decision Log\n\n- 2026-02-24, @grace: merge by paragraph, since merging by note loses text.\n- ⟦Keep versions for 14 days.⟧\n`,
    },
    {
      title: "a table with a gap",
      template,
      stage: "approved",
      text: `${goals}## Decision Log\n\n| Date | Decision | Who | Why |\n| --- | --- | --- | --- |\n⟦| 2026-02-24 | Merge by paragraph | @grace |  |⟧\n| 2026-02-25 | Keep versions | @ada | People asked for it |\n`,
    },
    {
      title: "a column that is missing is told once",
      template,
      stage: "approved",
      text: `${goals}⟦## Decision Log⟧\n\n| Date | Decision | Why |\n| --- | --- | --- |\n| 2026-02-24 | Merge by paragraph | It loses no text |\n| 2026-02-25 | Keep versions | People asked for it |\n| 2026-02-26 | Encrypt | Phones are lost |\n`,
    },
    {
      title: "sections with a line for each",
      template,
      stage: "approved",
      text: `${goals}## Decision Log\n\n### 2026-02-24: Merge by paragraph\n\nDecided by: the mobile team\n\nRationale: merging by note loses text.\n`,
    },
    {
      title: "not decided yet",
      template,
      stage: "approved",
      text: `${goals}## Decision Log\n\n- Open: how long versions are kept.\n`,
    },
  ],

  *check(context) {
    // That nobody is named on any day is told on the status, as the graver fault.
    const isUnrecorded =
      (context.stage === "approved" || context.stage === "implemented") &&
      unrecordedApproval(context) !== undefined;
    for (const written of writtenSections(context, "decisions")) {
      const decisions = decisionsIn(context, written).filter(({ isOpen }) => !isOpen);
      const lacking = decisions.flatMap((decision) => {
        const missing = missingIn(decision).filter((gap) => gap === "why" || !isUnrecorded);
        return missing.length > 0 ? [{ decision, missing }] : [];
      });
      if (lacking.length === 0 || !speaksEnglish(context, written.whole)) continue;
      const due = whileNotDue(written.answer, context);
      const common = commonTo(
        lacking.map(({ missing }) => missing),
        decisions.length,
      );
      if (common.length > 0) {
        const told = message("decision-log-entry.all", { count: decisions.length, missing: shown(common) });
        yield { span: partHeading(context.doc, written.part), message: told, ...bound(common), ...due };
      }
      for (const { decision, missing } of lacking) {
        const own = missing.filter((gap) => !common.includes(gap));
        if (own.length === 0) continue;
        const told = message("decision-log-entry.found", { missing: shown(own) });
        yield { span: decision.name, message: told, ...bound(own), ...due };
      }
    }
  },
});

type Gap = "when" | "who" | "why";

function missingIn(decision: Decision): readonly Gap[] {
  const { isDated, who, hasRationale, isApproval } = decision;
  // An event of the document's life is no decision, and the reason of its approval is the document.
  const isBare = saysNoMore(decision);
  if (isBare && !isApproval) return [];
  return [
    ...(isDated ? [] : (["when"] as const)),
    ...(who === undefined ? (["who"] as const) : []),
    ...(hasRationale || isBare ? [] : (["why"] as const)),
  ];
}

const signOff =
  /\b(?:approv\w+|accept\w+|agreed|signed|sign|off|lgtm|sgtm|go|ok|okay|yes|ship|it|ratified|adopted|by|from|and|on|in|at|of|the|this|a|an|design|doc|document|proposal|rfc|version|draft|initial|first|final|merged|implemented|implementation|released|published|created|started|closed|archived|review\w*|meeting|board|committee|council|team|weekly|architecture|security|status|set|changed|moved|to)\b/giu;

/** Whether an entry says nothing but that the document was approved, merged and the like. */
function saysNoMore({ text, who, isApproval }: Decision): boolean {
  if (text.length > 300) return false;
  const rest = daysIn(text)
    .reduceRight((left, { span }) => left.slice(0, span.start) + left.slice(span.end), text)
    .replace(/^\D{0,3}\d{1,2}[-/.]\d{1,2}(?=\D)/, "")
    .replace(who ?? "", "")
    .replace(/@[\p{L}\p{N}_./-]+/gu, "");
  return (isApproval || event.test(rest)) && wordCount(rest.replace(signOff, "")) === 0;
}

const event =
  /\b(?:merged|implemented|released|published|created|started|closed|archived|(?:initial|first|final) (?:draft|version)|draft)\b/i;

/** What all of at least three entries lack: a column that is missing is one fault, not one a row. */
const commonTo = (missing: readonly (readonly Gap[])[], entries: number): readonly Gap[] =>
  entries < 3 || missing.length < entries
    ? []
    : (["when", "who", "why"] as const).filter((gap) => missing.every((gaps) => gaps.includes(gap)));

/** The template asks for who and why; the date is our own addition. */
const bound = (gaps: readonly Gap[]): Pick<Problem, "atMost"> =>
  gaps.every((gap) => gap === "when") ? { atMost: "information" } : {};

function shown(gaps: readonly Gap[]): Message {
  const [first, second, third] = gaps.map((gap) => message(`decision-log-entry.${gap}`));
  if (first && second && third) return message("decision-log-entry.three", { first, second, third });
  if (first && second) return message("decision-log-entry.two", { first, second });
  return first ?? message("decision-log-entry.when");
}
