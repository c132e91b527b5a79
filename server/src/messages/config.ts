/** The sentences about a team's configuration file. */
export const configMessages = {
  // What is no JSON
  "config.not-object":
    'This is no JSON object, so nothing of it holds. Write one: { "collections": [{ "include": ["docs/designs/*.md"] }] }.',
  "config.too-large": "This file is too large for a configuration, so nothing of it holds.",
  "config.syntax": "This is not written as JSON, so what stands around it may not hold. {fault}",
  "config.syntax-symbol": "Texts stand in double quotes; other words are only true, false and null.",
  "config.syntax-number": "Write the number in digits.",
  "config.syntax-key": "A key in double quotes is missing here.",
  "config.syntax-value": "A value is missing here.",
  "config.syntax-colon": "A colon is missing between the key and its value.",
  "config.syntax-comma": "A comma is missing here.",
  "config.syntax-brace": "A closing brace “}” is missing here.",
  "config.syntax-bracket": "A closing bracket “]” is missing here.",
  "config.syntax-end": "Nothing may stand behind the closing brace.",
  "config.syntax-comment": "The comment is not closed.",
  "config.syntax-text":
    "The text is not closed, or has a character that must be written with a backslash before it.",

  // Keys and values
  "config.unknown-key": "“{key}” is no key here, so it does nothing. The keys are {keys}.",
  "config.unknown-key-near": "“{key}” is no key here, so it does nothing. Did you mean “{meant}”?",
  "config.duplicate-key": "“{key}” is given again below, and only the last one counts. Remove one of them.",
  "config.not-type": "“{key}” is {type} here, so it is left out. {wanted}",
  "config.type-object": "an object",
  "config.type-array": "a list",
  "config.type-string": "a text",
  "config.type-number": "a number",
  "config.type-boolean": "true or false",
  "config.type-null": "null",
  "config.want-collections": 'Write a list of collections: [{ "include": ["docs/designs/*.md"] }].',
  "config.want-collection": 'Write an object such as { "include": ["docs/designs/*.md"] }.',
  "config.want-globs": 'Write a glob or a list of globs, such as ["docs/designs/*.md"].',
  "config.want-text": "Write a text in double quotes.",
  "config.want-object": "Write an object of “key: value” pairs.",
  "config.want-statuses":
    'Write the words with their stages, such as { "Proposed": "review" }, or a list of words.',
  "config.want-boolean": "Write true or false.",
  "config.want-texts": 'Write a list of texts, such as ["api", "ui"].',
  "config.want-field": 'Write "required", "optional", or an object such as { "values": ["api", "ui"] }.',
  "config.want-level": "Write one of {values}, or an object with one of them for each stage.",
  "config.want-handle": "Write the handle as “@name”.",
  "config.want-days": "Write a whole number from 1 to 3650.",
  "config.empty": "“{key}” is empty, so it is left out. {wanted}",
  "config.no-include":
    'This collection has no “include”, so it holds no document. Name its documents, such as "include": ["docs/designs/*.md"].',
  "config.no-value": "“{value}” is no value of “{key}”, so it is left out. The values are {values}.",
  "config.no-value-near": "“{value}” is no value of “{key}”, so it is left out. Did you mean “{meant}”?",
  "config.unknown-rule": "“{rule}” is no rule, so this does nothing. The rules are on the page docs/rules.",
  "config.unknown-rule-near": "“{rule}” is no rule, so this does nothing. Did you mean “{meant}”?",
  "config.unknown-preset": "There is no preset “{name}”, so it is left out. The presets are {names}.",
  "config.unknown-preset-near": "There is no preset “{name}”, so it is left out. Did you mean “{meant}”?",
  "config.bad-date":
    "“{value}” is no day, so no document counts as older. Write it as YYYY-MM-DD, such as 2026-01-31.",
  "config.bad-pattern":
    "“{part}” is nothing that a file name can be made of, so “fileName” is left out. Write {date}, {number}, {number:4} or {title}, and other text as it is.",
  "config.no-name":
    "“{pattern}” is no name of a Markdown file, so “fileName” is left out. Let it end with “.md”, and have no empty folder in it.",
  "config.fix-replace": "Write “{meant}”",

  // Globs and paths
  "config.glob-backslash":
    "The glob “{glob}” has a backslash, which keeps the next character from being read as a wildcard. Folders are separated by “/” on every system.",
  "config.glob-outside":
    "The glob “{glob}” leads out of the folder of this file, where it matches nothing. Put a “.design-docs.json” into that folder.",
  "config.glob-negated":
    "The glob “{glob}” begins with “!”, so it matches nothing here. Write what is to be left out under “exclude”.",
  "config.glob-open":
    "The glob “{glob}” has a bracket or a brace without its other half, so it matches names with that very character.",
  "config.include-nothing":
    "“{glob}” matches no Markdown file at or below the folder of this file, so it does nothing. Correct it, or write the first document.",
  "config.include-folder":
    "“{glob}” is a folder, so it matches no document. Write “{meant}” for the Markdown files in it.",
  "config.template-absent":
    "There is no file “{path}”, so the nearest template beside the documents or the built-in one holds. Correct the path; it begins at the folder of this file.",
  "config.template-empty":
    "“{path}” has no heading, so it asks for nothing, and the nearest template beside the documents or the built-in one holds. Give it headings.",
  "config.template-outside":
    "“{path}” lies outside the workspace and the repository, where others do not have it, so it is not read. Put the template beside the documents.",
  "config.baseline-absent":
    "There is no file “{path}”, so no finding counts as accepted. Write it with “design-docs check --update-baseline”, or remove “baseline”.",
  "config.shadowed":
    "Earlier collections take every document that this one includes, so it does nothing. Move it before them, or exclude its documents there.",
  "config.twin":
    "“{name}” in the same folder is read instead, so nothing of this holds. Keep one of the two.",

  // Why a template governs
  "config.reason-template": "Collection {number} of “{config}” names “{name}”.",
  "config.reason-preset": "Collection {number} of “{config}” names the preset “{name}”.",
  "config.reason-nearest": "“{name}” is the nearest template; collection {number} of “{config}” names none.",
  "config.reason-built-in":
    "The built-in template: collection {number} of “{config}” names none, and none lies beside the documents.",
  "config.reason-absent":
    "{template}, since “{name}”, which collection {number} of “{config}” names, could not be read.",
  "config.reason-empty":
    "{template}, since “{name}”, which collection {number} of “{config}” names, has no heading.",
  "config.reason-outside":
    "{template}, since “{name}”, which collection {number} of “{config}” names, lies outside the workspace and the repository.",
  "config.instead-built-in": "The built-in template",
  "config.instead-nearest": "“{name}”, the nearest template",
} as const;
