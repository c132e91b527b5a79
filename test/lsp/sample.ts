/** A team's template with few sections, for tests that are about the protocol. */
export const template =
  "# Design\n\nStatus: DRAFT\n\n## Goals\n\nWhat it is for.\n\n## Risks\n\nWhat may go wrong.\n";

export const templateUri = "file:///w/docs/designs/TEMPLATE.md";

/** A document's URI with a name that the rules accept. */
export const uri = "file:///w/docs/designs/2026-01-05-sync-design.md";

/** A document in which nothing is to be found. */
export const complete =
  "# Sync engine\n\nStatus: IN REVIEW\n\n## Goals\n\nPhones work offline.\n\n## Risks\n\nTwo edits may collide.\n";

/** The same without its last section, whose absence is told on the heading before it. */
export const incomplete = complete.slice(0, complete.indexOf("\n## Risks"));
