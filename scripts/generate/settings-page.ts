import { table, type Setting } from "../../server/src/settings/table.ts";
import type { GeneratedFile } from "./files.ts";

const entries: readonly (readonly [key: string, setting: Setting])[] = Object.entries(table);

/** The page of all settings. */
export const settingsPage = (): GeneratedFile => ({
  path: "docs/settings.md",
  content: `# Settings

All settings stand under \`designDocs\` in VS Code's settings; those with the scope *folder* can differ between the folders of a workspace. A value of the wrong shape is told, and the default holds in its place. Where a team has a [configuration file](configuration.md), what that says holds instead. Other editors send the same names with \`workspace/configuration\`; see [other editors](other-editors.md).

${entries.map(section).join("\n\n")}

## Examples

Design documents in another folder, with a team's own names for templates left out:

\`\`\`json
{
  "designDocs.include": ["rfcs/**/*.md"],
  "designDocs.exclude": ["rfcs/template.md", "**/README.md"]
}
\`\`\`

File names of any form, and open sections as warnings from the first draft on:

\`\`\`json
{
  "designDocs.rules": {
    "file-name": "off",
    "missing-section": { "draft": "warning" },
    "empty-section": { "draft": "warning" }
  }
}
\`\`\`

The template's guidance that is still in a document is faded, as VS Code fades code that is not used. How much is the colour theme's choice; at full contrast it stands in Markdown files with:

\`\`\`json
{ "[markdown]": { "editor.showUnused": false } }
\`\`\`

Each rule and its default severities: [rules](rules/README.md).
`,
});

const section = ([key, { schema, default: value, description, scope }]: readonly [string, Setting]): string =>
  [
    `## designDocs.${key}`,
    inProse(description),
    `- Type: ${typeOf(schema)}\n- Default: \`${JSON.stringify(value)}\`\n- Scope: ${scope === "resource" ? "folder" : "window"}`,
  ].join("\n\n");

/** A table of the settings for pages that give an overview. */
export function settingsTable(): string {
  const rows = entries.map(([key, { default: value, description }]) => {
    const shown = JSON.stringify(value).replaceAll("|", String.raw`\|`);
    return `| \`designDocs.${key}\` | \`${shown}\` | ${inProse(description).replaceAll("|", String.raw`\|`)} |`;
  });
  return ["| Setting | Default | What it does |", "| --- | --- | --- |", ...rows].join("\n");
}

/** In a page, a link to another setting is its name alone. */
const inProse = (description: string): string => description.replace(/`#([\w.]+)#`/g, "`$1`");

function typeOf({ type, items }: Setting["schema"]): string {
  if (type === "array")
    return `list of ${typeof items === "object" && items && "type" in items ? String(items.type) : "value"}s`;
  return String(type);
}
