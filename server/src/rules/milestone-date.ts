import { readable } from "../syntax/document.ts";
import { message } from "../messages/message.ts";
import { partHeading } from "../template/parts.ts";
import { slice } from "../text/span.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { cellUnder, entriesOf, type Entry } from "./support/entries.ts";
import { levels } from "./support/levels.ts";
import { namedIn } from "./support/named.ts";
import { saidIn, speaksEnglish } from "./support/said.ts";
import { writtenSections, type Written } from "./support/section.ts";
import { daysIn, saysWhen } from "./support/when.ts";

const template =
  "# Design\n\n## Goals\n\nWhat it is for.\n\n## Timeline\n\n<!-- design-docs: expect: milestones -->\n\nThe milestones and their dates.\n";

const goals = "# Sync engine\n\n## Goals\n\nPhones work in the field without a network.\n\n";

export default defineRule<Problem>({
  id: "milestone-date",
  summary: "A milestone has no date, or one that has passed while the design is a draft.",
  why: "Others plan by the milestones of a design. A day, a month, a quarter, a week, a sprint, a release or how long it takes counts as a date; what is done needs none. From review on, each milestone without one is told, or the section where none has one. In a draft only a date that has passed is told, which means that the plan was made for another time. It is asked for in the section of which the template expects `milestones`. Only English texts are looked at.",
  severity: levels("information", "information", "warning"),
  reads: ["milestones"],
  needs: ["clock"],
  waitsFor: "section",
  examples: [
    {
      title: "one milestone without a date",
      template,
      stage: "review",
      text: `${goals}## Timeline\n\n- Field test: two weeks in May\n- ⟦All projects⟧\n`,
    },
    {
      title: "no dates at all",
      template,
      stage: "review",
      text: `${goals}⟦## Timeline⟧\n\nThe app comes first. Then writing offline is switched on by project.\n`,
    },
    {
      title: "a date that has passed",
      template,
      text: `${goals}## Timeline\n\n| Milestone | Date |\n| --- | --- |\n| ~~Prototype~~ | ~~2026-01-12~~ |\n| ⟦Field test⟧ | 2026-02-16 |\n| All projects | 2026-06-29 |\n`,
      given: { say: "Today is 2026-03-02." },
    },
    {
      title: "durations and quarters",
      template,
      stage: "approved",
      text: `${goals}## Timeline\n\n1. Prototype (3 weeks)\n2. Field test in Q3\n3. All projects one sprint later\n`,
    },
  ],

  *check(context) {
    for (const written of writtenSections(context, "milestones")) {
      const found = context.stage === "draft" ? passedIn(context, written) : [...undatedIn(context, written)];
      if (found.length > 0 && speaksEnglish(context, written.whole)) yield* found;
    }
  },
});

/** One problem for all dates that have passed, since one plan was made for them. */
function passedIn(context: RuleContext, written: Written): readonly Problem[] {
  const passed = entriesOf(context, written, "text").flatMap((entry) => {
    if (entry.isDone || isDone.test(entry.text)) return [];
    // Of a stretch of time, its end counts.
    const last = daysIn(entry.text.slice(0, 2000))
      .flatMap(({ day }) => day ?? [])
      .toSorted()
      .at(-1);
    return last !== undefined && last < context.facts.today ? [{ entry, day: last }] : [];
  });
  const [first] = passed;
  if (!first) return [];
  const id = passed.length > 1 ? "milestone-date.passed-more" : "milestone-date.passed";
  const told = message(id, { day: first.day, count: passed.length - 1 });
  return [{ span: first.entry.name, message: told, atMost: "information" }];
}

function* undatedIn(context: RuleContext, written: Written): Generator<Problem> {
  const { doc } = context;
  const entries = entriesOf(context, written, "text");
  const undated = entries.filter((entry) => !hasDate(entry, slice(readable(doc), entry.span)));
  const isBare = !entries.some((entry) => saysWhen(entry.text) || cellUnder(entry, whenColumn));
  if (entries.length > 0 && undated.length === 0) return;
  if (isBare && saysWhenAnywhere(saidIn(context, written.whole))) return;
  if (isBare && undated.length !== 1) {
    const told = message("milestone-date.all", { title: written.part.title });
    yield { span: partHeading(doc, written.part), message: told };
    return;
  }
  for (const { name, label, text } of undated) {
    const told = message("milestone-date.one", { name: namedIn(label === "" ? text : label) });
    yield { span: name, message: told };
  }
}

const whenColumn =
  /\b(?:dates?|when|eta|due|targets?|deadlines?|start|end|weeks?|days?|months?|quarters?|sprints?|durations?|estimates?|estimated|efforts?|times?|timeline|timeframe|schedule|releases?|versions?|status)\b/i;

// Somebody who wrote that it is still to be decided knows that it is missing.
const unknown =
  /\b(?:tbd|tba|tbc|todo|to be (?:decided|determined|scheduled|announced|planned|confirmed)|unscheduled|no date|not (?:yet )?(?:scheduled|planned)|depends on|after|before|once|when|as soon as|later|finally|eventually|future|open-ended)\b/i;

const isDone =
  /\b(?:done|complete[ds]?|finished|shipped|landed|launched|released|delivered|merged|closed|achieved|started|in progress|kick-?off|drafts?|drafted|rfc|proposal|proposed|design (?:doc\w*|review)|reviewed|approved|written|passed|was|were)\b|✅|✔|☑|🎉/iu;

/** Whether a row marks columns, such as the weeks of a plan, instead of saying when. */
function marksColumns({ cells, name }: Entry): boolean {
  const marks = cells.filter(({ text, span }) => text !== "" && span.start > name.start);
  return marks.length > 0 && marks.every(({ text, header }) => text.length <= 2 || saysWhen(header));
}

const hasDate = (entry: Entry, source: string): boolean =>
  entry.isDone ||
  marksColumns(entry) ||
  cellUnder(entry, whenColumn) !== undefined ||
  saysWhen(entry.text) ||
  saysWhen(source) ||
  unknown.test(entry.text) ||
  isDone.test(entry.text);

/** A chart, a picture or a sentence may give the dates of all. */
const saysWhenAnywhere = (said: string): boolean =>
  saysWhen(said) ||
  /!\[|<img\b|<table\b|\bgantt\b|\]\(|https?:/i.test(said) ||
  /\b(?:tbd|todo|as soon as|depends on|no deadline|not (?:yet )?(?:scheduled|planned))\b/i.test(said);
