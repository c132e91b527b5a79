/** The sentences of the rules about what sections hold. */
export const contentMessages = {
  // open-marker
  "open-marker.found":
    "“{marker}” says that something is still open here. Whoever builds from the design would have to decide it; settle it, or make it an open question.",
  "open-marker.clarify":
    "This needs clarification. The design cannot be approved before it is answered; put the answer in its place.",
  "open-marker.task":
    "“{name}” is not ticked. Approved, the design counts as having passed its checklist; do it and tick it, or say N/A with the reason.",

  // unclosed-comment
  "unclosed-comment.never":
    "This comment is never closed. Everything behind it is hidden from readers; put “-->” where it ends.",
  "unclosed-comment.another":
    "This comment goes on over blank lines up to the “-->” of something else. What stands between is hidden from readers; put “-->” where it ends.",
  "unclosed-comment.fix": "Close the comment at the end of its paragraph",
} as const;
