import { isSameText, offsetInText, startOf, type Document, type Place } from "../../syntax/document.ts";
import type { Message } from "../../messages/message.ts";
import { changeBetween } from "../../syntax/found-in.ts";
import { hasSameHeaderText } from "../../syntax/header.ts";
import { definitionsOf } from "../../syntax/links.ts";
import type { Span } from "../../text/span.ts";
import { isMoved } from "../../template/moved.ts";
import { nextBlock } from "../../template/parts.ts";
import { blockFrom } from "../../template/units.ts";
import type { Problem, Reach, Rule, RuleContext } from "../rule.ts";
import { languageOf } from "./said.ts";
import { sectionsAsked } from "./section.ts";

/** What the rules found in a document, before anything is suppressed. */
export interface Told {
  readonly context: RuleContext;
  readonly problems: ReadonlyMap<Rule, readonly Problem[]>;
  /** Where links are defined, and the language: read where somebody goes on from there. */
  shared(): Shared;
}

interface Shared {
  readonly definitions: ReadonlyMap<string, string>;
  readonly language: number;
}

/** What rules told, to be kept beside an analysis. */
export function toldIn(context: RuleContext, problems: Told["problems"]): Told {
  let shared: Shared | undefined;
  return { context, problems, shared: () => (shared ??= sharedIn(context)) };
}

const sharedIn = ({ doc }: RuleContext): Shared => ({
  definitions: definitionsOf(doc),
  language: languageOf(doc),
});

/**
 * Gives what rules find in a document, each in the order of the text. A rule that says what it reads is not asked
 * again where all of that is as it was in the document `before`, which an edit made this one from: its problems are
 * moved with the text, and have no more than a finding shows.
 */
export function problemsWith(
  context: RuleContext,
  before: Told | undefined,
): (rule: Rule) => readonly Problem[] {
  const kept = before && isAlike(before, context) ? keeperOf(before, context) : undefined;
  return (rule) => kept?.(rule) ?? withMessages([...rule.check(context)], before?.problems.get(rule));
}

/** Problems with the messages that they had before, where they say the same: what is made of a message is kept beside it. */
function withMessages(
  problems: readonly Problem[],
  before: readonly Problem[] | undefined,
): readonly Problem[] {
  if (!before || before.length === 0 || problems.length === 0) return problems;
  const behind = before.length - problems.length;
  return problems.map((problem, index) => {
    let known = before[index]?.message;
    if (!known || !isSameMessage(known, problem.message)) known = before[index + behind]?.message;
    return known && known !== problem.message && isSameMessage(known, problem.message)
      ? { ...problem, message: known }
      : problem;
  });
}

function isSameMessage(one: Message, other: Message): boolean {
  if (one === other) return true;
  if (one.id !== other.id) return false;
  const names = Object.keys(one.args);
  return (
    names.length === Object.keys(other.args).length &&
    names.every((name) => {
      const [mine, theirs] = [one.args[name], other.args[name]];
      if (typeof mine === "object" && typeof theirs === "object") return isSameMessage(mine, theirs);
      return mine === theirs && theirs !== undefined;
    })
  );
}

const moved = new WeakSet<Problem>();

/** A problem as its rule makes it, with all that its fixes need; nothing where the rule does not find it again. */
export function wholeProblem(rule: Rule, problem: Problem, context: RuleContext): Problem | undefined {
  if (!moved.has(problem)) return problem;
  const shown = JSON.stringify(shownOf(problem));
  return [...rule.check(context)].find((other) => JSON.stringify(shownOf(other)) === shown);
}

const shownOf = ({ span, message, atMost, atLeast, about, unnecessary }: Problem): Problem => ({
  span: { start: span.start, end: span.end },
  message,
  ...(atMost !== undefined && { atMost }),
  ...(atLeast !== undefined && { atLeast }),
  ...(about !== undefined && { about }),
  ...(unnecessary !== undefined && { unnecessary }),
});

/** Whether two documents are the same but for text that stands in no header, and are judged alike. */
function isAlike({ context: before, shared }: Told, now: RuleContext): boolean {
  return (
    before.template === now.template &&
    isMoved(now.alignment, before.alignment) &&
    before.doc.header === now.doc.header &&
    before.stage === now.stage &&
    isShallowly(before.facts, now.facts) &&
    isShallowly(before.options, now.options) &&
    hasSameInstructions(before, now) &&
    isSameShared(shared(), sharedIn(now))
  );
}

