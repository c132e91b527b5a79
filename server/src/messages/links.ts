/** The sentences of the rules about links, pictures and diagrams. */
export const linkMessages = {
  // broken-link
  "broken-link.absent":
    "There is no “{path}”. Whoever follows this link finds nothing; correct the path, or remove the link.",
  "broken-link.meant":
    "There is no “{path}”, but there is “{meant}”. Whoever follows this link finds nothing; correct the path.",
  "broken-link.case":
    "The file’s path is spelt “{written}”. This link works here, where upper and lower case are the same, and breaks on Linux and in the browser; spell it alike.",
  "broken-link.host":
    "“{path}” does not begin with “https://”, so it is looked for among the files here, where it is not. Write the address in full.",
  "broken-link.fix-host": "Begin it with “https://”",
  "broken-link.fix": "Link to “{path}”",

  // broken-anchor
  "broken-anchor.here":
    "No heading of this document has the anchor “#{fragment}”. The link leads to the top of the page; link to a heading that is there.",
  "broken-anchor.there":
    "No heading of “{path}” has the anchor “#{fragment}”. The link leads to the top of that page; link to a heading that is there.",
  "broken-anchor.fix": "Link to “#{fragment}”",

  // missing-image
  "missing-image.absent":
    "There is no picture “{path}”. Readers see a gap in its place; add the file, or correct the path.",
  "missing-image.meant":
    "There is no picture “{path}”, but there is “{meant}”. Readers see a gap in its place; correct the path.",
  "missing-image.case":
    "The picture’s path is spelt “{written}”. It is shown here, where upper and lower case are the same, and not on Linux or in the browser; spell it alike.",
  "missing-image.fix": "Show “{path}”",

  // image-without-alt
  "image-without-alt.none":
    "This picture has no alternative text. Readers who cannot see it learn nothing from it; say between the brackets what it shows.",
  "image-without-alt.tag":
    "This picture has no “alt”. Readers who cannot see it learn nothing from it; say in “alt” what it shows, or leave that empty if it only decorates.",
  "image-without-alt.filler":
    "“{alt}” does not say what the picture shows. Readers who cannot see it learn nothing from it; name what it shows.",

  // reference-undefined
  "reference-undefined.link":
    "Nothing defines “{label}”, so this is no link and readers see its brackets. Add a line “[{label}]: …” with the address, or correct the label.",
  "reference-undefined.note":
    "Nothing defines the footnote “{label}”, so readers see its brackets. Add a line “[^{label}]: …” with its text, or correct the label.",
  "reference-undefined.fix": "Refer to “{label}”",

  // mermaid-syntax
  "mermaid-syntax.found":
    "Mermaid cannot read this diagram, so readers see an error in its place: {fault} Correct this line or one before it.",
} as const;
