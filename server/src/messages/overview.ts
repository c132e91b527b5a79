/** What the overview of all designs and the index of a folder say. */
export const overviewMessages = {
  "index.heading": "Index of designs",
  "index.folder-title": "Design documents",
  "index.made":
    "Made by Design Docs, in VS Code with “Update Design Index”, else with “design-docs index”. What is changed between these comments is written anew.",
  "index.none": "There is no design document yet.",
  "index.one": "1 design document: {counts}.",
  "index.many": "{count} design documents: {counts}.",
  "index.no-status": "without a status",
  "index.here": "In this folder",
  "index.title": "Title",
  "index.status": "Status",
  "index.author": "Author",
  "index.date": "Date",
  "index.reviewers": "Reviewers",
} as const;
