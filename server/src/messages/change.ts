/** Sentences about templates that change, and about what was accepted. */
export const changeMessages = {
  "baseline.not-json":
    "The baseline “{name}” is no JSON, so none of its findings count as accepted. Mend it, or write it anew with “design-docs check --update-baseline”.",
  "baseline.not-baseline":
    "The baseline “{name}” has not the form that we write, so none of its findings count as accepted. Write it anew with “design-docs check --update-baseline”.",
  "baseline.accept": "Accept this “{rule}” in the baseline",

  // upgrade
  "upgrade.title": "Add what the template has gained: {names}",
  "upgrade.many": "Add what the template has gained: {names} and {count} more",

  // template-*
  "template-annotation.word":
    "“{name}” is no word that a template’s comments have, so it does nothing. The words are on the page about templates.",
  "template-annotation.value": "“{name}” has nothing behind it, so it does nothing. Write “{name}: …”.",
  "template-annotation.stage":
    "“{name}” is no stage, so this does nothing. The stages are draft, review, approved, implemented and closed.",
  "template-annotation.assignment": "“{name}” has no stage, so this does nothing. Write “{name} = approved”.",
  "template-annotation.expectation":
    "“{name}” is nothing that a section can be expected to have, so it does nothing. The words are on the page about templates.",
  "template-annotation.range":
    "“{name}” wants a number behind it, such as “{name} 1-3”; without one it does nothing.",
  "template-annotation.meant": "“{name}” is not understood, so it does nothing. Did you mean “{meant}”?",
  "template-annotation.fix": "Write “{meant}”",
  "template-duplicate-section.found":
    "The template has “{title}” here a second time. A document’s section answers the first one only, so this one is missing in every document; rename one, or merge the two.",
  "template-empty.found":
    "The template has no section below its title, so it asks nothing of documents. Give it headings.",
  "template-placeholder-heading.found":
    "“{placeholder}” looks like a placeholder, but documents must have “{title}” word for word, and none will. Say in a comment below that the heading is a pattern, or that it is a name.",
  "template-placeholder-heading.fix": "Say that the heading is a pattern",
  "template-unknown-marker.found":
    "“{marker}” is not understood, so the section is required and its name has these words in it. If it may be left out, write “(optional)”.",
  "template-unknown-marker.fix": "Write “(optional)”",
  "template-status.unread":
    "The words of “{key}” cannot be read as a list, so those of the default flow hold and the team’s own are told as invalid. Separate them by “ | ”.",
  "template-status.stage":
    "The stage of “{name}” is not known, so a document in it is judged as a draft. Say it in a comment: design-docs: stage: {name} = approved.",
} as const;
