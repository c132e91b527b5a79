import { message } from "../messages/message.ts";
import { firstLine } from "../syntax/document.ts";
import { isDay } from "../template/dates.ts";
import { fileNameOf, readFileName, slugOf, titleFromFileName } from "../template/file-name.ts";
import { partHeading } from "../template/parts.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { headerLevels } from "./support/levels.ts";

const template = "# Design\n\nStatus: DRAFT\nDate: YYYY-MM-DD\n\n## Goals\n\nWhat it is for.\n";
const text = "⟦# Sync engine⟧\n\nStatus: DRAFT\nDate: 2026-03-01\n\n## Goals\n\nPhones work offline.\n";

export default defineRule<Problem>({
  id: "file-name",
  summary: "The file’s name is not YYYY-MM-DD-<short-title>-design.md.",
  why: "With the day first, a folder of designs is in the order in which they were begun, two branches never take the same number, and the short title says what each is about. Under a team’s template that does not name this form it is a hint.",
  severity: headerLevels("warning", "warning", "warning"),
  examples: [
    {
      title: "named after its date and title",
      template,
      fileName: "sync.md",
      text,
      renamed: "2026-03-01-sync-engine-design.md",
    },
    {
      title: "a name of that form",
      template,
      fileName: "2026-03-01-sync-engine-design.md",
      text: text.replace(/[⟦⟧]/g, ""),
    },
  ],

  *check({ doc, alignment, facts, template: governing }) {
    if (facts.fileName === "" || isWellNamed(facts.fileName)) return;
    const span = alignment.title ? partHeading(doc, alignment.title) : firstLine(doc);
    // A team with a template of its own may have names of its own.
    const isAsked = governing.uri === undefined || governing.doc.text.includes("-design.md");
    yield { span, message: message("file-name.found"), ...(!isAsked && { atMost: "hint" }) };
  },

  fixes(_, context) {
    const name = fileNameOf(dayFor(context), titleFor(context));
    return [{ title: message("file-name.fix", { name }), edits: [], rename: name }];
  },
});

function isWellNamed(name: string): boolean {
  const read = readFileName(name);
  return read !== undefined && isDay(read.date);
}

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
    : titleFromFileName(facts.fileName);
}
