// What a heading says in brackets, in italics or behind a dash when its section may be left out.
const word = String.raw`(?:optional(?: section| but recommended)?|if (?:any|applicable|appropriate|necessary|needed|relevant|required)|as (?:applicable|appropriate|needed)|where (?:applicable|appropriate|relevant)|when (?:applicable|relevant)|not required|nice to have)`;
const bracketed = String.raw`[*_]{0,3}[([{]\s*[*_]{0,3}${word}[*_]{0,3}\s*[)\]}][*_]{0,3}`;

const trailing = new RegExp(
  String.raw`\s*(?:${bracketed}|(?<=\s)[*_]{1,3}${word}[*_]{1,3}|(?:[-–—:,]\s*)${word})\s*[:.]?\s*$`,
  "i",
);
const leading = new RegExp(String.raw`^\s*(?:${bracketed}\s*[:–—-]?\s+|optional(?:\s*[:–—-]\s*))(?=\S)`, "i");

/** A heading without its mark for optional sections, and whether it has one. */
export function withoutMark(title: string): { readonly title: string; readonly isOptional: boolean } {
  const own = title.slice(0, 300);
  const bare = own.replace(trailing, "").replace(leading, "").trim();
  return bare === "" || bare === own.trim()
    ? { title, isOptional: false }
    : { title: bare, isOptional: true };
}

/** Whether the source of a heading has a comment in it that calls the section optional, or says so in italics at its end. */
export const isMarkedInside = (source: string): boolean =>
  new RegExp(String.raw`<!--[^>]{0,40}\b${word}\b`, "i").test(source) ||
  new RegExp(String.raw`\s[*_]{1,3}${word}[*_]{1,3}\s*#*\s*$`, "i").test(source);

/** A title without a word for optional sections at its end, which its heading sets in italics. */
export const withoutLastWord = (title: string): string =>
  title.replace(new RegExp(String.raw`\s+${word}$`, "i"), "");

const part = String.raw`(?:sub-?section|section|part|chapter|heading|element|block)s?`;
const goes = String.raw`(?:omitted|left (?:out|off|blank|empty)|skipped|removed|deleted|dropped|ignored|cut)`;
const leave = String.raw`(?:omit|remove|delete|skip|drop|leave (?:out|off)|cut)`;
const condition = String.raw`(?:if|when|where|unless|in case)\b(?! (?:you are |you're |it is |you have )?(?:done|finished|complete|ready|submit))`;

const speaks: readonly RegExp[] = [
  // “This section is optional”, “These sections are optional”, also of the element.
  new RegExp(
    String.raw`\b(?:this|these|the (?:whole|entire|following))\s+(?:[\w-]+ )?${part}\s+(?:is|are|and|may be|can be)\s+(?:[\w-]+ ){0,2}optional\b(?!ly)`,
    "i",
  ),
  /\bthis is an? (?:[\w-]+ )?optional (?:section|part|element|heading|chapter)\b/i,
  // “This section may be omitted”, “The section can be left out”, “It may be removed”.
  new RegExp(
    String.raw`\b(?:this|these|the)\s+(?:[\w-]+ )?${part}\s+(?:may|can|could|should|might) (?:also |safely |simply )?be ${goes}\b`,
    "i",
  ),
  new RegExp(String.raw`^(?:it )?(?:may|can) be ${goes}\b`, "i"),
  // “Remove this section if …”, “If there are none, delete this section”.
  new RegExp(
    String.raw`\b${leave} (?:of )?(?:this|the)(?: entire| whole)? ${part}(?: altogether| entirely)?,? ${condition}`,
    "i",
  ),
  new RegExp(
    String.raw`\b${condition}[^.?!]{1,120}?,? (?:please |you (?:can|may) |then |just |simply |feel free to )?${leave} (?:this|the)(?: entire| whole)? ${part}\b`,
    "i",
  ),
  new RegExp(
    String.raw`\b(?:feel free to|you (?:may|can)|(?:it is|it's) (?:fine|ok|okay|safe|possible) to) ${leave} (?:this|the)(?: entire| whole)? ${part}\b(?! (?:of|from) (?:the|this|your) template)`,
    "i",
  ),
  // “Omit if not applicable.”, “Leave out if there are none.”
  new RegExp(
    String.raw`(?:^|[.!?(\[]\s*)${leave} (?:it )?(?:if|when|where) (?:not |there |this |it |none|n\/a|empty|un)`,
    "i",
  ),
  // “Not required if …” of the section, not of a thing in it.
  new RegExp(
    String.raw`\b(?:this|the) ${part} is (?:not|only) (?:required|mandatory|needed|necessary|applicable|relevant)\b`,
    "i",
  ),
];

// A text that begins with the word alone: “Optional.”, “(Optional) Say …”, “Optional: …”, “If applicable, …”.
const begins = new RegExp(
  String.raw`^(?:[*_]{0,3}[([{]?[*_]{0,3})(?:optional(?: section)?[*_]{0,3}(?:[)\]}.:;,!–—]|\s+-|\s*$)|(?:if (?:applicable|relevant|any|needed|not clear|appropriate)|where (?:applicable|relevant))\b[)\]}]?[*_]{0,3}[,:.)]?)`,
  "i",
);

/**
 * Whether a piece of guidance says of the section that it stands in that it may be left out. Only the first one
 * does so by a word at its beginning.
 */
export function saysOptional(text: string, isFirst = true): boolean {
  const own = text.slice(0, 3000);
  const words = own.replace(/^(?:<!--+|\[(?:comment|\/\/|_)\]:\s*(?:#|<>)?|[\s>"'[({*_\\-])+/i, "");
  return (isFirst && (begins.test(words) || begins.test(own))) || speaks.some((pattern) => pattern.test(own));
}

const conditional =
  /^(?:if (?!possible\b|in doubt\b|we\b|you can\b|desired\b)(?:there|this|that|the|your|you|an?|any|some|significant|other|it)\b[^.?!]{3,300}[.!]|maybe\b[^?]{3,300}[.!…])/i;

/**
 * Whether the only text of a section asks for it on a condition alone: “If there are other ways, call them out here.”
 * Who wants a reason instead asks for more.
 */
export const isConditional = (text: string): boolean => {
  const words = text.slice(0, 1000).replace(/^(?:<!--+|[\s>"'[({*_\\-])+/, "");
  return (
    conditional.test(words) &&
    !/\b(?:say|state|explain|tell us|describe|write) why\b|\bn\/a\b|\bdo not (?:remove|delete)\b/i.test(words)
  );
};

/** Whether a comment that stands right above a heading says that the section below may be left out. */
export const marksOptional = (comment: string): boolean =>
  saysOptional(comment) ||
  /^<!--+\s*(?:this|the (?:next|following))?[^.]{0,40}?\boptional\b(?! (?:fields?|values?|parts? (?:ends?|stops?)|parameters?|arguments?))/i.test(
    comment,
  );
