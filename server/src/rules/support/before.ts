import type { Field } from "../../syntax/document.ts";
import { parseDocument } from "../../syntax/parse-document.ts";
import type { HistoryFact } from "../../facts/facts.ts";
import { readBeside, type Analysed } from "../../template/analysed.ts";
import { isFiller } from "../../template/fields.ts";
import { partExtent, partHeading, type Part } from "../../template/parts.ts";
import { readTemplate } from "../../template/read-template.ts";
import { readStatus, type Status } from "../../template/status.ts";
import type { RuleContext } from "../rule.ts";
import { proseText } from "./prose.ts";
import { saysNotApplicable } from "./section.ts";
import { plainWords } from "./words.ts";

/** The status that a header says, as its one field says it; nothing where that is none of the template's words. */
export function statusIn({
  alignment,
  template,
}: Pick<Analysed, "alignment" | "template">): { readonly field: Field; readonly status: Status } | undefined {
  const answer = alignment.fields.find(({ wanted }) => wanted.shape === "status");
  const { field, duplicates } = answer ?? {};
  if (!field || (duplicates?.length ?? 0) > 0) return undefined;
  const status = readStatus(field.value, template.statuses);
  return status && { field, status };
}

/**
 * Whether the decision log says something that it did not say `before`. Nothing where the template asks for no
 * log, so that there is no place for a decision. An entry that was changed counts as a new one.
 */
export function hasNewDecision(context: RuleContext, before: Analysed): boolean | undefined {
  if (!context.template.sections.some(({ expects }) => expects.some(({ name }) => name === "decisions")))
    return undefined;
  const known = new Set(logsOf(before).flatMap(({ part }) => linesOf(before, part)));
  return logsOf(context).some(({ part, guidance }) => {
    const { start, end } = stretchOf(context, part);
    if (saysNotApplicable(proseText(context.doc, { start, end }))) return false;
    const asked = new Set(guidance.split(/\n/).map(plainWords));
    return linesOf(context, part).some((line) => !known.has(line) && !asked.has(line));
  });
}

const logsOf = ({
  alignment,
}: Pick<Analysed, "alignment">): readonly { readonly part: Part; readonly guidance: string }[] =>
  alignment.sections.flatMap(({ wanted, part }) =>
    part && wanted.expects.some(({ name }) => name === "decisions")
      ? [{ part, guidance: wanted.guidance }]
      : [],
  );

/** A section without its heading, up to the template's closing instructions. */
function stretchOf(
  { doc, instructions }: Analysed,
  part: Part,
): { readonly start: number; readonly end: number } {
  const { end: start } = partHeading(doc, part);
  const { end } = partExtent(doc, part);
  const last = instructions?.rule?.start ?? instructions?.span.start ?? end;
  return { start, end: last < start ? end : Math.min(end, last) };
}

/** What is read of the lines that say something. */
function linesOf(analysed: Analysed, part: Part): readonly string[] {
  const { start, end } = stretchOf(analysed, part);
  return analysed.doc.text
    .slice(start, end)
    .replace(/<!--[^]*?(?:-->|$)/g, "")
    .split(/[\r\n]+/)
    .filter(
      (line) =>
        !isFiller(
          line
            .slice(0, 200)
            .replace(/^[\s>*+|-]+/, "")
            .trim(),
        ),
    )
    .map(plainWords)
    .filter((line) => line !== "");
}

/** A document as it was committed, for examples; it is only read when it is asked for. */
export const committed = (text: string, template: string): HistoryFact => ({
  base: {
    ref: "main",
    analysed: readBeside(parseDocument(text), readTemplate({ name: "team", text: template })),
  },
});
