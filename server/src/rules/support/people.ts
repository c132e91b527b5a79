import type { Field } from "../../syntax/document.ts";
import { isFiller, unfilledIn } from "../../template/fields.ts";
import type { Span } from "../../text/span.ts";
import type { RuleContext } from "../rule.ts";
import { entriesOf, filledFields } from "./header.ts";

/** A reviewer as the header names one. */
export interface Reviewer {
  /** With its `@`, without a remark behind it. */
  readonly handle: string;
  /** The handle in the text. */
  readonly span: Span;
  readonly field: Field;
}

/** The handles in the header's fields of that shape, as far as they are the author's own words. */
export const reviewersIn = (context: RuleContext): readonly Reviewer[] =>
  [...filledFields(context, "handles")].flatMap(({ field }) =>
    entriesOf(context.doc, field).flatMap(({ text, span }): readonly Reviewer[] => {
      const handle = handleAtStart.exec(text)?.[0].replace(/[.-]+$/, "");
      return handle === undefined || saysNobody(text)
        ? []
        : [{ handle, span: { start: span.start, end: span.start + handle.length }, field }];
    }),
  );

const handleAtStart = /^@[\p{L}\p{N}_][\p{L}\p{N}_.-]*(?:\/[\p{L}\p{N}_.-]+)*/u;

/** What an author goes by, in lower case: name, address and handle, as far as each is known. */
export interface Person {
  readonly names: ReadonlySet<string>;
  /** With its `@`; absent where nobody gave the person one. */
  readonly handle: string | undefined;
}

/** The authors that the header names, placeholders left out. */
export const authorsIn = (context: RuleContext): readonly Person[] =>
  context.alignment.fields.flatMap(({ wanted, field, duplicates }) =>
    wanted.shape !== "person" || !field || duplicates.length > 0 || unfilledIn(field.value, wanted).length > 0
      ? []
      : entriesOf(context.doc, field).map(({ text }) => personOf(text, context)),
  );

/** A person from `Name <address>`, a name, an address or a handle. */
export function personOf(written: string, { options }: Pick<RuleContext, "options">): Person {
  const [, name, address] = /^([^<>]{0,200}?)\s*<([^<>\s]{1,200})>/.exec(written) ?? [];
  const said = (name === undefined ? [written] : [name, address ?? ""])
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== "");
  const own = said.find((one) => /^@[\p{L}\p{N}_]/u.test(one));
  const known = said.flatMap((one) =>
    Object.hasOwn(options.people, one) ? (options.people[one] ?? []) : [],
  );
  const handle = known.at(0) ?? own;
  return { names: new Set([...said, ...(handle === undefined ? [] : [handle.toLowerCase()])]), handle };
}

/** Whether two are the same person, as far as their names, addresses or handles tell. */
export const isSamePerson = (one: Person, other: Person): boolean =>
  [...one.names].some((name) => other.names.has(name));

const nobody =
  /^@?(?:none|nobody|no one|no[ -]?one|no reviewers?|no approvers?|unassigned|not assigned|to be (?:found|assigned|named|chosen|determined|confirmed)|pending|open|missing|tbd|tba|tbc|todo|\?+)(?:\s(?:yet|so far|for now|assigned|found|named)|\s?\([^()]{0,200}\)|[.!…])*$/i;

/** Whether an entry of a field for people says that there is nobody yet: “none yet”, “TBD (ask mobile)”. */
export const saysNobody = (entry: string): boolean =>
  entry.length < 300 && (isFiller(entry) || nobody.test(entry));
