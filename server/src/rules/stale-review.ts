import { message } from "../messages/message.ts";
import { isDay } from "../template/dates.ts";
import { readStatus } from "../template/status.ts";
import { defineRule, type Problem } from "./rule.ts";
import { filledFields, shownValue } from "./support/header.ts";
import { levels } from "./support/levels.ts";

const template = "# Design\n\nStatus: DRAFT | IN REVIEW | APPROVED\n\n## Goals\n\nWhat it is for.\n";
const rest = "\n\n## Goals\n\nPhones work offline.\n";

export default defineRule<Problem>({
  id: "stale-review",
  summary: "The design has been in review for longer than the team allows.",
  why: "A review that nobody ends stops the work, or the work goes on without it. Git knows since when the status is what it is; the day of the commit counts. The setting `designDocs.review.days` says how long a review may take.",
  severity: levels("off", "information", "off"),
  needs: ["history", "clock"],
  examples: [
    {
      title: "a month",
      template,
      stage: "review",
      given: {
        say: "Today is 2026-03-02, and the status was committed on 2026-02-01. A review may take 14 days.",
        facts: { today: "2026-03-02", history: { statusSince: "2026-02-01" } },
      },
      text: `# Sync engine\n\nStatus: ⟦IN REVIEW⟧${rest}`,
    },
    {
      title: "two weeks",
      template,
      stage: "review",
      given: {
        say: "Today is 2026-03-02, and the status was committed on 2026-02-16. A review may take 14 days.",
        facts: { today: "2026-03-02", history: { statusSince: "2026-02-16" } },
      },
      text: `# Sync engine\n\nStatus: IN REVIEW${rest}`,
    },
  ],

  *check(context) {
    const { facts, options, template: governing } = context;
    const since = facts.history?.statusSince ?? "";
    if (!isDay(since) || !isDay(facts.today)) return;
    const days = dayNumber(facts.today) - dayNumber(since);
    if (days <= options.reviewDays) return;
    for (const { field } of filledFields(context, "status")) {
      // The stage may be that of a rehearsal.
      if (readStatus(field.value, governing.statuses)?.stage !== "review") continue;
      yield { span: shownValue(context.doc, field), message: message("stale-review.found", { since, days }) };
    }
  },
});

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
