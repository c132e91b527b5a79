import { asDay } from "../../template/dates.ts";
import type { Span } from "../../text/span.ts";
import { matchesOf } from "../../text/matches.ts";

/** A date in a text. */
export interface Dated {
  /** In the text that was searched. */
  readonly span: Span;
  /** `YYYY-MM-DD`; absent where it could be two days (03/04/2026) or is none. */
  readonly day: string | undefined;
}

// Every form that `asDay` reads; each has a year in four digits. Each part is bounded, so that the search is linear.
const days =
  /\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|\b\d{1,2}(?:st|nd|rd|th|\.)?\s(?:of\s)?\p{L}{3,9}\.?,?\s\d{4}\b|\b\p{L}{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{4}\b|\b20\d{6}\b/gu;

/** The dates with a day, month and year in a text, in its order. */
export const daysIn = (text: string): readonly Dated[] => (/\d{4}/.test(text) ? datesIn(text) : none);

const none: readonly Dated[] = [];

const datesIn = (text: string): readonly Dated[] =>
  Array.from(matchesOf(text, days), (match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    day: asDay(match[0].replace(/\sof\s/, " ")),
  })).filter(({ day, span }) => day !== undefined || /\d[/.]\d/.test(text.slice(span.start, span.end)));

const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const count = String.raw`(?:\d{1,6}(?:[.,]\d{1,3})?|\ban?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|few)`;
const unit =
  "(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|sprint|iteration|release|cycle)";

// A month's name alone says when, but “may” and “march” alone are words; they need a number beside them.
const dated = new RegExp(
  [
    String.raw`\b(?:19|20)\d\d\b`,
    String.raw`(?:^|[|(]\s?)${month}\s?(?:$|[|:,)–—-])`,
    String.raw`\b\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b`,
    String.raw`\b${month}\b\.?\s?\d{1,2}(?:st|nd|rd|th)?\b`,
    String.raw`\b\d{1,2}(?:st|nd|rd|th|\.)?\s(?:of\s)?${month}\b`,
    String.raw`\b(?:early|mid|late|end|start|beginning|by|in|until|before|after|during|since|from|of)[\s-](?:the\s)?(?:end\s)?(?:of\s)?${month}\b`,
    String.raw`\b(?:january|february|april|june|july|august|september|october|november|december)\b`,
    String.raw`\b(?:q[1-4]|[1-4]q|h[12]|fy\s?\d\d(?:\d\d)?|cw\s?\d{1,2}|kw\s?\d{1,2}|w\d{1,2}|t\s?[+-]\s?\d+)\b`,
    String.raw`\b${unit}s?\s?#?\d+\b`,
    String.raw`${count}(?:\s?(?:-|–|to)\s?${count})?[\s-]?(?:more\s|working\s|business\s|calendar\s|engineer(?:ing)?[\s-]|person[\s-]|man[\s-]|dev[\s-])?${unit}s?\b`,
    String.raw`\b\d+(?:\.\d+)?\s?(?:d|w|wk|wks|mo|h|hrs?|yrs?|pd)\b`,
    String.raw`\b(?:next|this|last|same|following|first|second|third|fourth|per|each|every)\s${unit}s?\b`,
    String.raw`\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b`,
    String.raw`\b(?:today|tomorrow|yesterday|tonight|immediately|now|asap|ongoing|christmas|easter|summer|winter|spring|autumn|monthly|weekly|daily|quarterly|yearly)\b`,
    String.raw`\bv?\d+\.\d+(?:\.\d+)?\b`,
  ].join("|"),
  "imu",
);

/**
 * Whether a text says when something is: a day, a month, a quarter, a week, a sprint, a release by its
 * number, or how long it takes. Words are looked for in English only; digits count in any language.
 */
export const saysWhen = (text: string): boolean => dated.test(text.slice(0, 20_000));
