import { message, type MessageId } from "../messages/message.ts";
import type { Field } from "../syntax/document.ts";
import { keyOf } from "../template/names.ts";
import type { Analysed } from "../template/analysed.ts";
import { isUnderway, type Stage, type Status } from "../template/status.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { committed, hasNewDecision, statusIn } from "./support/before.ts";
import { decisionsOf } from "./support/decisions.ts";
import { setValue, shownValue } from "./support/header.ts";
import { levels } from "./support/levels.ts";

interface IllegalTransition extends Problem {
  readonly field: Field;
  /** What it may be instead. */
  readonly instead: Status | undefined;
}

const template =
  "# Design\n\nStatus: DRAFT\n\n## Goals\n\nWhat it is for.\n\n## Decision Log\n\n<!-- design-docs: expect: decisions -->\n\nWhat was decided, by whom, and why.\n";

const design = (status: string, log = ""): string =>
  `# Sync engine\n\nStatus: ${status}\n\n## Goals\n\nPhones work offline.\n\n## Decision Log\n\n- 2026-02-24, @grace: rejected, since phones are always online.\n${log}`;

const rejected = {
  say: "Git has the design with the status REJECTED.",
  get facts() {
    return { history: committed(design("REJECTED"), template) };
  },
};

const draft = {
  say: "Git has the design with the status DRAFT.",
  get facts() {
    return { history: committed(design("DRAFT"), template) };
  },
};

export default defineRule<IllegalTransition>({
  id: "illegal-transition",
  summary: "The status takes a step that leaves out a decision.",
  why: [
    "A status is a promise to readers: that people looked at the design and decided. A step that takes a decision back, or passes over it, needs a word on why. The status is compared with that of the commit that Git gives as the base, by their stages:",
    "",
    "| From | To | Told |",
    "| --- | --- | --- |",
    "| closed (rejected, withdrawn, superseded, …) | approved, implemented | always as severe as set, unless the decision log has a new entry |",
    "| approved, implemented | draft, in review | as information, unless the decision log has a new entry |",
    "| draft, in review | implemented | as information, if the template has a status at the approved stage and the decision log tells of no approval |",
    "| anything else | anything else | never |",
    "",
    "A closed design may become a draft or go into review again, since it will be decided on anew. A draft may be approved without a review in between: small teams review in the pull request. Where the template has no section that `expect`s `decisions`, nothing of the first two rows is told. A word for the status that belongs to none of the known stages is passed over.",
  ].join("\n"),
  severity: levels("warning", "warning", "warning"),
  needs: ["history"],
  examples: [
    {
      title: "approved although it was rejected",
      template,
      stage: "approved",
      given: rejected,
      text: design("⟦APPROVED⟧"),
      fixed: design("REJECTED"),
    },
    {
      title: "with the decision",
      template,
      stage: "approved",
      given: rejected,
      text: design("APPROVED", "- 2026-03-02, @grace: approved, since ships have no network.\n"),
    },
    {
      title: "nobody approved it",
      template,
      stage: "implemented",
      given: draft,
      text: design("⟦IMPLEMENTED⟧"),
      fixed: design("APPROVED"),
    },
  ],

  *check(context) {
    const earlier = context.facts.history?.base?.analysed;
    const before = earlier && statusIn(earlier);
    const present = statusIn(context);
    if (!earlier || !before || !present || !isKnown(before.status) || !isKnown(present.status)) return;
    const step = stepBetween(before.status.stage, present.status.stage);
    if (!step) return;
    const approved = context.template.statuses.find(
      (status) => status.stage === "approved" && !isUnderway(status),
    );
    if (step.needs === "decision" && hasNewDecision(context, earlier) !== false) return;
    if (step.needs === "approval" && (!approved || isApproved(context, earlier))) return;
    yield {
      span: shownValue(context.doc, present.field),
      message: message(step.told, { from: before.status.name, to: present.status.name }),
      ...(step.isMinor && { atMost: "information" }),
      field: present.field,
      instead: step.needs === "approval" ? approved : before.status,
    };
  },

  fixes({ field, instead }, { doc, template: governing }) {
    // Words behind the status are somebody's, and nobody knows whether they still hold.
    const isBare = governing.statuses.some(({ name }) => keyOf(name) === keyOf(field.value));
    if (!instead || !isBare) return [];
    return [
      {
        title: message("illegal-transition.fix", { status: instead.name }),
        edits: [setValue(doc, field, instead.name)],
      },
    ];
  },
});

interface Step {
  readonly told: MessageId;
  readonly needs: "decision" | "approval";
  readonly isMinor: boolean;
}

/** Whether the decision log tells of an approval, or has a new entry of any kind. */
const isApproved = (context: RuleContext, earlier: Analysed): boolean =>
  hasNewDecision(context, earlier) === true || decisionsOf(context).some(({ isApproval }) => isApproval);

function stepBetween(from: Stage, to: Stage): Step | undefined {
  const isDecided = to === "approved" || to === "implemented";
  if (from === "closed" && isDecided)
    return { told: "illegal-transition.reopened", needs: "decision", isMinor: false };
  if ((from === "approved" || from === "implemented") && (to === "draft" || to === "review"))
    return { told: "illegal-transition.taken-back", needs: "decision", isMinor: true };
  if ((from === "draft" || from === "review") && to === "implemented")
    return { told: "illegal-transition.skipped", needs: "approval", isMinor: true };
  return undefined;
}

// A word that nobody knows counts as a draft elsewhere; here it says nothing.
const draftWords = new Set(
  ["draft", "wip", "work in progress", "in progress", "provisional", "idea", "new", "open", "initial"].map(
    keyOf,
  ),
);

const isKnown = ({ name, stage }: Status): boolean => stage !== "draft" || draftWords.has(keyOf(name));
