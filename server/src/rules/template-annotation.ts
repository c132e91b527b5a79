import { distance } from "fastest-levenshtein";
import { message, type Message } from "../messages/message.ts";
import { inText } from "../syntax/document.ts";
import { walk } from "../syntax/node.ts";
import { annotationEntries, annotationWords, type AnnotationEntry } from "../template/annotations.ts";
import { expectationNames, readExpectations } from "../template/expectations.ts";
import { stages } from "../template/status.ts";
import { shift, slice, type Span } from "../text/span.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { always } from "./support/levels.ts";
import { matchesOf } from "../text/matches.ts";

interface UnknownAnnotation extends Problem {
  /** What stands in place of the span where a slip is mended. */
  readonly meant: string | undefined;
}

export default defineRule<UnknownAnnotation>({
  id: "template-annotation",
  subject: "template",
  summary: "A comment for Design Docs in a template says something that is not understood.",
  why: "What is not understood has no effect, and nobody sees it: comments are not shown. The words are those of the [page about templates](../templates.md#comments-for-design-docs).",
  severity: always("warning"),
  examples: [
    {
      title: "a slip in a word",
      text: "# Design\n\n## Goals\n\n<!-- design-docs: ⟦optinal⟧; expect: list -->\n\nWhat it is for.\n",
      fixed: "# Design\n\n## Goals\n\n<!-- design-docs: optional; expect: list -->\n\nWhat it is for.\n",
    },
    {
      title: "a value that is not known",
      text: "# Design\n\n## Goals\n\n<!-- design-docs: due: ⟦aproved⟧; expect: list, ⟦pictures⟧ -->\n\nWhat it is for.\n",
      fixed:
        "# Design\n\n## Goals\n\n<!-- design-docs: due: approved; expect: list, pictures -->\n\nWhat it is for.\n",
    },
    {
      title: "all of it is understood, and what is shown as code is none",
      text: "# Design\n\n## Goals\n\n<!-- design-docs: optional; also: Aims; one of: why -->\n\nSay `<!-- design-docs: whatever -->`.\n",
    },
  ],

  *check(context) {
    for (const { entry, start } of entriesIn(context))
      for (const { span, ...found } of faultsIn(entry)) yield { ...found, span: shift(span, start) };
  },

  fixes({ span, meant }) {
    if (meant === undefined) return [];
    return [{ title: message("template-annotation.fix", { meant }), edits: [{ span, text: meant }] }];
  },
});

/** The entries of comments that are comments, not shown as code, with where the text of each begins. */
function* entriesIn({
  doc,
}: RuleContext): Generator<{ readonly entry: AnnotationEntry; readonly start: number }> {
  for (const [block, { node }] of doc.blocks.entries())
    for (const inner of walk(node)) {
      if (inner.kind !== "html" || !inner.value.includes("design-docs:")) continue;
      const { start, end } = inText(doc, block, inner);
      for (const entry of annotationEntries(slice(doc.text, { start, end }))) yield { entry, start };
    }
}

interface Fault {
  readonly span: Span;
  readonly message: Message;
  readonly meant: string | undefined;
}

function faultsIn({ key, word, value, span, valueSpan, isKnown }: AnnotationEntry): readonly Fault[] {
  if (word === undefined) {
    const whole = { start: span.start, end: value === "" ? span.end : span.start + key.length };
    return [fault("word", key, whole, meantBy(key, annotationWords, others))];
  }
  if (value === "") return isKnown ? [] : [fault("value", word, span, undefined)];
  if (word === "due") return isKnown ? [] : [fault("stage", value, valueSpan, meantBy(value, stages))];
  if (word === "stage") return itemsOf(value, valueSpan).flatMap(stageFault);
  if (word === "expect") return itemsOf(value, valueSpan).flatMap(expectationFault);
  return [];
}

function stageFault({ text, span }: Item): readonly Fault[] {
  const [, before = "", stage = ""] = /^([^=]+=\s*)(.+)$/.exec(text) ?? [];
  if (stage === "") return [fault("assignment", text, span, undefined)];
  if (stages.some((known) => known === stage.toLowerCase())) return [];
  const start = span.start + before.length;
  return [fault("stage", stage, { start, end: start + stage.length }, meantBy(stage, stages))];
}

function expectationFault({ text, span }: Item): readonly Fault[] {
  if (text.toLowerCase() === "nothing" || readExpectations(text).length > 0) return [];
  const [name = ""] = text.toLowerCase().split(/\s/);
  if (expectationNames.some((known) => known === name)) return [fault("range", name, span, undefined)];
  const own = { start: span.start, end: span.start + name.length };
  return [fault("expectation", name, own, meantBy(name, expectationNames))];
}

const fault = (
  what: "word" | "value" | "stage" | "assignment" | "expectation" | "range",
  name: string,
  span: Span,
  meant: string | undefined,
): Fault => ({
  span,
  message:
    meant === undefined
      ? message(`template-annotation.${what}`, { name })
      : message("template-annotation.meant", { name, meant }),
  meant,
});

interface Item {
  readonly text: string;
  readonly span: Span;
}

/** The items of a list with commas, without the blanks round them. */
function itemsOf(value: string, span: Span): readonly Item[] {
  return [...matchesOf(value, /[^,\s][^,]*/g)].map((match) => {
    const text = match[0].trimEnd();
    const start = span.start + match.index;
    return { text, span: { start, end: start + text.length } };
  });
}

// What other tools call the same.
const others: Readonly<Record<string, string>> = {
  alias: "also",
  aliases: "also",
  aka: "also",
  boilerplate: "keep",
  expects: "expect",
  multiple: "repeatable",
  mandatory: "required",
  order: "any order",
  unordered: "any order",
  stages: "stage",
};

/** The known word that is meant by one that is not; nothing where several are as near, or none is. */
function meantBy(
  found: string,
  known: readonly string[],
  synonyms: Readonly<Record<string, string>> = {},
): string | undefined {
  const own = found.toLowerCase();
  if (Object.hasOwn(synonyms, own)) return synonyms[own];
  const near = known
    .map((word) => ({ word, edits: distance(own, word) }))
    .filter(({ word, edits }) => edits <= (word.length < 5 ? 1 : 2))
    .toSorted((a, b) => a.edits - b.edits);
  return near.length > 1 && near[0]?.edits === near[1]?.edits ? undefined : near[0]?.word;
}
