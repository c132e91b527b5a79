import type { Analysed } from "../../template/analysed.ts";
import type { Span } from "../../text/span.ts";
import { decisionChanges, requirementChanges, type EntryChanges } from "./entries.ts";
import { fieldChanges, type FieldChange } from "./fields.ts";
import { movedAmong, pairSections } from "./pairs.ts";
import { sectionsOf, type Section } from "./sections.ts";
import { countWords, sameTokens, type WordCounts } from "./words.ts";

/** A section that a reviewer has to look at again. All offsets are UTF-16 code units. */
export interface SectionChange {
  readonly kind: "added" | "removed" | "changed";
  /** The document’s title and header, and what stands before them. */
  readonly isHead: boolean;
  /** Its heading as read, or as it was; of a head the document’s title, which may be empty. */
  readonly title: string;
  /** The name that it had, where it has another one now. */
  readonly was?: string;
  readonly isMoved: boolean;
  /** Its text without its heading says something else. */
  readonly isRewritten: boolean;
  /** Words of its text without the heading. */
  readonly words: WordCounts;
  /** Where it stands now; absent where it is gone. */
  readonly now?: Stretch;
  /** Where it stood; absent where it is new. */
  readonly before?: Stretch;
}

export interface Stretch {
  readonly heading: Span;
  /** From the heading to the next one, whatever its depth. */
  readonly span: Span;
}

/** What makes one text of a document another one, as its readers see it. */
export interface Changes {
  /** In the order of the present text; what is gone stands behind what it stood behind. */
  readonly sections: readonly SectionChange[];
  /** Sections that are as they were. */
  readonly unchanged: readonly Stretch[];
  readonly fields: readonly FieldChange[];
  readonly decisions: EntryChanges;
  readonly requirements: EntryChanges;
}

/**
 * What changed between two texts of one document, section by section, each read beside the template that it had or both
 * beside the same. A text that is broken into other lines is no other text. Without a text before all is new.
 */
export function changesBetween(before: Analysed | undefined, now: Analysed): Changes {
  const present = sectionsOf(now);
  if (!before) return allNew(present);
  const old = sectionsOf(before);
  const pairs = pairSections(old, present);
  const moved = movedAmong(old, present, pairs);
  const gone = goneBehind(old, pairs);
  const sections: SectionChange[] = [...(gone.get(-1) ?? [])];
  const unchanged: Stretch[] = [];
  present.forEach((section, index) => {
    const at = pairs.get(index);
    const was = at === undefined ? undefined : old[at];
    const change = was ? changeOf(was, section, moved.has(index)) : added(section);
    if (change) sections.push(change);
    else unchanged.push(stretchOf(section));
    sections.push(...((at === undefined ? undefined : gone.get(at)) ?? []));
  });
  return {
    sections,
    unchanged,
    fields: fieldChanges(before, now),
    decisions: decisionChanges(before, now),
    requirements: requirementChanges(before, now),
  };
}

/** Whether there is nothing that a reviewer has to look at. */
export const isUnchanged = ({ sections, fields }: Changes): boolean =>
  sections.length === 0 && fields.length === 0;

const allNew = (present: readonly Section[]): Changes => ({
  sections: present.map(added),
  unchanged: [],
  fields: [],
  decisions: { changes: [], unchanged: 0 },
  requirements: { changes: [], unchanged: 0 },
});

const stretchOf = ({ heading, span }: Section): Stretch => ({ heading, span });

const added = (section: Section): SectionChange => ({
  kind: "added",
  isHead: section.isHead,
  title: section.title,
  isMoved: false,
  isRewritten: true,
  words: { added: section.words.length, removed: 0 },
  now: stretchOf(section),
});

const removed = (section: Section): SectionChange => ({
  kind: "removed",
  isHead: section.isHead,
  title: section.title,
  isMoved: false,
  isRewritten: true,
  words: { added: 0, removed: section.words.length },
  before: stretchOf(section),
});

function changeOf(was: Section, section: Section, isMoved: boolean): SectionChange | undefined {
  const isRewritten = !sameTokens(was.tokens, section.tokens);
  const isRenamed = !sameTokens(was.titleTokens, section.titleTokens);
  if (!isRewritten && !isRenamed && !isMoved) return undefined;
  return {
    kind: "changed",
    isHead: section.isHead,
    title: section.title,
    ...(isRenamed ? { was: was.title } : {}),
    isMoved,
    isRewritten,
    words: isRewritten ? countWords(was.words, section.words) : { added: 0, removed: 0 },
    now: stretchOf(section),
    before: stretchOf(was),
  };
}

/** The sections that are gone, by the index of the last one before them that is still there, or -1. */
function goneBehind(
  old: readonly Section[],
  pairs: ReadonlyMap<number, number>,
): ReadonlyMap<number, readonly SectionChange[]> {
  const kept = new Set(pairs.values());
  const gone = new Map<number, SectionChange[]>();
  let last = -1;
  old.forEach((section, index) => {
    if (kept.has(index)) last = index;
    else {
      const list = gone.get(last);
      if (list) list.push(removed(section));
      else gone.set(last, [removed(section)]);
    }
  });
  return gone;
}
