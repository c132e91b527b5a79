let kept: Intl.Collator | undefined;

/**
 * Compares names for people to read, for sorting: numbers by what they count, and letters whatever their case and accents.
 * With one language named, the order does not depend on the machine.
 */
export const byName = (one: string, other: string): number => collator().compare(one, other);

/** Made when something is sorted: the first one of a process takes longer to make than a document takes to be read. */
const collator = (): Intl.Collator =>
  (kept ??= new Intl.Collator("en", { numeric: true, sensitivity: "base" }));
