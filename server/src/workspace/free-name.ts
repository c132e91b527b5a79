/**
 * The first of `name`, `name` with `-2`, `-3`, … that no file in the folder has, case ignored. The number
 * goes before `-design`, so that the result is still named as design documents are.
 */
export function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((other) => other.toLowerCase()));
  const [, stem = name, ending = ""] = /^(.*?)((?:-design)?(?:\.[^.]*)?)$/s.exec(name) ?? [];
  let free = name;
  for (let number = 2; used.has(free.toLowerCase()); number++) free = `${stem}-${number}${ending}`;
  return free;
}
