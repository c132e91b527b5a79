/** A fault in the text that a parser read. Lines and columns count from 0, columns in UTF-16 code units. */
export interface Place {
  readonly line: number;
  /** Absent where the fault is a whole line: its end came too early, or the parser did not say where. */
  readonly column?: number;
  readonly message: string;
}

/** The last line with something on it: where a text that ends too early is to be continued. */
export function lastWritten(lines: readonly string[]): number {
  return Math.max(
    lines.findLastIndex((line) => line.trim() !== ""),
    0,
  );
}

/** Whether a value of a library that is not typed is an object; its properties are still to be looked at. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
