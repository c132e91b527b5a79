/** Where a line of progress is written: standard error, as a rule. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

// Milliseconds; nobody reads faster.
const pause = 100;

/**
 * Shows one line after another in the same place, not more often than somebody can read, and takes it away with an
 * empty one. Nothing where no person looks: the stream is no terminal, or a service runs the command. `now` gives
 * milliseconds.
 */
export function progressOn(
  stream: ProgressStream,
  environment: Readonly<Record<string, string | undefined>>,
  now: () => number,
): ((line: string) => void) | undefined {
  const { CI: ci, TERM: terminal } = environment;
  if (stream.isTTY !== true || terminal === "dumb" || (ci !== undefined && ci !== "" && ci !== "false"))
    return undefined;
  let last = -Infinity;
  let isShown = false;
  return (line) => {
    if (line === "" ? !isShown : now() - last < pause) return;
    last = line === "" ? -Infinity : now();
    isShown = line !== "";
    // A line that is broken in two would be taken away by half.
    stream.write(`\r\u001b[K${line.slice(0, Math.max(0, (stream.columns ?? 80) - 1))}`);
  };
}
