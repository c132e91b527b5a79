import { daysIn } from "./when.ts";

/** Whether entries, given as texts in their order, have the latest day first. Without two days they have not. */
export function newestFirst(texts: readonly string[]): boolean {
  const days = texts.flatMap((text) => daysIn(text.slice(0, 200)).at(0)?.day ?? []);
  return (days.at(0) ?? "") > (days.at(-1) ?? "");
}
