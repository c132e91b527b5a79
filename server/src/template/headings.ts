import { isContents } from "./boilerplate.ts";
import { acceptedNames, keyOf } from "./names.ts";
import { placeholdersIn } from "./notation.ts";
import { isMarkedInside, withoutLastWord, withoutMark } from "./optional.ts";

/** What a template's heading asks of a document's. */
export interface HeadingReading {
  /** What is inserted: without marks, alternatives joined by ` / `. */
  readonly title: string;
  /** The names that answer it, the whole first. */
  readonly names: readonly string[];
  /** It is said in the heading that the section may be left out, or tools make the section. */
  readonly isOptional: boolean;
  /** It shows what may stand there and is no name. */
  readonly isPattern: boolean;
  /** It lists several names of which a document may have more than one. */
  readonly isChoice: boolean;
}

/**
 * A heading as a template writes it: `source` is its Markdown, `title` its text. `beside` are the titles of the
 * headings of the same depth, which tell `Level 1` from a name.
 */
export function readHeading(source: string, title: string, beside: readonly string[]): HeadingReading {
  const written = writtenTitle(source);
  const isTagged = placeholdersIn(written).some((token) => token.startsWith("<"));
  const marked = withoutMark(isTagged && !written.includes("`") ? written : title);
  const isMarked = isMarkedInside(written);
  const bare = isMarked ? withoutLastWord(marked.title) : marked.title;
  const choice = choiceIn(bare);
  const own = choice.length > 0 ? choice.join(" / ") : bare;
  return {
    title: own,
    // A question goes on behind its slash.
    names: own.endsWith("?") ? [own] : acceptedNames(own),
    isOptional: marked.isOptional || isMarked || isContents(bare),
    isPattern: choice.length === 0 && isPatternTitle(bare, beside),
    isChoice: choice.length > 0,
  };
}

/** A heading's Markdown without its marks. In it stand the tags that a reader does not see, such as `<Feature>`. */
const writtenTitle = (source: string): string =>
  source
    .replace(/[\r\n]+[^]*$/, "")
    .replace(/^#{1,6}[ \t]+|[ \t]+#+[ \t]*$/g, "")
    .trim();

/** The names in `[Context | References | Prior Work]`, none where it is a placeholder. */
function choiceIn(title: string): readonly string[] {
  const inner =
    /^\s*[[{(<]([^[\]{}()<>]*)[\]})>]\s*$/.exec(title)?.[1] ??
    /^[^|]+(?:\s\|\s[^|]+)+$/.exec(title)?.[0] ??
    "";
  const names = inner.split(/\s*\|\s*|\s\/\s/).map((name) => name.trim());
  const areNames = names.every(
    (name) => keyOf(name) !== "" && /^\p{Lu}[^…]*$/u.test(name) && name.split(/\s+/).length < 6,
  );
  return names.length > 1 && areNames ? names : [];
}

// Things of which a design has several, so that a number or a letter behind one tells which.
const counted =
  /\b(?:story|stories|option|alternative|approach|solution|phase|stage|step|example|question|use ?case|scenario|case|milestone|requirement|risk|goal|decision|proposal|component|feature|change|task|item|impact|failure mode|issue|problem|iteration|topic|section|subsection|part|point|idea|service|module|api|endpoint|consideration|concern|driver|challenge|appendix|drawback|name|title|thing|heading)(?: #?|#)(?:\d{1,2}|[a-cn-z]|[ivx]{1,4}|one|two|three)$/i;

// Titles that speak of the title, or of nothing.
const shown =
  /^(?:your|my|our|some|another|an?other|insert|enter|replace|short|descriptive) .*\b(?:title|name|heading|here|proposal|feature|option|alternative|design|change|section|topic|component)\b|\b(?:title|name|text|heading|description|summary|goes) here\b|\bplaceholder\b|\blorem ipsum\b|^(?:foo|bar|baz|xxx|tbd|todo)$|^(?:\.{3}|…)|(?:\.{3}|…)(?: ?\d+)?$|^(?:name|title) of (?:the|an?|your)\b|\b(?:name|title) of (?:the )?(?:\w+ )?(?:option|alternative|feature|component|other option)\b/i;

/** Whether a title shows what may stand in its place and names nothing that a document must have. */
export function isPatternTitle(title: string, beside: readonly string[]): boolean {
  const own = title.slice(0, 200).trim().replace(/\s*:$/, "");
  return isPlaceholder(own) || counted.test(own) || isCounting(own, beside);
}

function isPlaceholder(title: string): boolean {
  // Behind a name in brackets stands an explanation as often as a placeholder.
  const tokens = placeholdersIn(title).filter((token) => !token.startsWith("["));
  const isBracketed = /^\[[^[\]]+\]/.test(title) || /(?:[:–—-]|\bfor|\bof)\s*\[[^[\]]+\]$/.test(title);
  return (
    tokens.length > 0 ||
    isBracketed ||
    /^your .+/i.test(title) ||
    shown.test(title) ||
    /\b(?:XXXX?|N{3,4}|YYYY)\b/.test(title)
  );
}

/** Whether the headings beside it go on counting where this one stops. */
function isCounting(title: string, beside: readonly string[]): boolean {
  const [, stem, number] = /^(.*\p{L}{3}[ #-]+)(\d{1,2})$/u.exec(title) ?? [];
  if (stem === undefined || number === undefined) return false;
  return beside.some(
    (other) => other === `${stem}${Number(number) + 1}` || other === `${stem}${Number(number) - 1}`,
  );
}

/** Whether a first heading stands for a document's title, so that no document has it word for word. */
export const isTitleLike = (title: string): boolean =>
  keyOf(title) === "title" ||
  (choiceIn(title).length === 0 && isPlaceholder(title.trim().slice(0, 200))) ||
  /^(?:(?:the |a )?(?:project|proposal|spec|specification|feature|rfc|adr|document|doc|design|enhancement) (?:title|name))$/i.test(
    title.trim(),
  );

/** Whether a heading speaks of the template and not of a design. */
export const isAboutTemplate = (title: string): boolean =>
  /^(?:(?:how to|about|using|instructions? (?:for|on)|guide to|notes? (?:on|about)) .*\btemplate\b|(?:this|the) template|template (?:instructions?|usage|guidelines?|notes?|guide)|template|todo|(?:read me|start here|instructions?)(?: (?:first|for authors))?|how to (?:fill|use) (?:in |out )?this (?:document|file|form).*)[:.!]?$/i.test(
    title.trim().slice(0, 200),
  );
