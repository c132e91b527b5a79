import type { Analysed } from "../../template/analysed.ts";
import { parentsIn, type SectionAnswer } from "../../template/align.ts";
import type { ExpectationName } from "../../template/expectations.ts";
import { keyOf } from "../../template/names.ts";
import type { Part } from "../../template/parts.ts";
import { ownStretch } from "../../template/own-state.ts";
import { slice } from "../../text/span.ts";
import { isSlipApart, plainWords } from "./words.ts";

/** A section that says something else than before. */
export interface Change {
  readonly title: string;
  /** Where it stands now; absent where it is gone. */
  readonly part: Part | undefined;
}

/**
 * The sections that a reader has to read again, in the order of the present text; behind them those that are
 * gone. Sections that go on growing (a log, milestones, open questions, references), gaps that were filled,
 * slips of typing and other addresses of links do not count, nor sections that moved or have another name. A
 * section of the template that was emptied or is missing is told as that by other rules.
 */
export function changesSince(before: Analysed, now: Analysed): readonly Change[] {
  const old = sectionsOf(before);
  const present = sectionsOf(now);
  const missingFrom = (
    here: ReadonlyMap<string, Section>,
    there: ReadonlyMap<string, Section>,
  ): ReadonlySet<string> => new Set([...here].flatMap(([key, { words }]) => (there.has(key) ? [] : [words])));
  const gone = missingFrom(old, present);
  const added = missingFrom(present, old);

  const changed = [...present].filter(([key, section]) => {
    const earlier = old.get(key);
    if (!counts(section)) return false;
    if (!earlier) return !gone.has(section.words);
    return earlier.isWritten && earlier.words !== section.words && !isSlipApart(earlier.words, section.words);
  });
  const lost = [...old].filter(
    ([key, section]) => !present.has(key) && counts(section) && !section.isAsked && !added.has(section.words),
  );
  return [
    ...changed.map(([, { title, part }]) => ({ title, part })),
    ...lost.map(([, { title }]) => ({ title, part: undefined })),
  ];
}

/** Whether it matters that a section is there and what it says. */
const counts = ({ isWritten, growsOn, words }: Section): boolean => isWritten && !growsOn && words !== "";

interface Section {
  readonly part: Part;
  readonly title: string;
  /** What is read of its own text, without the sections below it. */
  readonly words: string;
  readonly isWritten: boolean;
  /** It answers a section of the template. */
  readonly isAsked: boolean;
  /** It is there to be written on after the approval. */
  readonly growsOn: boolean;
}

/** The sections by a key that stays when others are inserted: the template's section, else the names from the top. */
function sectionsOf(analysed: Analysed): ReadonlyMap<string, Section> {
  const { doc, alignment, states, instructions } = analysed;
  const answers = new Map(
    alignment.sections.flatMap((answer) => (answer.part ? [[answer.part, answer]] : [])),
  );
  const parents = parentsIn(alignment);
  const keys = new Map<Part, string>();
  const times = new Map<string, number>();
  const found = new Map<string, Section>();
  for (const part of alignment.parts) {
    // The title's own text is the header.
    if (part === alignment.title) continue;
    const answer = answers.get(part);
    const parent = parents.get(part);
    const path = (parent && keys.get(parent)) ?? "";
    const name = answer ? `=${answer.wanted.title}` : `${path}/${keyOf(part.title)}`.slice(-1000);
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    const key = time === 1 ? name : `${name}+${time}`;
    keys.set(part, key);
    found.set(key, {
      part,
      title: part.title,
      words: plainWords(slice(doc.text, ownStretch(doc, part, instructions))),
      isWritten: states.get(part)?.state === "written",
      isAsked: answer !== undefined,
      growsOn: found.get(path)?.growsOn === true || growsOn(part, answer),
    });
  }
  return found;
}

const growing: ReadonlySet<ExpectationName> = new Set(["decisions", "milestones", "questions"]);

/** Whether a section is one that people write on when the design is decided. */
const growsOn = ({ title }: Part, answer: SectionAnswer | undefined): boolean =>
  (answer?.wanted.expects.some(({ name }) => growing.has(name)) ?? false) ||
  [title, answer?.wanted.title ?? ""].some((name) => growingName.test(plainWords(name.slice(0, 200))));

// “Decision”, “Implementation” alone, “Update strategy” and “Task queue” are the design itself.
const growingName =
  /^(?:\d+ )*(?:(?:appendi(?:x|ces)|annex|further reading|see also|change ?logs?|(?:change|revision|version|document) history|(?:project|tracking) (?:status|issues?)|implementation (?:status|history|notes?|links?|log|progress|tracking|prs?|pull requests|issues?)|timeline|milestones?|roadmap|decisions? (?:log|records?|history)|acknowledge?ments?|glossary|amendments?|addend\w+|errat\w+|post mortem|retrospective|lessons learned|follow ?ups?|future (?:work|possibilities|plans?|directions?|improvements?|considerations?)|action items?|related (?:work|links?|documents?|docs|issues?|designs?|reading|resources))\b|(?:references?|bibliography|history|status|links?|notes?|resources|contents|toc|table of contents|footnotes?|outcomes?|questions|updates?|tasks|to ?do|revisions?|schedule|credits|discussions?|work ?log|related)$)|\bquestions?$/i;
