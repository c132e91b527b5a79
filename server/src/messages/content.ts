/** The sentences of the rules about what sections hold. */
export const contentMessages = {
  // unclosed-comment
  "unclosed-comment.never":
    "This comment is never closed. Everything behind it is hidden from readers; put “-->” where it ends.",
  "unclosed-comment.another":
    "This comment goes on over blank lines up to the “-->” of something else. What stands between is hidden from readers; put “-->” where it ends.",
  "unclosed-comment.fix": "Close the comment at the end of its paragraph",
} as const;
