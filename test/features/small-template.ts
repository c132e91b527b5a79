/** A template that is small enough to be seen whole beside a test. */
export const smallTemplate = `# Design

Status: DRAFT
Author: YOUR NAME <you@example.com>
Date: YYYY-MM-DD
Reviewers: @owner1, @owner2

## Title

Name it.

## Summary / Executive Summary

Say it shortly.

## Goals

- What it is for.
- How one can tell.

## Design

Draw it.

### Data Flow

Follow the data.

### Storage

Name the \${disk}.

## Decision Log

<!-- design-docs: due: approved -->

Who decided what.

## Appendix (optional)

Anything else.
`;
