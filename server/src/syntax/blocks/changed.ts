import { chunksBetween, isRope, type Text } from "../../text/rope.ts";

// Pieces of a string are compared faster than its code units, and the last piece in smaller ones.
const chunks: readonly number[] = [16_384, 1024, 64, 8];

/** Where two texts differ: from `from` on, up to `oldEnd` in the one and `newEnd` in the other. */
export interface Changed {
  readonly from: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** A stretch outside of which two texts are the same: the smallest one of two strings. */
export function changedIn(before: Text, after: Text): Changed {
  if (typeof before === "string" && typeof after === "string") return changedInString(before, after);
  if (!isRope(before) || !isRope(after)) return changedInString(before.toString(), after.toString());
  const { from, oldEnd, newEnd } = chunksBetween(before, after);
  const inner = changedInString(before.slice(from, oldEnd), after.slice(from, newEnd));
  return { from: from + inner.from, oldEnd: from + inner.oldEnd, newEnd: from + inner.newEnd };
}

function changedInString(before: string, after: string): Changed {
  const most = Math.min(before.length, after.length);
  let from = 0;
  for (const chunk of chunks)
    while (from + chunk <= most && before.slice(from, from + chunk) === after.slice(from, from + chunk))
      from += chunk;
  while (from < most && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let oldEnd = before.length;
  let newEnd = after.length;
  const left = most - from;
  let same = 0;
  for (const chunk of chunks)
    while (
      same + chunk <= left &&
      before.slice(oldEnd - chunk, oldEnd) === after.slice(newEnd - chunk, newEnd)
    ) {
      oldEnd -= chunk;
      newEnd -= chunk;
      same += chunk;
    }
  while (same < left && before.charCodeAt(oldEnd - 1) === after.charCodeAt(newEnd - 1)) {
    oldEnd--;
    newEnd--;
    same++;
  }
  return { from, oldEnd, newEnd };
}
