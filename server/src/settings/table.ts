import type { Settings } from "./settings.ts";

/** A setting under `designDocs.`: the manifest's entry and the documentation are generated from it. */
export interface Setting {
  /** Its JSON schema, as the manifest's `contributes.configuration` has it; without `default`. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly default: unknown;
  /** One or more sentences of Markdown. */
  readonly description: string;
  /** Where it may be set: `resource` can differ between workspace folders. */
  readonly scope: "resource" | "window";
}

const globs = { type: "array", items: { type: "string", minLength: 1 }, uniqueItems: true } as const;

/** The levels that a rule can be set to, and the stages that it can be set for. */
export const levels = ["error", "warning", "information", "hint", "off"] as const;

const level = { type: "string", enum: levels } as const;

/** The JSON schema of one rule's value in `designDocs.rules`. */
export const ruleSchema = {
  oneOf: [
    level,
    {
      type: "object",
      properties: { draft: level, review: level, approved: level, implemented: level, closed: level },
      additionalProperties: false,
    },
  ],
} as const;

/** All settings by their key, in the order in which they are shown. `rules` gets one property a rule when it is generated. */
export const table = {
  include: {
    schema: globs,
    default: ["**/docs/designs/**/*.md"],
    description:
      "Globs of the files that are design documents, relative to the workspace folder. Upper and lower case are not distinguished. Other Markdown files are left alone.",
    scope: "resource",
  },
  exclude: {
    schema: globs,
    default: ["**/{TEMPLATE,template,_template,0000-template}.md", "**/README.md", "**/index.md"],
    description:
      "Globs of files that are no design documents although `#designDocs.include#` matches them. A template is never a design document.",
    scope: "resource",
  },
  rules: {
    schema: { type: "object", additionalProperties: false },
    default: {},
    description:
      'How severe the findings of a rule are: `"error"`, `"warning"`, `"information"`, `"hint"` or `"off"`, or one of them for each stage of a document: `{ "draft": "off", "review": "warning" }`. Rules and stages that are not named keep their default.',
    scope: "resource",
  },
  "outline.enabled": {
    schema: { type: "boolean" },
    default: true,
    description:
      "Shows the sections of a design document and their state in the Outline, beside the headings that Markdown shows there.",
    scope: "resource",
  },
  dimGuidance: {
    schema: { type: "boolean" },
    default: true,
    description:
      "Dims the guidance of the template that is still in a design document, so that what somebody wrote stands out.",
    scope: "resource",
  },
  codeLens: {
    schema: { type: "boolean" },
    default: true,
    description:
      "Shows above the status of a design document which step comes next, such as *Request Review*, and how much is written.",
    scope: "resource",
  },
  run: {
    schema: {
      type: "string",
      enum: ["onType", "onSave"],
      enumDescriptions: [
        "While you type; a line is left alone until you pause.",
        "When a document is opened or saved.",
      ],
    },
    default: "onType",
    description: "When findings are brought up to date.",
    scope: "resource",
  },
  people: {
    schema: { type: "object", additionalProperties: { type: "string", pattern: "^@" } },
    default: {},
    description:
      'The handles of people, by their name or their e-mail address: `{ "Ada Lovelace": "@ada" }`. With it, `self-review` tells when an author is the only reviewer, and *Approve* writes handles.',
    scope: "resource",
  },
  "review.days": {
    schema: { type: "integer", minimum: 1, maximum: 3650 },
    default: 14,
    description: "For how many days a document may be in review before `stale-review` tells it.",
    scope: "resource",
  },
  author: {
    schema: { type: "string" },
    default: "",
    description:
      "The author of new documents, as `Name <email>`. While it is empty, *New Design Doc* takes the name from Git.",
    scope: "resource",
  },
  pullRequestHost: {
    schema: {
      type: "string",
      enum: ["auto", "github", "gitlab", "bitbucket", "bitbucket-server", "azure", "gitea"],
      enumDescriptions: [
        "What the name of the host says.",
        "GitHub Enterprise.",
        "GitLab.",
        "Bitbucket Cloud.",
        "Bitbucket Server or Data Center.",
        "Azure DevOps.",
        "Gitea or Forgejo.",
      ],
    },
    default: "auto",
    description:
      "What runs on the host of your repositories, where its name does not say it: *Open Design Pull Request* then finds its page for a new pull request, and *Link Implementation Pull Requests* the address of `#12`.",
    scope: "resource",
  },
  handle: {
    schema: { type: "string", pattern: "^@?[^@\\s]*$" },
    default: "",
    description:
      "Your handle, with or without `@`, as reviewers are named: the Documents view counts the designs that wait for your review. While it is empty, it is that of the GitHub account that Design Docs was given before; nobody is asked for one.",
    scope: "window",
  },
} as const satisfies Readonly<Record<string, Setting>>;

/** The settings of someone who has set none. */
export const defaults: Settings = {
  include: table.include.default,
  exclude: table.exclude.default,
  rules: table.rules.default,
  outline: { enabled: table["outline.enabled"].default },
  codeLens: table.codeLens.default,
  run: table.run.default,
  people: table.people.default,
  reviewDays: table["review.days"].default,
  toldElsewhere: [],
  author: table.author.default,
};
