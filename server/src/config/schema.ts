import { levels, ruleSchema } from "../settings/table.ts";
import { stages } from "../template/status.ts";
import {
  collectionKeys,
  fieldKeys,
  fieldWords,
  fileKeys,
  presetPrefix,
  reviewKeys,
  shapes,
  type Key,
} from "./keys.ts";

type Schema = Readonly<Record<string, unknown>>;

/** What the schema lists of what there is. */
export interface Listed {
  /** By id, with a sentence of Markdown for each. */
  readonly rules: readonly { readonly id: string; readonly about: string }[];
  readonly presets: readonly { readonly name: string; readonly about: string }[];
}

/**
 * The JSON schema (draft-07, with VS Code’s `markdownDescription`, `enumDescriptions` and `defaultSnippets`) of a
 * configuration file. It tells the wrong shapes that the reader tells; what hangs on other files it cannot know.
 */
export function configSchema(listed: Listed): Schema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Design Docs",
    description: "What a team has decided about its design documents.",
    allowComments: true,
    allowTrailingCommas: true,
    ...fileSchema(listed),
    definitions: definitions(listed),
  };
}

/** The schema of a `package.json` as far as it holds a configuration. */
export function packageSchema(listed: Listed): Schema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    type: "object",
    properties: {
      "design-docs": {
        ...fileSchema(listed),
        description: "What a team has decided about its design documents, as in a .design-docs.json.",
      },
    },
    definitions: definitions(listed),
  };
}

const text = { type: "string", pattern: String.raw`\S` } as const;

const fileSchema = (listed: Listed): Schema =>
  object(fileKeys, {
    $schema: {},
    collections: {
      type: "array",
      items: collection(listed),
      defaultSnippets: [snippet([{ include: ["$1"] }])],
    },
    rules: ruleLevels,
    people: { type: "object", additionalProperties: { type: "string", pattern: String.raw`^\s*@\S+\s*$` } },
    review: object(reviewKeys, { days: { type: "integer", minimum: 1, maximum: 3650 } }),
  });

const collection = (listed: Listed): Schema => ({
  ...object(collectionKeys, {
    include: { anyOf: [text, { type: "array", items: text, minItems: 1 }] },
    exclude: { anyOf: [text, { type: "array", items: text }] },
    template: template(listed),
    fileName: {
      allOf: [
        text,
        { pattern: String.raw`^[^{}\\]*(?:\{(?:date(?::YYYYMMDD)?|number(?::[1-9])?|title)\}[^{}\\]*)*$` },
      ],
      type: "string",
      defaultSnippets: ["{date}-{title}.md", "{number:4}-{title}.md", "{number}-{title}/README.md"].map(
        (name) => ({ label: name, body: escaped(name) }),
      ),
    },
    statuses: {
      anyOf: [
        { type: "object", additionalProperties: { enum: stages }, minProperties: 1 },
        { type: "array", items: text, minItems: 1 },
      ],
    },
    fields: { type: "object", additionalProperties: { anyOf: [{ enum: fieldWords }, field] } },
    rules: ruleLevels,
    since: text,
    baseline: text,
  }),
  required: ["include"],
  defaultSnippets: [snippet({ include: ["$1"], template: "$2" })],
});

const field = object(fieldKeys, {
  required: { type: "boolean" },
  shape: { enum: shapes },
  values: { type: "array", items: text, minItems: 1 },
});

// What stands in the schema many times, and is long.
const definitions = ({ rules }: Listed): Schema => ({
  level: { ...ruleSchema, defaultSnippets: levels.map((level) => ({ label: level, body: level })) },
  rules: {
    type: "object",
    properties: Object.fromEntries(
      rules.map(({ id, about }) => [id, { $ref: "#/definitions/level", markdownDescription: about }]),
    ),
    additionalProperties: false,
  },
});

const ruleLevels = { $ref: "#/definitions/rules" } as const;

const template = ({ presets }: Listed): Schema => ({
  anyOf: [
    {
      enum: presets.map(({ name }) => presetPrefix + name),
      enumDescriptions: presets.map(({ about }) => about),
    },
    { ...text, not: { pattern: String.raw`^\s*${presetPrefix}` } },
  ],
});

/** An object of these keys and no others, each with its description and example. */
function object<K extends string>(
  keys: Readonly<Record<K, Key>>,
  schemas: Readonly<Record<NoInfer<K>, Schema>>,
): Schema {
  const names = Object.keys(keys) as K[];
  return {
    type: "object",
    properties: Object.fromEntries(
      names.map((name) => [
        name,
        { ...schemas[name], markdownDescription: keys[name].description, examples: [keys[name].example] },
      ]),
    ),
    additionalProperties: false,
  };
}

const snippet = (body: unknown): Schema => ({ body });

/** Braces and dollars mean something in snippets. */
const escaped = (body: string): string => body.replace(/[{}$]/g, String.raw`\$&`);
