import { inEnglish } from "../../server/src/messages/message.ts";
import { parsePattern, shownPattern } from "../../server/src/template/name-pattern.ts";
import { presetNames, presets, presetTemplate, type PresetName } from "../../server/src/template/presets.ts";
import type { GeneratedFile } from "./files.ts";
import { presetPrefix } from "./snippets.ts";

/** The page of the presets: what each is for, what it has, and how a team begins with one. */
export const presetsPage = (): GeneratedFile => ({
  path: "docs/presets.md",
  content: `# Presets

Ready templates, for teams that have none yet. Each is an ordinary Markdown file in the section names that its kind is known by, with guidance of ours below every heading.

| Preset | What it is for | Folder and file names | Snippet |
| --- | --- | --- | --- |
${presetNames.map(row).join("\n")}

## Begin with one

\`\`\`sh
design-docs init --preset adr
\`\`\`

In VS Code, **Design Docs: Set Up Design Docs** does the same. Both write two files and overwrite nothing:

- \`.design-docs.json\` with a collection: which files are documents of this kind, their template, and how they are named. If there is one already, it gets one more collection.
- The template, as \`TEMPLATE.md\` beside the documents. It is yours from then on: take sections out, add your own, write your own guidance. [Templates](templates.md) says what is read from it.

What is in the workspace already is used. If the folder has a template, that one governs and the preset is not written. If it has documents, \`fileName\` is what their names show, and \`since\` is today, so that they are told at information at most. Without \`--preset\`, a customary folder that is there (\`docs/adr\`, \`rfcs\`, \`keps\`, \`proposals\`, …) decides what is set up.

A team that wants a preset as it is, with all that later versions of it bring, names it in its configuration and keeps no file:

\`\`\`json
{
  "collections": [
    { "include": ["docs/adr/*.md"], "template": "preset:adr", "fileName": "{number:4}-{title}.md" }
  ]
}
\`\`\`

**New Design Doc** offers the presets also where nothing is set up. That writes the document and no configuration.

## What is in them

${presetNames.map(section).join("\n\n")}

## File names

\`fileName\` in a collection says how its documents are named. New Design Doc follows it, and the rules \`file-name\`, \`date-mismatch\`, \`slug-drift\` and \`duplicate-document\` read names by it.

| In the pattern | In a name |
| --- | --- |
| \`{date}\` | a day, \`2026-03-01\` |
| \`{number}\` | a number; a new document gets the one behind the highest in its folder |
| \`{number:4}\` | the same with at least four digits, \`0012\` |
| \`{title}\` | the title in lower case with hyphens, \`sync-engine\` |
| anything else | itself; upper and lower case are not distinguished |

A pattern ends as a Markdown file does. With a \`/\` it speaks of folders too: under \`{number}-{title}/README.md\`, \`keps/12-sync-engine/README.md\` is well named.

Where no configuration says a pattern, a preset’s own is asked for, the built-in template’s among them, and under a team’s template nothing is, unless it speaks of names that end with \`-design.md\`. New Design Doc then names documents as the template’s name shows (\`NNNN-template.md\`, \`0000-template.md\`, \`YYYY-MM-DD-title.md\`), else as the documents beside it are named.
`,
});

function row(name: PresetName): string {
  const { summary, folder, fileName } = presets[name];
  const pattern = parsePattern(fileName);
  const names = pattern ? shownPattern(pattern) : fileName;
  return `| [\`${name}\`](../templates/${name}.md) | ${inEnglish(summary)} | \`${folder}/${names}\` | \`${presetPrefix(name)}\` |`;
}

function section(name: PresetName): string {
  const { title } = presets[name];
  const template = presetTemplate(name);
  const sections = template.sections
    .filter(({ isTitle, isPattern }) => !isTitle && !isPattern)
    .map((one) => `${one.title}${one.required ? "" : " (optional)"}`);
  const statuses = template.statuses.map((status) => status.name);
  return `### ${inEnglish(title)}

Sections: ${sections.join(", ")}.

Statuses: ${statuses.join(", ")}.`;
}
