/** The sentences of the rules about what sections hold. */
export const contentMessages = {
  // evidence-expected
  "evidence-expected.found":
    "Section “{title}” points to no evidence. Readers cannot check why the work is needed; link to an issue, a story, a metric or a document, or give the number.",

  // list-expected
  "list-expected.found":
    "Section “{title}” is running text. People tick its points off and refer to them one by one; give each an item of a list.",
  "list-expected.marks":
    "“{mark}” makes no list in Markdown, so these {count} lines are one paragraph and run together. Make them items of a list.",
  "list-expected.hyphen":
    "“-” makes a list only with a blank behind it, so these {count} lines are one paragraph and run together. Put the blanks in.",
  "list-expected.fix": "Make a list of {count} items",

  // requirements-split
  "requirements-split.found":
    "Section “{title}” does not tell functional from non-functional requirements. How fast, safe and reliable it must be is easily forgotten; label each, or make two lists.",
} as const;
