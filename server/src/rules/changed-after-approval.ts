import { message } from "../messages/message.ts";
import { partHeading } from "../template/parts.ts";
import { defineRule, type Problem } from "./rule.ts";
import { committed, hasNewDecision, statusIn } from "./support/before.ts";
import { changesSince } from "./support/changes.ts";
import { shownValue } from "./support/header.ts";
import { levels } from "./support/levels.ts";

const template =
  "# Design\n\nStatus: DRAFT\n\n## Goals\n\nWhat it is for.\n\n## Decision Log\n\n<!-- design-docs: expect: decisions -->\n\nWhat was decided, by whom, and why.\n";

const before =
  "# Sync engine\n\nStatus: APPROVED\n\n## Goals\n\nPhones work offline for a day.\n\n## Decision Log\n\n- 2026-02-24, @grace: merge by paragraph, since merging by note loses text.\n";

const given = {
  say: "Git has the design as it was approved: “Phones work offline for a day.”",
  get facts() {
    return { history: committed(before, template) };
  },
};

export default defineRule<Problem>({
  id: "changed-after-approval",
  summary:
    "An approved design says something else than what was approved, and the decision log does not tell.",
  why: "People agreed to the words that stood there. Whoever builds from the design, or asks a year later why it is so, cannot see that something else was approved. One entry in the decision log is enough: what was changed, who agreed, and why.\n\nThe text is compared with the commit that Git gives as the base, if the status is at the approved or implemented stage in both. The header, the decision log, milestones, open questions, the appendix, references and the like go on growing and are not compared. Neither are slips of typing, punctuation, the addresses of links, sections that only moved, and gaps that were filled. It is told where the template has a section that `expect`s `decisions`.",
  severity: levels("off", "off", "warning"),
  needs: ["history"],
  waitsFor: "section",
  examples: [
    {
      title: "a goal that became another one",
      template,
      stage: "approved",
      given,
      text: before.replace("## Goals", "⟦## Goals⟧").replace("for a day", "for a whole week"),
    },
    {
      title: "with an entry in the log",
      template,
      stage: "approved",
      given,
      text: `${before.replace("for a day", "for a whole week")}- 2026-03-02, @ada: a week instead of a day, since ships have no network.\n`,
    },
    {
      title: "another spelling",
      template,
      stage: "approved",
      given,
      text: before.replace("offline", "off-line"),
    },
  ],

  *check(context) {
    const earlier = context.facts.history?.base?.analysed;
    if (!earlier) return;
    const present = statusIn(context);
    const decided = [statusIn(earlier), present].every(
      (said) => said && (said.status.stage === "approved" || said.status.stage === "implemented"),
    );
    if (!present || !decided || hasNewDecision(context, earlier) !== false) return;
    const changes = changesSince(earlier, context);
    const [first] = changes;
    if (!first) return;
    const titles = changes.slice(0, most).map(({ title }) => title);
    const told =
      changes.length === 1
        ? message("changed-after-approval.one", { title: first.title })
        : changes.length <= most
          ? message("changed-after-approval.many", { titles: titles.join(", ") })
          : message("changed-after-approval.more", {
              titles: titles.join(", "),
              count: changes.length - most,
            });
    const span = first.part ? partHeading(context.doc, first.part) : shownValue(context.doc, present.field);
    yield { span, message: told };
  },
});

// More names than these nobody reads in one sentence.
const most = 5;
