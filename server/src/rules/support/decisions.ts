import type { Text } from "../../text/rope.ts";
import { readable } from "../../syntax/document.ts";
import { isFiller } from "../../template/fields.ts";
import { lineAt } from "../../text/lines.ts";
import { slice, trimmed, type Span } from "../../text/span.ts";
import type { Analysed } from "../../template/analysed.ts";
import { entriesOf, type Entry } from "./entries.ts";
import { proseIn } from "./prose.ts";
import { writtenSections, type Written } from "./section.ts";
import { daysIn } from "./when.ts";

/** An entry of a decision log. */
export interface Decision {
  /** All of the entry, and what names it: its heading, label, first line or row. Both are in the text. */
  readonly span: Span;
  readonly name: Span;
  /** What a reader reads of it. */
  readonly text: string;
  /** `YYYY-MM-DD`; absent where there is none, or where the date could be two days. */
  readonly day: string | undefined;
  /** It says when it was decided, if only in a form that could be two days. */
  readonly isDated: boolean;
  /** Who decided, as written: handles, a name, a team. Absent where nobody is named. */
  readonly who: string | undefined;
  readonly hasRationale: boolean;
  /** Something was approved: it says so, or names who approved it. */
  readonly isApproval: boolean;
  /** It says that it is still to be decided. */
  readonly isOpen: boolean;
}

/**
 * The decisions that a document's decision logs record, in its order: of the sections that the template asks
 * `decisions` of, as far as they can be judged (see `writtenSections`). Sentences that introduce a log are
 * none. Words are looked for in English only; whoever asks for `who` or a rationale asks for the language first.
 */
export const decisionsOf = (context: Analysed): readonly Decision[] =>
  [...writtenSections(context, "decisions")].flatMap((written) => decisionsIn(context, written));

/** The decisions of one such section. */
export function decisionsIn(context: Analysed, written: Written): readonly Decision[] {
  const entries = entriesOf(context, written, "text").filter(({ text }) => !isFillerText(text));
  if (entries.length === 0)
    return looseLines(context, written).map((raw) => readDecision(raw, readable(context.doc)));
  const records = gathered(entries);
  // A section named “Decision” tells of one; its lists and the sections below it are part of that.
  const isLog = written.answer.by !== "short" && entries[0]?.kind !== "section";
  return isLog || records.some(isRecorded)
    ? records.map((raw) => readDecision(raw, readable(context.doc)))
    : [];
}

/** What a decision is read from: one entry, or several that together describe it key by key. */
type Raw = Pick<Entry, "span" | "name" | "text" | "cells" | "label" | "isUnticked"> & {
  /** Its keys with their values: the cells of a row, the labels of a list or of lines. */
  readonly keys: readonly Key[];
};

interface Key {
  readonly key: string;
  readonly value: string;
}

const whoKey =
  /^(?:who|by|owners?|approvers?|approved by|approval|deciders?|decided by|decision[ -]makers?|agreed by|accepted by|made by|taken by|signed[ -]off by|sign[ -]?offs?|authors?|people|persons?|participants?|attendees|stakeholders?|reviewers?|responsible|accountable|lead|team|names?|drivers?|proposer|proposed by|requested by|raised by)$/i;
const approverKey =
  /^(?:approvers?|approved by|approval|accepted by|agreed by|signed[ -]off by|sign[ -]?offs?)$/i;
const dateKey = /^(?:date|day|when|decided|decided on|approved on|date decided|decision date|timestamp)$/i;
const whyKey =
  /^(?:why|rationale|reasons?|reasoning|because|context|justification|motivation|explanation|notes?|comments?|details?|background|description|outcome & rationale|decision & rationale|summary|consequences?|discussion|argument(?:s|ation)?|evidence|basis|driver)$/i;
const otherKey =
  /^(?:decision|title|topic|subject|what|item|question|status|state|outcome|result|id|number|alternatives?|options?|impact|version|change|links?|references?)$/i;

/** Whether an entry has what only a log has: a date at its beginning, or a key for it or for who decided. */
const isRecorded = ({ text, keys }: Raw): boolean =>
  daysIn(text.slice(0, 200)).length > 0 ||
  dayAndMonth.test(text) ||
  keys.some(({ key }) => whoKey.test(key) || dateKey.test(key));

// Whoever writes every day of the same year leaves it out.
const dayAndMonth = /^[^\p{L}\p{N}]{0,3}\d{1,2}[-/.]\d{1,2}\.?(?=[\s:,;)\]–—])/u;

