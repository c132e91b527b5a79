/** The sentences of the rules about what sections hold. */
export const contentMessages = {
  // open-marker
  "open-marker.found":
    "“{marker}” says that something is still open here. Whoever builds from the design would have to decide it; settle it, or make it an open question.",
  "open-marker.clarify":
    "This needs clarification. The design cannot be approved before it is answered; put the answer in its place.",
  "open-marker.task":
    "“{name}” is not ticked. Approved, the design counts as having passed its checklist; do it and tick it, or say N/A with the reason.",

  // summary-length
  "summary-length.found":
    "Section “{title}” has {count} sentences; the template asks for {most} at most. Many read only a short summary; move the details to the sections below.",

  // title-length
  "title-length.long":
    "The title has {count} words; the template asks for {most} at most. Lists and links show only its beginning; leave to the summary what the name does not need.",
  "title-length.vague":
    "“{title}” could be the title of any design. Lists of designs show nothing else; say what this one is about.",
  "title-length.fix": "Call it “{title}”, as the file’s name does",

  // unclosed-comment
  "unclosed-comment.never":
    "This comment is never closed. Everything behind it is hidden from readers; put “-->” where it ends.",
  "unclosed-comment.another":
    "This comment goes on over blank lines up to the “-->” of something else. What stands between is hidden from readers; put “-->” where it ends.",
  "unclosed-comment.fix": "Close the comment at the end of its paragraph",
  "unclosed-comment.fix-slip": "Write “-->” in place of “{slip}”",

  // evidence-expected
  "evidence-expected.found":
    "Section “{title}” points to no evidence. Readers cannot check why the work is needed; link to an issue, a story, a metric or a document, or give the number.",

  // list-expected
  "list-expected.found":
    "Section “{title}” is running text. People tick its points off and refer to them one by one; give each an item of a list.",
  "list-expected.marks":
    "“{mark}” makes no list in Markdown, so these {count} lines are one paragraph and run together. Make them items of a list.",
  "list-expected.broken":
    "“{mark}” makes no list in Markdown, so these {count} lines are one paragraph with line breaks. Screen readers and tools do not count its points; make them items of a list.",
  "list-expected.hyphen":
    "“-” makes a list only with a space after it, so these {count} lines are one paragraph and run together. Add the spaces.",
  "list-expected.fix": "Make a list of {count} items",

  // requirements-split
  "requirements-split.found":
    "Section “{title}” does not tell functional from non-functional requirements. How fast, safe and reliable it must be is easily forgotten; label each, or make two lists.",
} as const;
