/** Templates of ours in the shapes that teams use, each with what a careful reader says of its lines. */
export interface Shape {
  readonly name: string;
  readonly text: string;
}

const nestedBullets = `# Your plan's title

* **Owner:**
  * \`<@author>\`
* **Status:** \`Proposed / Accepted / Done\`
* **Date:**
  * YYYY-MM-DD

## Reasons

Tell why this plan is needed at all.

### What hurts today

Name what people complain about now.

## Goals

List what will be true afterwards.

## Way

Describe the way in words and pictures.

## Other ways

Say which other ways were looked at.

## Roadmap

List the steps with who takes them.
`;

const record = `---
status: "{proposed | accepted | rejected}"
date: YYYY-MM-DD
---

# {name of the decision}

## Situation

{Say what forces a decision now, in a few sentences.}

<!-- This one is optional. -->
## Driving need

* {a wish of somebody, with its reason}

## Choices

* {title of choice 1}
* {title of choice 2}

## Decision

{Name the choice that was made and its reason.}

## Results

{Say what gets better and what gets worse.}

## Further reading

{Link to papers and threads.}
`;

const tables = `# RFC: Name of the feature

|             |                         |
| ----------- | ----------------------- |
| **Status**  | Draft / Review / Agreed |
| **Date**    | YYYY-MM-DD              |
| **Authors** |                         |

## In short

One paragraph that tells a newcomer what this is.

## Reason

Longer words on what made somebody write this.

## Explanation

Everything that somebody who builds it has to know.

### Speed

Does it make anything slower than before?

### Handling

How does it feel to those who use it?

## Dangers

Describe what may go wrong on the way.

## Open ends

List the questions that nobody has answered.
`;

const setext = `Title
-----
* Author(s): [Author Name, Co-Author Name]
* Status: {Draft, In Review, Final}
* Last updated: YYYY-MM-DD

## Abstract

[A few words on the whole of the idea.]

## Setting

[What a reader has to know before the rest
makes any sense.]

## Idea

[The idea itself, as exactly as you can.]

## Rationale

[Why this and nothing else was chosen.]

## Building it

[Who does what, and in which order.]

## Open points (if applicable)

[What is not known yet, if anything.]
`;

const tops = `---
created: 2026-01-01
status: To be reviewed
---

# Overview

This section gives the whole in a few lines.

# Setting

This section tells what came before.

# Idea

The idea itself, as exactly as you can.

# Costs

Tell what it costs to build and to run.

# Compatibility

Tell what becomes of what people have today.
`;

const enhancement = `# XEP-NNNN: Your short title

## Summary

Tell in one paragraph what this enhancement does.

## Motivation

Say who asked for it, and what for.

### Goals

List what has to be true in the end.

### Non-Goals

List what is left to others on purpose.

## Proposal

Say what the outcome is, not how it is built.

### User Stories (Optional)

Tell what people are going to do with it.

#### Story 1 (Optional)

#### Story 2 (Optional)

### Risks and Mitigations

Tell what may go wrong and what is done about it.

## Design in detail

Now tell how it is going to be built.

### Test Plan

Tell which tests show that it works.

## Drawbacks

Tell why somebody may not want this.

## Alternatives

Tell what else was thought of.
`;

export const shapes: readonly Shape[] = [
  { name: "nested bullets", text: nestedBullets },
  { name: "a decision record with optional sections and braces", text: record },
  { name: "a table as header", text: tables },
  { name: "a setext title and guidance in brackets", text: setext },
  { name: "sections at the first level below front matter", text: tops },
  { name: "an enhancement with stories", text: enhancement },
];