const isKey = (label: string): boolean =>
  [whoKey, dateKey, whyKey, otherKey].some((pattern) => pattern.test(label));

/** Entries as decisions; a list or table of keys and values (`Date: …`, `Decided by: …`) makes one, or one each time a key comes again. */
function gathered(entries: readonly Entry[]): readonly Raw[] {
  const isKeyed = entries.length > 1 && entries.every(({ label, rest }) => isKey(label) && rest !== "");
  if (!isKeyed)
    return entries.map((entry) => ({
      ...entry,
      name: entry.kind === "row" ? entry.span : entry.name,
      keys: keysOf(entry),
    }));
  const groups: Entry[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    const label = entry.label.toLowerCase();
    if (!last || last.some((other) => other.label.toLowerCase() === label)) groups.push([entry]);
    else last.push(entry);
  }
  return groups.flatMap((group): readonly Raw[] => {
    const [first] = group;
    const last = group.at(-1);
    if (!first || !last) return [];
    const text = group.map((entry) => entry.text).join("\n");
    const keys = group.map(({ label, rest }) => ({ key: label, value: rest }));
    return [{ ...first, span: { start: first.span.start, end: last.span.end }, text, cells: [], keys }];
  });
}

/** The cells of a row by their heads, or the lines of an entry that begin with a key: `Decided by: Ada`. */
function keysOf({ cells, text }: Entry): readonly Key[] {
  if (cells.length > 0) return cells.map((cell) => ({ key: cell.header, value: cell.text }));
  return text.split("\n").flatMap((line): readonly Key[] => {
    const [, key = "", value = ""] = /^([^:]{2,40}):\s*(\S.*)$/.exec(line.slice(0, 2000)) ?? [];
    return key !== "" && isKey(key.trim()) ? [{ key: key.trim(), value }] : [];
  });
}

/** Paragraphs that record decisions where nothing is listed: each line that begins with a date, or a paragraph that says when or by whom. */
function looseLines({ doc }: Analysed, { body }: Written): readonly Raw[] {
  return proseIn(doc, body).flatMap(({ span }): readonly Raw[] => {
    const lines: Span[] = [];
    for (let start = span.start; start < span.end;) {
      const line = lineAt(readable(doc), start);
      const { end } = line;
      const isDatedLine = daysIn(readable(doc).slice(start, Math.min(end, start + 40))).some(
        (one) => one.span.start < 6,
      );
      const last = lines.at(-1);
      if (isDatedLine || !last) lines.push({ start, end: Math.min(end, span.end) });
      else lines[lines.length - 1] = { start: last.start, end: Math.min(end, span.end) };
      start = doc.text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }
    return lines.flatMap((line) => {
      const place = trimmed(readable(doc), line);
      const text = doc.text
        .slice(place.start, place.end)
        .replace(/[*_]{2}/g, "")
        .replace(/\s+/g, " ");
      const raw = { span: place, name: place, text, label: "", cells: [], keys: [], isUnticked: false };
      // “Decisions are approved by the reviewers” introduces a log; a person who approved is an entry of it.
      const isPersonal = (): boolean => /@|^\p{Lu}/u.test(whoIn(raw) ?? "");
      return daysIn(text).length > 0 || (approval.test(text) && isPersonal()) ? [raw] : [];
    });
  });
}

const handle = /(?<![\p{L}\p{N}_.@/])@[\p{L}\p{N}][\p{L}\p{N}_-]*(?:[./][\p{L}\p{N}_-]+)*/gu;
const mail = /[\p{L}\p{N}.+_-]{1,64}@[\p{L}\p{N}-]{1,64}\.[\p{L}\p{N}.-]{2,64}/u;

// Who acted stands behind “by”; a verb in front of it is asked for, since “by design” names nobody.
const actedBy =
  /\b(?:approved|accepted|agreed(?: up)?on|agreed|decided|signed[ -]off|chosen|made|taken|proposed|requested|reviewed|confirmed|ratified|endorsed|rejected|vetoed|suggested|raised|merged|selected|sponsored|adopted)(?: \S+){0,4}? (?:by|with) (?!design\b|default\b|the way\b|who\b|whom\b|which\b|each\b|an?\b)(?:the )?([\p{L}\p{N}@][^.;,()|\n]{0,60})/iu;
const group =
  /\b(?:(?:the|our) (?:\S+ ){0,3}(?:team|group|board|committee|council|maintainers|leads?|architects|reviewers|owners?|sig|guild|leadership|management|engineers)|team(?= (?:decision|consensus|vote|meeting|agreed))|consensus|tsc|technical steering|working group|everyone|all reviewers|unanimous\w*|cto|ceo|vp|product (?:owner|manager))\b/iu;
