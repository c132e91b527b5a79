import { wantsOf } from "../../server/src/facts/wants.ts";
import { fixesOf, type Analysis, type Finding } from "../../server/src/service.ts";
import type { Document } from "../../server/src/syntax/document.ts";
import type { Analysed } from "../../server/src/template/analysed.ts";
import { plainBlocks } from "./agreement.ts";

type Names = ReadonlyMap<unknown, string>;

/** Readings as text, so that two can be compared. What is one object in one of them has to be one in the other. */
export const plainDocument = (doc: Document): string =>
  shown({ text: doc.text, blocks: plainBlocks(doc), sections: doc.sections, header: doc.header }, new Map());

/** A document beside its template, and what it wants to know. */
export function plainAnalysed(analysed: Analysed): string {
  const { doc, alignment, states, instructions, lead } = analysed;
  const names = namesOf(analysed);
  // A part that the alignment does not have would not be found by a rule that looks for it by its identity.
  const ownStates = alignment.parts.map((part) => states.get(part));
  return [
    shown({ sections: doc.sections }, new Map()),
    shown({ fields: doc.header.fields, place: doc.header.place }, new Map()),
    shown({ parts: alignment.parts }, new Map()),
    shown({ alignment, states: ownStates, instructions, lead, wants: wantsOf(analysed) }, names),
  ].join("\n");
}

/** What is told of a document, and how it could be mended. */
export function plainAnalysis(analysis: Analysis, withFixes: boolean): string {
  const { stage, ignored, old, gone, options, suppressions } = analysis;
  const told = (findings: readonly Finding[]): unknown =>
    findings.map((finding) => {
      const { span, message, atMost, atLeast, about, unnecessary } = finding.problem;
      return {
        rule: finding.rule.id,
        severity: finding.severity,
        told: finding.message,
        problem: { span, message, atMost, atLeast, about, unnecessary },
        ...(withFixes && { fixes: fixesOf(analysis, finding) }),
      };
    });
  return shown(
    {
      stage,
      ignored,
      old,
      gone,
      options,
      suppressions,
      findings: told(analysis.findings),
      accepted: told(analysis.accepted),
    },
    namesOf(analysis),
  );
}

/** Names of what is compared by its identity: parts, fields, and what is of the template. */
function namesOf({ doc, alignment, template }: Analysed): Names {
  const named = (what: string, values: readonly unknown[]): readonly (readonly [unknown, string])[] =>
    values.map((value, index) => [value, `${what} ${index}`]);
  return new Map([
    ...named("wanted section", template.sections),
    ...named("wanted field", template.fields),
    ...named("part", alignment.parts),
    ...named("field", doc.header.fields),
  ]);
}

/** A value as JSON that also tells what is undefined, maps and sets. */
const shown = (value: unknown, names: Names): string =>
  JSON.stringify(value, (key, inner: unknown) => {
    const name = key === "parts" || key === "fields" ? undefined : names.get(inner);
    if (name !== undefined) return `<${name}>`;
    if (inner === undefined) return "<undefined>";
    if (inner instanceof Map) return { map: [...inner] };
    if (inner instanceof Set) return { set: [...inner] };
    return inner;
  });