const isSameShared = (one: Shared, other: Shared): boolean =>
  one.language === other.language &&
  (one.definitions === other.definitions ||
    (one.definitions.size === other.definitions.size &&
      [...one.definitions].every(([key, url]) => other.definitions.get(key) === url)));

/** Whether two objects have the same values: those of a store are the same objects while nothing is different. */
function isShallowly(one: object, other: object): boolean {
  if (one === other) return true;
  return hasSameValues(one, other) && hasSameValues(other, one);
}

const hasSameValues = (one: object, other: object): boolean =>
  Object.keys(one).every((name) => valueOf(one, name) === valueOf(other, name));

const valueOf = (of: object, name: string): unknown => (of as Readonly<Record<string, unknown>>)[name];

function keeperOf(
  { context: before, problems }: Told,
  context: RuleContext,
): ((rule: Rule) => readonly Problem[] | undefined) | undefined {
  const { doc } = context;
  if (!hasSameHeaderText(doc, before.doc)) return undefined;
  const move = mover(before.doc, doc);
  const same = new Map<Reach, boolean>();
  const isSame = (was: Reach, part: Reach | undefined): boolean => {
    let known = same.get(was);
    if (known === undefined) {
      known = part !== undefined && isUntouched(was, part, before.doc, doc);
      same.set(was, known);
    }
    return known;
  };
  return (rule) => {
    const found = problems.get(rule);
    const old = found && partsRead(rule, before);
    const now = old && partsRead(rule, context);
    // What was read before and is read no more has changed, too.
    if (!found || now?.length !== old?.length || !old?.every((was, index) => isSame(was, now?.[index])))
      return undefined;
    if (found.length === 0) return found;
    const kept = found.map((problem) => {
      const [start, end] = [move(problem.span.start), move(problem.span.end)];
      if (start === undefined || end === undefined) return undefined;
      if (start === problem.span.start && end === problem.span.end && moved.has(problem)) return problem;
      const own = shownOf({ ...problem, span: { start, end } });
      moved.add(own);
      return own;
    });
    return kept.every((one) => one !== undefined) ? kept : undefined;
  };
}

/** The parts that a rule reads, each with all below it; nothing where it may read anything. */
function partsRead({ reads }: Rule, context: RuleContext): readonly Reach[] | undefined {
  if (typeof reads === "function") return reads(context);
  return reads && (reads.length === 0 ? none : sectionsAsked(context, reads));
}

const none: readonly Reach[] = [];

/** Whether a stretch, with the block in which it ends, is the same text at the same blocks in two documents. */
function isUntouched(was: Reach, now: Reach, before: Document, doc: Document): boolean {
  const { start, oldEnd, newEnd } = changeBetween(before.blocks, doc.blocks);
  const isAbove = nextBlock(was.extentEnd) < start || start === before.blocks.length;
  if (!isAbove && was.from.block < oldEnd) return false;
  const by = isAbove ? 0 : newEnd - oldEnd;
  return (
    isSamePlace(was.from, now.from, by) &&
    isSamePlace(was.extentEnd, now.extentEnd, by) &&
    isSameText(before, spanOf(was, before), doc, spanOf(now, doc))
  );
}

const isSamePlace = (was: Place, now: Place, by: number): boolean =>
  was.block + by === now.block && was.offset === now.offset;

const spanOf = ({ from, extentEnd }: Reach, doc: Document): Span => ({
  start: startOf(doc, from.block),
  end: offsetInText(doc, extentEnd),
});

function hasSameInstructions(before: RuleContext, now: RuleContext): boolean {
  const [old, own] = [before.instructions, now.instructions];
  if (!old || !own) return old === own;
  const { start, oldEnd, newEnd } = changeBetween(before.doc.blocks, now.doc.blocks);
  const by = old.to <= start ? 0 : newEnd - oldEnd;
  return (by === 0 || old.from >= oldEnd) && old.from + by === own.from && old.to + by === own.to;
}

/** Gives where a place of one text stands in the other; nothing where its block is another one, or it is in none. */
function mover(before: Document, doc: Document): (offset: number) => number | undefined {
  const { start, oldEnd, newEnd } = changeBetween(before.blocks, doc.blocks);
  return (offset) => {
    const behind = blockFrom(before, offset + 1);
    const block = (behind < 0 ? before.starts.length : behind) - 1;
    const [from, to] = [before.starts[block], doc.starts[block < start ? block : block + newEnd - oldEnd]];
    if (from === undefined || to === undefined || (block >= start && block < oldEnd)) return undefined;
    return offset - from <= (before.blocks[block]?.length ?? 0) ? offset - from + to : undefined;
  };
}
