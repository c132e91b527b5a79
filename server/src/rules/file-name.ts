import { message } from "../messages/message.ts";
import { firstLine } from "../syntax/document.ts";
import { isDay } from "../template/dates.ts";
import { slugOf } from "../template/file-name.ts";
import { defaultPattern, readName, shownPattern } from "../template/name-pattern.ts";
import { partHeading } from "../template/parts.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { headerLevels } from "./support/levels.ts";
import { askedPattern, judgedName, renamed, titleOfName } from "./support/file-names.ts";

const template = "# Design\n\nStatus: DRAFT\nDate: YYYY-MM-DD\n\n## Goals\n\nWhat it is for.\n";
const naming = `${template}\n---\n\nSave it as \`YYYY-MM-DD-<short-title>-design.md\`.\n`;
const text = "⟦# Sync engine⟧\n\nStatus: DRAFT\nDate: 2026-03-01\n\n## Goals\n\nPhones work offline.\n";

export default defineRule<Problem>({
  id: "file-name",
  summary:
    "The file’s name does not have the form that is asked for, YYYY-MM-DD-<short-title>-design.md by default.",
  why: "With the day first, a folder of designs is in the order in which they were begun, two branches never take the same number, and the short title says what each is about. A team that names its documents otherwise says so with `fileName` in its configuration. Under a team’s template without it nothing is told, unless the template itself speaks of names such as `YYYY-MM-DD-<short-title>-design.md`.",
  severity: headerLevels("warning", "warning", "warning"),
  reads: [],
  examples: [
    {
      title: "named after its date and title",
      template: naming,
      fileName: "sync.md",
      text,
      renamed: "2026-03-01-sync-engine-design.md",
    },
    {
      title: "numbers, as the team has chosen",
      template,
      fileName: "7-sync.md",
      given: {
        say: 'The configuration has `"fileName": "{number:4}-{title}.md"`.',
        options: { fileName: "{number:4}-{title}.md" },
      },
      text,
      renamed: "0007-sync-engine.md",
    },
    {
      title: "a name of that form",
      template: naming,
      fileName: "2026-03-01-sync-engine-design.md",
      text: text.replace(/[⟦⟧]/g, ""),
    },
  ],

  *check(context) {
    const { doc, alignment, facts } = context;
    const pattern = askedPattern(context);
    const name = pattern && judgedName(context, pattern);
    if (!pattern || name === undefined) return;
    const named = readName(pattern, name);
    if (named && (named.date === undefined || isDay(named.date))) return;
    const span = alignment.title ? partHeading(doc, alignment.title) : firstLine(doc);
    const told =
      pattern.source === defaultPattern.source
        ? message("file-name.found")
        : message("file-name.found-pattern", { name: shownPattern(pattern), found: facts.fileName });
    yield { span, message: told };
  },

  fixes(_, context) {
    const pattern = askedPattern(context);
    const facts = { title: titleFor(context), date: dayFor(context) };
    const name = pattern && renamed(context, pattern, facts);
    return name === undefined ? [] : [{ title: message("file-name.fix", { name }), edits: [], rename: name }];
  },
});

/** The day of the header, else of the file name, else today. */
function dayFor({ alignment, facts }: RuleContext): string {
  const header = alignment.fields.find(({ wanted }) => wanted.shape === "date")?.field?.value ?? "";
  const named = /\d{4}-\d{2}-\d{2}/.exec(facts.fileName)?.[0] ?? "";
  return [header, named].find(isDay) ?? facts.today;
}

function titleFor({ alignment, template: governing, facts }: RuleContext): string {
  const title = alignment.title?.title ?? "";
  return title !== "" && title !== governing.title && slugOf(title) !== "untitled"
    ? title
    : titleOfName(facts);
}
