/**
 * What a section of a template asks of the text in it. Each name stands for one question that a rule asks;
 * docs/templates.md says which.
 */
export const expectationNames = [
  "alternatives",
  "checklist",
  "decisions",
  "diagram",
  "evidence",
  "example",
  "flow",
  "kinds",
  "list",
  "migration",
  "milestones",
  "owners",
  "questions",
  "rollback",
  "schema",
  "sentences",
  "signals",
  "success",
  "words",
] as const;

export type ExpectationName = (typeof expectationNames)[number];

export interface Expectation {
  readonly name: ExpectationName;
  /** The bounds of what is counted, for `sentences` and `words`; both are part of the range. */
  readonly least?: number;
  readonly most?: number;
}

// Names that say nothing without a number.
const counted: ReadonlySet<ExpectationName> = new Set(["sentences", "words"]);

/**
 * The entries of an `expect:` annotation, separated by commas: a name, and for counts a range (`sentences 1-3`)
 * or the most (`words 12`). What is unknown is passed over; `nothing` makes an empty list.
 */
export function readExpectations(list: string): readonly Expectation[] {
  return list.split(",").flatMap((entry): readonly Expectation[] => {
    const [word = "", range = ""] = entry.trim().toLowerCase().split(/\s+/);
    const name = expectationNames.find((known) => known === word);
    if (!name) return [];
    const bounds = boundsOf(range);
    if (!counted.has(name)) return [{ name }];
    return bounds ? [{ name, ...bounds }] : [];
  });
}

function boundsOf(range: string): { readonly least: number; readonly most: number } | undefined {
  const [, first = "", second] = /^(\d{1,4})(?:[-–](\d{1,4}))?$/.exec(range) ?? [];
  if (first === "") return undefined;
  const most = Number(second ?? first);
  const least = second === undefined ? 1 : Number(first);
  return least <= most ? { least, most } : undefined;
}

const numbers: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
};

const asked =
  /\b(?:(?<least>\d{1,2}|one|two|three|four|five)\s*(?:-|–|to)\s*)?(?<most>\d{1,2}|one|two|three|four|five|six|seven)\s+sentences\b/i;

// What is only an example, or one way of two, is no bound.
const suggested = /\b(?:e\.g\.|for example|for instance|such as|perhaps|maybe)[^.;]*$/i;
const otherwise = /^[\s,]*\bor\b/i;

/** How many sentences a template's guidance asks for in plain words (“1–3 sentences”, “in one to three sentences”). */
export function sentencesAsked(guidance: string): Expectation | undefined {
  const text = guidance.slice(0, 2000);
  const match = asked.exec(text);
  const { least, most } = match?.groups ?? {};
  if (!match || most === undefined) return undefined;
  if (suggested.test(text.slice(0, match.index)) || otherwise.test(text.slice(match.index + match[0].length)))
    return undefined;
  const number = (word: string): number => numbers[word.toLowerCase()] ?? Number(word);
  return { name: "sentences", least: least === undefined ? 1 : number(least), most: number(most) };
}

/**
 * What a section asks: what its own annotation says, else what the section of the same name in the template
 * that it inherits from asks. A number is only inherited where the guidance says it too: a summary may be a
 * page long elsewhere.
 */
export function expectationsOf(
  own: readonly Expectation[] | undefined,
  guidance: string,
  inherited: readonly Expectation[],
): readonly Expectation[] {
  if (own) return own;
  const sentences = sentencesAsked(guidance);
  return [...inherited.filter(({ name }) => name !== "sentences"), ...(sentences ? [sentences] : [])];
}
