import { literally } from "../text/pattern.ts";
import { slugOf } from "./file-name.ts";

/** A piece of a file name: fixed text, or what stands for the day, the number or the title. */
export type NamePart =
  | { readonly kind: "text"; readonly text: string }
  /** `{date}`, a day as `YYYY-MM-DD`; `{date:YYYYMMDD}` without hyphens. */
  | { readonly kind: "date"; readonly packed: boolean }
  /** `{number}`, or `{number:4}` for at least four digits. */
  | { readonly kind: "number"; readonly digits: number }
  /** `{title}`, the title as {@link slugOf} has it. */
  | { readonly kind: "title" };

/** How a team names its documents: the last segments of their paths, of which the last is the file's name. */
export interface NamePattern {
  readonly source: string;
  readonly segments: readonly (readonly NamePart[])[];
}

/** What a name says. Each is absent where the pattern does not have it. */
export interface NameParts {
  /** `YYYY-MM-DD`, however the name spells it. The day need not exist. */
  readonly date?: string;
  /** Its digits as they are written. */
  readonly number?: string;
  readonly slug?: string;
}

/**
 * A pattern such as `{number:4}-{title}.md` or `{number}-{title}/README.md`. Nothing where it has a placeholder that
 * is none, an empty segment or one of dots, or does not end as a Markdown file does.
 */
export function parsePattern(source: string): NamePattern | undefined {
  if (source.length > 200 || !/\.(?:md|markdown)$/i.test(source)) return undefined;
  const segments = source.split("/").map(parseSegment);
  const whole = segments.filter((segment) => segment !== undefined);
  return whole.length === segments.length ? { source, segments: whole } : undefined;
}

/** The name that the built-in template asks for. */
export const defaultPattern: NamePattern = {
  source: "{date}-{title}-design.md",
  segments: [
    [
      { kind: "date", packed: false },
      { kind: "text", text: "-" },
      { kind: "title" },
      { kind: "text", text: "-design.md" },
    ],
  ],
};

function parseSegment(segment: string): readonly NamePart[] | undefined {
  if (/^\.{0,2}$/.test(segment) || segment.includes("\\")) return undefined;
  const parts: NamePart[] = [];
  for (const piece of segment.split(/(\{[^{}]*\})/)) {
    const part = piece === "" ? undefined : partOf(piece);
    if (part) parts.push(part);
    else if (piece !== "") return undefined;
  }
  return parts;
}

function partOf(piece: string): NamePart | undefined {
  if (piece === "{date}" || piece === "{date:YYYYMMDD}") return { kind: "date", packed: piece !== "{date}" };
  if (piece === "{title}") return { kind: "title" };
  const [number, digits = "1"] = /^\{number(?::([1-9]))?\}$/.exec(piece) ?? [];
  if (number !== undefined) return { kind: "number", digits: Number(digits) };
  return /[{}]/.test(piece) ? undefined : { kind: "text", text: piece };
}

/** The last segments of a path, as many as the pattern has; nothing where the path has fewer. */
export function namedPart({ segments }: NamePattern, path: string): string | undefined {
  const all = path.split("/");
  return all.length < segments.length ? undefined : all.slice(-segments.length).join("/");
}

