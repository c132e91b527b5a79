import { message } from "../messages/message.ts";
import { isDay } from "../template/dates.ts";
import { defineRule, type Problem } from "./rule.ts";
import { statusIn } from "./support/before.ts";
import { shownValue } from "./support/header.ts";
import { levels } from "./support/levels.ts";

const template = "# Design\n\nStatus: DRAFT\n\n## Goals\n\nWhat it is for.\n";
const text = "# Sync engine\n\nStatus: ⟦IN REVIEW⟧\n\n## Goals\n\nPhones work offline.\n";

const since = (statusSince: string, today: string): { readonly say: string; readonly facts: object } => ({
  say: `The status is IN REVIEW since ${statusSince}; today is ${today}, and a review may take 14 days.`,
  facts: { today, history: { statusSince } },
});

export default defineRule<Problem>({
  id: "stale-review",
  summary: "The design has been in review for longer than reviews take here.",
  why: "Reviews seldom end by themselves. Whoever waits for the design does not know whether silence means consent, and reviewers believe that it is somebody else’s turn. The days are counted from the commit that gave the status its present value; how many may pass is set by `designDocs.review.days`.",
  severity: levels("off", "information", "off"),
  reads: [],
  needs: ["clock", "history"],
  examples: [
    {
      title: "three weeks",
      template,
      stage: "review",
      given: since("2026-02-09", "2026-03-02"),
      text,
    },
    {
      title: "two weeks",
      template,
      stage: "review",
      given: since("2026-02-16", "2026-03-02"),
      text: text.replace(/[⟦⟧]/g, ""),
    },
  ],

  *check(context) {
    const { doc, facts, options } = context;
    const since = facts.history?.statusSince;
    const present = statusIn(context);
    if (since === undefined || present?.status.stage !== "review") return;
    const days = daysBetween(since, facts.today);
    if (days === undefined || days <= options.reviewDays) return;
    yield {
      span: shownValue(doc, present.field),
      message: message("stale-review.found", { status: present.status.name, since, days }),
    };
  },
});

/** How many days lie between two days of the form `YYYY-MM-DD`; nothing where one is none. */
function daysBetween(from: string, to: string): number | undefined {
  return isDay(from) && isDay(to) ? Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) : undefined;
}
