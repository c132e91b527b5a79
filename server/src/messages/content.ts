/** The sentences of the rules about what sections hold. */
export const contentMessages = {
  // evidence-expected
  "evidence-expected.found":
    "Section “{title}” points to no evidence. Readers cannot check why the work is needed; link to an issue, a story, a metric or a document, or give the number.",
} as const;
