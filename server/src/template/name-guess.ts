import { parsePattern, readName, type NamePattern } from "./name-pattern.ts";

/**
 * The pattern that the name of a template shows: `NNNN-template.md`, `0000-template.md`, `YYYYMMDD-template.md`,
 * `adr-NNNN-title.md`. Nothing for a name that shows neither a number nor a day, such as `TEMPLATE.md`.
 */
export function patternOfTemplateName(name: string): NamePattern | undefined {
  const source = name
    .replace(/^_+/, "")
    .replace(/(?<![a-z0-9])yyyy-mm-dd(?![a-z0-9])/i, "{date}")
    .replace(/(?<![a-z0-9])yyyymmdd(?![a-z0-9])/i, "{date:YYYYMMDD}")
    .replace(/(?<![a-z0-9])(n{3,6}|x{3,6}|0{3,6}|#{3,6})(?![a-z0-9#])/i, (digits) =>
      digits.length > 1 ? `{number:${digits.length}}` : "{number}",
    )
    .replace(
      /<?(?<![a-z0-9{])(?:(?:short|my|your)[-_ ])?(?:(?:rfc|adr|kep|design|proposal)[-_])?(?:template|title|name|slug)(?![a-z0-9])>?/i,
      "{title}",
    );
  return /\{(?:date|number)/.test(source) && source.includes("{title}") ? parsePattern(source) : undefined;
}

// How documents are named in the field; a form stands before the more general one.
const customary = [
  "{date}-{title}-design.md",
  "{date}-{title}.md",
  "{number:4}-{title}.md",
  "{number:3}-{title}.md",
  "{number}-{title}.md",
].flatMap((source) => parsePattern(source) ?? []);

/**
 * The pattern that the names of documents in a folder follow: at least two of them and nine in ten. Nothing where they
 * follow none, since a name that nobody asked for is no fault.
 */
export function patternOfNames(names: readonly string[]): NamePattern | undefined {
  const forms = [...customary, ...prefixed(names)];
  return forms.find((pattern) => {
    const alike = names.filter((name) => readName(pattern, name) !== undefined);
    return alike.length > 1 && alike.length * 10 >= names.length * 9;
  });
}

/** The numbered forms behind a word that the first name begins with: `adr-0001-sync.md`, `RFC0001-sync.md`. */
function prefixed(names: readonly string[]): readonly NamePattern[] {
  const [, prefix = "", digits = ""] = /^([a-z]{1,12}[-_]?)(\d{1,6})-/i.exec(names[0] ?? "") ?? [];
  if (prefix === "") return [];
  const numbers = digits.startsWith("0") ? [`{number:${digits.length}}`] : [];
  return [...numbers, "{number}"].flatMap((number) => parsePattern(`${prefix}${number}-{title}.md`) ?? []);
}
