// Documents for the tests, by the built-in template.

/** Each required section of the built-in template with a sentence in it, in its order. */
const sections: readonly (readonly [heading: string, body: string])[] = [
  ["## Summary / Executive Summary", "Orders reach the warehouse through a queue instead of a nightly file."],
  ["## Goals", "- An order reaches the warehouse within a minute."],
  ["## Non-Goals", "- Returns keep their present way."],
  ["## Background and Context", "The nightly file is late whenever the shop is busy."],
  ["## Requirements", "- Functional: no order is lost.\n- Non-functional: a minute at most."],
  ["## Proposed Design", "The shop writes to a queue, and the warehouse reads from it."],
  ["### Data Flow / Sequence", "Shop, queue, warehouse; a receipt goes back."],
  ["### Interfaces / APIs", "One topic named orders."],
  ["### Data Model and Storage", "An order is kept for a week."],
  ["## Security & Privacy Considerations", "Addresses are encrypted in the queue."],
  ["## Testing and Validation", "A day's orders are replayed."],
  ["## Rollout and Migration Plan", "One warehouse at a time."],
  ["## Monitoring & Operational Concerns", "The age of the oldest order is watched."],
  ["## Alternatives Considered", "A file each hour; it would still be late."],
  ["## Drawbacks and Open Questions", "The queue is one more thing to run."],
  ["## Dependencies", "The platform team runs the queue."],
  ["## Timeline & Milestones", "First warehouse in March."],
  ["## Decision Log", "- 2026-01-06: a queue instead of a file, approved by Grace."],
];

export interface DesignOptions {
  readonly title?: string;
  readonly status?: string;
  /** Names of sections, without their marks, that are left out. */
  readonly without?: readonly string[];
  /** Other bodies for sections, by name. */
  readonly bodies?: Readonly<Record<string, string>>;
}

/** A design document that has everything, but for what the options take away or change. */
export function design({
  title = "Message Queue for Orders",
  status = "DRAFT",
  without = [],
  bodies = {},
}: DesignOptions = {}): string {
  const header = [
    `# ${title}`,
    `Status: ${status}\nAuthor: Ada Example <ada@example.com>\nDate: 2026-01-05\nReviewers: @grace`,
  ];
  const nameOf = (heading: string): string => heading.replace(/^#+ /, "");
  const rest = sections
    .filter(([heading]) => !without.includes(nameOf(heading)))
    .flatMap(([heading, body]) => [heading, bodies[nameOf(heading)] ?? body]);
  return `${[...header, ...rest].join("\n\n")}\n`;
}
