import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { shortName, type Case } from "./cases.ts";

/** What a careful reader says of a template, line by line. test/corpus/truth/README.md has the notation. */
export interface Truth {
  readonly lines: readonly TrueLine[];
}

export interface TrueLine {
  /** From 1. */
  readonly line: number;
  /** See {@link hashOf}. */
  readonly hash: string;
  /** One of {@link LineKind}, or several with bars between them. */
  readonly kind: string;
  readonly name?: string;
  readonly depth?: number;
  readonly required?: Maybe;
  readonly pattern?: Maybe;
  readonly repeatable?: Maybe;
  readonly placeholder?: Maybe;
}

/** Open where thoughtful people would differ. */
export type Maybe = boolean | "either";

export type LineKind =
  | "title"
  | "field"
  | "value"
  | "section"
  | "guidance"
  | "boilerplate"
  | "placeholder"
  | "instructions"
  | "frame"
  | "either";

/** Twelve digits by which a line is known without its text; white space at its end does not count. */
export const hashOf = (line: string): string =>
  createHash("sha256").update(line.trimEnd()).digest("hex").slice(0, 12);

/** The same of a section's name or a field's key, whose case and gaps do not count. */
export const nameHash = (name: string): string => hashOf(name.trim().replace(/\s+/g, " ").toLowerCase());

/** The lines of a text, without their endings. */
export const linesOf = (text: string): readonly string[] => text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);

/** The truth table of a case, where there is one in the folder. */
export function truthOf({ folder, template }: Case, tables: string): Truth | undefined {
  const path = join(tables, `${folder}__${shortName(template.path)}.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Truth) : undefined;
}

/** What of a truth table is not about this text: lines that changed, and lines that it does not have. */
export function staleLines({ lines }: Truth, text: string): readonly string[] {
  const own = linesOf(text);
  const known = new Set(lines.map(({ line }) => line));
  return [
    ...lines.flatMap(({ line, hash }) =>
      hashOf(own[line - 1] ?? "") === hash ? [] : [`line ${line} is another one than in the truth table`],
    ),
    ...own.flatMap((line, index) =>
      line.trim() === "" || known.has(index + 1) ? [] : [`line ${index + 1} is not in the truth table`],
    ),
  ];
}