// `Ada Lovelace` or `Ada` where names stand: in brackets, behind a date, at the end, or before a verb of deciding.
const name = String.raw`\p{Lu}[\p{L}'’.-]{1,30}(?: \p{Lu}[\p{L}'’.-]{0,30}){0,3}`;
const named = new RegExp(
  String.raw`\((${name}(?:(?:,| and| &) ${name}){0,6})\)|[–—-] ?(${name}(?:(?:,| and| &) ${name}){0,6})[.\s]*$|(?:^|[.\n|] ?)(${name}(?:(?:,| and| &) ${name}){0,6})(?:,? (?:has |have )?(?:approved|accepted|agreed|decided|signed|chose|confirmed|ratified|requested|proposed|rejected)|: )`,
  "u",
);
const behindDate = new RegExp(
  String.raw`^[\s,;–—()[\]-]*(?:by )?(${name}(?:(?:,| and| &) ${name}){0,6})(?: ?[\]:–—(),-]| approved| decided| agreed)`,
  "u",
);
// Behind a colon stands what was decided, unless a colon follows again: `2026-03-01: Ada: …`.
const behindColon = new RegExp(
  String.raw`^\s*:\s*(${name}(?:(?:,| and| &) ${name}){0,6})(?::\s| (?:has |have )?(?:approved|accepted|agreed|decided|signed|chose|confirmed|rejected|requested)\b)`,
  "u",
);

// A terse log signs without capitals: `04-02: go (ada)`.
const signed = /\((\p{Ll}[\p{L}_-]{1,20}(?:(?:,|\/| &| and) ?\p{Ll}[\p{L}_-]{1,20}){0,3})\)[.\s]*$/u;

function nameIn(text: string): string | undefined {
  const date = daysIn(text.slice(0, 60)).at(0);
  if (date) {
    const behind = text.slice(date.span.end);
    const found = (behindDate.exec(behind) ?? behindColon.exec(behind))?.[1];
    if (found !== undefined && !verdict.test(found)) return found;
  }
  const [, brackets, behindDash, subject] = named.exec(text) ?? [];
  return brackets ?? behindDash ?? subject;
}

function whoIn({ text, keys, cells }: Pick<Raw, "text" | "keys" | "cells">): string | undefined {
  const said = keys.find(({ key, value }) => whoKey.test(key) && value !== "" && !isFiller(value));
  if (said) return said.value;
  // A table with a column for it says there who decided, or nowhere.
  if (cells.some(({ header }) => whoKey.test(header))) return undefined;
  const short = text.slice(0, 4000);
  const handles = short.match(handle);
  if (handles) return handles.join(", ");
  const address = mail.exec(short)?.[0];
  if (address !== undefined) return address;
  const acted = actedBy.exec(short)?.[1];
  if (acted !== undefined) return acted.trim();
  // In a table a name has a column, so that words with capitals in other cells are none.
  const found = cells.length > 0 ? undefined : nameIn(short.slice(0, 1000));
  if (found !== undefined && !isKey(found) && !verdict.test(found)) return found;
  return group.exec(short)?.[0] ?? signed.exec(short)?.[1];
}

// Words with a capital that stand where names may stand, and are none.
const verdict =
  /^(?:approved|accepted|agreed|decided|decision|rejected|open|pending|todo|tbd|status|initial|draft|proposed|use|we|the|adopt\w*|chose\w*|added|removed|changed|deferred|closed|resolved|note|context|rationale|reason|why|outcome|option|alternative|yes|no)\b/i;

