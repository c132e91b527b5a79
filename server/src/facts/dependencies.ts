import { inText } from "../syntax/document.ts";
import { unfilledIn } from "../template/fields.ts";
import { keyOf } from "../template/names.ts";
import { namesByWords } from "./find-card.ts";
import { namedIn, type Headed, type Named } from "./succession.ts";

const keys: ReadonlySet<string> = new Set(
  [
    "depends on",
    "dependency",
    "dependencies",
    "related",
    "related to",
    "related documents",
    "related designs",
    "related RFCs",
    "related ADRs",
    "see also",
    "builds on",
    "based on",
    "extends",
    "amends",
    "requires",
    "blocked by",
  ].map(keyOf),
);

// Most fields are none of these, which costs less to see than what their key is.
const mayBe = /depend|relat|see|build|base|extend|amend|requir|block/i;

/**
 * The designs that a header names as those that its own hangs on or has to do with, in the order of the text. Words
 * that are neither a link, nor a file, nor a number are no design for certain, and left out.
 */
export const dependenciesIn = ({ doc, alignment }: Headed): readonly Named[] =>
  doc.header.fields.flatMap((field): readonly Named[] => {
    if (field.value === "" || !mayBe.test(field.key) || !keys.has(keyOf(field.key))) return [];
    const wanted = alignment.fields.find((answer) => answer.field === field)?.wanted;
    if (wanted && unfilledIn(field.value, wanted).length > 0) return [];
    return namedIn(doc, field, inText(doc, field.block, field.valueSpan)).filter((one) => !namesByWords(one));
  });
