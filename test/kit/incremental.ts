import { judge, readText, type Analysis, type Judging } from "../../server/src/service.ts";
import type { Document } from "../../server/src/syntax/document.ts";
import { parseDocument } from "../../server/src/syntax/parse-document.ts";
import type { Analysed } from "../../server/src/template/analysed.ts";
import type { Template } from "../../server/src/template/template.ts";
import { plainAnalysed, plainAnalysis, plainDocument } from "./plain.ts";
import { shrunk } from "./shrink.ts";
import { changedIn } from "../../server/src/syntax/blocks/changed.ts";
import { ropeOf, spliced, type Rope, type Text } from "../../server/src/text/rope.ts";

/** What was read of a text beside what is read of it alone, where the two differ. */
export interface Difference {
  readonly what: string;
  readonly texts: readonly string[];
  readonly kept: string;
  readonly fresh: string;
}

/** By what the texts of one document are read and judged; each text says by its length which of them. */
export interface World {
  readonly templates: readonly [Template, ...Template[]];
  readonly judgings: readonly [Judging, ...Judging[]];
}

/**
 * How the versions of a text are looked at: each as soon as it is read, or all when the last one is read, so that what
 * nobody has asked for until then is read late, and what was kept is seen not to have changed what was there before.
 */
export type Looking = "each" | "last";

type Kept = (texts: readonly string[], looking: Looking) => Difference | undefined;

const read: (text: Text, before?: Document) => Document = parseDocument;
// A reading that takes less is one that starts anew.
const readBeside: (text: Text, template: Template, before?: Analysed) => Analysed = readText;
const judged: (analysed: Analysed, judging: Judging, before?: Analysis) => Analysis = judge;

/** The texts as they are read: of two in three lists as ropes that edits made of each other, with chunks of several sizes. */
function asRead(texts: readonly string[]): readonly Text[] {
  const [first = ""] = texts;
  if (first.length % 3 === 0) return texts;
  let rope: Rope = ropeOf(first, 2 ** (2 + (first.length % 12)));
  let last = first;
  return texts.map((text) => {
    const { from, oldEnd, newEnd } = changedIn(last, text);
    rope = spliced(rope, from, oldEnd, text.slice(from, newEnd));
    last = text;
    return rope;
  });
}

/** The first difference between versions of a document, each read with the one before, and each read alone. */
export function differenceOfDocuments(texts: readonly string[], looking: Looking): Difference | undefined {
  const documents: Document[] = [];
  for (const [index, text] of asRead(texts).entries()) {
    // Now and then over an older one than the last: what was made of that one already may not change it.
    const doc = read(text, documents.at(text.length % 9 === 0 ? -3 : -1) ?? documents.at(-1));
    documents.push(doc);
    if (looking === "last") continue;
    const found = compared("document", texts.slice(0, index + 1), plainDocument(doc), () =>
      plainDocument(read(text.toString())),
    );
    if (found) return found;
  }
  // From the last to the first, so that nothing is asked in the order in which it was made.
  for (const [index, doc] of documents.toReversed().entries()) {
    // What was looked at before is seen again now and then: nothing of it may have changed since.
    if (looking === "each" && index % 8 !== 7) continue;
    const found = compared("document, asked late", texts, plainDocument(doc), () =>
      plainDocument(read(doc.text)),
    );
    if (found) return found;
  }
  return undefined;
}

/** The first difference in what is read and told of versions of a document. */
export const differenceOfAnalyses =
  ({ templates, judgings }: World): Kept =>
  (texts, looking) => {
    let analysed: Analysed | undefined;
    let analysis: Analysis | undefined;
    const all: (readonly [Analysed, Judging, Analysis | undefined])[] = [];
    for (const [index, text] of asRead(texts).entries()) {
      const template = chosen(templates, text.length, 13);
      const judging = chosen(judgings, text.length, 7);
      analysed = readBeside(text, template, text.length % 9 === 0 ? (all.at(-3)?.[0] ?? analysed) : analysed);
      // Not every text is judged: an editor asks when it is ready.
      const skips = looking === "last" && index % 3 === 1 && index < texts.length - 1;
      analysis = skips ? analysis : judged(analysed, judging, analysis);
      all.push([analysed, judging, skips ? undefined : analysis]);
      if (looking === "last") continue;
      const found = differenceOf(texts.slice(0, index + 1), [analysed, judging, analysis]);
      if (found) return found;
    }
    for (const one of all.toReversed().slice(0, looking === "each" ? 2 : 5)) {
      const found = differenceOf(texts, one);
      if (found) return found;
    }
    return undefined;
  };

/** Mostly the first; now and then another one, as the number says, and now and then its equal. */
function chosen<Value>(values: readonly [Value, ...Value[]], number: number, rarity: number): Value {
  if (number % rarity === 1) return { ...values[0] };
  return (number % rarity === 0 ? values[number % values.length] : values[0]) ?? values[0];
}

function differenceOf(
  texts: readonly string[],
  [analysed, judging, analysis]: readonly [Analysed, Judging, Analysis | undefined],
): Difference | undefined {
  const fresh = readBeside(analysed.doc.text, analysed.template);
  const found =
    compared("alignment, states or wants", texts, plainAnalysed(analysed), () => plainAnalysed(fresh)) ??
    compared("blocks", texts, plainDocument(analysed.doc), () => plainDocument(fresh.doc));
  if (found || !analysis) return found;
  const anew = judged(fresh, judging);
  const withFixes = analysed.doc.text.length % 5 === 0;
  return compared("findings", texts, plainAnalysis(analysis, withFixes), () =>
    plainAnalysis(anew, withFixes),
  );
}

function compared(
  what: string,
  texts: readonly string[],
  kept: string,
  fresh: () => string,
): Difference | undefined {
  const other = fresh();
  return kept === other ? undefined : { what, texts, kept, fresh: other };
}

/**
 * What is wrong with versions of a text, where they are read otherwise in turn than alone: the shortest ones that were
 * found to be so, with both readings.
 */
export function sameFault(texts: readonly string[], kept: Kept, looking: Looking): string | undefined {
  const found = safely(texts, kept, looking);
  if (!found) return undefined;
  const short = shrunk(found.texts, (fewer) => safely(fewer, kept, looking) !== undefined);
  return described(safely(short, kept, looking) ?? found, looking);
}

/** Fails where versions of a text are read otherwise in turn than alone. */
export function assertSame(texts: readonly string[], kept: Kept, looking: Looking, name: string): void {
  const fault = sameFault(texts, kept, looking);
  if (fault !== undefined) throw new Error(`${name}: ${fault}`);
}

/** Versions of a text with both readings, to be read by people. */
const described = ({ what, texts, kept, fresh }: Difference, looking: Looking): string => {
  let from = 0;
  while (from < kept.length && kept[from] === fresh[from]) from++;
  const near = (shown: string): string => shown.slice(Math.max(0, from - 300), from + 300);
  return [
    `${what}, looking at ${looking}`,
    ...texts.map((text) => JSON.stringify(text)),
    `kept:  …${near(kept)}`,
    `fresh: …${near(fresh)}`,
  ].join("\n");
};

/** A fault of what is tested is a difference as well. */
function safely(texts: readonly string[], find: Kept, looking: Looking): Difference | undefined {
  try {
    return find(texts, looking);
  } catch (error) {
    return { what: "a fault", texts, kept: String(error instanceof Error ? error.stack : error), fresh: "" };
  }
}
