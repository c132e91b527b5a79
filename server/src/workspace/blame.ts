/** What `git blame` says of one line. */
export interface Blamed {
  /** `YYYY-MM-DD`, in the author's time zone. */
  readonly day: string;
  /** The commit has no parent that Git sees: the first one, or the end of a shallow clone. */
  readonly boundary: boolean;
}

/**
 * Reads the output of `git blame` for people, and says when the first line that reads `line` was written.
 * Nothing where there is no such line, it is not committed yet, or the dates are in another form than the
 * default one. The format is that of `git blame` without `--porcelain`:
 * `hash [file] (author YYYY-MM-DD HH:MM:SS +ZZZZ number) text`.
 */
export function blamed(output: string, line: string): Blamed | undefined {
  const row = rowOf(output, line);
  return row && { day: row.day, boundary: row.marks.includes("^") || row.hash === "" };
}

/** The beginning of the hash of the commit that wrote that line; nothing where {@link blamed} has nothing, or no hash is shown. */
export const blamedCommit = (output: string, line: string): string | undefined =>
  rowOf(output, line)?.hash || undefined;

interface Row {
  readonly marks: string;
  readonly hash: string;
  readonly day: string;
}

function rowOf(output: string, line: string): Row | undefined {
  const wanted = withoutEnding(line);
  for (const row of output.split("\n")) {
    const [, marks, hash = "", day, text] = format.exec(row) ?? [];
    if (marks === undefined || day === undefined || text === undefined) continue;
    if (withoutEnding(text) !== wanted) continue;
    // Zeros stand for what is not committed; with `blame.blankBoundary` a boundary has no hash at all.
    return /^0+$/.test(hash) ? undefined : { marks, hash, day };
  }
  return undefined;
}

/** The number, from 1, of the first line that reads `line`; nothing where there is none. */
export function lineNumber(text: string, line: string): number | undefined {
  const index = text.split("\n").findIndex((one) => withoutEnding(one) === withoutEnding(line));
  return index < 0 ? undefined : index + 1;
}

// Before the hash stands `^` for a boundary, `*` and `?` for commits that the user chose to look past.
const format = /^([\^*?]*)([0-9a-f]*) .*?(\d{4}-\d{2}-\d{2}) \d{2}:\d{2}:\d{2} [+-]\d{4} +\d+\) ?([^]*)$/;

// Git may keep lines with other endings than the ones on the disk.
const withoutEnding = (line: string): string => line.replace(/\r$/, "");
