/** A key of the configuration file: the reader, the JSON schema and the documentation are made from it. */
export interface Key {
  /** One or more sentences of Markdown. */
  readonly description: string;
  /** As JSON, as it is written in the file. */
  readonly example: unknown;
}

type Keys = Readonly<Record<string, Key>>;

/** The keys of the file itself, in the order in which they are shown. */
export const fileKeys = {
  $schema: {
    description:
      "The address of this schema, for editors that do not know the file by its name. It is ignored.",
    example: "./schemas/design-docs.schema.json",
  },
  collections: {
    description:
      "The kinds of design documents below the folder of this file. The first one that includes a document governs it; a Markdown file that none includes is no design document. Without this key, the files are those of the setting `designDocs.include`.",
    example: [{ include: ["docs/designs/*.md"] }],
  },
  rules: {
    description:
      "How severe the findings of a rule are in all collections: a level, or one for each stage of a document. It wins over the setting `designDocs.rules`, and a collection’s own `rules` win over it.",
    example: { "title-length": "off" },
  },
  people: {
    description:
      "The handles of people, by their name or their e-mail address. It stands in for the setting `designDocs.people`.",
    example: { "Ada Lovelace": "@ada" },
  },
  review: {
    description: "How long reviews may take. It stands in for the setting `designDocs.review.days`.",
    example: { days: 10 },
  },
} as const satisfies Keys;

/** The keys of `review`. */
export const reviewKeys = {
  days: {
    description: "For how many days a document may be in review before `stale-review` tells it.",
    example: 10,
  },
} as const satisfies Keys;

/** The keys of a collection. */
export const collectionKeys = {
  include: {
    description:
      "Globs of the documents, relative to the folder of this file, with forward slashes; one or a list. Only Markdown files are documents, and upper and lower case are not distinguished.",
    example: ["rfcs/*.md"],
  },
  exclude: {
    description:
      "Globs of files that are none although `include` matches them. Templates that this file names and the baselines never are.",
    example: ["rfcs/README.md"],
  },
  template: {
    description:
      "The template: the path of a Markdown file, relative to the folder of this file, or `preset:NAME`. Without it, the nearest template beside the documents or above them holds, else the built-in one.",
    example: "rfcs/0000-template.md",
  },
  fileName: {
    description:
      "How the files are named. `{date}` is a day as `YYYY-MM-DD` (`{date:YYYYMMDD}` without hyphens), `{number}` a number, `{number:4}` one of four digits, `{title}` the title in lower case with hyphens; the rest stands as it is. With a `/` it speaks of folders too: `{number}-{title}/README.md`.",
    example: "{number:4}-{title}.md",
  },
  statuses: {
    description:
      "The words that `Status` may have, with the stage of each: `draft`, `review`, `approved`, `implemented` or `closed`. A list of words is enough where they are usual ones. Without it, the template says them.",
    example: { Proposed: "review", Accepted: "approved", Rejected: "closed" },
  },
  fields: {
    description:
      'What is asked of fields of the header, beyond the template: `"required"`, `"optional"`, or an object.',
    example: { Owner: { required: true, shape: "person" }, Area: { values: ["api", "ui"] } },
  },
  rules: {
    description: "How severe the findings of a rule are in this collection. It wins over the file’s `rules`.",
    example: { "summary-length": "off" },
  },
  since: {
    description: "A day as `YYYY-MM-DD`. What is wrong in older documents is told as information at most.",
    example: "2026-01-01",
  },
  baseline: {
    description:
      "The path of a file with findings that were accepted, relative to the folder of this file. They are not told; `design-docs check --update-baseline` writes it.",
    example: ".design-docs-baseline.json",
  },
} as const satisfies Keys;

/** The keys of a field in `fields`. */
export const fieldKeys = {
  required: { description: "Whether a document must have the field.", example: true },
  shape: {
    description:
      "What its value looks like: a `status` word, a `date` as `YYYY-MM-DD`, a `person` as `Name <address>`, `handles` such as `@ada`, `links`, or any `text`.",
    example: "person",
  },
  values: { description: "The values that it may have.", example: ["api", "ui"] },
} as const satisfies Keys;

/** What a field may be said to be instead of an object. */
export const fieldWords = ["required", "optional"] as const;

/** The shapes that a field can have; the template's kinds, in the order in which they are shown. */
export const shapes = ["status", "date", "person", "handles", "links", "text"] as const;

/** What stands before the name of a preset in `template`. */
export const presetPrefix = "preset:";
