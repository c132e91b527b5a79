/** One or more texts to choose from. */
export type Some = readonly [string, ...string[]];

/** The pieces of lines that are set apart by `¦`, which keeps long lists short to read. */
export function pieces(lines: readonly string[]): Some {
  const [first = "", ...more] = lines.join("¦").split("¦");
  return [first, ...more];
}
