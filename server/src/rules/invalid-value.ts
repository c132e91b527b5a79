import { message } from "../messages/message.ts";
import { keyOf, slip } from "../template/names.ts";
import type { Span } from "../text/span.ts";
import { defineRule, type Given, type Problem, type RuleContext } from "./rule.ts";
import { entriesOf, filledFields } from "./support/header.ts";
import { headerLevels } from "./support/levels.ts";

interface InvalidValue extends Problem {
  readonly entry: Span;
  /** The values to choose from, the one that is probably meant alone. */
  readonly values: readonly string[];
}

const template = "# Design\n\nStatus: DRAFT\nArea: YOUR AREA\n\n## Goals\n\nWhat it is for.\n";
const given: Given = {
  say: 'The configuration says `"fields": { "Area": { "values": ["api", "mobile", "web"] } }`.',
  overrides: { statuses: undefined, fields: { Area: { values: ["api", "mobile", "web"] } } },
};

export default defineRule<InvalidValue>({
  id: "invalid-value",
  summary: "A field of the header has none of the values that the team’s configuration lists for it.",
  why: "Lists and searches go by these values, and one that is spelt in its own way is found by nobody. A field may have several of them, separated by commas; upper and lower case do not matter. Without `values` in a [configuration](../configuration.md) nothing is told.",
  severity: headerLevels("warning", "warning", "warning"),
  reads: [],
  waitsFor: "value",
  examples: [
    {
      title: "a slip of the keyboard",
      template,
      text: "# Sync engine\n\nStatus: DRAFT\nArea: web, ⟦mobil⟧\n\n## Goals\n\nPhones work offline.\n",
      fixed: "# Sync engine\n\nStatus: DRAFT\nArea: web, mobile\n\n## Goals\n\nPhones work offline.\n",
      given,
    },
    {
      title: "several values",
      template,
      text: "# Sync engine\n\nStatus: DRAFT\nArea: API, web\n\n## Goals\n\nPhones work offline.\n",
      given,
    },
  ],

  *check(context) {
    for (const { key, values, entry, text } of strangers(context)) {
      const meant = values
        .flatMap((value) => {
          const edits = slip(keyOf(text), keyOf(value));
          return edits === undefined ? [] : [{ value, edits }];
        })
        .toSorted((a, b) => a.edits - b.edits)
        .at(0)?.value;
      yield meant === undefined
        ? {
            span: entry,
            message: message("invalid-value.found", { key, value: text, values: values.join(", ") }),
            entry,
            values,
          }
        : {
            span: entry,
            message: message("invalid-value.meant", { key, value: text, meant }),
            entry,
            values: [meant],
          };
    }
  },

  fixes: ({ entry, values }) =>
    values.map((value) => ({
      title: message("invalid-value.fix", { value }),
      edits: [{ span: entry, text: value }],
    })),
});

interface Stranger {
  readonly key: string;
  readonly values: readonly string[];
  readonly entry: Span;
  readonly text: string;
}

/** The entries of fields with listed values that are none of them. */
function* strangers(context: RuleContext): Generator<Stranger> {
  // Of a status, its own rule tells.
  for (const shape of ["text", "date", "person", "handles", "links"] as const)
    for (const { wanted, field } of filledFields(context, shape)) {
      const { values } = wanted;
      if (!values) continue;
      const known = new Set(values.map((value) => plain(value)));
      // A value may have a comma in it.
      if (known.has(plain(field.value))) continue;
      for (const { text, span } of entriesOf(context.doc, field))
        if (!known.has(plain(text))) yield { key: field.key, values, entry: span, text };
    }
}

const plain = (value: string): string => value.trim().replace(/\s+/g, " ").toLowerCase();
