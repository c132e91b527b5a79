import { parseDocument } from "../../syntax/parse-document.ts";
import { readBeside, type Analysed } from "../../template/analysed.ts";
import { readTemplate } from "../../template/read-template.ts";
import { readStatus, type Status } from "../../template/status.ts";
import type { HistoryFact } from "../../facts/facts.ts";
import type { RuleContext } from "../rule.ts";
import { saidIn } from "./said.ts";
import { writtenSections } from "./section.ts";

/** The document at the commit that it is compared with, as rules see one; nothing where it is not known. */
export function baseOf(context: RuleContext): RuleContext | undefined {
  const analysed = context.facts.history?.base?.analysed;
  return analysed && { ...context, ...analysed };
}

/** The status that a document says, whatever stage it is judged at; nothing where it cannot be read. */
export function statusIn({
  alignment,
  template,
}: Pick<Analysed, "alignment" | "template">): Status | undefined {
  const { field, duplicates } = alignment.fields.find(({ wanted }) => wanted.shape === "status") ?? {};
  return field && duplicates?.length === 0 ? readStatus(field.value, template.statuses) : undefined;
}

/** Whether the template asks for a log of decisions anywhere. */
export const asksForDecisions = ({ template }: Pick<Analysed, "template">): boolean =>
  template.sections.some(({ expects }) => expects.some(({ name }) => name === "decisions"));

/** Whether the log of decisions says something that it did not say before, in whatever form. */
export function hasNewDecision(context: RuleContext, base: RuleContext): boolean {
  const before = new Set(logLines(base));
  return logLines(context).some((line) => !before.has(line));
}

const logLines = (context: RuleContext): readonly string[] =>
  [...writtenSections(context, "decisions")].flatMap(({ whole }) =>
    saidIn(context, whole)
      .split(/[\r\n]+/)
      .map((line) => (line.match(/[\p{L}\p{N}]+/gu) ?? []).join(" "))
      .filter((line) => line !== ""),
  );

/** The history in which a document was once another text beside the same template, for examples. */
export const historyWith = (text: string, template: string): HistoryFact => ({
  base: {
    ref: "main",
    analysed: readBeside(
      parseDocument(text),
      readTemplate({ name: "team", uri: "file:///TEMPLATE.md", text: template }),
    ),
  },
});
