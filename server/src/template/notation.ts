import type { Span } from "../text/span.ts";

/**
 * How templates set off what is to be written over from what stays. All functions take a short text of one
 * paragraph, item, row or heading, in which white space is folded; longer ones are looked at from their beginning.
 */

const longest = 4000;

// Tags that are written in Markdown on purpose; any other word in angle brackets is a placeholder.
const htmlTag =
  /^<\/?(?:a|abbr|b|blockquote|br|code|dd|del|details|div|dl|dt|em|figure|h[1-6]|hr|i|iframe|img|ins|kbd|li|mark|ol|p|pre|s|small|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul|video)\b[^<>]*>$/i;

const address = /^<(?:[a-z][a-z0-9+.-]*:\S+|[^\s@<>]+@[^\s@<>]+)>$/i;

/** The placeholders that a text of a template shows: `{…}`, `[…]`, `<…>`, `YYYY-MM-DD`, `NNNN`. */
export function placeholdersIn(text: string): readonly string[] {
  const found = text.slice(0, longest).match(placeholder) ?? [];
  return found.filter(
    (token) =>
      !token.startsWith("<!") &&
      !htmlTag.test(token) &&
      !address.test(token) &&
      !/^\[(?:[ xX]|\^.*|![A-Z]+)\]$/.test(token),
  );
}

const placeholder =
  /\\?\{[^{}\n]{2,300}\}|(?<![\]!\\])\[[^[\]\n]{3,400}\](?![(:[])|<[^<>\n]{3,200}>|\b(?:YYYY-MM-DD|NNNN)\b/g;

const filler = /^[\s*_`>|]*(?:…|\.{3}|TODO|TBD|XXX|[-–—?])[\s*_`.:|]*$/i;

// The whole of a text in one pair of marks.
const wrapped =
  /^(?:\\?\{.*\}|\[[^\]].*\]|<.*>|`<[^`]*>`|`\{[^`]*\}`|`\[[^`]*\]`|\*(?!\*).*[^*]\*|_(?!_).*[^_]_|\*\*[_*].*[_*]\*\*|__[*_].*[*_]__|_\*\*.*\*\*_)[.,:;!?]?$/;

/** Whether a text is set off as a whole: in brackets, braces, angle brackets or italics. */
export function isWrapped(text: string): boolean {
  const own = text.slice(0, longest).trim();
  // A link or a reference is no bracket round a text, and two stretches of italics are not one.
  if (/^\[[^[\]]*\](?:\(|\[|:)/.test(own)) return false;
  if (/^[*_](?![*_])/.test(own) && new RegExp(`\\S\\${own.charAt(0)}\\s`).test(own.slice(1))) return false;
  return wrapped.test(own);
}

/** Whether a text shows, by its notation alone, that it is to be replaced, wholly or in part. */
export const isMarked = (text: string): boolean =>
  filler.test(text.replace(/<!--.*?-->/g, "").trim()) ||
  isWrapped(text) ||
  placeholdersIn(text).length > 0 ||
  endsInItalics(text);

/** “This document covers _what it covers_.”: a frame with a place in italics that is more than a stressed word. */
const endsInItalics = (text: string): boolean => italicsAtEnd(text) !== undefined;

/** The place in italics at the end of a text, where it is more than one word, without a full stop behind it. */
export function italicsAtEnd(text: string): Span | undefined {
  if (text.length > longest) return undefined;
  const match = /(?<=^|\s)(?:_[^_]*\s[^_]*_|\*(?!\*)[^*]*\s[^*]*\*(?!\*))(?=[.:;]?$)/.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

const lead = String.raw`^(?:[>*_\["'“(]|\\?\{|\d+[.)]|[a-z]\.|note:|please|also|then|finally|briefly|clearly|optionally|if (?:applicable|relevant|needed|possible|any),?|\s)*`;

const asks = new RegExp(
  `${lead}(?:${[
    "(?:add|answer|call out|consider|cover|define|describe|detail|discuss|document|elaborate|enter|enumerate|explain|explore|feel free|fill|focus|give|go into|highlight|identify|include|indicate|insert|introduce|keep|link|list|make sure|mention|name|outline|paste|put|provide|remember|replace|say|sketch|specify|state|summari[sz]e|tell|think|try|use|write)\\b(?!:)",
    "(?:an?|the|one|two|some|any|what|short|brief|longer|high[- ]level|detailed|precise|general)\\b[^.:]{0,60}\\b(?:description|discussion|explanation|list|motivation|overview|paragraphs?|sentences?|statement|summary|account|catalogue)\\b",
    "(?:description|discussion|explanation|overview|summary|list) of\\b",
    "(?:this|the|these) (?:[\\w `'“”\"-]{1,40} )?(?:section|part|chapter|paragraph|template|element)s?\\b",
    "(?:are|can|could|did|do|does|have|how|is|should|what|when|where|which|who|whom|why|will|would)\\b[^?]{0,300}\\?",
    "(?:e\\.g\\.|for example|for instance|example:|hint:|tip:)",
  ].join("|")})`,
  "i",
);

/** Whether a text speaks to the author: it says what to write, or asks. */
export const speaksToAuthor = (text: string): boolean => asks.test(text.slice(0, 600));

/** Whether a text speaks of the file, the template or its notation, and not of a design. */
export const mentionsTemplate = (text: string): boolean =>
  /(?<![\p{L}\p{N}])(?:templates?|cop(?:y|ied) (?:this|the|it)|(?:re)?name (?:it|of (?:the|this) (?:file|document))|file ?names?|fill(?:ed)? (?:in|out)|placeholders?|guidelines?|instructions?|italics|brackets|(?:remove|delete|replace|erase|strip) (?:this|these|the|all|any|every)|(?:this|the) (?:is the )?title|style for|design documents? (?:is|are|should)|maintain the|pull request|this file)(?![\p{L}\p{N}])/iu.test(
    text.slice(0, 2000),
  );
