/** The sentences about what could be set up, and about templates that can be chosen. */
export const suggestionMessages = {
  "suggestion.template": "The files in “{folder}” look like design documents after {template}.",
  "suggestion.root": "The files here look like design documents after {template}.",
  "suggestion.is-template": "“{template}” looks like the template of the documents in “{folder}”.",
  "suggestion.place": "“{folder}” is a usual place for design documents, and no template was found for them.",
  "suggestion.preset": "the ready template “{name}”",

  "choice.nearest": "Nearest Template",
  "choice.nearest-detail": "The one in the nearest folder at or above a document; else the built-in template",
} as const;
