/** A name of a place in a document where somebody types; what is hard about it is told by its name. */
export type PlaceName =
  | "middle"
  | "list"
  | "table"
  | "fence"
  | "opens a fence"
  | "opens a comment"
  | "definition"
  | "heading"
  | "status";

/** Where to type in a document: offsets. A place that it does not have is absent. */
export interface Places {
  readonly at: Readonly<Partial<Record<PlaceName, number>>>;
  /** Within words of running text, all over the document. */
  readonly prose: readonly number[];
}

/** The places nearest to the middle of a text, and those in all its prose, found line by line. */
export function placesIn(text: string): Places {
  const found: Partial<Record<PlaceName, number>> = {};
  const prose: number[] = [];
  const half = text.length / 2;
  const put = (name: PlaceName, offset: number): void => {
    const before = found[name];
    if (before === undefined || Math.abs(offset - half) < Math.abs(before - half)) found[name] = offset;
  };
  let start = 0;
  let fenced = false;
  let headings = 0;
  let previous = "";
  for (const line of text.split("\n")) {
    const end = start + line.length;
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced;
    else if (fenced) put("fence", end);
    else if (/^#{1,6} /.test(line)) {
      headings++;
      if (line.startsWith("##")) put("heading", end);
    } else if (/^status:/i.test(line)) found.status ??= end;
    else if (/^\[[^\]^]+\]: /.test(line)) put("definition", start + line.indexOf("]"));
    else if (/^\s*[-*] \w/.test(line)) put("list", end);
    else if (/^\| ?[A-Za-z]/.test(line) && previous.startsWith("|")) put("table", end - 2);
    else if (/^[A-Za-z].{20}/.test(line) && headings > 1) {
      const offset = start + line.indexOf(" ", 10);
      prose.push(offset);
      put("middle", offset);
      if (previous === "") put("opens a fence", start);
    }
    previous = line;
    start = end + 1;
  }
  const opening = found["opens a fence"];
  return { at: { ...found, ...(opening === undefined ? {} : { "opens a comment": opening }) }, prose };
}
