import { severityInWords } from "../../server/src/cli/rule-page.ts";
import { collectionKeys, fieldKeys, fileKeys, reviewKeys, type Key } from "../../server/src/config/keys.ts";
import { configSchema, packageSchema, type Listed } from "../../server/src/config/schema.ts";
import { inEnglish } from "../../server/src/messages/message.ts";
import { rules } from "../../server/src/rules/index.ts";
import { presetNames, presets } from "../../server/src/template/presets.ts";
import type { GeneratedFile } from "./files.ts";

/** What the schema lists: the rules with their defaults, and the presets. */
export const listed: Listed = {
  rules: rules.map((rule) => ({
    id: rule.id,
    about: `${rule.summary.replace(/[<>]/g, String.raw`\$&`)} Default: ${severityInWords(rule)}.`,
  })),
  presets: presetNames.map((name) => ({ name, about: inEnglish(presets[name].summary) })),
};

/** Where the schemas lie, and which files they are for, as the manifest's `contributes.jsonValidation` has it. */
export const jsonValidation = [
  { fileMatch: [".design-docs.json"], url: "./schemas/design-docs.schema.json" },
  { fileMatch: ["package.json"], url: "./schemas/package.schema.json" },
] as const;

/** The JSON schemas of configuration files, and the page about them. */
export const configurationFiles = (): readonly GeneratedFile[] => [
  { path: "schemas/design-docs.schema.json", content: print(configSchema(listed)) },
  { path: "schemas/package.schema.json", content: print(packageSchema(listed)) },
  { path: "docs/configuration.md", content: page },
];

const print = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

const table = (keys: Readonly<Record<string, Key>>): string =>
  [
    "| Key | What it says | Example |",
    "| --- | --- | --- |",
    ...Object.entries(keys).map(
      ([key, { description, example }]) =>
        `| \`${key}\` | ${cell(inProse(description))} | \`${cell(JSON.stringify(example))}\` |`,
    ),
  ].join("\n");

const cell = (text: string): string => text.replaceAll("|", String.raw`\|`);

const inProse = (description: string): string =>
  description.replace(/`designDocs\.([\w.]+)`/g, "[`designDocs.$1`](settings.md)");

const page = `# Configuration

A file \`.design-docs.json\` says what a team has decided about its design documents: which files they are, after which template, under which rules. Editors and the command line read it alike, so that both tell the same, and it wins over the settings of an editor.

\`\`\`jsonc
{
  "collections": [
    {
      // Proposals, numbered, after a template of the team.
      "include": ["rfcs/*.md"],
      "exclude": ["rfcs/README.md"],
      "template": "rfcs/0000-template.md",
      "fileName": "{number:4}-{title}.md",
      "statuses": { "Proposed": "review", "Accepted": "approved", "Rejected": "closed" },
      "fields": { "Owner": { "required": true, "shape": "person" }, "Area": { "values": ["api", "ui"] } },
    },
    {
      // Decisions, after a preset.
      "include": ["docs/adr/*.md"],
      "template": "preset:adr",
      "rules": { "summary-length": "off" },
      "since": "2026-01-01",
    },
  ],
  "rules": { "title-length": "off" },
  "people": { "Ada Lovelace": "@ada" },
  "review": { "days": 10 },
}
\`\`\`

Comments and trailing commas are allowed. All keys are optional but \`include\`. VS Code offers keys, rules and presets as you type; for other editors, the schema is \`schemas/design-docs.schema.json\`.

*Set Up Design Docs* in VS Code and \`design-docs init\` write the file together with a [preset](presets.md).

## Keys of the file

${table(fileKeys)}

\`review\` has one key:

${table(reviewKeys)}

## Keys of a collection

${table(collectionKeys)}

A field in \`fields\` has the keys:

${table(fieldKeys)}

A name in \`fields\` is that of a field of the template, however it is spelt there; a field that the template does not have is one more.

## Which file counts

- The nearest one at or above a document, as a whole. A package of a monorepo that has its own is not touched by the one above.
- It is looked for up to the folder of the repository (the one with \`.git\`) or of the workspace, whichever is further out; on the command line, the working folder stands for the workspace. Where there is neither, it lies beside the document. So it does not matter whether the repository or a folder of it is opened.
- The value of \`"design-docs"\` in a \`package.json\` is read as such a file. If \`.design-docs.json\` lies beside it, that one is read instead.
- Paths and globs begin at the folder of the file and have forward slashes on every system.
- \`design-docs check --config FILE\` reads that one file for all documents.

## Which files are documents

Where a file has \`collections\`, they alone say it, and the settings \`designDocs.include\` and \`designDocs.exclude\` say nothing there. The first collection that includes a Markdown file governs it. Templates are never documents: neither those that the file names, whatever they are called, nor files called \`TEMPLATE.md\`, \`template.md\`, \`_template.md\` or \`0000-template.md\`. The order of collections counts: put the one with the narrower globs first.

## Which template

1. The one that the collection names: a Markdown file anywhere in the workspace or the repository, or \`preset:NAME\`.
2. The nearest \`TEMPLATE.md\` (or one of the other names above) beside the document or above it, not above the file.
3. The built-in one.

If the template that is named cannot be read, the next of these holds; the file is told of it, and on the command line the exit code is 2. In VS Code, the language status of a document says which template governs it and why.

## What is wrong with the file

Faults are told in the file itself, and the rest of it goes on working: broken JSON, keys and rules that are unknown (with a fix where a slip of the keyboard is likely), values of another kind, globs that match no document, collections that earlier ones leave nothing for, templates and baselines that are not there, have no heading or lie outside. In editors they are diagnostics of the file. \`design-docs check\` tells them where the file lies in a folder that is checked or is named itself; their place of a rule is \`configuration\`, and an error among them ends it with 1.

A change applies at once, also before it is saved.
`;
