// Generated from templates/ by `npm run generate`.
/** The presets beside the built-in template, as Markdown. */
export const presetTexts = {
  "short-note": `# Short Design Note

Status: DRAFT
Author: YOUR NAME <you@example.com>
Date: YYYY-MM-DD
Reviewers: @owner1, @owner2

## Problem

Say what is wrong or missing today, who notices it, and how you know. One number or one link is worth more than a paragraph.

## Proposal

Describe what you would change, concretely enough that a colleague could begin tomorrow. If it needs more than a page, write a whole design document.

## Alternatives

<!-- design-docs: expect: alternatives -->

Name what else you thought of, doing nothing included, each with the reason why it is not proposed.

## Risks

Say what could go wrong, who would be hurt by it, and how you would go back.

## Open Questions

<!-- design-docs: optional; expect: questions -->

- Write down each question that a reviewer can help to answer, and who can answer it.

## Next Steps

<!-- design-docs: due: approved; expect: list -->

- List the steps that follow once this is agreed, each with the person who takes it.

---

How to use this template

- Use it for a change that a few people can agree on in a day. Keep the note to about one page.
- Name the file \`YYYY-MM-DD-<short-title>.md\`.
- When everybody has agreed, set the status to \`APPROVED\`.
`,
  adr: `# Architecture Decision Record

Date: YYYY-MM-DD

## Title

<!-- design-docs: expect: words 2-12 -->

Name what was decided in a few words, so that a list of records reads like a list of answers.

## Status

Draft | Proposed | Accepted | Rejected | Deprecated | Superseded

## Context

<!-- design-docs: expect: nothing -->

Describe the situation that asks for a decision: the facts, the constraints, and the wishes that pull in different directions. Stay neutral, so that somebody who would decide otherwise agrees with this section.

## Decision

<!-- design-docs: expect: nothing -->

State the decision in whole sentences that begin with “We will”, and give the reason that weighed most.

## Consequences

<!-- design-docs: expect: nothing -->

Say what becomes easier and what becomes harder once this holds, and what has to be done now because of it. Name the bad consequences as plainly as the good ones.

---

How to use this template

- Write one record for each decision that would be expensive to turn round, on one or two pages.
- Name the file \`NNNN-<short-title>.md\`, with the next free number.
- Do not rewrite a record that was accepted. Write a new one, and set the status of the old one to \`Superseded by\` with a link to it.
`,
  "decision-record": `# Decision Record

Status: Draft | Proposed | Accepted | Rejected | Deprecated | Superseded
Date: YYYY-MM-DD
Deciders: @owner1, @owner2

## Context and Problem Statement

<!-- design-docs: expect: nothing -->

Describe in two or three sentences what makes a decision necessary now, and put the problem as one question that the rest of this record answers.

## Decision Drivers

<!-- design-docs: optional; expect: list -->

- Name each quality, constraint or concern that the options are measured by, the weightiest first.

## Considered Options

<!-- design-docs: expect: list -->

- Give each option that was really considered a short name. Two are the least; doing nothing may be one of them.

## Decision Outcome

<!-- design-docs: expect: nothing -->

Name the option that was chosen, and say why in terms of the drivers: what it does better than the others, or which demand only it meets.

### Consequences

<!-- design-docs: optional; expect: list -->

- Good, because of what improves, and for whom.
- Bad, because of what gets harder, or what has to be done in addition.

### Confirmation

<!-- design-docs: optional; due: approved; expect: nothing -->

Say how anyone can see later that the decision is being followed: a review, a test, a check in the build.

## Pros and Cons of the Options

<!-- design-docs: optional; any order; expect: nothing -->

Take the options one by one, the chosen one included, each below a heading of its own.

### Option 1

<!-- design-docs: pattern; repeatable; optional -->

Put the option's name into the heading, and describe it in a sentence or with a link.

- Good, because of an argument for it.
- Bad, because of an argument against it.

## More Information

<!-- design-docs: optional; expect: nothing -->

Add what a later reader will ask for: who agreed, links to the discussion and to related decisions, and when the decision should be looked at again.

---

How to use this template

- Use it where several options were compared. For a decision without serious rivals, a plain decision record is shorter.
- Name the file \`NNNN-<short-title>.md\`, with the next free number.
- Keep rejected options: whoever asks the same question in a year finds the answer here.
`,
  rfc: `# Request for Comments

Status: Draft | In Review | Accepted | Implemented | Rejected | Withdrawn | Superseded
Author: YOUR NAME <you@example.com>
Date: YYYY-MM-DD
Reviewers: @owner1, @owner2

## Summary

<!-- design-docs: expect: sentences 1-5 -->

Explain the proposal in one paragraph that makes sense to somebody who reads nothing else.

## Motivation

<!-- design-docs: expect: evidence -->

Say why this is worth doing: which problem it solves, who has the problem today, and what becomes possible. Link to the issues and reports that show it. A reader who doubts your solution should still agree with this section.

## Guide-level explanation

<!-- design-docs: expect: example -->

Explain the proposal as if it existed already and you taught it to a colleague. Introduce new names, show it in examples, and say how people should think of it. If existing users have to change something, tell them what.

## Reference-level explanation

<!-- design-docs: expect: nothing -->

Describe the design exactly enough that somebody else could build it: how it works inside, how it interacts with what is there, and what happens in the corner cases. Come back to the examples from above and show how they work.

## Drawbacks

<!-- design-docs: expect: nothing -->

Give the best reasons not to do this: what it costs, what it makes harder, whom it disturbs.

## Rationale and alternatives

<!-- design-docs: expect: alternatives -->

Say why this design is the best among those that are possible. Name the other designs with the reason why each was not chosen, and what happens if nothing is done.

## Prior art

<!-- design-docs: optional; expect: nothing -->

Describe how others have solved the same problem, and what their experience teaches, the bad along with the good. If there is none, say where you have looked.

## Unresolved questions

<!-- design-docs: expect: nothing -->

- Which questions should the discussion of this proposal settle?
- Which are to be settled while it is built, and which are left out on purpose?

## Future possibilities

<!-- design-docs: optional; expect: nothing -->

Say where this could lead later, so that the design does not stand in the way. An idea here is no reason for accepting the proposal.

---

How to use this template

- Copy it to \`NNNN-<short-title>.md\` with the next free number, fill it in, and open a pull request.
- Collect the discussion in the pull request, and bring its results back into the text.
- When it is decided, set the status and merge, also where the answer is no.
`,
  enhancement: `# Enhancement Proposal

Status: Provisional | Implementable | Implemented | Deferred | Rejected | Withdrawn | Replaced
Author: YOUR NAME <you@example.com>
Date: YYYY-MM-DD
Reviewers: @owner1, @owner2

## Summary

<!-- design-docs: expect: sentences 1-6 -->

Write the paragraph that the release notes could begin with: what users will be able to do, and why they want to. Leave out how it is built.

## Motivation

<!-- design-docs: expect: evidence -->

Explain why this matters and to whom, with links to the requests, reports or measurements behind it.

### Goals

<!-- design-docs: expect: list -->

- List what this enhancement is to achieve, and how one will know that it has.

### Non-Goals

<!-- design-docs: expect: list -->

- List what is left out, so that the discussion stays with the rest.

## Proposal

<!-- design-docs: expect: nothing -->

Describe what is proposed so that a user can picture the result. The details of building it come further below.

### User Stories

<!-- design-docs: optional; expect: nothing -->

Tell what people will do with it, in as many stories as there are different uses.

#### Story 1

<!-- design-docs: pattern; repeatable; optional -->

Say who wants to do what, and what they gain by it.

### Risks and Mitigations

<!-- design-docs: expect: nothing -->

Name what could go wrong, security and user experience included, and what makes each risk smaller. Say who reviews it.

## Design Details

<!-- design-docs: expect: nothing -->

Give the details that reviewers need for judging whether it works: interfaces, formats, the flow of control, and examples of each.

### Test Plan

<!-- design-docs: expect: nothing -->

Say which tests will be written (unit, integration, end to end), what is hard to test, and how that is covered all the same.

### Graduation Criteria

<!-- design-docs: due: approved; expect: nothing -->

Say what has to be true before the enhancement goes from alpha to beta, and from beta to stable: tests, feedback, time in use.

### Upgrade / Downgrade Strategy

<!-- design-docs: due: approved; expect: nothing -->

Say what an existing installation has to do to keep its present behaviour after an upgrade, to use the enhancement, and to go back.

### Version Skew Strategy

<!-- design-docs: optional; due: approved; expect: nothing -->

Say how components of different versions get along while an upgrade is under way, and which combinations are supported.

## Production Readiness

<!-- design-docs: due: approved; expect: signals -->

Say how operators switch the enhancement on and off, which metrics and logs show that it is healthy, how much load it adds, and what to do when it fails.

## Implementation History

<!-- design-docs: due: approved; expect: list -->

- Give each important step its date: first draft, decision, first release, change of the plan.

## Drawbacks

<!-- design-docs: expect: nothing -->

Give the best reasons against this enhancement.

## Alternatives

<!-- design-docs: expect: alternatives -->

Describe the other ways that were considered, as far as it takes to see why each was not chosen.

## Infrastructure Needed

<!-- design-docs: optional; expect: nothing -->

Name what the work needs beyond the code: repositories, build machines, accounts, quotas.

---

How to use this template

- Copy it to \`NNNN-<short-title>.md\`, where the number is that of the tracking issue or the next free one.
- Begin with the summary and the motivation, and merge as \`Provisional\` once people agree that the problem is worth solving.
- Fill in the rest and set the status to \`Implementable\` before building begins; keep the proposal up to date while it is built.
`,
} as const;
