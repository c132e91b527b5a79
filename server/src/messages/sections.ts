/** The sentences about moving sections, about hints in the text and about linked design documents. */
export const sectionMessages = {
  "section-move.gone":
    "The section is no longer there. The document was changed in the meantime; try it again.",
  "section-move.none": "There is no section here to be moved.",
  "section-move.numbered": "The numbers in the headings were left as they are.",
  "section-move.title": "The title stays at the beginning of the document.",
  "section-move.bold":
    "“{title}” is a line of text and no heading, so where its section ends is not certain. Make it a heading first.",
  "section-move.first": "“{title}” is the first section here.",
  "section-move.last": "“{title}” is the last section here.",
  "section-move.inside": "“{title}” cannot be moved into itself.",
  "section-move.depth":
    "“{title}” is a heading of level {from} and “{other}” one of level {to}. A section is moved among those of its own level.",
  "section-move.open":
    "“{title}” was not moved. A code block, a comment or a piece of HTML is not closed, and would take along what follows; close it first.",
  "section-move.reads":
    "“{title}” was not moved. In its new place, it or the text around it would be read differently.",

  "inlay.sentences-most": "{count} of {limit} sentences",
  "inlay.sentences-one": "{count} of one sentence",
  "inlay.sentences-least": "{count} of at least {limit} sentences",
  "inlay.words-most": "{count} of {limit} words",
  "inlay.words-one": "{count} of one word",
  "inlay.words-least": "{count} of at least {limit} words",
  "inlay.most": "The template allows {limit} at most.",
  "inlay.over": "The template allows {limit} at most, so this is too much.",
  "inlay.least": "The template asks for {limit} at least.",
} as const;
