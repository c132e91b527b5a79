import type { Position, Range } from "../../../server/src/protocol/protocol.ts";

/** What is left of some ranges outside of others, in the order of the first ones. No range is empty. */
export const apartFrom = (ranges: readonly Range[], others: readonly Range[]): readonly Range[] =>
  others.reduce<readonly Range[]>(
    (left, other) => left.flatMap((range) => without(range, other)),
    ranges.map(({ start, end }) => ({ start: plain(start), end: plain(end) })),
  );

const plain = ({ line, character }: Position): Position => ({ line, character });

function without(range: Range, other: Range): readonly Range[] {
  if (isBefore(other.end, range.start) || isBefore(range.end, other.start)) return [range];
  const before = { start: range.start, end: plain(other.start) };
  const behind = { start: plain(other.end), end: range.end };
  return [before, behind].filter(({ start, end }) => isBefore(start, end) && !isSame(start, end));
}

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);

const isSame = (a: Position, b: Position): boolean => a.line === b.line && a.character === b.character;
