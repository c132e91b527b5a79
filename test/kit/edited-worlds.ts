import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Judging } from "../../server/src/service.ts";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import { presetNames, presetTemplate } from "../../server/src/template/presets.ts";
import { readTemplate } from "../../server/src/template/read-template.ts";
import type { Template } from "../../server/src/template/template.ts";
import { shapes } from "../corpus/templates.ts";
import { aboutOf, exampleTemplate, facts } from "./check.ts";
import { rules } from "../../server/src/rules/index.ts";
import type { Example } from "../../server/src/rules/rule.ts";
import { unmark } from "./markers.ts";
import { goodDocument } from "./good-document.ts";
import { oddDocument, oddFacts, oddHeader } from "./odd-documents.ts";
import { oddNeighbours, withNeighbours } from "./odd-neighbours.ts";
import { markdownBelow } from "./own-markdown.ts";
import { designDocument } from "./random-document.ts";
import { randomMarkdown } from "./random-markdown.ts";
import type { Random } from "./random.ts";
import type { World } from "./incremental.ts";

const workspaces = "test/fixtures/workspaces";

/** The templates that documents are read beside: ours, the fixtures', and some in the shapes that teams use. */
const templates: readonly [Template, ...Template[]] = [
  builtInTemplate(),
  ...presetNames.map(presetTemplate),
  ...readdirSync(workspaces)
    .flatMap((folder) => markdownBelow(join(workspaces, folder)))
    .filter(({ name }) => name.includes("template") || name.includes("NNNN"))
    .map(({ text }) => text)
    .concat(shapes.map(({ text }) => text))
    .map((text) => readTemplate({ name: "team", uri: "file:///TEMPLATE.md", text }, builtInTemplate())),
];

const annex =
  "The server is told of it by the phone, and that is what we want it to do for all of us in the field. ";

/**
 * An example with a header and more text behind it. What is found in one is kept over edits elsewhere only where these
 * tell neither another header nor another language, which short texts do with every word.
 */
const amid = (text: string): string =>
  `${text.replace(/^(# [^\n]*\n)\n(?!Status)/, "$1\nStatus: DRAFT\nAuthor: Ada <ada@lovelace.dev>\n\n").trimEnd()}\n\n## Annex\n\n${annex.repeat(6)}\n\n## Last\n\nIt is the end of it.\n`;

/** A document to be edited, and by what it is read and judged. */
export interface Case {
  readonly text: string;
  readonly world: World;
}

/** The example of a rule, as a document with its world. */
export interface ExampleCase extends Case {
  readonly rule: string;
}

/** The examples of all rules that run on documents, each amid more text. */
export const exampleCases = (): readonly ExampleCase[] =>
  examples.map(({ rule, example, text }) => {
    const templatesOfIt = [exampleTemplate(example)] as const;
    return { rule, text: amid(text), world: { templates: templatesOfIt, judgings: [judgingOf(example)] } };
  });

const examples = rules
  .filter(({ subject }) => subject === undefined)
  .flatMap(({ id, examples: own }) =>
    own.map((example) => ({ rule: id, example, text: unmark(example.text).text })),
  );

const judgingOf = (example: Example): Judging => ({
  settings: { rules: {}, ...example.given?.options },
  facts: { ...facts, ...aboutOf(example) },
  stage: example.stage ?? "draft",
});

/** Pieces of the examples of all rules, and of templates, between blank lines: what may make findings come and go. */
const morsels: readonly string[] = [
  ...examples.map(({ text }) => text),
  ...templates.map(({ doc }) => doc.text),
]
  .flatMap((text) => text.split(/\n(?:[ \t]*\n)+/))
  .filter((piece) => piece.length > 0 && piece.length < 600);

/** A piece that says something to a rule, to be pasted as a block of its own or into one. */
export const someMorsel = (random: Random): string =>
  `${random.once(3) ? "\n\n" : ""}${morsels[random.below(morsels.length)] ?? ""}${random.of(["\n", "\n\n", ""])}`;

/** A document that somebody may begin to edit: the example of a rule, or one that comes about beside a template. */
export function someCase(random: Random): Case {
  const world = someWorld(random);
  const one = random.once(2) ? examples[random.below(examples.length)] : undefined;
  if (!one) return { text: someDocument(random, world.templates[0]), world };
  const { example, text } = one;
  const templatesOfIt = [exampleTemplate(example), ...world.templates] as const;
  const start = random.once(3) ? text : amid(text);
  return {
    text: start,
    world: { templates: templatesOfIt, judgings: [judgingOf(example), ...world.judgings] },
  };
}

/** A template with others that a document may come to be read beside, and what may be known and chosen besides. */
function someWorld(random: Random): World {
  const about = { ...facts, ...oddFacts, ...oddNeighbours(random) };
  const judging: Judging = { settings: { rules: {} }, facts: random.once(3) ? facts : about };
  const template = templates[random.below(templates.length)] ?? templates[0];
  return {
    templates: [template, templates[random.below(templates.length)] ?? template],
    judgings: [
      random.once(2)
        ? judging
        : { ...judging, stage: random.of(["draft", "review", "approved", "implemented", "closed"]) },
      { ...judging, stage: "approved" },
      { ...judging, facts: { ...about, fileName: "x.md", today: "2027-01-01" } },
      { ...judging, settings: { rules: { "missing-section": "off", "open-marker": "error" } } },
      {
        ...judging,
        settings: {
          rules: {},
          toldElsewhere: ["broken-link"],
          reviewDays: 3,
          fileName: "{number:4}-{title}.md",
        },
      },
      { ...judging, since: "2026-06-01" },
      { settings: { rules: {} }, facts },
    ],
  };
}

/** A document of some size that somebody may begin to edit beside a template. */
function someDocument(random: Random, template: Template): string {
  switch (random.below(8)) {
    case 0:
      return oddDocument(random);
    case 1:
      return withNeighbours(oddHeader(random), random);
    case 2:
      return goodDocument(random.of(["DRAFT", "IN REVIEW", "APPROVED"]));
    case 3:
    case 4:
      return designDocument(random);
    case 5:
      return `${designDocument(random)}\n${randomMarkdown(random)}`;
    default:
      return template.doc.text;
  }
}
