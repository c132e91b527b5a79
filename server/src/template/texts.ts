import { readable, type Document } from "../syntax/document.ts";
import { slice, type Span } from "../text/span.ts";
import { holdsFixedText, isFixed } from "./boilerplate.ts";
import { isMarked, isWrapped, italicsAtEnd, speaksToAuthor } from "./notation.ts";
import type { TemplateText } from "./template.ts";
import { normalised, unitsIn, type Unit } from "./units.ts";

/** What decides of a piece of text whether it is guidance, beside itself. */
export interface TextSetting {
  /** The section that it stands in. */
  readonly title: string;
  /** The template sets its guidance off, so text that is not set off is likely to stay. */
  readonly setsOff: boolean;
  /** What an annotation says of all of the section. */
  readonly all: "guidance" | "boilerplate" | undefined;
}

/**
 * The pieces of a stretch of a template, each with its kind. What is uncertain is boilerplate, which is
 * neither a finding when it is kept nor missed when it is not.
 */
export function textsIn(doc: Document, stretch: Span, setting: TextSetting): readonly TemplateText[] {
  const units = unitsIn(doc, stretch);
  const bracketed = inBrackets(units);
  const hasTasks = units.some((unit) => isFixedTask(unit));
  return units.map((unit, index): TemplateText => {
    const isGuidance =
      setting.all === undefined
        ? !isFixed(unit) && (bracketed.has(unit) || isGuidanceIn(unit, setting, hasTasks))
        : setting.all === "guidance";
    if (!isGuidance) return { span: unit.span, text: unit.text, kind: "boilerplate" };
    if (unit.form === "hidden") return { span: unit.span, text: unit.text, kind: "hidden" };
    return {
      ...(setting.setsOff ? markedPart(doc, unit) : { span: unit.span, text: unit.text }),
      kind: "guidance",
      ...(leadsList(doc, unit, units[index + 1]) && { leads: true }),
    };
  });
}

/** Of a sentence that ends in a place in italics, that place: “This document covers _what it covers_.” */
function markedPart(doc: Document, unit: Unit): Pick<TemplateText, "span" | "text"> {
  const source = readable(doc).slice(unit.span.start, unit.span.end);
  const place = isWrapped(unit.text) || unit.form !== "prose" ? undefined : italicsAtEnd(source);
  if (!place || /[{<[*_`]/.test(source.slice(0, place.start))) return { span: unit.span, text: unit.text };
  const span = { start: unit.span.start + place.start, end: unit.span.start + place.end };
  return { span, text: normalised(slice(readable(doc), span)) };
}

/** Whether a paragraph only says what the list below it holds. A sentence that speaks to the author is guidance there too. */
function leadsList(doc: Document, unit: Unit, next: Unit | undefined): boolean {
  if (!next || unit.text.length > 200 || unit.form !== "prose" || unit.isQuoted || speaksToAuthor(unit.text))
    return false;
  const between = readable(doc).slice(unit.span.end, next.span.start);
  return (
    /^\s+(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?$/.test(between) &&
    /[\r\n]/.test(between) &&
    !unit.isTask &&
    !unit.isItem
  );
}

function isGuidanceIn(unit: Unit, { title, setsOff }: TextSetting, hasTasks: boolean): boolean {
  const { text } = unit;
  switch (unit.form) {
    case "hidden":
      return true;
    case "row":
      return isMarked(text);
    case "code":
      return isPlaceholderCode(text);
    case "prose":
      if (isSetOff(unit)) return true;
      if (unit.isTask) return !isFixedTask(unit);
      if (holdsFixedText(title) || (hasTasks && text.endsWith(":"))) return false;
      return setsOff || hasTasks ? speaksToAuthor(text) : true;
  }
}

const isSetOff = (unit: Unit): boolean => unit.form === "hidden" || unit.isQuoted || isMarked(unit.text);

/** A box to be ticked states something; `Task one` and `…` only show where tasks stand. */
const isFixedTask = (unit: Unit): boolean =>
  unit.isTask && !isMarked(unit.text) && !onlyCounts.test(unit.text);

const onlyCounts =
  /^(?:an? )?(?:task|item|step|todo|action|milestone|first|second|third|another)\b(?: item)?(?: (?:#?\d+|one|two|three|[a-c]))?\b.{0,20}$|^.{0,40} #?\d{1,2}[.:]?$/i;

// Code that only shows where code stands. A real example may well be kept.
const isPlaceholderCode = (text: string): boolean =>
  text.length < 300 &&
  (/^``` (?:…|\.{3}|TODO\b|TBD\b|<[^<>]*>$|\{[^{}]*\}$|\[[^[\]]*\]$)/i.test(text) ||
    /\b(?:your|insert|paste|put) (?:code|example|diagram|snippet|text|[\w ]{1,20} (?:here|goes here))\b/i.test(
      text,
    ));

const mostInBrackets = 12;

/** The units of which a pair of square brackets holds several, as in `[Say what it is.` … `And why.]`. */
function inBrackets(units: readonly Unit[]): ReadonlySet<Unit> {
  const inside = new Set<Unit>();
  let open: Unit[] = [];
  for (const unit of units) {
    // Nobody closes a bracket that far away.
    if (open.length === mostInBrackets) open = [];
    const opens = /^\[(?![ xX]\])[^\]]*$/.test(unit.text) && unit.form === "prose";
    if (open.length === 0 && !opens) continue;
    open.push(unit);
    if (!/\](?![([:])["'.]?$/.test(unit.text)) continue;
    for (const one of open) inside.add(one);
    open = [];
  }
  return inside;
}

/**
 * Whether a template sets its guidance off from text that stays: by comments, brackets, italics or quotes, in
 * most of what is neither fixed nor a task.
 */
export function setsGuidanceOff(units: readonly Unit[]): boolean {
  const open = units.filter((unit) => !isFixed(unit) && !unit.isTask && unit.form !== "code");
  const bracketed = inBrackets(units);
  const set = open.filter((unit) => isSetOff(unit) || bracketed.has(unit));
  return set.length > 2 && set.length * 10 >= open.length * 6;
}
