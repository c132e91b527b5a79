import type { Handle } from "./handles.ts";

/** The handles that owners files name, in lower case; nothing where there is no such file, or it names nobody. */
export function ownersAmong(handles: readonly Handle[]): ReadonlySet<string> | undefined {
  const owners = handles
    .filter(({ seen }) => seen.some(({ id }) => id === "server.seen-in-file"))
    .map(({ handle }) => handle.toLowerCase());
  return owners.length === 0 ? undefined : new Set(owners);
}
