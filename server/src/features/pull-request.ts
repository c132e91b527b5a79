import { readLink } from "../facts/link.ts";
import type { RuleContext } from "../rules/rule.ts";
import { openQuestionsOf } from "../rules/support/open-questions.ts";
import { reviewersIn } from "../rules/support/people.ts";
import { extentOf, isNotApplicable } from "../rules/support/section.ts";
import { htmlDestinationsOf } from "../syntax/html-destinations.ts";
import { linksOf } from "../syntax/links.ts";
import type { Document } from "../syntax/document.ts";
import type { SectionAnswer } from "../template/align.ts";
import { slugOf } from "../template/file-name.ts";
import { keyOf } from "../template/names.ts";
import { partBody, partExtent, type Part } from "../template/parts.ts";
import { contains, slice } from "../text/span.ts";
import { designTitle } from "./design-title.ts";
import { asInline } from "./markdown-text.ts";
import { excerpt, type Place } from "./excerpt.ts";

/** What a pull request that brings a design document says. */
export interface PullRequestText {
  /** `Design: Sync engine`. */
  readonly title: string;
  /** Markdown with `\n` as its line ending; it ends without one. */
  readonly body: string;
  /** A name for its branch: `design/sync-engine`. */
  readonly branch: string;
}

/**
 * The text of a pull request for a document: where it is, what it is about, its goals, who reviews it and what is still
 * open, each under the heading that the document has for it. What is empty, set aside or still the template’s is left
 * out. All words are the document’s own.
 */
export function pullRequestText(context: RuleContext, place: Place): PullRequestText {
  const { short, whole } = designTitle(context, place.path);
  const path = `\`${place.path.replaceAll("`", "")}\``;
  const pieces = [
    place.page === undefined ? path : `[${path}](${place.page})`,
    ...[summaryOf(context), goalsOf(context)].flatMap((part) =>
      part ? [sectionText(context, part, place)] : [],
    ),
    reviewersLine(context),
    ...questions(context, place),
  ];
  return {
    title: whole,
    body: [...new Set(pieces)].filter((piece) => piece !== "").join("\n\n"),
    branch: `design/${slugOf(short)}`,
  };
}

/**
 * The decoded paths, as written, of what a document links to and shows that may lie beside it, each once and in the
 * order of the text.
 */
export function linkedPaths(doc: Document): readonly string[] {
  const urls = [
    ...linksOf(doc).map(({ url = "" }) => url),
    ...htmlDestinationsOf(doc).map((span) => slice(doc.text, span)),
  ];
  const paths = urls
    .map((url) => readLink(url)?.path ?? "")
    .filter((path) => path !== "" && !path.startsWith("/"));
  return [...new Set(paths)];
}

/** By what templates call the section that says in a few sentences what a design is, the likeliest first. */
const summaries: readonly (readonly string[])[] = [
  ["Summary", "Executive Summary", "Abstract", "TL;DR", "TLDR", "Overview", "In a nutshell", "Synopsis"],
  ["Context and Problem Statement", "Problem Statement", "Problem", "Introduction", "Context", "Motivation"],
];
const goals: readonly (readonly string[])[] = [
  ["Goals", "Goals and Non-Goals", "Objectives", "Objective", "Aims", "Decision Drivers"],
];

/** The section for the summary; where no name is known, the first that is written and is not below another one. */
function summaryOf(context: RuleContext): Part | undefined {
  const { alignment } = context;
  const asked = alignment.sections.find(({ wanted }) =>
    wanted.expects.some(({ name }) => name === "sentences"),
  );
  const named = sectionNamed(context, summaries) ?? (asked && written(context, asked));
  if (named) return named;
  const first = alignment.sections.find(({ wanted }) => wanted.parent < 0 && !wanted.isTitle);
  return first && written(context, first);
}

const goalsOf = (context: RuleContext): Part | undefined => sectionNamed(context, goals);

/** The written part that answers the first section of these names, or goes by one of them itself. */
function sectionNamed(context: RuleContext, names: readonly (readonly string[])[]): Part | undefined {
  for (const some of names) {
    const keys = new Set(some.map(keyOf));
    const found = context.alignment.sections
      .filter(
        ({ wanted, part }) =>
          wanted.keys.some((key) => keys.has(key)) || (part && keys.has(keyOf(part.title))),
      )
      .flatMap((answer) => written(context, answer) ?? []);
    if (found[0]) return found[0];
  }
  return undefined;
}

/** The part of an answer, where an author wrote it and says something in it. */
function written(context: RuleContext, { part, wanted }: SectionAnswer): Part | undefined {
  if (!part || wanted.isTitle) return undefined;
  const state = context.states.get(part);
  if (state?.state !== "written" || state.leftovers.some(({ kind }) => kind !== "hidden")) return undefined;
  return isNotApplicable(context.doc, bodyOf(context, part)) ? undefined : part;
}

const bodyOf = (context: RuleContext, part: Part): { readonly start: number; readonly end: number } => ({
  start: partBody(context.doc, part).start,
  end: extentOf(context, part).end,
});

function sectionText(context: RuleContext, part: Part, place: Place): string {
  const text = excerpt(context.doc, bodyOf(context, part), place);
  return text === "" ? "" : `## ${asInline(part.title)}\n\n${text}`;
}

/** The people who are asked, as handles, under the name that the document has for them. */
function reviewersLine(context: RuleContext): string {
  const reviewers = reviewersIn(context);
  const handles = [...new Set(reviewers.map(({ handle }) => handle))];
  return handles.length === 0 ? "" : `${asInline(reviewers[0]?.field.key ?? "")}: ${handles.join(", ")}`;
}

/** The questions that nothing answers, below the headings under which they stand. */
function questions(context: RuleContext, place: Place): readonly string[] {
  const { doc, alignment } = context;
  const groups = new Map<string, string[]>();
  for (const { whole } of openQuestionsOf(context)) {
    const part = alignment.parts.findLast((one) => contains(partExtent(doc, one), whole));
    const title = part?.title ?? "";
    const text = questionText(excerpt(doc, whole, place));
    if (text === "" || title === "") continue;
    const group = groups.get(title);
    if (group) group.push(text);
    else groups.set(title, [text]);
  }
  return [...groups].map(([title, texts]) => `## ${asInline(title)}\n\n${texts.join("\n")}`);
}

/** A question as an item of a list: its mark is made the same, and a row of a table has its cells in one line. */
function questionText(text: string): string {
  const row = text.startsWith("|") ? text.replace(/^\|\s*|\s*\|$/g, "").replace(/\s*\|\s*/g, " · ") : text;
  const plain = row.replace(/^#+\s+/, "").replace(/^(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?/, "");
  return plain === "" ? "" : `- ${plain}`;
}
