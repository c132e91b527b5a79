import { groupBy } from "../text/group.ts";
import type { Alignment, SectionAnswer } from "./align.ts";
import { isBelow, parentsOf, type Part } from "./parts.ts";
import type { Template } from "./template.ts";
import { createMemory } from "../text/memory.ts";

interface Present {
  readonly answer: SectionAnswer;
  readonly part: Part;
}

/** Whether an answer has a place of its own: what several may answer, what is below such a one, and what an earlier answer answers too, has none. */
const hasPlace = ({ by, wanted, others }: SectionAnswer, { sections }: Template): boolean =>
  by !== "title" &&
  by !== "joint" &&
  !wanted.isPattern &&
  sections[wanted.parent]?.isPattern !== true &&
  others.length === 0;

/**
 * The fewest answers whose move restores the template's order: among the sections of each section of the
 * template, those that stand outside it and, unless they may stand in any order, those off the longest run in order. What stands below an answer
 * that is moved goes with it, and what was left behind by one has it come back.
 */
export function misplaced(alignment: Alignment, template: Template): readonly Present[] {
  const last = found.get(alignment);
  if (last?.template === template) return last.wrong;
  const wrong = findMisplaced(alignment, template);
  found.set(alignment, { template, wrong });
  return wrong;
}

// Asked once more for each section that is missing.
const found = createMemory<Alignment, { readonly template: Template; readonly wrong: readonly Present[] }>();

function findMisplaced(alignment: Alignment, template: Template): readonly Present[] {
  const places = new Map(alignment.parts.map((part, index) => [part, index]));
  const placeOf = ({ part }: Present): number => places.get(part) ?? 0;
  const present = alignment.sections
    .flatMap((answer): readonly Present[] =>
      answer.part && hasPlace(answer, template) ? [{ answer, part: answer.part }] : [],
    )
    .toSorted((a, b) => placeOf(a) - placeOf(b));
  const wrong: Present[] = [];
  const groups = [...groupBy(present, ({ answer }) => answer.wanted.parent)].toSorted(([a], [b]) => a - b);
  for (const [parent, siblings] of groups) {
    const isParentWrong = wrong.some(({ answer }) => answer.wanted.index === parent);
    const outside = isParentWrong ? [] : siblings.filter((one) => isOutside(alignment, one));
    wrong.push(...outside);
    const isFree = parent < 0 ? template.anyOrder : template.sections[parent]?.anyOrder === true;
    if (!isFree) wrong.push(...outsideLongestRise(siblings.filter((one) => !outside.includes(one))));
  }
  const below = belowAny(
    alignment,
    wrong.map(({ part }) => part),
  );
  return wrong.filter(({ part }) => !below.has(part)).toSorted((a, b) => placeOf(a) - placeOf(b));
}

/**
 * Whether an answer of the right depth stands below another section than its own. At a wrong depth, its own
 * or that of the neighbour before it, the level is the fault, and where its own section is missing there
 * is nowhere to go.
 */
function isOutside(alignment: Alignment, { answer, part }: Present): boolean {
  const { sections, parts, shift } = alignment;
  const around = sections[answer.wanted.parent]?.part;
  const isDeep = (one: SectionAnswer): boolean => one.part?.depth === one.wanted.depth + shift;
  if (!around || !isDeep(answer) || around.depth >= part.depth || isBelow(parts, part, around)) return false;
  return !sections.some(
    (other) =>
      other.part &&
      other.wanted.parent === answer.wanted.parent &&
      !isDeep(other) &&
      isBelow(parts, part, other.part),
  );
}

/** The parts that stand below one of `parts`. */
function belowAny({ parts: all }: Alignment, parts: readonly Part[]): ReadonlySet<Part> {
  const below = new Set<Part>();
  const parents = parentsOf(all);
  all.forEach((part, index) => {
    const parent = all[parents[index] ?? -1];
    if (parent && (below.has(parent) || parts.includes(parent))) below.add(part);
  });
  return below;
}

/** What is not in the longest sequence that rises in the template's order; of equal ones, the later stay. */
function outsideLongestRise(sequence: readonly Present[]): readonly Present[] {
  const order = sequence.map(({ answer }) => answer.wanted.index);
  const lengths: number[] = [];
  const previous: number[] = [];
  let best = -1;
  order.forEach((value, index) => {
    let length = 1;
    let from = -1;
    for (let before = 0; before < index; before++) {
      if ((order[before] ?? 0) < value && (lengths[before] ?? 0) >= length) {
        length = (lengths[before] ?? 0) + 1;
        from = before;
      }
    }
    lengths.push(length);
    previous.push(from);
    if (best < 0 || length > (lengths[best] ?? 0)) best = index;
  });
  const kept = new Set<number>();
  for (let index = best; index >= 0; index = previous[index] ?? -1) kept.add(index);
  return sequence.filter((_, index) => !kept.has(index));
}
