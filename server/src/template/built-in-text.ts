// Generated from templates/design-doc.md by `npm run generate`.
/** The built-in template, as Markdown. */
export const builtInText = `# Design Document

Status: DRAFT
Author: YOUR NAME <you@example.com>
Date: YYYY-MM-DD
Reviewers: @owner1, @owner2

## Title

<!-- design-docs: expect: words 2-12 -->

Name the design in a few words that tell it apart from its neighbours.

## Summary / Executive Summary

<!-- design-docs: expect: sentences 1-3 -->

In one to three sentences, say what is proposed and what the outcome will be, so that a reader knows whether to go on.

## Goals

<!-- design-docs: expect: list -->

- List briefly what this design is meant to achieve, each point so that one can tell later whether it was reached.

## Non-Goals

<!-- design-docs: expect: list -->

- List what this design leaves out on purpose, although a reader might expect it.

## Background and Context

<!-- design-docs: expect: evidence -->

Explain why this work is needed and what exists today. Link to the evidence: issues, user stories, telemetry or requests from customers.

## Requirements

<!-- design-docs: expect: list, kinds -->

- Functional: what the system must do.
- Non-functional: how well it must do it, in performance, scalability, reliability, security and compatibility.

## Proposed Design

<!-- design-docs: expect: diagram -->

Describe the architecture and the approach from above: the components, what each is responsible for, and how they interact. Draw a diagram where it helps (Mermaid, PNG or SVG).

### Data Flow / Sequence

<!-- design-docs: expect: flow -->

Follow the data through the system: what comes in, what goes out, and where it is transformed or validated on the way.

### Interfaces / APIs

<!-- design-docs: expect: example -->

Document what others will call or configure: public interfaces, API endpoints, message formats and configuration knobs, with an example of a request and its response.

### Data Model and Storage

<!-- design-docs: expect: schema -->

Describe the schemas and data formats, the systems that store them, and every migration that existing data needs.

## Security & Privacy Considerations

Give the threat model. Say which data is sensitive and how it is handled, who gets access, and what reduces each risk.

## Testing and Validation

<!-- design-docs: expect: success -->

Say how the feature will be tested (unit, integration and performance tests), and which metrics or observations will show that it succeeds.

## Rollout and Migration Plan

<!-- design-docs: expect: rollback, migration -->

Describe how the feature reaches its users (feature flags, phases), how compatibility is kept, and the steps that migrate existing data or users.

## Monitoring & Operational Concerns

<!-- design-docs: expect: signals -->

Name the logs, metrics and alerts that will be added, and say how to operate the feature and debug it in production.

## Alternatives Considered

<!-- design-docs: expect: alternatives -->

Describe each alternative briefly, with the reason why it was not chosen.

## Drawbacks and Open Questions

<!-- design-docs: expect: questions -->

List the known downsides, the risks, and the questions that are still open.

## Dependencies

<!-- design-docs: expect: owners -->

Name the teams, external libraries and infrastructure that this design relies on.

## Timeline & Milestones

<!-- design-docs: expect: milestones -->

Outline the timeline and give each key milestone its date.

## Decision Log

<!-- design-docs: due: approved; expect: decisions -->

Record each decision when it is made: what was decided, who approved it, and why.

## Appendix

<!-- design-docs: optional -->

Add benchmarks, design sketches and other reference material.

---

How to use this template

- Create a file in \`docs/designs/\` named \`YYYY-MM-DD-<short-title>-design.md\`, and start from this template.
- Open a pull request titled \`Design: <short title>\`, so that reviewers can comment line by line.
- When the design is approved, set the status to \`APPROVED\`, and link the pull requests that implement it.
`;
