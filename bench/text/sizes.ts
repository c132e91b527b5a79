/**
 * Sizes of real design documents in bytes by the share of documents that are smaller, as counted in some eleven thousand
 * of them; the ends are ours.
 */
const known: readonly (readonly [share: number, bytes: number])[] = [
  [0, 700],
  [0.1, 3000],
  [0.5, 9268],
  [0.9, 30773],
  [0.99, 74710],
  [1, 447273],
];

/** The size below which a share of all documents lies, from 0 to 1; between the known ones, evenly on a scale of powers. */
export function sizeAt(share: number): number {
  const above = Math.max(
    1,
    known.findIndex(([at]) => at >= share),
  );
  const [left, low] = known[above - 1] ?? [0, 1];
  const [right, high] = known[above] ?? [1, 1];
  const part = (share - left) / (right - left);
  return Math.round(Math.exp(Math.log(low) + part * (Math.log(high) - Math.log(low))));
}
