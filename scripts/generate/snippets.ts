import { readFileSync } from "node:fs";
import { slugOf } from "../../server/src/template/file-name.ts";
import { newDocumentPieces } from "../../server/src/features/new-document.ts";
import { parseDocument } from "../../server/src/syntax/parse-document.ts";
import { readBeside } from "../../server/src/template/analysed.ts";
import { missingPieces } from "../../server/src/template/insertion.ts";
import { acceptedNames } from "../../server/src/template/names.ts";
import { asSnippet } from "../../server/src/template/pieces.ts";
import { readTemplate } from "../../server/src/template/read-template.ts";
import { inEnglish } from "../../server/src/messages/message.ts";
import { presetNames, presets, presetTemplate, type PresetName } from "../../server/src/template/presets.ts";
import type { Template } from "../../server/src/template/template.ts";
import type { GeneratedFile } from "./files.ts";

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

// The editor's own variables, so that the date is that of the day on which the snippet is used.
const today = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE";

/** The snippets for Markdown: every preset whole, the built-in template in its parts, and what is often repeated in it. */
export function snippets(): GeneratedFile {
  const template = readTemplate({
    name: "Design Docs",
    text: readFileSync("templates/design-doc.md", "utf8"),
  });
  const all = {
    ...documentSnippets(template),
    ...presetSnippets(),
    ...sectionSnippets(template),
    ...entrySnippets,
  };
  return { path: "snippets/design-docs.code-snippets", content: `${JSON.stringify(all, undefined, 2)}\n` };
}

/** What is typed for a whole document after a preset. */
export const presetPrefix = (name: PresetName): string => (name === "design-doc" ? name : `dd-${name}`);

/** The lines of a whole document with a tab stop for each place to write at. */
function wholeDocument(template: Template): readonly string[] {
  // The pieces know no variables, so the date is put in where a day that nobody would write stands.
  const date = "0000-00-00";
  const document = asSnippet(newDocumentPieces(template, { placeholder: "Title" }, { date, reviewers: [] }));
  return linesOf(document.replace(date, today));
}

function presetSnippets(): Readonly<Record<string, Snippet>> {
  const others = presetNames.filter((name) => name !== "design-doc");
  return Object.fromEntries(
    others.map((name) => {
      const title = inEnglish(presets[name].title);
      return [
        title,
        {
          prefix: presetPrefix(name),
          description: `A whole document after the preset “${name}”: ${title.toLowerCase()}`,
          body: wholeDocument(presetTemplate(name)),
        },
      ];
    }),
  );
}

function documentSnippets(template: Template): Readonly<Record<string, Snippet>> {
  return {
    "Design document": {
      prefix: presetPrefix("design-doc"),
      description: "A whole design document after the built-in template",
      body: wholeDocument(template),
    },
    "Design document header": {
      prefix: "dd-header",
      description: "The header of a design document",
      body: [...headerLines(template), "$0"],
    },
  };
}

function headerLines({ fields, statuses }: Template): readonly string[] {
  const names = statuses.map(({ name }) => name).join(",");
  let stop = 1;
  return fields
    .filter(({ required }) => required)
    .map(({ key, shape, value }) => {
      if (shape === "date") return `${key}: ${today}`;
      return `${key}: \${${stop++}${shape === "status" ? `|${names}|` : `:${value}`}}`;
    });
}

function sectionSnippets(template: Template): Readonly<Record<string, Snippet>> {
  const sections = template.sections.filter(({ isTitle }) => !isTitle);
  // A document that has nothing lacks every section with all that belongs below it.
  const nothing = readBeside(parseDocument(""), template);
  return Object.fromEntries(
    sections.map((section) => {
      const name = acceptedNames(section.title).at(1) ?? section.title;
      const body = asSnippet(missingPieces(nothing, section, "\n"));
      const description = `The section “${section.title}” with its guidance`;
      return [
        `Section: ${section.title}`,
        { prefix: `dd-${slugOf(name)}`, description, body: linesOf(body) },
      ];
    }),
  );
}

const linesOf = (text: string): readonly string[] => text.split("\n");

const entrySnippets: Readonly<Record<string, Snippet>> = {
  "Decision log entry": {
    prefix: "dd-decision",
    description: "An entry of the decision log: when, what, by whom and why",
    body: [`- ${today}: \${1:What was decided}. Approved by \${2:@who}, because \${3:why}.$0`],
  },
  Alternative: {
    prefix: "dd-alternative",
    description: "An alternative with the reason why it was not chosen",
    body: [
      "### ${1:Name of the alternative}",
      "",
      "${2:What it is and what speaks for it.}",
      "",
      "Not chosen because ${3:reason}.$0",
    ],
  },
  Requirement: {
    prefix: "dd-requirement",
    description: "A requirement that can be tested",
    body: [
      "- ${1:Name}: the system ${2|must,should,may|} ${3:do what}, which is reached when ${4:what is measured}.$0",
    ],
  },
  "Sequence diagram": {
    prefix: "dd-sequence",
    description: "A sequence diagram in Mermaid",
    body: [
      "```mermaid",
      "sequenceDiagram",
      "    participant ${1:Client}",
      "    participant ${2:Service}",
      "    $1->>$2: ${3:request}",
      "    $2-->>$1: ${4:response}",
      "```",
      "$0",
    ],
  },
  "Flow chart": {
    prefix: "dd-flow",
    description: "A flow chart in Mermaid",
    body: [
      "```mermaid",
      "flowchart LR",
      "    source[${1:Client}] -->|${2:request}| service[${3:Service}]",
      "    service --> store[(${4:Store})]",
      "```",
      "$0",
    ],
  },
};
