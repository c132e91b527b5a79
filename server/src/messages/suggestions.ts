/** The sentences about what could be set up, and about templates that can be chosen. */
export const suggestionMessages = {
  "suggestion.template": "The files in “{folder}” look like design documents after {template}.",
  "suggestion.root": "The files here look like design documents after {template}.",
  "suggestion.is-template": "“{template}” looks like the template of the documents in “{folder}”.",
  "suggestion.place": "“{folder}” is a usual place for design documents, and no template was found for them.",
  "suggestion.preset": "the ready template “{name}”",

  // The same in the few words that a line of the status bar has room for
  "suggestion.short": "Design documents after {template}?",
  "suggestion.short-template": "Template for {folder}?",
  "suggestion.short-root": "Template for the documents here?",
  "suggestion.short-place": "Design documents in {folder}?",

  // Why a template governs, in as few words
  "why.named": "named in {config}",
  "why.nearest": "the nearest one",
  "why.built-in": "the team has none here",
  "why.unfit": "the team’s cannot be used",

  "choice.nearest": "Nearest Template",
  "choice.nearest-detail": "The one in the nearest folder at or above a document; else the built-in template",
} as const;
