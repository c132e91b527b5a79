import type { Card, Facts } from "../../facts/facts.ts";
import { isDay } from "../../template/dates.ts";
import { tellingName, titleFromFileName } from "../../template/file-name.ts";
import {
  defaultPattern,
  formatName,
  namedPart,
  nextNumber,
  numberedSegment,
  parsePattern,
  readName,
  type NameFacts,
  type NameParts,
  type NamePattern,
} from "../../template/name-pattern.ts";
import { presetOf, presets } from "../../template/presets.ts";
import type { RuleContext } from "../rule.ts";

type Context = Pick<RuleContext, "facts" | "options" | "template">;

/**
 * The pattern that the document's name is asked to have: the one of the team's configuration, else that of the
 * preset that governs. Nothing under a team's own template, unless that speaks of our names: its team may have
 * names of its own, and nobody has told us which.
 */
export function askedPattern({ options: { fileName }, template }: Context): NamePattern | undefined {
  const known = patterns.get(template);
  if (known && known.fileName === fileName) return known.pattern;
  const pattern = patternFor(fileName, template);
  patterns.set(template, { fileName, pattern });
  return pattern;
}

// The last one of each template, since several rules ask of every document.
const patterns = new WeakMap<
  Context["template"],
  { readonly fileName: string | undefined; readonly pattern: NamePattern | undefined }
>();

function patternFor(fileName: string | undefined, template: Context["template"]): NamePattern | undefined {
  if (fileName !== undefined) return parsePattern(fileName);
  const preset = presetOf(template);
  if (preset) return parsePattern(presets[preset].fileName);
  return template.uri === undefined || speaksOfOurNames.test(template.doc.text) ? defaultPattern : undefined;
}

const speaksOfOurNames = /YYYY-MM-DD-[^\s`]{1,60}-design\.md/;

/** The pattern by which a name is read: the one that is asked for, else ours, as a name may have that by itself. */
export const readingPattern = (context: Context): NamePattern => askedPattern(context) ?? defaultPattern;

/**
 * The document's name as far as a pattern speaks of it: with its folders where the pattern has some. Nothing where
 * they are not known, or the document has no name.
 */
export function judgedName({ facts }: Pick<RuleContext, "facts">, pattern: NamePattern): string | undefined {
  if (facts.fileName === "") return undefined;
  if (pattern.segments.length === 1) return facts.fileName;
  return facts.uri === undefined ? undefined : namedPart(pattern, decoded(facts.uri));
}

/** What the document's name says; nothing where it does not have the form that it is read by, or names no day. */
export function readNamed(context: Context): NameParts | undefined {
  const pattern = readingPattern(context);
  const name = judgedName(context, pattern);
  return name === undefined ? undefined : sound(readName(pattern, name));
}

/** What another document's name says, read as one of the same form. */
export function readCard(pattern: NamePattern, card: Pick<Card, "path" | "fileName">): NameParts | undefined {
  const name = namedPart(pattern, pattern.segments.length === 1 ? card.fileName : card.path);
  return name === undefined ? undefined : sound(readName(pattern, name));
}

const sound = (parts: NameParts | undefined): NameParts | undefined =>
  parts?.date === undefined || isDay(parts.date) ? parts : undefined;

/**
 * The name that the file would get, within its folder. Nothing where that does not give it the pattern's form, since
 * the folder around it has another, and where nobody knows the next free number.
 */
export function renamed(
  context: Context,
  pattern: NamePattern,
  facts: Omit<NameFacts, "number">,
): string | undefined {
  const name = judgedName(context, pattern);
  const number = name === undefined ? undefined : numberFor(context, pattern, name);
  if (name === undefined || number === undefined) return undefined;
  const wanted =
    formatName(pattern, { ...facts, number })
      .split("/")
      .at(-1) ?? "";
  const whole = [...name.split("/").slice(0, -1), wanted].join("/");
  return readName(pattern, whole) && whole !== name ? wanted : undefined;
}

/** The number that the name has, or begins with in another form; else the next one in the document's folder. */
function numberFor({ facts }: Context, pattern: NamePattern, name: string): number | undefined {
  const index = numberedSegment(pattern);
  if (index < 0) return 0;
  const segment = name.split("/")[index] ?? "";
  const own = /^(?:[a-z]{1,12}[-_ ]?)?(\d{1,6})(?![\p{L}\p{N}]|-\d{2}-\d{2})/iu.exec(segment)?.[1];
  const number = readName(pattern, name)?.number ?? own;
  if (number !== undefined) return Number(number);
  const { uri, others } = facts;
  if (uri === undefined || !others || pattern.segments.length > 1) return undefined;
  const folder = folderOf(uri);
  const beside = others.filter((card) => card.uri !== uri && folderOf(card.uri) === folder);
  return nextNumber(
    pattern,
    beside.map(({ fileName }) => fileName),
  );
}

/** The title that the document's name says; empty where it says none. */
export const titleOfName = ({ fileName, uri }: Facts): string =>
  titleFromFileName(tellingName(uri === undefined ? fileName : decoded(uri)));

const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf("/"));

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