const approval =
  /(?<!\b(?:not|never|yet|be|being|until|unless|if|once|when|who|pending|awaiting)\s)\b(?:approved?|approves|accepted|agreed|signed[ -]off|sign[ -]off|lgtm|ratified|adopted|green[ -]?lit|go[ -]ahead|decision to (?:go|proceed|build)|decided to (?:go|proceed|build|adopt)|consensus)\b|(?:^|[:,;|–—-]\s{0,3})(?:go|ok(?:ay)?|yes|ship it|sgtm|\+1)(?=\s{0,3}(?:[.!(,;|–—]|$))/im;

const open =
  /\b(?:to be (?:decided|determined|agreed|approved|confirmed)|not (?:yet )?(?:decided|approved)|undecided|tbd|pending|awaiting|no decisions?(?: yet)?|none (?:yet|so far)|yet to be|will be (?:decided|recorded|added|filled))\b|(?:^|[\s,;|(])open\s?(?:[:,|)]|$)/i;

const reason =
  /\b(?:because|since|so that|so as to|so we|so it|so they|in order to|due to|owing to|thanks to|given|rationale|reasons?|reasoning|why|as (?:it|this|they|we|that|the|a|there)|to (?:avoid|keep|allow|reduce|make|ensure|simplify|support|prevent|enable|save|get|limit|improve|minimi[sz]e|stay|be|give|let|match|unblock|preserve|help|gain)|otherwise|instead of|rather than|therefore|hence|thus|which (?:would|makes|means|allows|avoids|keeps|lets|is|are|gives)|would (?:have|be|make|need|let|fill|break|cost)|too (?:\w+)|avoids?|allows?|reduces?|simpler|cheaper|faster|safer|easier|slower|better|fewer|less|more \w+ than|based on|following|after (?:a|the|measuring|testing)|measured|requests?|requested|asked|wanted|feedback|no longer|needed|cannot|\w+n['’]t|benchmarks?|benefits?|advantages?|trade-?offs?|for (?:\w+ )?(?:consistency|simplicity|compatibility|performance|security|safety|clarity|reasons?|cost|parity|portability|reliability))\b|→|⇒/i;

// “approved by Ada: simple, and it exists already”: behind a verdict, what follows the colon is its reason.
const verdictWithReason =
  /^[^:\n]{0,200}(?:\p{Ll}(?:ed|sen) by|approved|accepted|agreed|rejected|declined|deferred|paused)[^:\n]{0,200}: +\S+ \S+ \S/u;

function hasRationale({ text, keys, cells }: Raw, who: string | undefined): boolean {
  const said = keys.find(({ key, value }) => whyKey.test(key) && value !== "" && !isFiller(value));
  if (said) return true;
  if (cells.some(({ header }) => /^(?:why|rationale|reasons?|justification)$/i.test(header))) return false;
  const short = text.slice(0, 4000);
  if (reason.test(short) || verdictWithReason.test(short)) return true;
  // What follows what was decided, behind a mark or in another cell, says more of it.
  const rest = bare(cells.length > 0 ? cells.map((cell) => cell.text).join(". ") : withoutKeys(short), who);
  const parts = rest.split(/[.!?;]\s+|\s[–—-]{1,2}\s|:\s+|\n/).filter((part) => /\p{L}/u.test(part));
  const clauses = rest.split(/,\s+/).slice(1);
  return parts.slice(1).some((part) => wordCount(part) >= 2) || clauses.some((part) => wordCount(part) >= 3);
}

const withoutKeys = (text: string): string =>
  text.replace(/^([^:|\n]{2,40})[:|][ \t]*/gm, (whole, key: string) => (isKey(key.trim()) ? "" : whole));

/** An entry without its dates and the people in it, which are no reasons. */
const bare = (text: string, who: string | undefined): string => {
  const dateless = daysIn(text).reduceRight(
    (left, { span }) => left.slice(0, span.start) + left.slice(span.end),
    text,
  );
  return who === undefined ? dateless : dateless.replace(who, "");
};

const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

// A link leads to where it was discussed; one round a handle leads to a person.
const discussed = /\[(?!@)[^\]\n]{1,200}\](?:\(|\[)|(?<![(<])https?:\/\//;

function readDecision(raw: Raw, source: Text): Decision {
  const { span, name: place, text, keys } = raw;
  const dates = daysIn(text.slice(0, 4000));
  const who = whoIn(raw);
  const approver = keys.some(({ key, value }) => approverKey.test(key) && value !== "" && !isFiller(value));
  return {
    span,
    name: place,
    text,
    day: dates.find(({ day }) => day !== undefined)?.day,
    isDated:
      dates.length > 0 ||
      dayAndMonth.test(text) ||
      keys.some(({ key, value }) => dateKey.test(key) && /\d/.test(value)) ||
      monthAndYear.test(text.slice(0, 4000)),
    who,
    hasRationale: hasRationale(raw, who) || discussed.test(slice(source, span)),
    isApproval: approver || approval.test(text.slice(0, 4000)),
    isOpen: raw.isUnticked || open.test(text.slice(0, 4000)),
  };
}

const monthAndYear =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}\.?,? \d{4}\b|\b\d{4}-\d{2}\b|\b(?:q[1-4]|h[12])[ /-]?\d{4}\b/iu;

/** Whether an entry only says that there is none yet. */
const isFillerText = (text: string): boolean =>
  text.length < 200 && text.split(/[|\n]/).every((piece) => piece.trim() === "" || isFiller(piece.trim()));
