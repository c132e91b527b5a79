import type { KnownHandle } from "../../server/src/protocol/protocol.ts";

/** A line of the list of reviewers. */
export interface ReviewerChoice {
  readonly handle: string;
  /** Where the handle is known from; undefined for one that was typed. */
  readonly detail?: string;
  readonly picked: boolean;
}

/**
 * The handles in what somebody typed, separated by commas or spaces and with the `@` that was left out.
 * Undefined if a part of it is no handle, `@name` or `@organization/team`.
 */
export function typedHandles(text: string): readonly string[] | undefined {
  const words = text.split(/[\s,;]+/).filter((word) => word !== "");
  const handles = words.map((word) => (word.startsWith("@") ? word : `@${word}`));
  return handles.every((handle) => /^@[\p{L}\d][\p{L}\d._-]*(?:\/[\p{L}\d][\p{L}\d._-]*)?$/u.test(handle))
    ? handles
    : undefined;
}

/**
 * The lines to choose from: those that were typed and picked before, then the known ones in their order.
 * Handles that differ in case alone are one.
 */
export function reviewerChoices(
  known: readonly KnownHandle[],
  picked: readonly string[],
): readonly ReviewerChoice[] {
  const isKnown = (handle: string): boolean => known.some((one) => same(one.handle, handle));
  const typed = picked.filter((handle) => !isKnown(handle));
  return [
    ...typed.map((handle) => ({ handle, picked: true })),
    ...known.map(({ handle, detail }) => ({ handle, detail, picked: includes(picked, handle) })),
  ];
}

/**
 * What Enter adds while something is typed: the one that was typed if it names a handle with its `@` or several,
 * else the first known handle that holds the text, else the text as a handle. Undefined if it cannot be one.
 */
export function handlesToAdd(text: string, known: readonly KnownHandle[]): readonly string[] | undefined {
  const search = text.trim().toLowerCase();
  const handles = typedHandles(text);
  if (search.startsWith("@") || (handles?.length ?? 0) > 1) {
    return handles?.map((handle) => known.find((one) => same(one.handle, handle))?.handle ?? handle);
  }
  const found = known.find(({ handle }) => handle.toLowerCase().includes(search));
  return found === undefined ? handles : [found.handle];
}

/** Both lists as one, in order of appearance, each handle once. */
export function addHandles(handles: readonly string[], more: readonly string[]): readonly string[] {
  const all = [...handles];
  for (const handle of more) if (!includes(all, handle)) all.push(handle);
  return all;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const includes = (handles: readonly string[], handle: string): boolean =>
  handles.some((one) => same(one, handle));
