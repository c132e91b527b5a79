import { keyOf } from "../../server/src/template/names.ts";
import { partBody, partHeading, type Part } from "../../server/src/template/parts.ts";
import { lineEnding } from "../../server/src/text/lines.ts";
import { slice, trimmed } from "../../server/src/text/span.ts";
import { answeredIn, replaced, type Answered, type Fault, type Ground } from "./fault.ts";

/** Guidance of the template that stands again in its section, above the author's words or in place of them. */
export function guidancePasted({ analysis, guidance, random }: Ground): readonly Fault[] {
  const { doc } = analysis;
  const eol = lineEnding(doc.text);
  const answered = answeredIn(analysis);
  return guidance.flatMap(({ section, text: source }): readonly Fault[] => {
    const part = answered.find(({ wanted }) => wanted === section)?.part;
    if (!part) return [];
    const pasted = source.trim().replace(/\r\n|\n/g, eol);
    const own = trimmed(doc.text, partBody(doc, part));
    const isInstead = own.end > own.start && random.once(3) && !slice(doc.text, own).includes("```");
    const { end } = partHeading(doc, part);
    const start = end + 2 * eol.length;
    const text = isInstead
      ? replaced(doc.text, { start: end, end: own.end }, eol + eol + pasted)
      : replaced(doc.text, { start: end, end }, eol + eol + pasted);
    const what = `in “${section.title}”, ${isInstead ? "in place of" : "above"} the author’s words: ${pasted.slice(0, 60).replace(/\s+/g, " ")}`;
    // A comment shows nothing, so a section with nothing else may as well be called empty.
    const isHidden = isInstead && pasted.startsWith("<!--");
    const rules = ["placeholder-text", ...(isHidden ? ["empty-section"] : [])];
    const place = {
      start: isHidden ? partHeading(doc, part).start : start,
      end: start + pasted.length,
    };
    return [{ kind: "guidance pasted back", what, text, rules, place, leaves: 1 }];
  });
}

/** A sentence of the author's with one of the template's placeholders in it. */
export function placeholdersPasted({ analysis, tokens, random }: Ground): readonly Fault[] {
  const { doc } = analysis;
  const eol = lineEnding(doc.text);
  // A section that is a field has a value and no sentences.
  const isField = ({ wanted }: Answered): boolean =>
    analysis.template.fields.some(({ key }) => keyOf(key) === keyOf(wanted.title));
  const [first, ...rest] = answeredIn(analysis)
    .filter((answered) => !isField(answered))
    .map(({ part }) => part);
  if (!first) return [];
  return tokens.map((token): Fault => {
    const part: Part = random.of([first, ...rest]);
    const { end } = partHeading(doc, part);
    const before = `${eol}${eol}Most of this was settled with `;
    const text = replaced(doc.text, { start: end, end }, `${before}${token} in the spring.`);
    const start = end + before.length;
    const what = `${token} in “${part.title}”`;
    return {
      kind: "placeholder pasted",
      what,
      text,
      rules: ["placeholder-text"],
      place: { start, end: start + token.length },
      leaves: 1,
    };
  });
}
