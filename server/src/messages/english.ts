import { configMessages } from "./config.ts";
import { changeMessages } from "./change.ts";
import { contentMessages } from "./content.ts";
import { historyMessages } from "./history.ts";
import { lifecycleMessages } from "./lifecycle.ts";
import { linkMessages } from "./links.ts";
import { practiceMessages } from "./practice.ts";
import { pullRequestMessages } from "./pull-request.ts";
import { suggestionMessages } from "./suggestions.ts";
import { overviewMessages } from "./overview.ts";
import { presetMessages } from "./presets.ts";
import { sectionMessages } from "./sections.ts";
import { setUpMessages } from "./set-up.ts";
import { stepMessages } from "./steps.ts";
import { whatChangedMessages } from "./what-changed.ts";

/**
 * Every sentence of findings, fixes, rules and features, by id. `{name}` stands for an argument. What was
 * found comes first, then why it matters, then what to do.
 */
export const english = {
  ...configMessages,
  ...contentMessages,
  ...practiceMessages,
  ...linkMessages,
  ...lifecycleMessages,
  ...stepMessages,
  ...historyMessages,
  ...suggestionMessages,
  ...changeMessages,
  ...sectionMessages,
  ...setUpMessages,
  ...pullRequestMessages,
  ...presetMessages,
  ...overviewMessages,
  ...whatChangedMessages,

  // missing-section
  "missing-section.one":
    "Section “{title}” is missing. The template asks for it here; insert it, or say “N/A” with a reason.",
  "missing-section.title":
    "The document has no title. Begin it with one (“# …”), so that readers and lists know what it is about.",
  "missing-section.group":
    "None of these sections is there: {titles}. The template asks for at least one of them; insert one, or say “N/A” with a reason.",
  "missing-section.most":
    "The document has {found} of the {asked} sections that the template asks for, so it is just begun or follows another form. Missing: {titles}. Insert them, or choose a template that fits.",
  "missing-section.many": "{count} sections of the template are still to come here: {titles}.",
  "missing-section.fix-rename": "Rename “{from}” to “{title}”",
  "missing-section.fix": "Insert section “{title}”",
  "missing-section.fix-title": "Insert a title",
  "missing-section.fix-here": "Insert the {count} sections missing here",
  "missing-section.fix-all": "Insert all missing sections",

  // empty-section
  "empty-section.empty":
    "Section “{title}” is empty. Readers cannot tell whether it was forgotten; write it, or say “N/A” with a reason.",
  "empty-section.filler":
    "Section “{title}” says only “{filler}”. Write it, or say why it does not apply: “N/A: reason”.",
  "empty-section.fix-guidance": "Insert the template’s guidance",
  "empty-section.fix-remove": "Remove the optional section “{title}”",

  // placeholder-text
  "placeholder-text.guidance":
    "Section “{title}” still has the template’s guidance, which readers take for the design. Write over it or remove it.",
  "placeholder-text.hidden":
    "Section “{title}” still has the template’s comment. No reader sees it, so remove it when you no longer need it.",
  "placeholder-text.title": "“{title}” is the template’s own title. Name the design in a few words.",
  "placeholder-text.token": "“{token}” is a placeholder. Replace it, or remove it.",
  "placeholder-text.fix-guidance": "Remove the template’s guidance",
  "placeholder-text.fix-title": "Use “{title}” from the file name as title",
  "placeholder-text.fix-token": "Remove “{token}”",

  // template-instructions
  "template-instructions.found":
    "These instructions are about the template, not about the design. Remove them.",
  "template-instructions.hidden":
    "This comment is about the template, not about the design. No reader sees it, so remove it when you no longer need it.",
  "template-instructions.fix": "Remove the template’s instructions",

  // misspelled-section
  "misspelled-section.typo": "“{found}” is not a section of the template. Did you mean “{title}”?",
  "misspelled-section.bold":
    "“{found}” is bold text, so it appears in no outline and no link reaches it. Make it a heading.",
  "misspelled-section.short":
    "The template calls this section “{title}”. Readers look for the same names in every document.",
  "misspelled-section.short-many":
    "The template calls this section “{title}”, and {count} more go by other names: {titles}. Readers look for the same names in every document.",
  "misspelled-section.marks":
    "“{found}” has no blank behind its marks, so Markdown reads it as text and no link reaches it. Make it a heading.",
  "misspelled-section.fix-all": "Use the template’s names for all {count} sections",
  "misspelled-section.fix": "Rename to “{title}”",
  "misspelled-section.fix-bold": "Make “{title}” a heading",

  // duplicate-section
  "duplicate-section.found":
    "Section “{title}” stands here a second time; readers and links find only the first. Merge the two, or rename one.",
  "duplicate-section.fix": "Append this text to the first “{title}”",

  // section-order
  "section-order.after":
    "Section “{title}” should follow “{other}”, as in the template. Readers look for it there; move it.",
  "section-order.before":
    "Section “{title}” should come before “{other}”, as in the template. Readers look for it there; move it.",
  "section-order.fix": "Move “{title}” to its place",

  // section-level
  "section-level.found":
    "Section “{title}” is a heading of level {found}; the template has it at level {wanted}. The outline shows it in the wrong place; change its level.",
  "section-level.shifted":
    "Section “{title}” is a heading of level {found}; as the other sections stand here, it belongs at level {wanted}. The outline shows it in the wrong place; change its level.",
  "section-level.fix": "Change “{title}” to level {wanted}",

  // header
  "missing-field.found": "The header has no “{key}”. The template asks for it; add the line.",
  "missing-field.many":
    "The header has {count} fields of the template not yet: {keys}. Add the lines, or make them optional in the template.",
  "missing-field.meant":
    "The header has “{found}” where the template has “{key}”, so nobody finds it there. Did you mean that?",
  "missing-field.rename": "Rename “{found}” to “{key}”",
  "missing-field.fix-all": "Add the {count} missing fields to the header",
  "missing-field.fix": "Add “{key}” to the header",
  "unfilled-field.empty": "“{key}” has no value yet. Fill it in.",
  "unfilled-field.placeholder": "“{key}” still has the template’s placeholder “{value}”. Fill it in.",
  "unfilled-field.side":
    "“{key}” in {file} still lists all the statuses that there are, so nobody can tell how far this is. Keep the one that holds.",
  "unfilled-field.fix": "Set “{key}” to “{value}”",
  "front-matter-syntax.quote":
    "Tools that read the front matter reject all of it because of “{value}”: a value with such a character stands in quotes. Quote the value of “{key}”.",
  "front-matter-syntax.open":
    "The value of “{key}” begins with {mark} and nothing closes it, so tools reject all of the front matter. Close it, or take it away.",
  "front-matter-syntax.twice":
    "The front matter has “{key}” twice, and many tools reject all of it then. Keep one.",
  "front-matter-syntax.gap":
    "Without a blank behind the colon, “{key}” is no key, so tools reject all of the front matter. Add the blank.",
  "front-matter-syntax.tab":
    "A tab indents this line, which YAML forbids, so tools reject all of the front matter. Use blanks.",
  "front-matter-syntax.line":
    "Tools that read the front matter stop at this line and reject all of it. Write a key, a colon, a blank and the value, indented like the lines around it.",
  "front-matter-syntax.fix-quote": "Put the value of “{key}” in quotes",
  "front-matter-syntax.fix-gap": "Add a blank behind “{key}:”",
  "front-matter-syntax.fix-tab": "Replace the tabs with blanks",
  "duplicate-field.found": "The header has “{key}” twice, and tools read only the first. Keep one.",
  "duplicate-field.fix": "Remove the second “{key}” ({value})",
  "duplicate-field.fix-first": "Remove the first “{key}”, which is not filled in",
  "duplicate-field.fix-value": "Remove the first “{key}” ({value})",
  "duplicate-field.fix-same": "Remove this repeated “{key}”",
  "invalid-status.found":
    "“{value}” is not a status of the template, so nobody can tell how far the design is. Use one of {statuses}.",
  "invalid-status.meant": "“{value}” is not a status of the template. Did you mean “{meant}”?",
  "invalid-status.side":
    "“{value}” in {file} is no status that anybody knows, so this counts as a draft. Did you mean “{meant}”?",
  "invalid-status.fix": "Set the status to “{status}”",
  "invalid-value.found":
    "“{value}” is none of the values that the configuration lists for “{key}”, so whoever looks for them misses this document. Use one of {values}.",
  "invalid-value.meant":
    "“{value}” is none of the values that the configuration lists for “{key}”. Did you mean “{meant}”?",
  "invalid-value.fix": "Write “{value}”",
  "invalid-date.shape":
    "“{value}” is not a date of the form YYYY-MM-DD, which sorts and reads the same everywhere.",
  "invalid-date.day": "There is no day {value}. Check month and day.",
  "invalid-date.fix": "Set “{key}” to {date}",
  "invalid-author.found":
    "“{value}” is not of the form “Name <email>”. Give the address, so that readers know whom to ask.",
  "invalid-author.fix": "Set “{key}” to “{value}”",
  "invalid-reviewers.found":
    "“{value}” is not a handle. Write “@name” or “@org/team”, separated by commas, so that reviewers are found.",
  "invalid-reviewers.fix": "Write “{handle}”",
  "file-name.found":
    "The file name should be YYYY-MM-DD-<short-title>-design.md, so that designs sort by date and say what they are about.",
  "file-name.found-pattern":
    "The file name “{found}” should be of the form {name}, which the team has chosen for documents of this kind. Lists and tools find them by it.",
  "file-name.fix": "Rename the file to “{name}”",

  // unused-suppression
  "unused-suppression.unused":
    "This comment suppresses no finding of “{rule}”, so it only hides what may come. Remove the name.",
  "unused-suppression.unused-all":
    "This comment suppresses no finding, so it only hides what may come. Remove it.",
  "unused-suppression.unknown":
    "There is no rule “{rule}”, so the comment suppresses nothing. Check its spelling.",
  "suppress.here": "Suppress “{rule}” here",
  "suppress.file": "Suppress “{rule}” in this file",
  "unused-suppression.fix-comment": "Remove the comment",
  "unused-suppression.fix-name": "Remove “{rule}” from the comment",

  // front-matter-syntax

  // server
  "server.template-nearest": "“{name}” is the nearest template at or above the document.",
  "server.template-built-in":
    "The built-in template: no folder at or above the document, as far as the include rule reaches, has a template of the team.",
  "server.template-empty":
    "The built-in template: “{name}” has no heading, so it asks for no section. Give it headings.",
  "server.template-unreadable": "The built-in template: “{name}” could not be read.",
  "server.seen-in-file": "{name}",
  "server.seen-in-document": "1 design document",
  "server.seen-in-documents": "{count} design documents",
  "server.not-made": "The server could not make the document; its log says why.",
  "server.not-listed": "The server could not list the documents; its log says why.",
  "server.config-unread": "The server could not read the configuration; its log says why.",
  "server.fix-safe": "Fix all that can be fixed safely",
  "server.settings-not-record":
    "The setting “{key}” is not an object, so its defaults hold. Give it as “name: value” pairs.",
  "server.settings-not-globs":
    'The setting “{key}” is not a list of globs, so its default holds. Write it as a list, such as ["docs/designs/*.md"].',
  "server.settings-not-boolean": "The setting “{key}” is neither true nor false, so its default holds.",
  "server.settings-not-text": "The setting “{key}” is not a text, so its default holds. Write it in quotes.",
  "server.settings-not-run": "The setting “{key}” is neither “onType” nor “onSave”, so its default holds.",
  "server.settings-not-days": "The setting “{key}” is no whole number from 1 to 3650, so its default holds.",
  "server.settings-not-handle":
    "The setting “designDocs.people” gives “{name}” no handle. Write it as “@name”.",
  "server.settings-unknown-rule":
    "The setting “designDocs.rules” names “{rule}”, which is no rule, so nothing changes. Check its spelling.",
  "server.settings-unknown-stage":
    "The setting “designDocs.rules” has “{stage}” for “{rule}”, which is no stage. The stages are {stages}.",
  "server.settings-not-level":
    "The setting “designDocs.rules” has no level for “{rule}” that we know, so its default holds. The levels are {levels}.",

  // history
  "history.no-git": "Git was not found, so “{ref}” cannot be read. Install Git, or leave the base out.",
  "history.no-answer":
    "Git gave no answer in time, so “{ref}” cannot be read. Try it again, or leave the base out.",
  "history.no-repository":
    "{folder} is in no Git repository, so there is no “{ref}” to compare with. Leave the base out.",
  "history.not-trusted":
    "Git refuses to read the repository of {folder}, since it belongs to another user. Add it to Git’s “safe.directory”, or leave the base out.",
  "history.no-ref":
    "Git knows no commit “{ref}”, so there is nothing to compare with. Check its spelling; a shallow clone has to fetch it first.",

  // features
  "feature.required": "required",
  "feature.optional": "optional",
  "feature.listed": "Listed in the configuration",
  "feature.today": "today",
  "feature.you": "you",
  "feature.seen": "{where}",
  "feature.meaning-draft": "being written",
  "feature.meaning-other": "treated as a draft",
  "feature.meaning-review": "ready for its reviewers",
  "feature.meaning-approved": "agreed on, to be built",
  "feature.meaning-implemented": "built as written",
  "feature.meaning-closed": "closed, kept as a record",
  "feature.meaning-rejected": "decided against",
  "feature.meaning-withdrawn": "taken back by its author",
  "feature.meaning-superseded": "replaced by another design",
  "feature.meaning-deferred": "put off for now",
  "feature.status": "- `{name}`: {meaning}",
  "feature.hover-required": "**{title}** · required by the template",
  "feature.hover-due": "**{title}** · required by the template once the status reaches “{stage}”",
  "feature.hover-optional": "**{title}** · optional",
  "feature.hover-empty": "Nothing is written here yet.",
  "feature.hover-placeholder": "Text of the template is still here. Write over it.",
  "feature.hover-missing": "Still missing below it: {titles}.",
  "feature.field-status": "How far the document has come, as one of these words:",
  "feature.field-date": "A day, as YYYY-MM-DD.",
  "feature.field-person": "A person, as `Name <address>`; several are separated by commas.",
  "feature.field-handles": "The people or teams to ask, as `@name` or `@org/team`, separated by commas.",
  "feature.field-links":
    "Links to the pull requests or commits that implement the design, separated by commas.",
  "feature.field-text": "The template has “{value}” here.",
  "feature.outline-status": "{status}",
  "feature.outline-progress": "{written} of {total} sections",
  "feature.outline-written": "written",
  "feature.outline-empty": "empty",
  "feature.outline-placeholder": "placeholder",
  "feature.outline-missing": "missing: {titles}",
} as const;