/** What a name says that has the pattern's form, case ignored; nothing where it has another. */
export function readName(pattern: NamePattern, name: string): NameParts | undefined {
  const groups = matched(pattern, name, "iu")?.groups;
  if (!groups) return undefined;
  const { date, number, title } = groups;
  return {
    ...(date !== undefined && { date: date.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3") }),
    ...(number !== undefined && { number }),
    ...(title !== undefined && { slug: title }),
  };
}

// Where groups stand is seldom asked for and takes another search each time (in V8).
type Flags = "iu" | "diu";
const forms = { iu: new WeakMap<NamePattern, RegExp>(), diu: new WeakMap<NamePattern, RegExp>() };

function matched(pattern: NamePattern, name: string, flags: Flags): RegExpExecArray | null {
  if (name.length > 500) return null;
  const form = forms[flags].get(pattern) ?? formOf(pattern, flags);
  forms[flags].set(pattern, form);
  return form.exec(name);
}

function formOf({ segments }: NamePattern, flags: Flags): RegExp {
  const seen = new Set<string>();
  const source = segments.map((parts) => parts.map((part) => sourceOf(part, seen)).join("")).join("/");
  return new RegExp(`^${source}$`, flags);
}

function sourceOf(part: NamePart, seen: Set<string>): string {
  if (part.kind === "text") return literally(part.text);
  // What stands twice has to say the same twice.
  if (seen.has(part.kind)) return String.raw`\k<${part.kind}>`;
  seen.add(part.kind);
  if (part.kind === "title") return String.raw`(?<title>[^\s/\\]+?)`;
  if (part.kind === "number") return String.raw`(?<number>\d{${part.digits},12})`;
  return part.packed ? String.raw`(?<date>\d{8})` : String.raw`(?<date>\d{4}-\d{2}-\d{2})`;
}

/** The name with another day in it; nothing where it does not have the pattern's form or has no day. */
export function withDate(pattern: NamePattern, name: string, date: string): string | undefined {
  const [start, end] = matched(pattern, name, "diu")?.indices?.groups?.["date"] ?? [];
  if (start === undefined || end === undefined) return undefined;
  const written = end - start === 8 ? date.replaceAll("-", "") : date;
  return name.slice(0, start) + written + name.slice(end);
}

/** What a new name is made of. */
export interface NameFacts {
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly number: number;
}

/** The name of the pattern's form. What follows the title is not said twice: “Sync design” is `sync-design.md`. */
export const formatName = ({ segments }: NamePattern, facts: NameFacts): string =>
  segments
    .map((parts) => parts.map((part, index) => format(part, parts[index + 1], facts)).join(""))
    .join("/");

function format(part: NamePart, next: NamePart | undefined, { title, date, number }: NameFacts): string {
  switch (part.kind) {
    case "text":
      return part.text;
    case "date":
      return part.packed ? date.replaceAll("-", "") : date;
    case "number":
      return String(number).padStart(part.digits, "0");
    case "title": {
      const [ending] = (next?.kind === "text" && /^-[a-z0-9]+(?=[-.]|$)/.exec(next.text)) || [];
      const slug = slugOf(title);
      return ending !== undefined && slug.endsWith(ending) ? slug.slice(0, -ending.length) : slug;
    }
  }
}

/**
 * The next free number among the names in a folder, for the segment of the pattern that has the number: one more than
 * the highest, 1 in an empty folder. Names count whose beginning has the form, whatever follows the number, so that
 * none is given twice. 1 also where the pattern has no number.
 */
export function nextNumber(pattern: NamePattern, present: readonly string[]): number {
  const segment = pattern.segments[numberedSegment(pattern)];
  if (!segment) return 1;
  const upTo = segment.slice(
    0,
    segment.findIndex(({ kind }) => kind === "number"),
  );
  const before = upTo.map((part) => sourceOf(part, new Set())).join("");
  // A day is no number.
  const form = new RegExp(String.raw`^${before}(\d{1,12})(?!\d|-\d{2}-\d{2}(?!\d))`, "iu");
  const taken = present.flatMap((name) => form.exec(name)?.at(-1) ?? []).map(Number);
  return taken.reduce((highest, one) => Math.max(highest, one), 0) + 1;
}

/** The index of the segment that has the number, or -1. */
export const numberedSegment = ({ segments }: NamePattern): number =>
  segments.findIndex((parts) => parts.some(({ kind }) => kind === "number"));

/** The pattern as people write it down: `YYYY-MM-DD-<short-title>-design.md`, `NNNN-<short-title>.md`. */
export const shownPattern = ({ segments }: NamePattern): string =>
  segments.map((parts) => parts.map(shown).join("")).join("/");

function shown(part: NamePart): string {
  switch (part.kind) {
    case "text":
      return part.text;
    case "date":
      return part.packed ? "YYYYMMDD" : "YYYY-MM-DD";
    case "number":
      return "N".repeat(part.digits);
    case "title":
      return "<short-title>";
  }
}
