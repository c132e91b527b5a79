import { message } from "../messages/message.ts";
import type { Field } from "../syntax/document.ts";
import type { Span } from "../text/span.ts";
import { defineRule, type Problem } from "./rule.ts";
import { entriesOf, filledFields } from "./support/header.ts";
import { headerLevels } from "./support/levels.ts";

interface InvalidAuthor extends Problem {
  readonly field: Field;
  readonly entry: { readonly text: string; readonly span: Span };
}

const template =
  "# Design\n\nStatus: DRAFT\nAuthor: YOUR NAME <you@example.com>\n\n## Goals\n\nWhat it is for.\n";

export default defineRule<InvalidAuthor>({
  id: "invalid-author",
  summary: "An author is not written as “Name <email>”.",
  why: "Years later somebody will want to ask the author. A name alone may be anybody’s, an address alone says nothing when it is closed. Several authors are separated by commas. It is asked for where the template has an address in angle brackets.",
  severity: headerLevels("warning", "warning", "warning"),
  reads: [],
  waitsFor: "value",
  examples: [
    {
      title: "brackets in place of angle brackets",
      template,
      text: "# Sync engine\n\nStatus: DRAFT\nAuthor: ⟦Ada Lovelace (ada@lovelace.dev)⟧\n\n## Goals\n\nPhones work offline.\n",
      fixed:
        "# Sync engine\n\nStatus: DRAFT\nAuthor: Ada Lovelace <ada@lovelace.dev>\n\n## Goals\n\nPhones work offline.\n",
    },
    {
      title: "several authors",
      template,
      text: "# Sync engine\n\nStatus: DRAFT\nAuthors: Ada Lovelace <ada@lovelace.dev>, ⟦Grace⟧\n\n## Goals\n\nPhones work offline.\n",
    },
  ],

  *check(context) {
    for (const { wanted, field } of filledFields(context, "person")) {
      // Only what the template shows is asked for, and one that shows several forms asks for none of them.
      if (!showsForm(wanted.value)) continue;
      const entry = entriesOf(context.doc, field).find(({ text }) => text.length < 500 && !person.test(text));
      if (!entry) continue;
      yield {
        span: entry.span,
        message: message("invalid-author.found", { value: entry.text }),
        field,
        entry,
      };
    }
  },

  fixes({ field, entry }, { facts }) {
    const known = facts.author?.toLowerCase().startsWith(`${entry.text.toLowerCase()} <`)
      ? facts.author
      : undefined;
    const value = known ?? asPerson(entry.text);
    if (value === undefined) return [];
    const title = message("invalid-author.fix", { key: field.key, value });
    return [{ title, edits: [{ span: entry.span, text: value }], safe: true }];
  },
});

/** Whether each entry of a template's value is a name with an address. */
const showsForm = (value: string): boolean =>
  value !== "" &&
  value
    .slice(0, 500)
    .split(",")
    .every((entry) => /^[^<>@()]*<[^<>\s@]+@[^<>\s@]+>$/.test(entry.trim()));

const person = /^[^<>@]*[^<>@\s]\s{0,4}<[^<>\s@]+@[^<>\s@]+>(?:\s*\([^()]*\))?$/;

const address = "([^\\s<>()[\\]:;&@]+@[^\\s<>()[\\];&@]+)";
const name = "([^<>()[\\]:;&@]*[^\\s<>()[\\]:;&@])";
const otherForms: readonly RegExp[] = [
  new RegExp(`^${name}\\s*\\(${address}\\)$`),
  new RegExp(`^${name}\\s+${address}$`),
  new RegExp(`^${name}\\s*,?\\s*\\[${address}\\]$`),
  new RegExp(`^\\[${name}\\]\\(mailto:${address}\\)$`),
];

/** A name and an address in another form: `Name (a@b)`, `Name a@b`, `[Name](mailto:a@b)`; nothing where it is more. */
function asPerson(text: string): string | undefined {
  if (text.length > 200) return undefined;
  for (const form of otherForms) {
    const [, found, at] = form.exec(text) ?? [];
    if (found !== undefined && at !== undefined) return `${found.trim()} <${at}>`;
  }
  return undefined;
}
